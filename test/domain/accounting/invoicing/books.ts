import { createHash } from 'node:crypto';
import type { Book, Entry } from '../../../../domain/accounting/book.ts';
import { ChartOfAccounts } from '../../../../domain/accounting/chart-of-accounts.ts';
import { chartFor } from '../../../../domain/accounting/charts/charts.ts';
import type { Contact } from '../../../../domain/accounting/invoicing/contact.ts';
import type { SentDocument, SentLine } from '../../../../domain/accounting/invoicing/read-draft.ts';
import type { PostingFacts } from '../../../../domain/accounting/post.ts';
import { taxCodesFor } from '../../../../domain/accounting/tax/tax-codes.ts';
import { profileFor } from '../../../../domain/firms/country-profiles.ts';
import { isRefusal, type Outcome } from '../../../../domain/kernel/decision.ts';
import { idPrefixes, type Mint } from '../../../../domain/kernel/ids.ts';

/** Ids in order, so that a failing case reads well. */
export function counter(): Mint {
  let next = 0;
  return (kind) => `${idPrefixes[kind]}_${String(++next).padStart(26, '0')}`;
}

export const facts = (mint: Mint = counter()): PostingFacts => ({
  at: '2026-01-01T00:00:00.000Z',
  by: { kind: 'system', name: 'test' },
  mint,
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
});

export function bookOf(country = 'SA', currency = 'SAR', digits = 2): Book {
  const accounts = chartFor(country).accounts.map(({ code, name, type, role }) => ({ code, name, type, version: 1, ...(role && { role }) }));
  const usd = {
    code: '1112',
    name: { en: 'Dollar account', ar: 'حساب الدولار' },
    type: 'asset' as const,
    role: 'bank' as const,
    currency: 'USD',
    version: 1,
  };
  return {
    head: { version: 1, seq: 0, hash: '', chartVersion: 1, currency, digits, fiscalYearStart: 1, closedYears: [] },
    chart: new ChartOfAccounts([...accounts, ...(country === 'SA' ? [usd] : [])], [{ kind: 'branch', code: 'RUH', name: 'Riyadh', version: 1 }]),
  };
}

export const acme: Contact = {
  id: 'con_00000000000000000000000acm',
  kind: 'customer',
  name: 'Acme',
  country: 'SA',
  paymentTermsDays: 30,
  language: 'en',
  archived: false,
  version: 1,
};

export const line = (unitPrice: string, more: Partial<SentLine> = {}): SentLine => ({ text: 'Work', unitPrice, taxCode: 'S', ...more });
export const sentInvoice = (more: Partial<SentDocument> = {}): SentDocument => ({
  contact: acme.id,
  date: '2026-01-10',
  lines: [line('100.00')],
  ...more,
});

export const draftFacts = (book: Book, more: { readonly contact?: Contact | undefined; readonly country?: string } = {}) => ({
  contact: 'contact' in more ? more.contact : acme,
  head: book.head,
  chart: book.chart,
  taxCodes: taxCodesFor(more.country ?? 'SA'),
  rounding: profileFor(more.country ?? 'SA').taxRounding,
  today: '2026-01-10',
});

export const seller = { name: 'Diwan Trading', country: 'SA', taxNumber: '300000000000003' };
export const numbering = profileFor('SA').numbering;

/** The outcome, which must not be a refusal. */
export function made<T>(outcome: Outcome<T>): T {
  if (isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome as T;
}

/** The lines of an entry on an account, in base: what the ledger says. */
export const balanceOf = (entries: readonly Entry[], account: string, asOf = '9999-12-31'): bigint =>
  entries
    .filter(({ date }) => date <= asOf)
    .flatMap(({ lines }) => lines)
    .reduce((sum, one) => (one.account === account ? sum + one.amount : sum), 0n);
