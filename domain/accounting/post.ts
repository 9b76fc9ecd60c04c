import { monthOf } from '../kernel/dates.ts';
import { assert, isRefusal, type Outcome, type Refusal, refuseAt } from '../kernel/decision.ts';
import type { Actor } from '../kernel/event.ts';
import { type Mint, withSequence } from '../kernel/ids.ts';
import { formatAmount } from '../kernel/money.ts';
import type { Book, BookHead, Dimensions, Entry, EntryDraft, Line } from './book.ts';

/** Chance, time and the digest arrive as facts, so that the same log of commands gives the same book on every table. */
export interface PostingFacts {
  readonly at: string;
  readonly by: Actor;
  readonly mint: Mint;
  /** Lower case hexadecimal SHA-256 of a text's UTF-8 bytes. */
  readonly sha256: (text: string) => string;
}

/** What a post comes to: the book after it, and the entries as they now stand. */
export interface Posting {
  readonly book: Book;
  readonly entries: readonly Entry[];
}

export const MAX_ENTRY_LINES = 500;

/**
 * Posts entries: each takes the next number, is chained to the one before, and balances exactly. All or none.
 * Refusals are checked per entry in this order: size, accounts, dimensions, balance, lock, closed period. Pointers name the entry in a batch.
 */
export function post(book: Book, drafts: readonly EntryDraft[], facts: PostingFacts, at: (index: number) => string = () => ''): Outcome<Posting> {
  let head = book.head;
  const entries: Entry[] = [];
  for (const [index, draft] of drafts.entries()) {
    const entry = postOne(book, head, draft, facts, at(index));
    if (isRefusal(entry)) return entry;
    entries.push(entry);
    const month = monthOf(entry.date);
    head = {
      ...head,
      version: head.version + 1,
      seq: entry.seq,
      hash: entry.hash,
      firstMonth: head.firstMonth && head.firstMonth < month ? head.firstMonth : month,
    };
  }
  return { book: { ...book, head }, entries };
}

/** What would refuse an entry on this book as it stands; undefined where it could be posted. */
export const whyNot = (book: Book, draft: EntryDraft, at = ''): Refusal | undefined => faultIn(book, draft, at) ?? dateFault(book.head, draft, at);

function postOne(book: Book, head: BookHead, draft: EntryDraft, facts: PostingFacts, at: string): Outcome<Entry> {
  const fault = whyNot({ ...book, head }, draft, at);
  if (fault) return fault;
  const lines = throughClearing(book, draft.lines);
  if (isRefusal(lines)) return lines;
  const seq = head.seq + 1;
  const entry: Omit<Entry, 'hash'> = { ...draft, lines, id: withSequence(facts.mint('entry'), seq), seq, at: facts.at, by: facts.by };
  return { ...entry, hash: entryHash(head.hash, entry, facts.sha256) };
}

function faultIn(book: Book, { lines, closing }: EntryDraft, at: string) {
  if (lines.length < 2) return refuseAt(`${at}/lines`, 'entry.too_few_lines');
  if (lines.length > MAX_ENTRY_LINES && !closing) return refuseAt(`${at}/lines`, 'entry.too_large', { maximum: MAX_ENTRY_LINES });
  let debits = 0n;
  let credits = 0n;
  for (const [i, line] of lines.entries()) {
    const fault = lineFault(book, line, `${at}/lines/${i}`);
    if (fault) return fault;
    if (line.amount > 0n) debits += line.amount;
    else credits -= line.amount;
  }
  if (debits === credits) return undefined;
  const { digits } = book.head;
  const difference = debits > credits ? debits - credits : credits - debits;
  return refuseAt(`${at}/lines`, 'entry.unbalanced', {
    debits: formatAmount(debits, digits),
    credits: formatAmount(credits, digits),
    difference: formatAmount(difference, digits),
  });
}

function lineFault({ chart }: Book, line: Line, at: string) {
  const account = chart.accounts.get(line.account);
  if (!account) return refuseAt(`${at}/account`, 'account.unknown', { account: line.account });
  if (account.archived) return refuseAt(`${at}/account`, 'account.archived', { account: line.account });
  if (account.currency && line.foreign && line.foreign.currency !== account.currency)
    return refuseAt(`${at}/foreign`, 'account.currency', { account: line.account, currency: account.currency });
  for (const [kind, code] of Object.entries(line.dimensions ?? {}) as [keyof Dimensions, string][]) {
    const value = chart.dimension(kind, code);
    if (!value || value.archived) return refuseAt(`${at}/dimensions/${kind}`, 'dimension.unknown', { kind, value: code });
  }
  return undefined;
}

/** Nothing lands on or before the lock or the close, whatever the race: the head that says so is a condition of the write (rule B5). */
function dateFault(head: BookHead, { date, closing }: EntryDraft, at: string) {
  if (head.lockedThrough && date <= head.lockedThrough) return refuseAt(`${at}/date`, 'book.locked', { through: head.lockedThrough });
  // A year's closing entry is dated in the last month of the year, which may be closed; only closing and reopening a year post such.
  if (!closing && head.closedThrough && date <= head.closedThrough) return refuseAt(`${at}/date`, 'period.closed', { through: head.closedThrough });
  return undefined;
}

/**
 * Lines that leave a foreign currency unbalanced pass through the exchange clearing account, so that debits equal credits in every
 * currency and not only in the book's (rule B1). The clearing account is always zero in the book's currency.
 */
function throughClearing(book: Book, lines: readonly Line[]): Outcome<readonly Line[]> {
  let open: Map<string, { amount: bigint; base: bigint }> | undefined;
  for (const { foreign, amount } of lines) {
    if (!foreign) continue;
    open ??= new Map();
    const sum = open.get(foreign.currency) ?? { amount: 0n, base: 0n };
    open.set(foreign.currency, { amount: sum.amount + foreign.amount, base: sum.base + amount });
  }
  if (!open) return lines;
  const cleared = [...lines];
  for (const [currency, { amount, base }] of open) {
    if (amount === 0n) continue;
    const clearing = book.chart.accountWithRole('fx-clearing');
    if (!clearing) return refuseAt('', 'account.role_missing', { role: 'fx-clearing' });
    cleared.push({ account: clearing.code, amount: -base, foreign: { currency, amount: -amount } });
    if (base !== 0n) cleared.push({ account: clearing.code, amount: base });
  }
  return cleared;
}

/** The entry as it is chained: everything that an auditor reads of it, in a fixed order. `hash = sha256(previous hash, this)`. */
export function entryHash(previous: string, entry: Omit<Entry, 'hash'>, sha256: PostingFacts['sha256']): string {
  assert(entry.seq > 0, 'an entry is numbered before it is chained');
  const { id, seq, date, memo, reference, document, reverses, closing, source, at, by, lines } = entry;
  return sha256(
    JSON.stringify([
      previous,
      [
        id,
        seq,
        date,
        memo,
        reference ?? '',
        document ? [document.kind, document.id, document.number ?? ''] : 0,
        reverses ?? '',
        closing ? 1 : 0,
        source ?? '',
        at,
        by.kind,
        by.kind === 'user' ? by.id : '',
        by.name,
      ],
      lines.map((line) => [
        line.account,
        String(line.amount),
        line.foreign ? [line.foreign.currency, String(line.foreign.amount)] : 0,
        line.memo ?? '',
        line.contact ?? '',
        dimensionsKey(line.dimensions),
      ]),
    ]),
  );
}

/** The dimensions of a line as part of a key: `branch=RUH|project=P1`, empty where it has none. */
export function dimensionsKey(dimensions: Dimensions | undefined): string {
  if (!dimensions) return '';
  return (['branch', 'costCentre', 'project'] as const)
    .filter((kind) => dimensions[kind] !== undefined)
    .map((kind) => `${kind}=${dimensions[kind]}`)
    .join('|');
}
export function dimensionsOfKey(key: string): Dimensions {
  return key === '' ? {} : Object.fromEntries(key.split('|').map((part) => part.split('=', 2)));
}
