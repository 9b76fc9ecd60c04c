import { isRefusal } from '../../domain/kernel/decision.ts';
import { type Comment, commentOnCase as decideComment, mentionsIn } from '../../domain/work/cases/comment-on-case.ts';
import { membersOf } from '../firms/members.ts';
import type { FirmCall, Verb } from '../platform/call.ts';
import { personOf } from '../platform/person.ts';
import { commentItem } from './case-items.ts';
import { changeCase } from './change-case.ts';
import type { workRoutes } from './routes.ts';
import { wireComment } from './wire-case.ts';

/** Comments on a case. */
export const commentOnCase: Verb<typeof workRoutes.commentOnCase> = async (call) => {
  const { text, internal } = call.body;
  const comment: Comment = { id: call.mint('comment'), at: call.now, by: personOf(call), text, internal, mentions: await mentioned(call, text) };
  return changeCase(
    call,
    call.params.caseId,
    (before) => {
      const act = decideComment(before, comment);
      return isRefusal(act) ? act : { act, comment, writes: [{ kind: 'put', item: commentItem(before.id, comment), when: { exists: false } }] };
    },
    ({ body, version }) => ({ status: 201 as const, body: { comment: wireComment(comment, call.params.caseId), case: body }, version }),
  );
};

async function mentioned({ table }: FirmCall, text: string) {
  if (!text.includes('@')) return [];
  return mentionsIn(
    text,
    (await membersOf(table)).map(({ user, name, email }) => ({ id: user, name, email })),
  );
}
