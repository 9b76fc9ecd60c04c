import type { DeclaredType } from './account-types.ts';
import { accountType } from './account-types.ts';
import type { JournalAccount, JournalEntry, JournalItem, JournalPosting, JournalReading } from './journal.ts';
import { LONGEST_LINE, overlongLine } from './lines.ts';

/** What a reader has met on its way: every account and every commodity. */
export class Seen {
  readonly accounts = new Map<string, JournalAccount>();
  readonly commodities = new Map<string, number>();

  account(name: string, label?: string): void {
    if (!this.accounts.has(name)) this.accounts.set(name, { name, ...(label !== undefined && label !== name && { label }) });
  }

  entry(entry: JournalEntry): JournalItem {
    for (const posting of entry.postings) this.#posting(posting);
    return { kind: 'entry', entry };
  }

  #posting({ account, amount, worth }: JournalPosting): void {
    if (!this.accounts.has(account)) this.account(account);
    this.#commodity(amount.commodity, amount.scale);
    if (worth) this.#commodity(worth.commodity, 0);
  }

  #commodity(name: string, scale: number): void {
    const decimals = this.commodities.get(name);
    if (decimals === undefined || decimals < scale) this.commodities.set(name, scale);
  }

  /** Types are known only at the end: a declaration may stand below what it declares. */
  typeAccounts(typeOf: (account: JournalAccount) => DeclaredType | undefined): void {
    for (const account of this.accounts.values()) {
      const found = typeOf(account);
      if (found) this.accounts.set(account.name, { ...account, type: found.type, ...(found.cash && { cash: true }) });
    }
  }
}

const NOTHING_DECLARED: ReadonlyMap<string, DeclaredType> = new Map();
/** The type that an account's own name says, or the name that goes with its code. */
export const typeByName = ({ name, label }: JournalAccount): DeclaredType | undefined => accountType(label ?? name, NOTHING_DECLARED);

/** A reading of plain text, whose lines a person wrote: none is endless. */
export function plainReading(text: string, read: (seen: Seen) => Iterable<JournalItem>): JournalReading {
  return reading((seen) => {
    const line = overlongLine(text);
    return line === undefined ? read(seen) : [{ kind: 'fault', fault: { line, code: 'import.line_too_long', values: { limit: LONGEST_LINE } } }];
  });
}

/** A reading that can be gone through again: each time starts from nothing. */
export function reading(read: (seen: Seen) => Iterable<JournalItem>): JournalReading {
  const seen = new Seen();
  return {
    accounts: seen.accounts,
    commodities: seen.commodities,
    *[Symbol.iterator]() {
      seen.accounts.clear();
      seen.commodities.clear();
      yield* read(seen);
    },
  };
}
