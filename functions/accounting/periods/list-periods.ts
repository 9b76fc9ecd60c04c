import type { BookHead } from '../../../domain/accounting/book.ts';
import { fiscalYear, fiscalYearOf, stateOfPeriod } from '../../../domain/accounting/periods.ts';
import { daysBetween, lastDayOf, type Month, monthAfter, monthOf } from '../../../domain/kernel/dates.ts';
import type { Verb } from '../../platform/call.ts';
import { readHead } from '../book-store.ts';
import type { periodsRoutes } from './routes.ts';

/** Months listed at the most: forty years. */
const MAX_MONTHS = 480;

/** The months from the first entry to today, newest first, and the fiscal years that they fall in, each with what may be done to it now. */
export const listPeriods: Verb<typeof periodsRoutes.listPeriods> = async (call) => {
  const head = await readHead(call.table);
  const now = monthOf(call.today);
  const first = head.firstMonth && head.firstMonth < now ? head.firstMonth : now;
  const months: Month[] = [];
  for (let month = now; month >= first && months.length < MAX_MONTHS; month = monthAfter(month, -1)) months.push(month);
  const years: number[] = [];
  for (let year = fiscalYearOf(head, `${now}-28`); year >= fiscalYearOf(head, `${first}-01`); year--) years.push(year);
  return {
    status: 200,
    body: {
      closedThrough: head.closedThrough ?? null,
      lockedThrough: head.lockedThrough ?? null,
      fiscalYearStart: head.fiscalYearStart,
      data: months.map((month) => ({ month, state: stateOfPeriod(head, month), can: monthCan(head, month) })),
      years: years.map((year) => yearOf(head, year)),
    },
  };
};

function monthCan(head: BookHead, month: Month): ('close' | 'reopen' | 'lock')[] {
  switch (stateOfPeriod(head, month)) {
    case 'open':
      return !head.closedThrough || monthAfter(monthOf(head.closedThrough)) === month ? ['close'] : [];
    case 'closed':
      return lastDayOf(month) === head.closedThrough ? ['reopen', 'lock'] : ['lock'];
    case 'locked':
      return [];
  }
}

function yearOf(head: BookHead, year: number) {
  const { from, to } = fiscalYear(head, year);
  const closed = head.closedYears.find((closing) => closing.year === year);
  const ready = head.closedThrough !== undefined && head.closedThrough <= to && daysBetween(head.closedThrough, to) <= 31;
  const can: ('close' | 'reopen')[] = closed ? (head.closedThrough === to ? ['reopen'] : []) : ready ? ['close'] : [];
  return { year, from, to, closed: closed !== undefined, entry: closed?.entry ?? null, can };
}
