import type { SentEntry } from '../../domain/accounting/read-entry-draft.ts';

/** A small firm's two years, made by rule: the same seed gives the same entries to the byte, on every machine. */
export interface Workload {
  /** The entry of a number among `count`, dated in order over 24 months. */
  entry(index: number, count: number): SentEntry;
  /** A sale on credit with tax, three lines, in the last quarter: what a shop posts one by one. */
  sale(index: number): SentEntry;
}

/** Accounts of the chart that the entries move. */
export const ACCOUNTS = 60;
const FIRST_DAY_MS = Date.UTC(2024, 0, 1);
const DAYS = 731;
const QUARTER = 92;
const DAY_MS = 86_400_000;
const TAX_PERCENT = 15;

export function workload(accounts: readonly string[], seed = 42): Workload {
  if (accounts.length < ACCOUNTS) throw new Error(`the workload needs ${ACCOUNTS} accounts, not ${accounts.length}`);
  const part = (from: number, to: number) => accounts.slice(from, to);
  const parties = {
    bank: part(0, 4),
    customers: part(4, 12),
    suppliers: part(12, 20),
    tax: part(20, 22),
    sales: part(22, 36),
    costs: part(36, ACCOUNTS),
  };

  const sale = (chance: Chance, date: string, index: number): SentEntry => {
    const net = chance.between(1_000, 900_000);
    const tax = Math.round((net * TAX_PERCENT) / 100);
    return sent(date, index, 'Sale', [
      debit(chance.one(parties.customers), net + tax),
      credit(chance.one(parties.sales), net),
      credit(parties.tax[0], tax),
    ]);
  };

  return {
    sale: (index) => sale(new Chance(seed + index), dayName(DAYS - 1 - ((index * 7919) % QUARTER)), index),
    entry(index, count) {
      const chance = new Chance(seed + index);
      const date = dayName(Math.floor((index * DAYS) / count));
      const kind = chance.next();
      const amount = chance.between(500, 400_000);
      if (kind < 0.34) return sale(chance, date, index);
      if (kind < 0.56) return sent(date, index, 'Receipt', [debit(parties.bank[0], amount), credit(chance.one(parties.customers), amount)]);
      if (kind < 0.76) {
        const tax = Math.round((amount * TAX_PERCENT) / 100);
        return sent(date, index, 'Purchase', [
          debit(chance.one(parties.costs), amount),
          debit(parties.tax[1], tax),
          credit(chance.one(parties.suppliers), amount + tax),
        ]);
      }
      if (kind < 0.9) return sent(date, index, 'Payment', [debit(chance.one(parties.suppliers), amount), credit(chance.one(parties.bank), amount)]);
      const share = Math.floor(amount / 4);
      return sent(date, index, 'Payroll', [
        debit(parties.costs[0], amount),
        debit(parties.costs[1], share),
        credit(parties.suppliers[0], share * 2),
        credit(parties.bank[0], amount + share - share * 2),
      ]);
    },
  };
}

/** The entries as an hledger journal in another firm's names, and what its trial balance must come to, in minor units. */
export function hledgerJournal(count: number, currency: string): { readonly text: string; readonly balances: ReadonlyMap<string, number> } {
  const { entry } = workload(journalAccounts);
  const balances = new Map<string, number>();
  const parts: string[] = [];
  for (let index = 0; index < count; index++) {
    const { date, memo, reference, lines } = entry(index, count);
    parts.push(`${date} * (${reference}) ${memo}\n`);
    for (const line of lines) {
      const amount = line.debit ?? `-${line.credit}`;
      parts.push(`    ${line.account}  ${amount} ${currency}\n`);
      balances.set(line.account, (balances.get(line.account) ?? 0) + Math.round(Number(amount) * 100));
    }
    parts.push('\n');
  }
  return { text: parts.join(''), balances };
}

const named = (count: number, name: string): string[] => Array.from({ length: count }, (_, i) => `${name}${i + 1}`);
const journalAccounts = [
  ...named(4, 'Assets:Bank:Account'),
  ...named(8, 'Assets:Receivable:Group'),
  ...named(8, 'Liabilities:Payable:Group'),
  'Liabilities:VAT:Output',
  'Assets:VAT:Input',
  ...named(14, 'Income:Sales:Line'),
  ...named(24, 'Expenses:Kind'),
];

const sent = (date: string, index: number, memo: string, lines: SentEntry['lines']): SentEntry => ({
  date,
  memo: `${memo} ${(index * 31) % 400}`,
  reference: `R-${String(index + 1).padStart(7, '0')}`,
  lines,
});
const debit = (account = '', minor: number) => ({ account, debit: decimal(minor) });
const credit = (account = '', minor: number) => ({ account, credit: decimal(minor) });
const decimal = (minor: number): string => `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;

const dayNames = Array.from({ length: DAYS }, (_, day) => new Date(FIRST_DAY_MS + day * DAY_MS).toISOString().slice(0, 10));
const dayName = (day: number): string => dayNames[day] ?? '';

/** Mulberry32: small, quick, the same everywhere. */
class Chance {
  #state: number;
  constructor(seed: number) {
    this.#state = Math.imul(seed, 0x9e3779b1);
  }
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }
  one(names: readonly string[]): string {
    return names[Math.floor(this.next() * names.length)] ?? '';
  }
}
