import { expect, test } from 'vitest';
import { accountType, declaredType } from '../../../../domain/accounting/journals/account-types.ts';

const NONE = new Map();
test.each([
  ['assets', 'asset'],
  ['Asset:receivable', 'asset'],
  ['assets:bank:checking', 'cash'],
  ['assets:cash', 'cash'],
  ['assets:long:savings:x', 'cash'],
  ['assets:petty cash', 'asset'],
  ['liabilities:card', 'liability'],
  ['Liability', 'liability'],
  ['debts:x', 'liability'],
  ['equity:conversion', 'equity'],
  ['revenues:x', 'income'],
  ['Income', 'income'],
  ['expenses:food', 'expense'],
  ['expenses', 'expense'],
  ['x:assets', undefined],
  ['assetsx', undefined],
  ['الأصول:الذمم', 'asset'],
  ['الاصول المتداولة', undefined],
  ['أصول:بنك الرياض', 'asset'],
  ['الأصول:البنك', 'cash'],
  ['الأُصول:الصندوق:الفرع', 'cash'],
  ['المطلوبات', 'liability'],
  ['الخصوم:الموردون', 'liability'],
  ['الالتزامات', 'liability'],
  ['حقوق الملكية:رأس المال', 'equity'],
  ['رأس المال', 'equity'],
  ['الإيرادات:المبيعات', 'income'],
  ['الايرادات', 'income'],
  ['المصروفات:الرواتب', 'expense'],
  ['المصاريف', 'expense'],
])('%s is %s', (name, type) => {
  const found = accountType(name, NONE);
  expect(found?.cash ? 'cash' : found?.type).toBe(type);
});

test('a declaration holds for subaccounts, the nearest first', () => {
  const declared = new Map([
    ['x', { type: 'expense' as const }],
    ['x:assets', { type: 'asset' as const, cash: true }],
  ]);
  expect(accountType('x:assets:bank', declared)).toEqual({ type: 'asset', cash: true });
  expect(accountType('x:y:z', declared)).toEqual({ type: 'expense' });
  expect(accountType('assets:x', declared)).toEqual({ type: 'asset' });
});

test.each(['A', 'asset', 'L', 'Liability', 'E', 'R', 'revenue', 'X', 'Expense', 'C', 'cash', 'V', ' conversion '])(
  'type:%s is a declaration',
  (written) => {
    expect(declaredType(written)).toBeDefined();
  },
);
test('type:Z is none', () => expect(declaredType('Z')).toBeUndefined());
