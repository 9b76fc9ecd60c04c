import type { Entry } from '../../../domain/accounting/book.ts';
import { post } from '../../../domain/accounting/post.ts';
import { readEntryDraft } from '../../../domain/accounting/read-entry-draft.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import type { Happening } from '../../../domain/kernel/event.ts';
import type { Verb } from '../../platform/call.ts';
import { commitPosting, postingFacts } from '../commit-posting.ts';
import { contactsOfLines } from '../contacts-of-lines.ts';
import { wireEntry } from '../wire-entry.ts';
import type { bookRoutes } from './routes.ts';

/** Posts one entry: a batch of one. */
export const postEntry: Verb<typeof bookRoutes.postEntry> = async (call) => {
  const seen = await contactsOfLines(call, [call.body]);
  if (isRefusal(seen)) return seen;
  return commitPosting(call, {
    seen,
    decide: (book) => {
      const draft = readEntryDraft(book, call.body);
      if (isRefusal(draft)) return draft;
      const posting = post(book, [draft], postingFacts(call));
      if (isRefusal(posting)) return posting;
      const [entry] = posting.entries;
      return { posting, happenings: posting.entries.map(entryPosted), answer: { status: 201 as const, body: wireEntry(entry as Entry, book) } };
    },
  });
};

/** The event of a posted entry: what the trail and the feed say of it, and the head of the chain that they anchor. */
export const entryPosted = (entry: Entry): Happening => ({
  type: 'entry.posted',
  entity: { kind: 'entry', id: entry.id },
  data: { seq: entry.seq, date: entry.date, memo: entry.memo, hash: entry.hash, ...(entry.reverses && { reverses: entry.reverses }) },
});
