import { type CountryProfile, type Weekday, weekdays } from '../../firms/country-profiles.ts';
import type { Calendar, OpenInterval } from './calendar.ts';

const FULL_DAY: readonly OpenInterval[] = [['09:00', '17:00']];
// A half day is worked until noon (`WorkingWeek`).
const HALF_DAY: readonly OpenInterval[] = [['09:00', '12:00']];

/** What a new firm of a country starts from: its working weeks at office hours, and no holidays yet. */
export function firstCalendar(facts: Pick<Calendar, 'id' | 'name' | 'timeZone'>, workingWeeks: CountryProfile['workingWeeks']): Calendar {
  const weeks = workingWeeks.map(({ from, full, half }) => {
    const hoursOn = (day: Weekday) => (full.includes(day) ? FULL_DAY : half.includes(day) ? HALF_DAY : undefined);
    return { from, hours: Object.fromEntries(weekdays.flatMap((day) => (hoursOn(day) ? [[day, hoursOn(day)]] : []))) };
  });
  return { ...facts, version: 1, weeks, holidays: [] };
}
