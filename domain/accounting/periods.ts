import { FIRST_MONTH, type LocalDate, lastDayOf, type Month, monthAfter, monthOf } from '../kernel/dates.ts';
import { type Outcome, refuse } from '../kernel/decision.ts';
import type { BookHead } from './book.ts';

export type PeriodState = 'open' | 'closed' | 'locked';

export function stateOfPeriod(head: BookHead, month: Month): PeriodState {
  const last = lastDayOf(month);
  if (head.lockedThrough && last <= head.lockedThrough) return 'locked';
  return head.closedThrough && last <= head.closedThrough ? 'closed' : 'open';
}

/** Closes a month and, the first time, everything before it. Months close in order; drafts dated in it stand in the way. */
export function closePeriod(head: BookHead, month: Month, drafts: number): Outcome<BookHead> {
  const next = head.closedThrough ? monthAfter(monthOf(head.closedThrough)) : month;
  if (month !== next) return refuse('period.not_next', { period: next });
  if (head.importing) return refuse('import.running');
  if (drafts > 0) return refuse('period.drafts', { count: drafts, period: month });
  return moved(head, { closedThrough: lastDayOf(month) });
}

/** Reopens the last closed month, and no other (rule B6). A closed year is reopened by the caller first. */
export function reopenPeriod(head: BookHead, month: Month): Outcome<BookHead> {
  if (!head.closedThrough || lastDayOf(month) > head.closedThrough) return refuse('period.not_closed', { period: month });
  if (stateOfPeriod(head, month) === 'locked') return refuse('book.locked', { through: head.lockedThrough ?? '' });
  const last = monthOf(head.closedThrough);
  if (month !== last) return refuse('period.not_last', { period: last });
  const { closedThrough: _reopened, ...rest } = head;
  // Before the first month there is nothing to be closed.
  return month === FIRST_MONTH ? moved(rest, {}) : moved(head, { closedThrough: lastDayOf(monthAfter(month, -1)) });
}

/** Locks everything through a closed month for ever. A lock only moves forward (rule B5). */
export function lockPeriod(head: BookHead, month: Month): Outcome<BookHead> {
  const through: LocalDate = lastDayOf(month);
  if (head.lockedThrough && through <= head.lockedThrough) return refuse('lock.backwards', { through: head.lockedThrough });
  if (!head.closedThrough || through > head.closedThrough) return refuse('period.not_closed', { period: month });
  return moved(head, { lockedThrough: through });
}

const moved = (head: BookHead, change: Partial<BookHead>): BookHead => ({ ...head, ...change, version: head.version + 1 });

/** The first and last day of a fiscal year, named by the calendar year in which it starts. */
export function fiscalYear(head: Pick<BookHead, 'fiscalYearStart'>, year: number): { readonly from: LocalDate; readonly to: LocalDate } {
  const first: Month = `${String(year).padStart(4, '0')}-${String(head.fiscalYearStart).padStart(2, '0')}`;
  return { from: `${first}-01`, to: lastDayOf(monthAfter(first, 11)) };
}

/** The fiscal year in which a date falls. */
export function fiscalYearOf(head: Pick<BookHead, 'fiscalYearStart'>, date: LocalDate): number {
  const year = Number(date.slice(0, 4));
  return Number(date.slice(5, 7)) >= head.fiscalYearStart ? year : year - 1;
}
