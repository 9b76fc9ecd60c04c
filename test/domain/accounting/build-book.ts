import { hash } from 'node:crypto';
import type { Book, BookHead, EntryDraft } from '../../../domain/accounting/book.ts';
import { ChartOfAccounts } from '../../../domain/accounting/chart-of-accounts.ts';
import { saudiChart } from '../../../domain/accounting/charts/sa.ts';
import type { PostingFacts } from '../../../domain/accounting/post.ts';
import { type IdKind, idPrefixes, type Mint } from '../../../domain/kernel/ids.ts';

/** A book as a test needs it: a Saudi chart, nothing posted, and whatever the test says. */
export function aBook(
  head: Partial<BookHead> = {},
  chart = new ChartOfAccounts(saudiChart.accounts.map((account) => ({ ...account, version: 1 }))),
): Book {
  return { head: { version: 1, seq: 0, hash: '', chartVersion: 1, currency: 'SAR', digits: 2, fiscalYearStart: 1, closedYears: [], ...head }, chart };
}

/** Facts that are the same each time: ids count up, the clock stands still. */
export function facts(): PostingFacts {
  let count = 0;
  const mint: Mint = <K extends IdKind>(kind: K) => `${idPrefixes[kind]}_${String(++count).padStart(26, '0')}` as const;
  return {
    at: '2026-01-31T09:00:00.000Z',
    by: { kind: 'user', id: `usr_${'0'.repeat(26)}`, name: 'Huda' },
    mint,
    sha256: (text) => hash('sha256', text, 'hex'),
  };
}

export const [CASH, BANK, SALES, RENT] = ['1101', '1111', '4101', '6101'] as const;

/** A sale for cash, of 115.00 on 15 January 2026 unless the test says otherwise. */
export function entry(change: Partial<EntryDraft> & { readonly amount?: bigint } = {}): EntryDraft {
  const { amount = 115_00n, ...rest } = change;
  return {
    date: '2026-01-15',
    memo: 'a sale',
    lines: [
      { account: CASH, amount },
      { account: SALES, amount: -amount },
    ],
    ...rest,
  };
}
