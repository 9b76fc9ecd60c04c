import type { BookHead } from '../../domain/accounting/book.ts';
import { digitsOf } from '../../domain/kernel/currencies.ts';
import type { Write } from '../platform/table/port.ts';
import { headItem } from './book-items.ts';
import { bookKeys } from './keys.ts';

/** The first items of a firm's book: its head, and its country's chart as it is today. A later change of the template changes no firm's chart. */
export async function foundBook(firm: { readonly country: string; readonly currency: string; readonly fiscalYearStart: number }): Promise<Write[]> {
  // The charts of all countries are read when a book is founded, and not with every sign-in.
  const { chartFor } = await import('../../domain/accounting/charts/charts.ts');
  const head: BookHead = {
    version: 1,
    seq: 0,
    hash: '',
    chartVersion: 1,
    currency: firm.currency,
    digits: digitsOf(firm.currency) ?? 2,
    fiscalYearStart: firm.fiscalYearStart,
    closedYears: [],
  };
  const accounts = chartFor(firm.country).accounts.map(({ code, name, type, role }) => ({ code, name: { ...name }, type, ...(role && { role }) }));
  return [
    { kind: 'put', item: headItem(head), when: { exists: false } },
    { kind: 'put', item: { ...bookKeys.chartTemplate(), v: 1, accounts }, when: { exists: false } },
  ];
}
