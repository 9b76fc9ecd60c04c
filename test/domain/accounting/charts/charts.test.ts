import { describe, expect, test } from 'vitest';
import {
  type AccountRole,
  type AccountType,
  accountInRole,
  accountRoles,
  repeatableRoles,
  requiredRoles,
} from '../../../../domain/accounting/charts/chart.ts';
import { chartFor, charts } from '../../../../domain/accounting/charts/charts.ts';

/** What type the account of a role must have, whatever the country. */
const typeOfRole: Record<AccountRole, AccountType | readonly AccountType[]> = {
  cash: 'asset',
  bank: 'asset',
  receivable: 'asset',
  payable: 'liability',
  inventory: 'asset',
  prepaid: 'asset',
  'fixed-asset': 'asset',
  'accumulated-depreciation': 'asset',
  'tax-output': 'liability',
  'tax-input': 'asset',
  'tax-settlement': 'liability',
  'withholding-payable': 'liability',
  'withholding-receivable': 'asset',
  zakat: 'liability',
  'income-tax': 'liability',
  'social-insurance': 'liability',
  'end-of-service': 'liability',
  'payroll-payable': 'liability',
  loan: 'liability',
  capital: 'equity',
  drawings: 'equity',
  'opening-balances': 'equity',
  'retained-earnings': 'equity',
  sales: 'income',
  'sales-returns': 'income',
  'other-income': 'income',
  'cost-of-sales': 'expense',
  depreciation: 'expense',
  'bank-charges': 'expense',
  'bad-debts': 'expense',
  rounding: 'expense',
  'fx-gain-loss': 'income',
  'fx-clearing': 'asset',
  suspense: 'asset',
  'customer-advances': 'liability',
  'supplier-advances': 'asset',
  'discounts-given': 'income',
  'discounts-received': ['income', 'expense'],
};
const contraRoles: readonly AccountRole[] = ['accumulated-depreciation', 'drawings', 'sales-returns', 'discounts-given'];
const everywhere = accountRoles.filter((role) => role !== 'zakat' && role !== 'end-of-service');

describe.each(charts.map((chart) => [chart.id, chart] as const))('the %s chart', (_, { accounts }) => {
  test('has between 45 and 90 accounts of four digits, unique and in order', () => {
    const codes = accounts.map(({ code }) => code);
    expect(codes.length).toBeGreaterThanOrEqual(45);
    expect(codes.length).toBeLessThanOrEqual(90);
    expect(codes).toEqual([...new Set(codes)].sort());
    for (const code of codes) expect(code).toMatch(/^\d{4}$/);
  });

  test('names every account once in English and once in Arabic letters', () => {
    expect(new Set(accounts.map(({ name }) => name.en)).size).toBe(accounts.length);
    expect(new Set(accounts.map(({ name }) => name.ar)).size).toBe(accounts.length);
    for (const { code, name } of accounts) {
      expect(name.en, code).toMatch(/^[A-Z0-9][\x20-\x7e]+$/);
      // A foreign abbreviation may stand at the end of an Arabic name, never instead of it.
      expect(name.ar, code).toMatch(/^[\u0621-\u0652][\u0621-\u0652 –]+(401\(k\))?$/);
    }
  });

  test('has each required role, and several accounts only in roles that may repeat', () => {
    for (const role of requiredRoles) expect(accountInRole(accounts, role), role).toBeDefined();
    const roles = accounts.flatMap(({ role }) => (role ? [role] : []));
    for (const role of new Set(roles))
      if (!repeatableRoles.has(role))
        expect(
          roles.filter((other) => other === role),
          role,
        ).toHaveLength(1);
  });

  test('has the roles that any firm needs', () => {
    for (const role of everywhere) expect(accountInRole(accounts, role), role).toBeDefined();
  });

  test('gives each role an account of its type, and marks those that stand against it', () => {
    for (const { code, role, type, contra } of accounts) {
      if (!role) continue;
      expect([typeOfRole[role]].flat(), `${code} ${role}`).toContain(type);
      if (contraRoles.includes(role)) expect(contra, `${code} ${role}`).toBe(true);
    }
  });

  test('writes depreciation beside the asset that it wears out', () => {
    accounts.forEach(({ role, code }, place) => {
      if (role === 'accumulated-depreciation') expect(accounts[place - 1]?.role, code).toBe('fixed-asset');
    });
  });
});

test.each([
  ['SA', 'VAT input', 'ضريبة القيمة المضافة على المدخلات'],
  ['SA', 'VAT output', 'ضريبة القيمة المضافة على المخرجات'],
  ['SA', 'VAT settlement', 'صافي ضريبة القيمة المضافة المستحقة لهيئة الزكاة والضريبة والجمارك'],
  ['SA', 'customs VAT', 'ضريبة القيمة المضافة على الواردات المسددة للجمارك'],
  ['SA', 'zakat provision', 'مخصص الزكاة الشرعية'],
  ['SA', 'zakat expense', 'مصروف الزكاة'],
  ['SA', 'withholding tax', 'ضريبة الاستقطاع المستحقة'],
  ['SA', 'GOSI of employees', 'التأمينات الاجتماعية المستحقة – حصة الموظفين'],
  ['SA', 'GOSI of the employer', 'التأمينات الاجتماعية المستحقة – حصة صاحب العمل'],
  ['SA', 'end-of-service provision', 'مخصص مكافأة نهاية الخدمة'],
  ['SA', 'end-of-service expense', 'مصروف مكافأة نهاية الخدمة'],
  ['SA', 'housing allowance', 'بدل السكن'],
  ['SA', 'transport allowance', 'بدل النقل'],
  ['SA', 'iqama and work permits', 'رسوم الإقامات ورخص العمل والتأشيرات'],
  ['AE', 'corporate tax', 'ضريبة الشركات المستحقة'],
  ['AE', 'gratuity', 'مخصص مكافأة نهاية الخدمة'],
  ['AE', 'wages protection', 'حساب وسيط لنظام حماية الأجور'],
  ['AE', 'visa costs', 'تكاليف التأشيرات والهوية وبطاقات العمل'],
  ['EG', 'tax withheld from suppliers', 'ضرائب خصم وتحصيل تحت حساب الضريبة مستحقة'],
  ['EG', 'salary tax', 'ضريبة المرتبات المستحقة'],
  ['EG', 'social insurance', 'الهيئة القومية للتأمين الاجتماعي – مستحقات'],
  ['EG', 'stamp tax', 'ضريبة الدمغة المستحقة'],
] as const)('in %s there is an account for %s', (country, _, name) => {
  expect(chartFor(country).accounts.map((account) => account.name.ar)).toContain(name);
});

test.each([
  ['US', 'Sales tax payable'],
  ['US', 'FICA payable: Social Security and Medicare'],
  ['US', 'Federal and state unemployment tax payable'],
  ['US', '401(k) contributions payable'],
  ['GB', 'VAT control account'],
  ['GB', 'PAYE payable'],
  ['GB', 'National Insurance payable'],
  ['GB', 'Pension contributions payable'],
  ['GB', 'Corporation tax payable'],
  ['GB', "Director's loan account"],
] as const)('in %s there is %s', (country, name) => {
  expect(chartFor(country).accounts.map((account) => account.name.en)).toContain(name);
});

test('zakat and end of service have their roles where the law demands them', () => {
  expect(accountInRole(chartFor('SA').accounts, 'zakat')?.code).toBe('2114');
  for (const country of ['SA', 'AE', 'EG']) expect(accountInRole(chartFor(country).accounts, 'end-of-service')).toBeDefined();
});

test('the first account of a role that repeats is the default', () => {
  expect(accountInRole(chartFor('GB').accounts, 'bank')?.code).toBe('1200');
  expect(accountInRole(chartFor('SA').accounts, 'cash')?.name.en).toBe('Cash on hand');
});

test('a country without a chart of its own gets the generic one', () => {
  expect(chartFor('KW').id).toBe('generic');
  expect(chartFor('nowhere').id).toBe('generic');
});
