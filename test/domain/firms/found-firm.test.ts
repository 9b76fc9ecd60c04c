import { expect, test } from 'vitest';
import { isTimeZone } from '../../../domain/firms/firm.ts';
import { checkFirmRequest, foundFirm } from '../../../domain/firms/found-firm.ts';
import { planCurrencies, planCurrencyFor, planNames, planOf } from '../../../domain/firms/plans.ts';
import { countries } from '../../../domain/kernel/countries.ts';
import { digitsOf } from '../../../domain/kernel/currencies.ts';
import { parseAmount } from '../../../domain/kernel/money.ts';

const request = { name: 'Nakheel', country: 'SA', currency: 'SAR', kind: 'business', plan: 'trial' } as const;
const facts = {
  id: 'frm_1',
  now: '2031-12-15T22:00:00.000Z',
  language: 'ar',
  founder: { user: 'usr_1', name: 'Layla', email: 'layla@nakheel.test' },
} as const;

test('every country of the list founds a firm with a time zone and a year', () => {
  for (const country of Object.keys(countries)) {
    const { firm } = foundFirm({ ...request, country }, facts);
    expect([country, isTimeZone(firm.timeZone), firm.fiscalYearStart >= 1 && firm.fiscalYearStart <= 12]).toEqual([country, true, true]);
  }
});

test('a trial ends after thirty days; another plan ends by itself never', () => {
  expect(foundFirm(request, facts).firm.trialEndsOn).toBe('2032-01-14');
  expect(foundFirm({ ...request, plan: 'starter' }, facts).firm).not.toHaveProperty('trialEndsOn');
});

test.each([
  ['a provider on any plan', { ...request, kind: 'provider', plan: 'provider' }, undefined],
  ['a provider on a plan of businesses', { ...request, kind: 'provider', plan: 'starter' }, undefined],
  ['a business on a plan of providers', { ...request, plan: 'provider' }, 'plan.for_providers'],
  ['small letters', { ...request, country: 'sa' }, 'country.unknown'],
  ['a member of every object as country', { ...request, country: 'toString' }, 'country.unknown'],
  ['a member of every object as plan', { ...request, plan: 'constructor' }, 'plan.unknown'],
] as const)('%s', (_, asked, code) => {
  const checked = checkFirmRequest(asked, '/firm');
  expect('refused' in checked ? checked.refused : undefined).toBe(code);
});

test('prices have exactly the digits of their currency, and no plan is free but the trial', () => {
  for (const name of planNames) {
    for (const currency of planCurrencies) {
      const price = parseAmount(planOf(name).pricePerMonth[currency], digitsOf(currency) ?? -1);
      expect([name, currency, typeof price === 'bigint' && price > 0n]).toEqual([name, currency, name !== 'trial']);
    }
  }
});

test('a firm is billed in its country’s currency where we sell in it, elsewhere in dollars', () => {
  expect(['SA', 'AE', 'EG', 'DE', 'JP', 'XX'].map(planCurrencyFor)).toEqual(['SAR', 'AED', 'EGP', 'EUR', 'USD', 'USD']);
});
