import type { Entry } from '../../../domain/accounting/book.ts';
import { post } from '../../../domain/accounting/post.ts';
import { reverseEntry as decideReversal } from '../../../domain/accounting/reverse-entry.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { padSeq } from '../../platform/event-chain.ts';
import { Reading } from '../../platform/reading.ts';
import { commitPosting, postingFacts } from '../commit-posting.ts';
import { bookKeys } from '../keys.ts';
import { wireEntry } from '../wire-entry.ts';
import { entryById } from './entry-by-id.ts';
import { entryPosted } from './post-entry.ts';
import type { bookRoutes } from './routes.ts';

/** Reverses an entry, at most once: the mark of the reversal is written only where there is none (rule B3). */
export const reverseEntry: Verb<typeof bookRoutes.reverseEntry> = async (call) => {
  const original = await entryById(call.table, call.params.entryId);
  if (!original) return refuse('request.not_found');
  const seen = new Reading(call.table);
  const mark = bookKeys.reversal({ seq: padSeq(original.seq) });
  const reversed = await seen.get(mark);
  return commitPosting(call, {
    seen,
    decide: (book) => {
      const draft = decideReversal(original, reversed && String(reversed.by), call.body.date, call.body.memo);
      if (isRefusal(draft)) return draft;
      const posting = post(book, [draft], postingFacts(call));
      if (isRefusal(posting)) return posting;
      const reversal = posting.entries[0] as Entry;
      return {
        posting,
        writes: [{ kind: 'put', item: { ...mark, v: 1, by: reversal.id } }],
        happenings: [entryPosted(reversal), { type: 'entry.reversed', entity: { kind: 'entry', id: original.id }, data: { by: reversal.id } }],
        answer: { status: 201 as const, body: wireEntry(reversal, book) },
      };
    },
  });
};
