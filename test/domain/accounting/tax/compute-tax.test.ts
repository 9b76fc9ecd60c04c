import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeTax, type Decimal, type TaxableDocument, type TaxableLine } from '../../../../domain/accounting/tax/compute-tax.ts';
import { divideRounded, formatAmount } from '../../../../domain/kernel/money.ts';

const decimal = (text: string): Decimal => {
  const [whole = '', fraction = ''] = text.split('.');
  return { value: BigInt(whole + fraction), scale: fraction.length };
};
const line = (quantity: string, price: string, percent = 0, more: Partial<TaxableLine> = {}): TaxableLine => ({
  quantity: decimal(quantity),
  unitPrice: decimal(price),
  taxCode: percent === 0 ? 'Z' : 'S',
  rateBasisPoints: Math.round(percent * 1000) / 10,
  ...more,
});
const document = (lines: readonly TaxableLine[], more: Partial<TaxableDocument> = {}): TaxableDocument => ({
  lines,
  pricesInclude: false,
  rounding: { level: 'document', mode: 'half-up' },
  digits: 2,
  ...more,
});
const byLine = { rounding: { level: 'line', mode: 'half-up' } } as const;
const toEven = { rounding: { level: 'document', mode: 'half-even' } } as const;
const inclusive = { pricesInclude: true } as const;

test.each([
  // [invoiceninja#10856]: 815.95 in one place and 815.96 in another.
  ['one line of 815.955', [line('1', '815.955')], {}, '815.96 0.00 815.96'],
  ['the same by halves to even', [line('1', '815.955')], toEven, '815.96 0.00 815.96'],
  ['815.945 by halves to even', [line('1', '815.945')], toEven, '815.94 0.00 815.94'],
  ['a third of a unit, three times', [line('3', '33.3333', 15)], {}, '100.00 15.00 115.00'],
  ['half a piaster of tax on each of three lines, once', [1, 2, 3].map(() => line('1', '0.10', 5)), {}, '0.30 0.02 0.32'],
  ['half a piaster of tax on each of three lines, by line', [1, 2, 3].map(() => line('1', '0.10', 5)), byLine, '0.30 0.03 0.33'],
  ['a half to even', [line('1', '0.50', 5)], toEven, '0.50 0.02 0.52'],
  ['115.00 with 15% in it', [line('1', '115.00', 15)], inclusive, '100.00 15.00 115.00'],
  ['100.00 with 15% in it', [line('1', '100.00', 15)], inclusive, '86.96 13.04 100.00'],
  ['0.03 with 15% in it', [line('1', '0.03', 15)], inclusive, '0.03 0.00 0.03'],
  ['three coffees of 9.99 with 20% in them', [1, 2, 3].map(() => line('1', '9.99', 20)), inclusive, '24.97 5.00 29.97'],
  ['three coffees by line', [1, 2, 3].map(() => line('1', '9.99', 20)), { ...inclusive, ...byLine }, '24.96 5.01 29.97'],
  ['dinars of a thousand fils', [line('3', '1.250', 5)], { digits: 3 }, '3.750 0.188 3.938'],
  ['yen without decimals', [line('1', '999', 10)], { digits: 0 }, '999 100 1099'],
  ['yen from a price with decimals', [line('7', '14.285', 10)], { digits: 0 }, '100 10 110'],
  ['New York, 8.875%', [line('1', '100.00', 8.875)], {}, '100.00 8.88 108.88'],
  ['fuel: 41.37 litres at 0.6125', [line('41.37', '0.6125', 5)], {}, '25.34 1.27 26.61'],
  ['a tenth off', [line('2', '49.99', 15, { discount: { percentBasisPoints: 1000 } })], {}, '89.98 13.50 103.48'],
  ['five off', [line('2', '49.99', 15, { discount: { amount: 5_00n } })], {}, '94.98 14.25 109.23'],
  ['five off what includes the tax', [line('1', '120.00', 15, { discount: { amount: 5_00n } })], inclusive, '100.00 15.00 115.00'],
  ['a credit of what had five off', [line('-2', '49.99', 15, { discount: { amount: 5_00n } })], {}, '-94.98 -14.25 -109.23'],
  ['all of it off', [line('1', '10.00', 15, { discount: { percentBasisPoints: 10_000 } })], {}, '0.00 0.00 0.00'],
  ['a deposit deducted', [line('1', '1000.00', 15), line('-1', '300.00', 15)], {}, '700.00 105.00 805.00'],
  ['a deposit that cancels the sale', [line('1', '33.33', 15), line('-1', '33.33', 15)], {}, '0.00 0.00 0.00'],
  ['two rates', [line('1', '10.03', 20), line('1', '10.03', 5), line('1', '5.00')], {}, '25.06 2.51 27.57'],
  ['nothing', [], {}, '0.00 0.00 0.00'],
] as const)('%s', (_, lines, more, expected) => {
  const given = document(lines, more);
  const { net, tax, gross } = computeTax(given);
  expect([net, tax, gross].map((amount) => formatAmount(amount, given.digits)).join(' ')).toBe(expected);
});

describe('what the rounding of a document leaves over', () => {
  const taxes = (given: TaxableDocument) => computeTax(given).lines.map(({ tax }) => tax);

  test('goes to the largest remainder, and among equals to the earlier line', () => {
    expect(taxes(document([line('1', '0.10', 5), line('1', '0.10', 5), line('1', '0.10', 5)]))).toEqual([1n, 1n, 0n]);
    expect(taxes(document([line('1', '0.10', 5), line('1', '0.19', 5)]))).toEqual([0n, 1n]);
  });

  test('never reaches a line without tax', () => {
    expect(taxes(document([line('1', '0.00', 5), line('1', '0.10', 5), line('1', '7.00')]))).toEqual([0n, 1n, 0n]);
  });

  test('is spread alike when a line deducts', () => {
    expect(taxes(document([line('1', '1.10', 5), line('-1', '0.30', 5)]))).toEqual([5n, -1n]);
    expect(taxes(document([line('-1', '1.10', 5), line('1', '0.30', 5)]))).toEqual([-5n, 1n]);
  });
});

test('the summary has one row per code and rate, in the order of the lines', () => {
  const { taxes } = computeTax(document([line('1', '10.00', 20), line('1', '3.00'), line('1', '5.00', 20), line('1', '8.00', 5)]));
  expect(taxes).toEqual([
    { taxCode: 'S', rateBasisPoints: 2000, base: 15_00n, tax: 3_00n },
    { taxCode: 'Z', rateBasisPoints: 0, base: 3_00n, tax: 0n },
    { taxCode: 'S', rateBasisPoints: 500, base: 8_00n, tax: 40n },
  ]);
});

test('what is listed less what is discounted is the net, or the gross where prices include the tax', () => {
  const lines = [line('3', '33.335', 15, { discount: { percentBasisPoints: 333 } })];
  expect(computeTax(document(lines)).lines).toEqual([{ listed: 100_01n, discount: 3_33n, net: 96_68n, tax: 14_50n, gross: 111_18n }]);
  expect(computeTax(document(lines, inclusive)).lines).toEqual([{ listed: 100_01n, discount: 3_33n, net: 84_07n, tax: 12_61n, gross: 96_68n }]);
});

const quantities = fc.record({ value: fc.bigInt({ min: -100_000n, max: 100_000n }), scale: fc.integer({ min: 0, max: 3 }) });
const prices = fc.record({ value: fc.bigInt({ min: 0n, max: 100_000_000n }), scale: fc.integer({ min: 0, max: 4 }) });
const rates = fc.constantFrom(0, 500, 1250, 1400, 1500, 2000, 887.5, 33.33);
const lines = fc.array(
  fc
    .record({
      quantity: quantities,
      unitPrice: prices,
      rateBasisPoints: rates,
      taxCode: fc.constantFrom('S', 'R'),
      off: fc.integer({ min: 0, max: 10_000 }),
    })
    .map(({ off, ...rest }): TaxableLine => (off > 5000 ? rest : { ...rest, discount: { percentBasisPoints: off } })),
  { maxLength: 12 },
);
const documents: fc.Arbitrary<TaxableDocument> = fc.record({
  lines,
  pricesInclude: fc.boolean(),
  rounding: fc.record({ level: fc.constantFrom('line', 'document'), mode: fc.constantFrom('half-up', 'half-even') }),
  digits: fc.constantFrom(0, 2, 3),
});
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);
const law = (title: string, holds: (given: TaxableDocument) => void): void => {
  test(title, () => {
    fc.assert(fc.property(documents, holds), { numRuns: 500 });
  });
};

law('lines, summary and totals always add up', (given) => {
  const result = computeTax(given);
  for (const { net, tax, gross } of result.lines) expect(net + tax).toBe(gross);
  for (const part of ['net', 'tax', 'gross'] as const) expect(sum(result.lines.map((each) => each[part]))).toBe(result[part]);
  expect(sum(result.taxes.map(({ base }) => base))).toBe(result.net);
  expect(sum(result.taxes.map(({ tax }) => tax))).toBe(result.tax);
  expect(result.net + result.tax).toBe(result.gross);
});

law('where prices include the tax, the gross is what was typed', (given) => {
  const typed = computeTax({ ...given, pricesInclude: true, lines: given.lines.map(({ discount: _, ...rest }) => rest) });
  given.lines.forEach(({ quantity, unitPrice }, place) => {
    const exact = divideRounded(
      quantity.value * unitPrice.value * 10n ** BigInt(given.digits),
      10n ** BigInt(quantity.scale + unitPrice.scale),
      given.rounding.mode,
    );
    expect(typed.lines[place]?.gross).toBe(exact);
  });
});

law('a credit of everything is the exact mirror', (given) => {
  const mirrored = computeTax({
    ...given,
    lines: given.lines.map((each) => ({ ...each, quantity: { ...each.quantity, value: -each.quantity.value } })),
  });
  const result = computeTax(given);
  expect([mirrored.net, mirrored.tax, mirrored.gross]).toEqual([-result.net, -result.tax, -result.gross]);
  expect(mirrored.lines.map(({ tax }) => -tax)).toEqual(result.lines.map(({ tax }) => tax));
});

law('each row of a document-level summary is its base times its rate, rounded once', (given) => {
  const result = computeTax({ ...given, pricesInclude: false, rounding: { ...given.rounding, level: 'document' } });
  for (const { base, tax, rateBasisPoints } of result.taxes) {
    expect(tax).toBe(divideRounded(base * BigInt(rateBasisPoints * 100), 1_000_000n, given.rounding.mode));
  }
});

law('no line is a whole unit away from its own exact tax', (given) => {
  computeTax({ ...given, pricesInclude: false }).lines.forEach(({ net, tax }, place) => {
    const off = tax * 1_000_000n - net * BigInt((given.lines[place]?.rateBasisPoints ?? 0) * 100);
    expect(off < 1_000_000n && off > -1_000_000n).toBe(true);
  });
});
