import { isRefusal, type Outcome, refuse } from '../../domain/kernel/decision.ts';
import type { Happening } from '../../domain/kernel/event.ts';
import type { Id } from '../../domain/kernel/ids.ts';
import type { Act, Case } from '../../domain/work/cases/case.ts';
import type { Comment } from '../../domain/work/cases/comment-on-case.ts';
import { isEnded } from '../../domain/work/kinds/states.ts';
import { whoIsTold } from '../../domain/work/mail/who-is-told.ts';
import type { FirmCall } from '../platform/call.ts';
import { commit, Reading } from '../platform/commit.ts';
import { once } from '../platform/once.ts';
import { personOf } from '../platform/person.ts';
import type { Reader } from '../platform/reading.ts';
import type { Write } from '../platform/table/port.ts';
import { caseWrites, type StoredCase, storedCaseOf } from './case-items.ts';
import { workKeys } from './keys.ts';
import { currentSettings, settingsOf } from './settings-store.ts';
import { wireCase } from './wire-case.ts';

/** What a decision about a case comes to: its act, and what other cases or items change with it. Without an act nothing changes. */
export interface CaseDecision {
  readonly act: Act | undefined;
  /** Acts on other cases of the same commit, which were read through `seen`. */
  readonly others?: readonly { readonly before: StoredCase; readonly act: Act }[];
  readonly writes?: readonly Write[];
  /** What happened beside the acts: elsewhere, in the same commit. */
  readonly happenings?: readonly Happening[];
  /** What was said, where the act is a comment: those who are told of it read it in a mail. */
  readonly comment?: Comment;
}

/** What a caller gets of a case that changed: as it is then. */
export interface CaseAnswer {
  readonly status: 200;
  readonly body: ReturnType<typeof wireCase>;
  readonly version: number;
}

export const loadCase = async (from: Reader, id: string): Promise<StoredCase | undefined> => {
  const item = await from.get(workKeys.case({ case: id }));
  return item && storedCaseOf(item);
};

export const happened = ({ type, case: { id, version }, data }: Act): Happening => ({
  type,
  entity: { kind: 'case', id, version },
  ...(data && { data }),
});

/** The one way in which a case changes: read, decided, and committed with its event, on condition that all that was read is as it was. */
export async function changeCase<A = CaseAnswer>(
  call: FirmCall,
  id: Id<'case'>,
  decide: (before: Case, seen: Reading) => Promise<Outcome<CaseDecision>> | Outcome<CaseDecision>,
  answerWith: (answer: CaseAnswer) => A = (answer) => answer as A,
): Promise<Outcome<A>> {
  const seen = new Reading(call.table);
  const [stored, current] = await Promise.all([loadCase(seen, id), currentSettings(seen, call.firm, call.ports)]);
  if (!stored) return refuse('request.not_found');
  const decision = await decide(stored.case, seen);
  if (isRefusal(decision)) return decision;
  const { act, others = [], writes = [], happenings = [], comment } = decision;
  const write = async (before: StoredCase, after: Case) => {
    const settings = isEnded(before.case.state) ? await settingsOf(after, current, call.table, call.firm, call.ports) : current;
    const stamped = { ...after, settings: settings.version };
    return { after: stamped, settings, writes: caseWrites(before, stamped, settings, call.now) };
  };
  if (!act) {
    const settings = await settingsOf(stored.case, current, call.table, call.firm, call.ports);
    return answerWith({ status: 200, body: wireCase(call, stored.case, settings), version: stored.case.version });
  }
  // Only a case about which a decision was asked has one to follow: others do not pay for it.
  const followed = stored.case.approval && (await (await following()).followCase(call, seen, stored.case, act));
  const changed = await write(stored, followed ? { ...act.case, approval: followed.approval } : act.case);
  const mails = await mailsOf(call, changed.after, act, comment);
  const changedOthers = await Promise.all(others.map(({ before, act: other }) => write(before, other.case)));
  return commit(call, {
    seen,
    decide: () => ({
      writes: [...changed.writes, ...changedOthers.flatMap((other) => other.writes), ...writes, ...(followed?.writes ?? []), ...mails],
      happenings: [...[act, ...others.map((other) => other.act)].map(happened), ...(followed?.happenings ?? []), ...happenings],
      answer: answerWith({ status: 200, body: wireCase(call, changed.after, changed.settings), version: changed.after.version }),
    }),
  });
}

/** Read with the first act that needs them: most need neither. */
const following = once(() => import('./decisions/follow-case.ts'));
const mailing = once(() => import('./mail/mails-of-acts.ts'));

/** The mails that an act causes, in its transaction. Most acts cause none, and do not pay for the words of one. */
async function mailsOf(call: FirmCall, after: Case, act: Act, comment: Comment | undefined): Promise<readonly Write[]> {
  const by = personOf(call);
  if (whoIsTold(after, act, by, comment).length === 0) return [];
  const { mailsOfActs } = await mailing();
  return mailsOfActs(after, [act], comment, { ...call, by });
}
