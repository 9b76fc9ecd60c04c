import type { BookHead, Entry } from './book.ts';
import { type Counters, type Movement, type MovementKey, movementsOf } from './movements.ts';
import { entryHash, type PostingFacts } from './post.ts';

/** What of a book is verified: from the table, or from an export without it. */
export interface BookSource {
  readonly head: Pick<BookHead, 'seq' | 'hash'>;
  readonly entries: AsyncIterable<Entry>;
  readonly movements: AsyncIterable<Movement>;
  /** Lines of the account ledgers: `[seq, date, amount, currency, foreign amount, contact, dimensions, line]` under their account. */
  readonly ledger: AsyncIterable<{ readonly account: string; readonly lines: readonly LedgerLine[] }>;
  /** What was said outside the book of how far it reached: the heads that events carry. */
  readonly anchors: AsyncIterable<{ readonly seq: number; readonly hash: string; readonly event: number }>;
  /** Control accounts and what their open items come to; the legal numbers that were given, by series. */
  readonly controls: AsyncIterable<{ readonly account: string; readonly openItems: bigint }>;
  readonly series: AsyncIterable<{ readonly series: string; readonly first: number; readonly last: number; readonly numbers: readonly number[] }>;
}
export type LedgerLine = readonly [
  seq: number,
  date: string,
  amount: number,
  currency: string,
  foreign: number,
  contact: string,
  dimensions: string,
  line: number,
];

/** What is verified, in this order. */
export const verifications = {
  chain: { en: 'Every entry is there, in order, and as it was posted', ar: 'كل القيود موجودة بترتيبها وكما رُحّلت' },
  head: { en: 'The book ends where its head says', ar: 'ينتهي الدفتر حيث يقول رأسه' },
  anchors: { en: 'The book holds everything that the events say was posted', ar: 'في الدفتر كل ما تقول الأحداث إنه رُحّل' },
  balance: { en: 'Debits equal credits in every entry and currency', ar: 'المدين يساوي الدائن في كل قيد وكل عملة' },
  movements: { en: 'Stored movements equal the entries', ar: 'الحركات المحفوظة تساوي القيود' },
  ledger: { en: 'Account ledgers equal the entries', ar: 'دفاتر الأستاذ تساوي القيود' },
  controls: {
    en: 'Open items equal what their documents put on the control accounts',
    ar: 'البنود المفتوحة تساوي ما رحّلته مستنداتها إلى حسابات المراقبة',
  },
  series: { en: 'Document numbers have no gap', ar: 'أرقام المستندات متسلسلة بلا فجوات' },
} as const;
export type Verification = keyof typeof verifications;

/** The first thing found wrong with each verification; `seq` is the entry (or the series' number) at which it shows. */
export interface Finding {
  readonly verification: Verification;
  readonly seq?: number;
  readonly what: string;
}
export interface Verdict {
  readonly verified: boolean;
  readonly seq: number;
  readonly hash: string;
  readonly entries: number;
  readonly findings: readonly Finding[];
}

const MAX_FINDINGS = 100;

/** Replays a book and compares everything stored with what the entries say (rules B8, B14). Reads the entries once; holds sums, not entries. */
export async function verifyBook(source: BookSource, sha256: PostingFacts['sha256']): Promise<Verdict> {
  const findings: Finding[] = [];
  const find = (verification: Verification, what: string, seq?: number): void => {
    if (findings.length < MAX_FINDINGS) findings.push({ verification, what, ...(seq !== undefined && { seq }) });
  };
  const replay = new Replay();
  const hashes = new Map<number, string>();
  const anchors: { seq: number; hash: string; event: number }[] = [];
  for await (const anchor of source.anchors) anchors.push(anchor);
  const wanted = new Set(anchors.map(({ seq }) => seq));

  let previous = '';
  let expected = 1;
  let broken = false;
  for await (const entry of source.entries) {
    if (entry.seq !== expected) find('chain', entry.seq > expected ? 'missing entry' : 'entry out of order', expected);
    const { hash, ...content } = entry;
    if (!broken && entryHash(previous, content, sha256) !== hash) {
      find('chain', 'the entry is not as it was posted', entry.seq);
      broken = true;
    }
    const off = replay.add(entry);
    if (off) find('balance', off, entry.seq);
    previous = hash;
    expected = entry.seq + 1;
    if (wanted.has(entry.seq)) hashes.set(entry.seq, hash);
  }
  const last = expected - 1;
  if (last !== source.head.seq) find('head', `the head says ${source.head.seq} entries`, Math.min(last, source.head.seq) + 1);
  else if (previous !== source.head.hash) find('head', 'the head has another hash', last);
  for (const anchor of anchors) {
    if (anchor.seq > last) find('anchors', `event ${anchor.event} says that this entry was posted`, anchor.seq);
    else if (hashes.get(anchor.seq) !== anchor.hash) find('anchors', `event ${anchor.event} has another hash for this entry`, anchor.seq);
  }
  for await (const movement of source.movements) for (const what of replay.compareMovement(movement)) find('movements', what);
  for (const what of replay.movementsLeft()) find('movements', what);
  for await (const { account, lines } of source.ledger) replay.takeLedger(account, lines);
  for (const what of replay.ledgerLeft()) find('ledger', what);
  for await (const { account, openItems } of source.controls) {
    const balance = replay.ofDocuments(account);
    if (balance !== openItems) find('controls', `documents put ${balance} on account ${account}, their open items say ${openItems}`);
  }
  for await (const { series, first, last: lastNumber, numbers } of source.series) {
    const gap = firstGap(numbers, first, lastNumber);
    if (gap !== undefined) find('series', `number ${gap} of ${series} is missing`, gap);
  }
  return { verified: findings.length === 0, seq: source.head.seq, hash: source.head.hash, entries: last, findings };
}

function firstGap(numbers: readonly number[], first: number, last: number): number | undefined {
  const sorted = [...numbers].sort((a, b) => a - b);
  for (let expected = first; expected <= last; expected++) if (sorted[expected - first] !== expected) return expected;
  return undefined;
}

/** Sums of what the entries say, to hold against what is stored. */
class Replay {
  readonly #movements = new Map<string, Counters>();
  readonly #ledger = new Map<string, { count: number; amount: bigint; mark: bigint }>();
  readonly #ofDocuments = new Map<string, bigint>();

  /** Adds an entry; says what does not balance in it. */
  add(entry: Entry): string | undefined {
    for (const { key, counters } of movementsOf([entry])) {
      const id = idOf(key);
      const sums = this.#movements.get(id);
      if (!sums) this.#movements.set(id, counters);
      else for (const name in counters) sums[name] = (sums[name] ?? 0) + (counters[name] ?? 0);
    }
    let base = 0n;
    const foreign = new Map<string, bigint>();
    for (const [i, line] of entry.lines.entries()) {
      base += line.amount;
      if (line.foreign) foreign.set(line.foreign.currency, (foreign.get(line.foreign.currency) ?? 0n) + line.foreign.amount);
      this.#count(line.account, 1, line.amount, markOf(entry.seq, i, Number(line.amount)));
      if (entry.document) this.#ofDocuments.set(line.account, (this.#ofDocuments.get(line.account) ?? 0n) + line.amount);
    }
    if (base !== 0n) return `off by ${base}`;
    const open = [...foreign].find(([, sum]) => sum !== 0n);
    return open && `off by ${open[1]} in ${open[0]}`;
  }

  *compareMovement({ key, counters }: Movement): Iterable<string> {
    const id = idOf(key);
    const sums = this.#movements.get(id) ?? {};
    this.#movements.delete(id);
    for (const name of new Set([...Object.keys(sums), ...Object.keys(counters).filter((counter) => /^f?[dc]r(\d\d)?$/.test(counter))])) {
      if ((sums[name] ?? 0) !== (counters[name] ?? 0)) {
        yield `${key.account} in ${key.month}: ${name} is ${counters[name] ?? 0}, the entries say ${sums[name] ?? 0}`;
        return;
      }
    }
  }
  *movementsLeft(): Iterable<string> {
    for (const id of this.#movements.keys()) yield `no movement is stored for ${id}`;
  }

  takeLedger(account: string, lines: readonly LedgerLine[]): void {
    for (const [seq, , amount, , , , , line] of lines) this.#count(account, -1, -BigInt(amount), -markOf(seq, line, amount));
  }
  *ledgerLeft(): Iterable<string> {
    for (const [account, { count, amount, mark }] of this.#ledger)
      if (count !== 0 || amount !== 0n || mark !== 0n) yield `the ledger of ${account} differs from the entries by ${count} lines and ${amount}`;
  }

  /** What the entries of documents put on an account. */
  ofDocuments(account: string): bigint {
    return this.#ofDocuments.get(account) ?? 0n;
  }

  #count(account: string, count: number, amount: bigint, mark: bigint): void {
    const sums = this.#ledger.get(account);
    if (!sums) this.#ledger.set(account, { count, amount, mark });
    else {
      sums.count += count;
      sums.amount += amount;
      sums.mark += mark;
    }
  }
}

const idOf = (key: MovementKey): string => `${key.month} ${key.account} ${key.currency} ${key.dimensions} ${key.closing ? 'closing' : ''}`.trimEnd();
/** Tells one line from another: two lines that change places leave a difference. */
const markOf = (seq: number, line: number, amount: number): bigint => BigInt(seq) * (BigInt(amount) + 7919n * BigInt(line + 1));
