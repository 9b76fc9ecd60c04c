import { addDays, dayNumber, type LocalDate } from '../../kernel/dates.ts';
import type { Calendar } from '../calendars/calendar.ts';
import { openHours } from '../calendars/open-hours.ts';
import type { ShiftPolicy } from './deadline.ts';

/** No firm rests longer than this at a stretch; one whose calendar says so keeps the date. */
const LONGEST_REST = 60;

/** Whether nobody works on a date, and for which holiday if for one. */
export function restOn(calendar: Calendar, date: LocalDate) {
  const { minutes, holiday } = openHours(calendar).dayAt(dayNumber(date));
  return { rests: minutes === 0, holiday: holiday?.name };
}

/** The day on which a scheduled date is due: itself, or the open day after or before it. */
export function shiftDate(date: LocalDate, policy: ShiftPolicy, calendar: Calendar): LocalDate {
  if (policy === 'none') return date;
  const step = policy === 'next-open-day' ? 1 : -1;
  for (let days = 0; days <= LONGEST_REST; days++) {
    const day = addDays(date, step * days);
    if (!restOn(calendar, day).rests) return day;
  }
  return date;
}
