import { expect, test } from 'vitest';
import { countries, isCountry } from '../../../domain/kernel/countries.ts';
import { currencies, isCurrency } from '../../../domain/kernel/currencies.ts';

test('the 249 countries of ISO 3166 are there, in order, each named once in both languages', () => {
  const codes = Object.keys(countries);
  expect(codes).toHaveLength(249);
  expect(codes).toEqual([...codes].sort());
  for (const [code, { name }] of Object.entries(countries)) {
    expect(code).toMatch(/^[A-Z]{2}$/);
    expect(name.en, code).toMatch(/^\p{Script=Latin}/u);
    expect(name.ar, code).toMatch(/^[\u0621-\u064a() -]+$/);
  }
  expect(new Set(Object.values(countries).map(({ name }) => name.en)).size).toBe(codes.length);
  expect(new Set(Object.values(countries).map(({ name }) => name.ar)).size).toBe(codes.length);
});

test('every country has a currency in circulation and a time zone that exists', () => {
  for (const [code, { currency, timeZone }] of Object.entries(countries)) {
    expect(isCurrency(currency), code).toBe(true);
    expect(() => new Intl.DateTimeFormat('en', { timeZone }), `${code} ${timeZone}`).not.toThrow();
  }
});

test('every currency is kept somewhere, but for those that circulate beside another', () => {
  const kept = new Set<string>(Object.values(countries).map(({ currency }) => currency));
  expect(Object.keys(currencies).filter((code) => !kept.has(code))).toEqual(['SVC', 'VED']);
});

test.each([
  ['SA', 'SAR', 'Asia/Riyadh'],
  ['AE', 'AED', 'Asia/Dubai'],
  ['EG', 'EGP', 'Africa/Cairo'],
  ['US', 'USD', 'America/New_York'],
  ['GB', 'GBP', 'Europe/London'],
  ['BG', 'EUR', 'Europe/Sofia'],
  ['CW', 'XCG', 'America/Curacao'],
] as const)('%s keeps its books in %s by the clock of %s', (code, currency, timeZone) => {
  expect(countries[code]).toMatchObject({ currency, timeZone });
});

test('a code that is not a country is not one', () => {
  for (const code of ['XX', 'UK', 'sa', '', 'constructor']) expect(isCountry(code)).toBe(false);
});
