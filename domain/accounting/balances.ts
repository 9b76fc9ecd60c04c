import { dayOf, type LocalDate, lastDayOf, type Month, monthOf } from '../kernel/dates.ts';
import type { Dimensions } from './book.ts';
import { type Counted, type Counters, type Movement, upTo } from './movements.ts';
import { dimensionsOfKey } from './post.ts';

/**
 * The one balance function: every report is made of what this returns, so that no two can disagree (rule B9).
 * Signs are the ledger's: debits above zero. Amounts in minor units.
 */
export interface AccountBalance {
  readonly account: string;
  /** Empty for the book's own currency. */
  readonly currency: string;
  readonly dimensions: string;
  /** Before the range. */
  readonly opening: bigint;
  readonly debit: bigint;
  readonly credit: bigint;
  /** After the range: opening + debit - credit. */
  readonly balance: bigint;
  readonly foreignOpening: bigint;
  readonly foreignDebit: bigint;
  readonly foreignCredit: bigint;
  readonly foreignBalance: bigint;
}

export interface Range {
  /** First day; absent: from the beginning. */
  readonly from?: LocalDate | undefined;
  readonly to: LocalDate;
}

export interface Which {
  /** Leave out the entries that closed a year (and their reversals), as the profit and loss does. */
  readonly withoutClosing?: boolean;
  /** Only lines under these dimensions. */
  readonly dimensions?: Dimensions | undefined;
}

/** Balances per account, currency and dimensions over a range, from movements through the month of `to`. Rows of nothing at all are left out. */
export function balancesOf(movements: Iterable<Movement>, range: Range, which: Which = {}): AccountBalance[] {
  const rows = new Map<string, Sums>();
  const under = isUnder(which.dimensions);
  const { firstMonth, lastMonth, before, through } = cutsOf(range);
  for (const { key, counters } of movements) {
    const { month, account, currency, dimensions } = key;
    if (month > lastMonth || (which.withoutClosing && key.closing) || !under(dimensions)) continue;
    const id = currency === '' && dimensions === '' ? account : `${account}#${currency}#${dimensions}`;
    let row = rows.get(id);
    if (!row) {
      row = new Sums(account, currency, dimensions);
      rows.set(id, row);
    }
    const all = upTo(counters, month === lastMonth ? through : undefined);
    if (firstMonth === undefined || month > firstMonth) row.add(all, NOTHING);
    else row.add(all, month < firstMonth ? all : before(counters));
  }
  return Array.from(rows.values(), (row) => row.balance());
}

const NOTHING: Counted = { dr: 0, cr: 0, fdr: 0, fcr: 0 };

/** Where a range cuts months: only a cut month's days are looked at, so that a whole one may come without them. */
function cutsOf({ from, to }: Range) {
  const firstMonth: Month | undefined = from && monthOf(from);
  const lastMonth = monthOf(to);
  const through = to === lastDayOf(lastMonth) ? undefined : dayOf(to);
  const lastBefore = from === undefined ? 0 : dayOf(from) - 1;
  const before = (counters: Counters): Counted => (lastBefore === 0 ? NOTHING : upTo(counters, lastBefore));
  return { firstMonth, lastMonth, before, through };
}

class Sums {
  readonly #account: string;
  readonly #currency: string;
  readonly #dimensions: string;
  readonly #opening = new Sum();
  readonly #debit = new Sum();
  readonly #credit = new Sum();
  readonly #foreignOpening = new Sum();
  readonly #foreignDebit = new Sum();
  readonly #foreignCredit = new Sum();

  constructor(account: string, currency: string, dimensions: string) {
    this.#account = account;
    this.#currency = currency;
    this.#dimensions = dimensions;
  }

  /** Adds a row's movements through the end of the range, of which those before its start are opening. */
  add(through: Counted, before: Counted): void {
    this.#opening.add(before.dr - before.cr);
    this.#debit.add(through.dr - before.dr);
    this.#credit.add(through.cr - before.cr);
    if (this.#currency === '') return;
    this.#foreignOpening.add(before.fdr - before.fcr);
    this.#foreignDebit.add(through.fdr - before.fdr);
    this.#foreignCredit.add(through.fcr - before.fcr);
  }

  balance(): AccountBalance {
    const [opening, debit, credit] = [this.#opening.total, this.#debit.total, this.#credit.total];
    const [foreignOpening, foreignDebit, foreignCredit] = [this.#foreignOpening.total, this.#foreignDebit.total, this.#foreignCredit.total];
    return {
      account: this.#account,
      currency: this.#currency,
      dimensions: this.#dimensions,
      opening,
      debit,
      credit,
      balance: opening + debit - credit,
      foreignOpening,
      foreignDebit,
      foreignCredit,
      foreignBalance: foreignOpening + foreignDebit - foreignCredit,
    };
  }
}

/** Exact whatever the size: numbers while they hold it, which is four times as quick, and bigints beyond. */
class Sum {
  #small = 0;
  #large = 0n;

  add(count: number): void {
    const next = this.#small + count;
    if (next <= Number.MAX_SAFE_INTEGER && next >= Number.MIN_SAFE_INTEGER) this.#small = next;
    else {
      this.#large += BigInt(this.#small);
      this.#small = count;
    }
  }

  get total(): bigint {
    return this.#large + BigInt(this.#small);
  }
}

/** Whether a row's dimensions are among those wanted. Few keys exist, so each is read once. */
function isUnder(wanted: Dimensions | undefined): (key: string) => boolean {
  const asked = Object.entries(wanted ?? {}).filter(([, value]) => value !== undefined);
  if (asked.length === 0) return () => true;
  const known = new Map<string, boolean>();
  return (key) => {
    let answer = known.get(key);
    if (answer === undefined) {
      const has = dimensionsOfKey(key);
      answer = asked.every(([kind, value]) => has[kind as keyof Dimensions] === value);
      known.set(key, answer);
    }
    return answer;
  };
}
