import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../../domain/accounting/book.ts';
import { type Movement, movementsOf } from '../../../../domain/accounting/movements.ts';
import { post } from '../../../../domain/accounting/post.ts';
import { type BookSource, type LedgerLine, verifyBook } from '../../../../domain/accounting/verify.ts';
import { isRefusal } from '../../../../domain/kernel/decision.ts';
import { ledgerWrites } from '../../../../functions/accounting/posting-writes.ts';
import { aBook, entry, facts } from '../build-book.ts';

const sha256 = (text: string) => hash('sha256', text, 'hex');
const posting = post(
  aBook(),
  Array.from({ length: 20 }, (_, i) => entry({ date: `2026-0${1 + (i % 9)}-1${i % 10}`, amount: BigInt(100 + i) })),
  facts(),
);
if (isRefusal(posting)) throw new Error(posting.refused);
const { entries, book } = posting;

async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}
interface Stored {
  entries: Entry[];
  movements: Movement[];
  head: { seq: number; hash: string };
}
const stored = (): Stored =>
  structuredClone({ entries: [...entries], movements: movementsOf(entries), head: { seq: book.head.seq, hash: book.head.hash } });
const verify = ({ entries: kept, movements, head }: Stored, change: Partial<BookSource> = {}) =>
  verifyBook(
    {
      head,
      entries: each(kept),
      movements: each(movements),
      ledger: each(
        ledgerWrites(entries).flatMap((write) =>
          write.kind === 'put' ? [{ account: write.item.pk.slice('LEDGER#'.length), lines: write.item.lines as unknown as LedgerLine[] }] : [],
        ),
      ),
      anchors: each(entries.map(({ seq, hash: reached }) => ({ seq, hash: reached, event: seq }))),
      controls: each([]),
      series: each([]),
      ...change,
    },
    sha256,
  );

/** Ways in which a stored book can be wrong, and where it must show. */
const tamperings: readonly (readonly [string, (book: Stored) => void, string, number | undefined])[] = [
  [
    'one amount, by one unit on both sides',
    ({ entries: [, , , fourth] }) =>
      Object.assign(fourth ?? {}, {
        lines: fourth?.lines.map((line) => ({ ...line, amount: line.amount > 0n ? line.amount + 1n : line.amount - 1n })),
      }),
    'chain',
    4,
  ],
  ['one letter of a memo', (kept) => Object.assign(kept.entries[6] ?? {}, { memo: 'a Sale' }), 'chain', 7],
  ['one entry dropped', (kept) => void kept.entries.splice(9, 1), 'chain', 10],
  [
    'two entries changing places',
    (kept) => void kept.entries.splice(4, 2, ...[kept.entries[5], kept.entries[4]].filter((each) => each !== undefined)),
    'chain',
    5,
  ],
  ['the tail cut off', (kept) => void kept.entries.splice(17), 'head', 18],
  [
    'the tail cut off, and the head with it',
    (kept) => {
      kept.entries.splice(17);
      kept.head = { seq: 17, hash: kept.entries[16]?.hash ?? '' };
      kept.movements = movementsOf(kept.entries);
    },
    'anchors',
    18,
  ],
  ['a movement that no entry made', (kept) => Object.assign(kept.movements[0]?.counters ?? {}, { dr: 1 }), 'movements', undefined],
  ['a movement gone', (kept) => void kept.movements.pop(), 'movements', undefined],
];

describe('verification', () => {
  test('a book as it was posted verifies', async () => {
    expect(await verify(stored())).toEqual({ verified: true, seq: 20, hash: book.head.hash, entries: 20, findings: [] });
  });
  test.each(tamperings)('finds %s', async (_, tamper, verification, seq) => {
    const kept = stored();
    tamper(kept);
    const { verified, findings } = await verify(kept);
    expect(verified).toBe(false);
    expect(findings).toContainEqual(expect.objectContaining({ verification, ...(seq !== undefined && { seq }) }));
  });
  test('finds a ledger line under another account, a control account that differs, and a gap in a series', async () => {
    const { findings } = await verify(stored(), {
      ledger: each([]),
      controls: each([{ account: '1121', openItems: 5n }]),
      series: each([{ series: 'INV-2026', first: 1, last: 3, numbers: [1, 3] }]),
    });
    expect(new Set(findings.map(({ verification }) => verification))).toEqual(new Set(['ledger', 'controls', 'series']));
    expect(findings).toContainEqual({ verification: 'series', seq: 2, what: 'number 2 of INV-2026 is missing' });
  });
  test('a head rewritten to hide a change is betrayed by the events', async () => {
    const rewritten = post(
      aBook(),
      entries.map(({ date, memo, lines }) => ({ date, memo: `${memo}!`, lines })),
      facts(),
    );
    if (isRefusal(rewritten)) throw new Error(rewritten.refused);
    const { findings } = await verify({ entries: [...rewritten.entries], movements: movementsOf(rewritten.entries), head: rewritten.book.head });
    expect(findings[0]).toMatchObject({ verification: 'anchors', seq: 1 });
  });
});
