import { expect, test } from 'vitest';
import { currencies, currencySymbols, digitsOf, isCurrency } from '../../../domain/kernel/currencies.ts';

test.each([
  ['SAR', 2],
  ['AED', 2],
  ['EGP', 2],
  ['USD', 2],
  ['KWD', 3],
  ['BHD', 3],
  ['OMR', 3],
  ['JOD', 3],
  ['IQD', 3],
  ['LYD', 3],
  ['TND', 3],
  ['JPY', 0],
  ['KRW', 0],
  ['VND', 0],
  ['CLP', 0],
  ['XOF', 0],
  ['HUF', 2],
  ['MRU', 2],
  ['XXX', undefined],
  ['BGN', undefined],
  ['sar', undefined],
  ['toString', undefined],
] as const)('%s has %s decimals', (code, digits) => {
  expect(digitsOf(code)).toBe(digits);
  expect(isCurrency(code)).toBe(digits !== undefined);
});

// ISO 4217 list one names these and no others with a minor unit that is not a hundredth (funds aside).
test('only the currencies of ISO without hundredths have other than two decimals', () => {
  const odd = (digits: number) =>
    Object.entries(currencies)
      .filter(([, currency]) => currency.digits === digits)
      .map(([code]) => code)
      .join(' ');
  expect(odd(0)).toBe('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF');
  expect(odd(3)).toBe('BHD IQD JOD KWD LYD OMR TND');
});

test('codes are three letters in order, and names are unique in both languages and in their own letters', () => {
  const codes = Object.keys(currencies);
  expect(codes).toHaveLength(155);
  expect(codes).toEqual([...codes].sort());
  for (const [code, { name }] of Object.entries(currencies)) {
    expect(code).toMatch(/^[A-Z]{3}$/);
    expect(name.en, code).toMatch(/^[A-Z][A-Za-z ]+$/);
    expect(name.ar, code).toMatch(/^[\u0621-\u064a ]+$/);
  }
  expect(new Set(Object.values(currencies).map(({ name }) => name.en)).size).toBe(codes.length);
  expect(new Set(Object.values(currencies).map(({ name }) => name.ar)).size).toBe(codes.length);
});

test('every sign names a currency, and the sign that a currency is shown with is read as that currency', () => {
  for (const [sign, code] of Object.entries(currencySymbols)) expect(isCurrency(code), sign).toBe(true);
  for (const [code, { symbol }] of Object.entries(currencies)) if (symbol !== undefined) expect(currencySymbols[symbol], symbol).toBe(code);
});

test.each([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['ر.س', 'SAR'],
  ['د.إ', 'AED'],
  ['ج.م', 'EGP'],
] as const)('%s is %s', (sign, code) => {
  expect(currencySymbols[sign]).toBe(code);
});

test.each(['kr', 'Rs', '﷼', 'C$'])('%s belongs to several countries and is not guessed', (sign) => {
  expect(currencySymbols[sign]).toBeUndefined();
});
