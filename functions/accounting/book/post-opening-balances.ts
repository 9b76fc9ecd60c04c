import type { Entry, EntryDraft } from '../../../domain/accounting/book.ts';
import { openingEntry } from '../../../domain/accounting/opening-balances.ts';
import { post } from '../../../domain/accounting/post.ts';
import { readEntryDraft } from '../../../domain/accounting/read-entry-draft.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import { say } from '../../../domain/kernel/language.ts';
import type { Verb } from '../../platform/call.ts';
import { commitPosting, postingFacts } from '../commit-posting.ts';
import { contactsOfLines } from '../contacts-of-lines.ts';
import { wireEntry } from '../wire-entry.ts';
import { entryPosted } from './post-entry.ts';
import type { bookRoutes } from './routes.ts';

const memo = { en: 'Opening balances', ar: 'أرصدة افتتاحية' };

export const postOpeningBalances: Verb<typeof bookRoutes.postOpeningBalances> = async (call) => {
  const seen = await contactsOfLines(call, [call.body]);
  if (isRefusal(seen)) return seen;
  return commitPosting(call, {
    seen,
    decide: (book) => {
      const sent = readEntryDraft(book, { ...call.body, memo: say(memo, call.firm.language) });
      const draft = isRefusal(sent) ? sent : openingEntry(book, sent);
      if (isRefusal(draft)) return draft;
      const posting = post(book, [draft as EntryDraft], postingFacts(call));
      if (isRefusal(posting)) return posting;
      return {
        posting,
        happenings: posting.entries.map(entryPosted),
        answer: { status: 201 as const, body: wireEntry(posting.entries[0] as Entry, book) },
      };
    },
  });
};
