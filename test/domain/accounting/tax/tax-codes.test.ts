import { expect, test } from 'vitest';
import { rateOn, type TaxCategory, type TaxCode, type TaxKind, taxCodesFor } from '../../../../domain/accounting/tax/tax-codes.ts';
import { addDays, isLocalDate } from '../../../../domain/kernel/dates.ts';

const known = ['SA', 'AE', 'EG', 'US', 'GB', 'KW'] as const;

function codeOf(country: string, code: string): TaxCode {
  const found = taxCodesFor(country).find((other) => other.code === code);
  if (!found) throw new Error(`${country} has no code ${code}`);
  return found;
}

test.each([
  ['SA', 'S', '2017-12-31', undefined],
  ['SA', 'S', '2018-01-01', 500],
  ['SA', 'S', '2020-06-30', 500],
  ['SA', 'S', '2020-07-01', 1500],
  ['SA', 'S', '2099-12-31', 1500],
  ['SA', 'Z', '2017-12-31', undefined],
  ['SA', 'Z', '2018-01-01', 0],
  ['SA', 'O', '2010-01-01', 0],
  ['AE', 'S', '2017-12-31', undefined],
  ['AE', 'S', '2018-01-01', 500],
  ['EG', 'S', '2016-09-07', undefined],
  ['EG', 'S', '2016-09-08', 1300],
  ['EG', 'S', '2017-06-30', 1300],
  ['EG', 'S', '2017-07-01', 1400],
  ['EG', 'M', '2016-09-08', 500],
  ['GB', 'S', '2008-11-30', 1750],
  ['GB', 'S', '2008-12-01', 1500],
  ['GB', 'S', '2009-12-31', 1500],
  ['GB', 'S', '2010-01-01', 1750],
  ['GB', 'S', '2011-01-03', 1750],
  ['GB', 'S', '2011-01-04', 2000],
  ['GB', 'R', '1997-08-31', 800],
  ['GB', 'R', '1997-09-01', 500],
  ['GB', 'H', '2020-07-14', undefined],
  ['GB', 'H', '2020-07-15', 500],
  ['GB', 'H', '2021-09-30', 500],
  ['GB', 'H', '2021-10-01', 1250],
  ['GB', 'H', '2022-03-31', 1250],
  ['GB', 'H', '2022-04-01', undefined],
  ['US', 'NT', '1990-01-01', 0],
  ['US', 'ST0', '2026-01-01', 0],
  ['KW', 'S', '2026-01-01', 0],
] as const)('in %s the code %s is %s at %s', (country, code, date, rate) => {
  expect(rateOn(codeOf(country, code), date)).toBe(rate);
});

test.each(known)('in %s the rates of a code follow each other without overlap or gap', (country) => {
  for (const { code, rates } of taxCodesFor(country)) {
    rates.forEach(({ from, to }, place) => {
      expect(isLocalDate(from), code).toBe(true);
      const next = rates[place + 1];
      if (to !== undefined) expect(isLocalDate(to) && from <= to, code).toBe(true);
      if (next) expect(next.from, code).toBe(addDays(to ?? '', 1));
    });
  }
});

test.each(known)('in %s codes and names are unique, and a category fits its kind', (country) => {
  const categories: Record<TaxKind, TaxCategory> = {
    standard: 'S',
    reduced: 'S',
    zero: 'Z',
    exempt: 'E',
    'out-of-scope': 'O',
    'reverse-charge': 'AE',
  };
  const codes = taxCodesFor(country);
  expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length);
  expect(new Set(codes.map(({ name }) => name.en)).size).toBe(codes.length);
  expect(new Set(codes.map(({ name }) => name.ar)).size).toBe(codes.length);
  for (const { code, name, kind, category, rates, selfAssessedAs } of codes) {
    expect(name.ar, code).toMatch(/^[\u0621-\u0652 ]+$/);
    expect(category, code).toBe(categories[kind]);
    if (category !== 'S') for (const { rateBasisPoints } of rates) expect(rateBasisPoints, code).toBe(0);
    if (selfAssessedAs !== undefined) expect(codes.some((other) => other.code === selfAssessedAs)).toBe(true);
    expect(kind === 'reverse-charge', code).toBe(selfAssessedAs !== undefined);
  }
});
