import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Book, Line } from '../../../../domain/accounting/book.ts';
import { MAX_ENTRY_LINES, post } from '../../../../domain/accounting/post.ts';
import { isRefusal } from '../../../../domain/kernel/decision.ts';
import { sequenceOf } from '../../../../domain/kernel/ids.ts';
import { aBook, BANK, CASH, entry, facts, SALES } from '../build-book.ts';

const posted = (book: Book, ...drafts: ReturnType<typeof entry>[]) => {
  const posting = post(book, drafts, facts());
  if (isRefusal(posting)) throw new Error(posting.refused);
  return posting;
};

describe('posting', () => {
  test('an entry takes the next number, and its id spells it', () => {
    const { entries, book } = posted(aBook({ seq: 41 }), entry());
    expect(entries[0]?.seq).toBe(42);
    expect(sequenceOf(entries[0]?.id ?? '')).toBe(42);
    expect(book.head).toMatchObject({ seq: 42, hash: entries[0]?.hash, firstMonth: '2026-01' });
  });

  test('each hash covers the one before it and the whole entry', () => {
    const { entries } = posted(aBook(), entry(), entry());
    const changed = posted(aBook(), entry({ memo: 'another' }), entry());
    expect(entries[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(changed.entries[1]?.hash).not.toBe(entries[1]?.hash);
  });

  test.each([
    [
      'one unit off',
      aBook(),
      entry({
        lines: [
          { account: CASH, amount: 100n },
          { account: SALES, amount: -101n },
        ],
      }),
      'entry.unbalanced',
      '/lines',
    ],
    ['one line', aBook(), entry({ lines: [{ account: CASH, amount: 0n }] }), 'entry.too_few_lines', '/lines'],
    [
      'too many lines',
      aBook(),
      entry({ lines: Array.from({ length: MAX_ENTRY_LINES + 1 }, () => ({ account: CASH, amount: 0n })) }),
      'entry.too_large',
      '/lines',
    ],
    [
      'an account that is not there',
      aBook(),
      entry({
        lines: [
          { account: CASH, amount: 1n },
          { account: '9999x', amount: -1n },
        ],
      }),
      'account.unknown',
      '/lines/1/account',
    ],
    [
      'an unknown branch',
      aBook(),
      entry({
        lines: [
          { account: CASH, amount: 1n, dimensions: { branch: 'RUH' } },
          { account: SALES, amount: -1n },
        ],
      }),
      'dimension.unknown',
      '/lines/0/dimensions/branch',
    ],
    ['a closed month', aBook({ closedThrough: '2026-01-31' }), entry(), 'period.closed', '/date'],
    ['a locked month', aBook({ closedThrough: '2026-01-31', lockedThrough: '2026-01-31' }), entry(), 'book.locked', '/date'],
    [
      'locked and unbalanced: the balance comes first',
      aBook({ lockedThrough: '2026-01-31' }),
      entry({
        lines: [
          { account: CASH, amount: 2n },
          { account: SALES, amount: -1n },
        ],
      }),
      'entry.unbalanced',
      '/lines',
    ],
  ] as const)('%s is refused', (_, book, draft, code, pointer) => {
    expect(post(book, [draft], facts())).toMatchObject({ refused: code, errors: [{ pointer, code }] });
  });

  test('one refused entry of a batch refuses the batch, and the pointer names it', () => {
    const bad = entry({
      lines: [
        { account: CASH, amount: 2n },
        { account: SALES, amount: -1n },
      ],
    });
    expect(post(aBook(), [entry(), bad], facts(), (i) => `/entries/${i}`)).toMatchObject({
      refused: 'entry.unbalanced',
      errors: [{ pointer: '/entries/1/lines' }],
    });
  });

  test('a line in another currency passes through exchange clearing, so that every currency balances', () => {
    const { entries } = posted(
      aBook(),
      entry({
        lines: [
          { account: BANK, amount: -375_00n },
          { account: CASH, amount: 375_00n, foreign: { currency: 'USD', amount: 100_00n } },
        ],
      }),
    );
    const clearing = entries[0]?.lines.filter(({ account }) => account === '1118');
    expect(clearing).toEqual([
      { account: '1118', amount: -375_00n, foreign: { currency: 'USD', amount: -100_00n } },
      { account: '1118', amount: 375_00n },
    ]);
  });

  const foreignLine = fc.record({
    account: fc.constantFrom(CASH, BANK, SALES),
    base: fc.bigInt(-(10n ** 9n), 10n ** 9n),
    currency: fc.constantFrom('USD', 'EUR', 'JPY'),
    amount: fc.bigInt(-(10n ** 9n), 10n ** 9n),
    isForeign: fc.boolean(),
  });
  test('whatever is posted balances in the book’s currency and in every other', () => {
    void fc.assert(
      fc.property(fc.array(foreignLine, { minLength: 1, maxLength: 12 }), (shapes) => {
        const lines = shapes.map(
          ({ account, base, currency, amount, isForeign }): Line => ({ account, amount: base, ...(isForeign && { foreign: { currency, amount } }) }),
        );
        const open = lines.reduce((sum, line) => sum + line.amount, 0n);
        const { entries } = posted(aBook(), entry({ lines: [...lines, { account: SALES, amount: -open }] }));
        const sums = new Map<string, bigint>([['', 0n]]);
        for (const line of entries[0]?.lines ?? []) {
          sums.set('', (sums.get('') ?? 0n) + line.amount);
          if (line.foreign) sums.set(line.foreign.currency, (sums.get(line.foreign.currency) ?? 0n) + line.foreign.amount);
        }
        expect([...sums.values()].every((sum) => sum === 0n)).toBe(true);
      }),
    );
  });
});
