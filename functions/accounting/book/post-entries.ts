import type { EntryDraft } from '../../../domain/accounting/book.ts';
import { post } from '../../../domain/accounting/post.ts';
import { readEntryDraft } from '../../../domain/accounting/read-entry-draft.ts';
import { type Fault, isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { commitPosting, commitStaged, postingFacts } from '../commit-posting.ts';
import { contactsOfLines } from '../contacts-of-lines.ts';
import { entryPosted } from './post-entry.ts';
import type { bookRoutes } from './routes.ts';

const at = (index: number): string => `/entries/${index}`;
/** More entries than this do not fit one transaction whatever they are. */
const ONE_TRANSACTION = 12;
const MAX_FAULTS = 100;

/** Posts up to 1,000 entries, all or nothing to everyone. The trail has one event for the batch, with the head that it reached. */
export const postEntries: Verb<typeof bookRoutes.postEntries> = async (call) => {
  const seen = await contactsOfLines(call, call.body.entries, at);
  if (isRefusal(seen)) return seen;
  const { entries: sent } = call.body;
  const commit = sent.length > ONE_TRANSACTION ? commitStaged : commitPosting;
  return commit(call, {
    seen,
    decide: (book) => {
      const drafts: EntryDraft[] = [];
      const faults: Fault[] = [];
      for (const [i, entry] of sent.entries()) {
        const draft = readEntryDraft(book, entry, at(i));
        if (isRefusal(draft)) faults.push(...(draft.errors ?? []));
        else drafts.push(draft);
        if (faults.length >= MAX_FAULTS) break;
      }
      if (faults.length > 0) return refuse('request.invalid', undefined, faults);
      const posting = post(book, drafts, postingFacts(call), at);
      if (isRefusal(posting)) return posting;
      const { entries } = posting;
      const first = entries[0];
      const last = entries.at(-1);
      const happenings =
        entries.length <= ONE_TRANSACTION
          ? entries.map(entryPosted)
          : [
              {
                type: 'entries.posted' as const,
                entity: { kind: 'entry', id: last?.id ?? '' },
                data: { from: first?.seq, to: last?.seq, hash: last?.hash },
              },
            ];
      return { posting, happenings, answer: { status: 201 as const, body: { entries: entries.map(({ id, seq }) => ({ id, seq })) } } };
    },
  });
};
