import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agedReceivables } from '../../../../domain/accounting/invoicing/ageing.ts';
import { creditInvoice } from '../../../../domain/accounting/invoicing/credit-invoice.ts';
import { settlementOf } from '../../../../domain/accounting/invoicing/document.ts';
import { draftInvoice } from '../../../../domain/accounting/invoicing/draft-invoice.ts';
import { parseDecimal, parseRate, worthInBook, worthOfParts } from '../../../../domain/accounting/invoicing/exchange.ts';
import { numberingOf, numberOf, SERIES, takeNumber, takePaymentNumber } from '../../../../domain/accounting/invoicing/numbering.ts';
import { percentOf } from '../../../../domain/accounting/invoicing/percent.ts';
import { postInvoice } from '../../../../domain/accounting/invoicing/post-invoice.ts';
import type { SentDocument } from '../../../../domain/accounting/invoicing/read-draft.ts';
import {
  creditNoteCan,
  creditNoteStates,
  invoiceCan,
  invoiceStates,
  paymentCan,
  paymentStates,
} from '../../../../domain/accounting/invoicing/states.ts';
import type { Numbering } from '../../../../domain/firms/country-profiles.ts';
import { isRefusal } from '../../../../domain/kernel/decision.ts';
import { formatAmount } from '../../../../domain/kernel/money.ts';
import { acme, bookOf, counter, draftFacts, facts, line, made, numbering, seller, sentInvoice } from './books.ts';

const post = (sent: SentDocument, book = bookOf(), country = 'SA') => {
  const draft = made(draftInvoice('inv_00000000000000000000000001', sent, draftFacts(book, { country })));
  return { draft, ...made(postInvoice(draft, book, acme, { posting: facts(), seller, numbering: numbering.invoice })) };
};

describe('the entry of an invoice', () => {
  test('debits the customer once and credits each account, branch and tax code once', () => {
    const { posting, invoice } = post(
      sentInvoice({
        reference: 'PO-9',
        lines: [
          line('100.00'),
          line('50.00', { dimensions: { branch: 'RUH' } }),
          line('10.00', { account: '4102', taxCode: 'Z' }),
          line('5.00'),
          line('7.00', { discount: { percent: '100' } }),
        ],
      }),
    );
    expect(posting.entries[0]).toMatchObject({
      date: '2026-01-10',
      memo: 'INV-2026-00001 Acme',
      reference: 'PO-9',
      document: { kind: 'invoice', number: 'INV-2026-00001' },
      lines: [
        { account: '1121', amount: 188_25n, contact: acme.id },
        { account: '4101', amount: -105_00n },
        { account: '4101', amount: -50_00n, dimensions: { branch: 'RUH' } },
        { account: '4102', amount: -10_00n },
        { account: '2111', amount: -23_25n, memo: 'S 15%' },
      ],
    });
    expect(posting.entries[0]?.lines).toHaveLength(5);
    expect(invoice).toMatchObject({
      state: 'posted',
      gross: 188_25n,
      moves: [{ on: '2026-01-10', amount: 188_25n, base: 188_25n, kind: 'document' }],
    });
  });

  test('a line below zero is a deduction, and one account that comes to nothing has no line', () => {
    const { posting } = post(
      sentInvoice({
        lines: [
          line('100.00', { taxCode: 'O' }),
          line('30.00', { taxCode: 'O', account: '4102' }),
          line('-30.00', { taxCode: 'O', account: '4102' }),
        ],
      }),
    );
    expect(posting.entries[0]?.lines.map(({ account, amount }) => [account, amount])).toEqual([
      ['1121', 100_00n],
      ['4101', -100_00n],
    ]);
  });

  test('of a foreign invoice adds up in both currencies, the residue in its largest part', () => {
    const { posting } = post(
      sentInvoice({ currency: 'USD', rate: '3.7512', lines: [line('33.33'), line('33.33', { account: '4102' }), line('0.01', { account: '4103' })] }),
    );
    const lines = posting.entries[0]?.lines ?? [];
    expect(lines.map(({ account, amount, foreign }) => [account, amount, foreign?.amount])).toEqual([
      ['1121', 287_60n, 76_67n],
      ['4101', -125_02n, -33_33n],
      ['4102', -125_03n, -33_33n],
      ['4103', -4n, -1n],
      ['2111', -37_51n, -10_00n],
    ]);
    expect(lines.every(({ foreign }) => foreign?.currency === 'USD')).toBe(true);
  });
});

describe('the totals of a draft', () => {
  const total = (sent: Partial<SentDocument>, country = 'SA', currency = 'SAR', digits = 2) => {
    const { net, tax, gross } = made(
      draftInvoice('inv_00000000000000000000000001', sentInvoice({ ...sent }), draftFacts(bookOf(country, currency, digits), { country })),
    );
    return [net, tax, gross].map((amount) => formatAmount(amount, digits));
  };
  test.each([
    ['half a halala goes up (815.955)', { lines: [line('815.955', { taxCode: 'O' })] }, ['815.96', '0.00', '815.96']],
    ['the rate of the date of supply: 5% in June 2020', { date: '2020-06-30', lines: [line('100.00')] }, ['100.00', '5.00', '105.00']],
    ['and 15% in July', { date: '2020-07-01', lines: [line('100.00')] }, ['100.00', '15.00', '115.00']],
    ['the tax of a document is rounded once', { lines: [line('0.03'), line('0.03'), line('0.03')] }, ['0.09', '0.01', '0.10']],
    ['prices with tax come to what they say', { pricesInclude: true, lines: [line('99.99'), line('0.01')] }, ['86.96', '13.04', '100.00']],
    ['a quantity of six decimals', { lines: [line('0.6125', { quantity: '12.345678', taxCode: 'O' })] }, ['7.56', '0.00', '7.56']],
    [
      'a discount of a percentage with decimals',
      { lines: [line('200.00', { discount: { percent: '12.5' }, taxCode: 'O' })] },
      ['175.00', '0.00', '175.00'],
    ],
    ['a discount of an amount', { lines: [line('200.00', { discount: { amount: '0.01' }, taxCode: 'O' })] }, ['199.99', '0.00', '199.99']],
  ])('%s', (_, sent, expected) => {
    expect(total(sent)).toEqual(expected);
  });
  test('a currency of three decimals keeps them', () => {
    expect(total({ currency: 'KWD', lines: [line('1.2345', { taxCode: 'O' })] }, 'KW', 'KWD', 3)).toEqual(['1.235', '0.000', '1.235']);
  });
  test('a line’s rounding is the country’s own', () => {
    expect(total({ currency: 'AED', lines: [line('0.30'), line('0.30')] }, 'AE', 'AED')).toEqual(['0.60', '0.04', '0.64']);
  });
});

test('however an invoice is credited in parts, the parts add up to it', () => {
  const price = fc.integer({ min: 1, max: 99_999 }).map((cents) => (cents / 100).toFixed(2));
  const sent = fc.record({
    pricesInclude: fc.boolean(),
    lines: fc.array(
      fc.record({
        unitPrice: price,
        quantity: fc.integer({ min: 1, max: 5 }).map(String),
        taxCode: fc.constantFrom('S', 'Z'),
        text: fc.constant('x'),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  });
  fc.assert(
    fc.property(sent, fc.array(fc.record({ line: fc.nat(3), part: fc.nat(100), byQuantity: fc.boolean() }), { maxLength: 8 }), (document, parts) => {
      const book = bookOf();
      const mint = counter();
      let { invoice } = post(sentInvoice(document), book);
      const notes: { net: bigint; tax: bigint; gross: bigint }[] = [];
      const credit = (lines?: readonly { line: number; quantity?: string; amount?: string }[]) => {
        const outcome = creditInvoice(mint('creditNote'), invoice, { date: '2026-02-01', lines }, '2026-02-01', book, {
          posting: facts(),
          numbering: numbering.creditNote,
        });
        if (isRefusal(outcome)) return;
        invoice = outcome.invoice;
        notes.push(outcome.note);
      };
      for (const { line: at, part, byQuantity } of parts) {
        const index = at % invoice.lines.length;
        const whole = invoice.lines[index];
        const entered = (invoice.pricesInclude ? whole?.gross : whole?.net) ?? 0n;
        credit([{ line: index + 1, ...(byQuantity ? { quantity: '1' } : { amount: formatAmount((entered * BigInt(part)) / 100n, 2) }) }]);
      }
      credit();
      expect(notes.reduce((sum, { net }) => sum + net, 0n)).toBe(invoice.net);
      expect(notes.reduce((sum, { tax }) => sum + tax, 0n)).toBe(invoice.tax);
      expect(settlementOf(invoice)).toEqual({ paid: 0n, credited: invoice.gross, due: 0n });
      expect(invoice.state).toBe('credited');
    }),
    { numRuns: 200 },
  );
});

describe('numbers', () => {
  const yearly = { prefix: 'INV-{year}-', digits: 4, restarts: 'yearly' } as const;
  const never = { ...yearly, restarts: 'never' } as const;
  const take = (asked: readonly (readonly [Numbering, string])[]) => {
    let book = bookOf();
    return asked.map(([rule, date]) => {
      const taken = takeNumber(book, rule, date);
      book = taken.book;
      return taken.number;
    });
  };
  test.each([
    [
      'start again each year',
      [
        [yearly, '2026-01-01'],
        [yearly, '2026-12-31'],
        [yearly, '2027-01-01'],
        [yearly, '2026-06-01'],
      ],
      ['INV-2026-0001', 'INV-2026-0002', 'INV-2027-0001', 'INV-2026-0003'],
    ],
    [
      'or go on',
      [
        [never, '2026-01-01'],
        [never, '2027-01-01'],
      ],
      ['INV-2026-0001', 'INV-2027-0002'],
    ],
    [
      'a firm that changes its mind takes none twice',
      [
        [yearly, '2026-01-01'],
        [never, '2026-01-02'],
        [yearly, '2026-01-03'],
        [never, '2027-01-01'],
        [yearly, '2027-01-01'],
      ],
      ['INV-2026-0001', 'INV-2026-0002', 'INV-2026-0003', 'INV-2027-0003', 'INV-2027-0004'],
    ],
    [
      'what shows no year never restarts',
      [
        [{ ...yearly, prefix: 'A' }, '2026-01-01'],
        [{ ...yearly, prefix: 'A' }, '2027-01-01'],
      ],
      ['A0001', 'A0002'],
    ],
  ] as const)('%s', (_, asked, expected) => {
    expect(take(asked)).toEqual(expected);
  });
  test.each(['constructor', '__proto__', 'toString', ''])('count from one under the prefix %j too', (prefix) => {
    const rule = { ...never, prefix };
    expect(take([rule, rule].map((one) => [one, '2026-01-01'] as const))).toEqual([`${prefix}0001`, `${prefix}0002`]);
  });
  test('of payments leave no gap in a series of the same name', () => {
    const series = numberingOf(yearly, 'PAY');
    const date = '2026-01-01';
    const first = takeNumber(bookOf(), series, date);
    const paid = takePaymentNumber(first.book, yearly, date);
    expect([first.number, paid.number, takeNumber(paid.book, series, date).number]).toEqual(['PAY-2026-0001', 'PAY-2026-0001', 'PAY-2026-0002']);
  });
  test('widen past their digits', () => expect(numberOf(yearly, '2026-01-01', 12_345)).toBe('INV-2026-12345'));
  test.each([
    ['INV', true],
    ['INV-RUH', true],
    ['A1', true],
    ['inv', false],
    ['INV-2026', false],
    ['', false],
    ['INV-{year}', false],
  ])('%s as a series: %s', (series, is) => expect(SERIES.test(series)).toBe(is));
});

describe('figures', () => {
  test.each([
    ['15', 1500],
    ['8.875', 887.5],
    ['0', 0],
    ['0.5', 50],
    ['0.05', 5],
    ['110', 11000],
    ['17.5', 1750],
  ])('%s%%', (text, points) => expect(percentOf(points)).toBe(text));
  test.each([
    ['1.5', 6, 1_500_000n],
    ['-2', 2, -200n],
    ['1.1234567', 6, undefined],
    ['1,5', 6, undefined],
    ['.5', 6, undefined],
    ['1e3', 6, undefined],
    ['', 6, undefined],
  ])('%s at %s decimals', (text, scale, value) => expect(parseDecimal(text, scale)).toBe(value));
  test('a rate is above zero', () =>
    expect([parseRate('0'), parseRate('-1'), parseRate('3.75')]).toEqual([undefined, undefined, 3_750_000_000_000n]));
  test('a rate bridges different decimals', () => {
    expect(worthInBook(1_000n, parseRate('12.2') ?? 0n, 3, 2)).toBe(12_20n); // 1.000 KWD in SAR
    expect(worthInBook(100n, parseRate('0.025') ?? 0n, 0, 2)).toBe(2_50n); // 100 JPY in SAR
  });
  test('parts are worth what the whole is worth', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(-10_000_000n, 10_000_000n), { minLength: 1, maxLength: 8 }), fc.bigInt(1n, 99_999n), (parts, rate) => {
        const worthOf = (amount: bigint) => worthInBook(amount, rate * 10n ** 9n, 2, 2);
        const whole = worthOf(parts.reduce((sum, part) => sum + part, 0n));
        const worth = worthOfParts(parts, whole, worthOf);
        expect(worth.reduce((sum, part) => sum + part, 0n)).toBe(whole);
      }),
    );
  });
});

describe('states', () => {
  test.each([
    ['invoice', invoiceStates, invoiceCan],
    ['credit note', creditNoteStates, creditNoteCan],
    ['payment', paymentStates, paymentCan],
  ] as const)('what a %s can is said of its own states', (_, states, can) => {
    for (const allowed of Object.values(can)) for (const state of allowed) expect(Object.keys(states)).toContain(state);
  });
  test('nothing can be done with what is void', () => {
    for (const can of [invoiceCan, creditNoteCan, paymentCan]) for (const allowed of Object.values(can)) expect(allowed).not.toContain('void');
  });
});

describe('ageing', () => {
  const item = (dueOn: string, amount: bigint, aged = true) => ({
    contact: acme.id,
    aged,
    dueOn,
    moves: [{ on: '2026-01-01', amount, base: amount, kind: 'document' as const }],
  });
  test.each([
    ['not due yet', '2026-03-31', 0],
    ['due today', '2026-03-30', 0],
    ['a day overdue', '2026-03-29', 1],
    ['30 days', '2026-02-28', 1],
    ['31 days', '2026-02-27', 2],
    ['90 days', '2025-12-30', 3],
    ['91 days', '2025-12-29', 4],
  ])('%s', (_, dueOn, bucket) => {
    expect(agedReceivables([item(dueOn, 5n)], '2026-03-30').totals.buckets.indexOf(5n)).toBe(bucket);
  });
  test('credit stands beside the buckets, and a contact with nothing open has no row', () => {
    const { rows, totals } = agedReceivables(
      [item('2026-03-30', 5n), item('2026-03-30', -2n, false), { ...item('2026-03-30', 0n), contact: null }],
      '2026-03-30',
    );
    expect(rows).toEqual([{ contact: acme.id, unallocated: -2n, buckets: [5n, 0n, 0n, 0n, 0n], total: 3n }]);
    expect(totals.total).toBe(3n);
  });
  test('buckets are what is asked for', () =>
    expect(agedReceivables([item('2026-03-20', 5n)], '2026-03-30', [0, 7]).totals.buckets).toEqual([0n, 0n, 5n]));
});
