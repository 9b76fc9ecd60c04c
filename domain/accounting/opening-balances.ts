import { type Outcome, refuse } from '../kernel/decision.ts';
import type { Book, EntryDraft } from './book.ts';

/** What a firm brings from its books before: whatever the lines leave open stands on the opening balances account, in sight, until it is explained. */
export function openingEntry(book: Book, draft: EntryDraft): Outcome<EntryDraft> {
  const account = book.chart.accountWithRole('opening-balances');
  if (!account) return refuse('account.role_missing', { role: 'opening-balances' });
  const open = draft.lines.reduce((sum, line) => sum + line.amount, 0n);
  return open === 0n ? draft : { ...draft, lines: [...draft.lines, { account: account.code, amount: -open }] };
}
