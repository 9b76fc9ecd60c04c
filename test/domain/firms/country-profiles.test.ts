import { expect, test } from 'vitest';
import { countryProfiles, profileFor, readTaxNumber, weekdays, workingWeekOn } from '../../../domain/firms/country-profiles.ts';
import { countries } from '../../../domain/kernel/countries.ts';

test.each([
  ['SA', '2013-06-28', 'sat sun mon tue wed', ''],
  ['SA', '2013-06-29', 'sun mon tue wed thu', ''],
  ['SA', '2026-01-01', 'sun mon tue wed thu', ''],
  ['AE', '2006-08-31', 'sat sun mon tue wed', ''],
  ['AE', '2021-12-31', 'sun mon tue wed thu', ''],
  ['AE', '2022-01-01', 'mon tue wed thu', 'fri'],
  ['EG', '2026-01-01', 'sun mon tue wed thu', ''],
  ['KW', '2026-01-01', 'sun mon tue wed thu', ''],
  ['GB', '1990-01-01', 'mon tue wed thu fri', ''],
  ['US', '2026-01-01', 'mon tue wed thu fri', ''],
  ['MA', '2026-01-01', 'mon tue wed thu fri', ''],
  ['DE', '2026-01-01', 'mon tue wed thu fri', ''],
] as const)('%s on %s works %s in full and %j by half', (country, date, full, half) => {
  const week = workingWeekOn(profileFor(country).workingWeeks, date);
  expect(week.full.join(' ')).toBe(full);
  expect(week.half.join(' ')).toBe(half);
});

test('working weeks are in order of date, begin at the beginning, and use each day once', () => {
  for (const country of Object.keys(countries)) {
    const { workingWeeks, fiscalYearStartMonth } = profileFor(country);
    const dates = workingWeeks.map((week) => week.from);
    expect(dates[0], country).toBe('0001-01-01');
    expect(dates).toEqual([...new Set(dates)].sort());
    for (const { full, half } of workingWeeks) {
      const days = [...full, ...half];
      expect(new Set(days).size).toBe(days.length);
      for (const day of days) expect(weekdays).toContain(day);
    }
    expect(fiscalYearStartMonth >= 1 && fiscalYearStartMonth <= 12).toBe(true);
  }
});

test.each([
  ['SA', '300000000000003', '300000000000003'],
  ['SA', '3000 0000 0000 003', '300000000000003'],
  ['SA', '٣٠٠٠٠٠٠٠٠٠٠٠٠٠٣', '300000000000003'],
  ['SA', '\u200f300000000000003', '300000000000003'],
  ['SA', '400000000000003', undefined],
  ['SA', '300000000000004', undefined],
  ['SA', '30000000000003', undefined],
  ['AE', '100-1234-5678-9003', '100123456789003'],
  ['AE', '10012345678900', undefined],
  ['EG', '123-456-789', '123456789'],
  ['EG', '12345678', undefined],
  ['US', '12-3456789', '123456789'],
  ['US', '12-345678', undefined],
  ['GB', 'GB 339 0727 47', '339072747'],
  ['GB', 'XI339072747', '339072747'],
  ['GB', '339072748', undefined],
  ['GB', '339072747001', '339072747001'],
  ['GB', '339072790', undefined],
  ['GB', 'gd001', 'GD001'],
  ['GB', 'GD500', undefined],
  ['GB', 'HA599', 'HA599'],
  ['GB', 'HA499', undefined],
  ['DE', ' DE 811569869 ', 'DE 811569869'],
  ['DE', '  ', undefined],
] as const)('in %s the tax number %j is read as %s', (country, text, number) => {
  expect(readTaxNumber(country, text)).toBe(number);
});

test('a British number issued since 2010 passes by its second check', () => {
  // 100 0000 + weights: 8 + check + 55 is a multiple of 97 for 34.
  expect(readTaxNumber('GB', '100000034')).toBe('100000034');
});

test('each country that we know gives an example of its tax number that it accepts', () => {
  for (const [country, { taxNumber }] of Object.entries(countryProfiles)) expect(readTaxNumber(country, taxNumber.example)).toBe(taxNumber.example);
});

test('Arab countries begin in Arabic, the others in English', () => {
  for (const country of ['SA', 'AE', 'EG', 'JO', 'MA', 'YE']) expect(profileFor(country).language).toBe('ar');
  for (const country of ['US', 'GB', 'FR', 'TR', 'PK']) expect(profileFor(country).language).toBe('en');
});

test('tax is rounded by line where the law says so, else once per document', () => {
  const levels = Object.fromEntries(Object.entries(countryProfiles).map(([country, profile]) => [country, profile.taxRounding.level]));
  expect(levels).toEqual({ SA: 'document', AE: 'line', EG: 'line', US: 'document', GB: 'document' });
});
