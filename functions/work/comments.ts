import type { Id } from '../../domain/kernel/ids.ts';
import type { Case } from '../../domain/work/cases/case.ts';
import type { Comment } from '../../domain/work/cases/comment-on-case.ts';
import { seesInternal } from '../../domain/work/cases/internal-comments.ts';
import type { FirmCall } from '../platform/call.ts';
import { rowsFrom } from '../platform/lists/rows-from.ts';
import { commentOf } from './case-items.ts';
import { workKeys } from './keys.ts';
import { mergedRows } from './merged-rows.ts';

export interface SaidOf {
  readonly at: string;
  readonly comment: Comment;
  readonly from: Id<'case'>;
}

/** What the caller may read of a case's comments, newest first: its own and those of the cases that went into it. */
export async function* commentsOf({ table, role }: FirmCall, one: Case, after: string | undefined): AsyncGenerator<SaidOf> {
  const { sk: prefix } = workKeys.comment({ case: '', comment: '' });
  const cases = [one.id, ...one.merged];
  const byPartition = new Map(cases.map((id) => [workKeys.comment({ case: id, comment: '' }).pk, id]));
  const streams = [...byPartition.keys()].map((pk) => rowsFrom(table, { pk, prefix, descending: true }, after));
  for await (const item of mergedRows(streams, 'sk', true)) {
    const from = byPartition.get(item.pk);
    const comment = commentOf(item);
    if (from && (!comment.internal || seesInternal(role))) yield { at: item.sk, comment, from };
  }
}
