import { profileFor, type Weekday, weekdays, workingWeekOn } from '../../../domain/firms/country-profiles.ts';
import { addDays, daysBetween, type LocalDate } from '../../../domain/kernel/dates.ts';
import { refuseAt } from '../../../domain/kernel/decision.ts';
import type { Calendar } from '../../../domain/work/calendars/calendar.ts';
import { datedSources } from '../../../domain/work/deadlines/dated-sources.ts';
import { restOn } from '../../../domain/work/deadlines/shift-date.ts';
import type { Verb } from '../../platform/call.ts';
import type { Dated } from '../../platform/dated/dated.ts';
import { pageBody, takePage } from '../../platform/lists/take-page.ts';
import { readClasses } from '../../records/filing/class-store.ts';
import { currentSettings } from '../settings-store.ts';
import { datedBetween, mayBeSeen } from './dated-days.ts';
import type { deadlinesRoutes } from './routes.ts';

/** A year and a day or two, whatever year it is. */
const LONGEST_SPAN_DAYS = 400;

/** Everything with a date that the caller may see, in order, and the days on which the firm rests. */
export const readCalendar: Verb<typeof deadlinesRoutes.readCalendar> = async (call) => {
  const { table, query, cursor, today, firm, ports } = call;
  const { from, to, limit } = query;
  if (to < from) return refuseAt('/to', 'dates.backwards', { from, to });
  if (daysBetween(from, to) > LONGEST_SPAN_DAYS) return refuseAt('/to', 'dates.too_long', { maximum: LONGEST_SPAN_DAYS });
  const [{ calendar }, classes] = await Promise.all([currentSettings(table, firm, ports), readClasses(table, firm.country)]);
  const looking = { role: call.role, user: call.caller.user.id, classes };
  const page = await takePage(datedBetween(table, from, to, cursor.from), limit, (dated) => mayBeSeen(dated, looking));
  return {
    status: 200,
    body: {
      from,
      to,
      weekStart: weekStartOf(calendar, firm.country, today),
      restDays: restDaysBetween(calendar, from, to),
      ...pageBody(
        call,
        page.data.map((dated) => wireDated(dated, today)),
        page.next,
      ),
    },
  };
};

const wireDated = ({ on, source, id, part, title, done = false }: Dated, today: LocalDate) => ({
  on,
  source,
  sourceName: { ...datedSources[source].title },
  id,
  date: source === 'deadline' && part !== undefined ? part : null,
  title,
  done,
  overdue: !done && on < today,
});

function restDaysBetween(calendar: Calendar, from: LocalDate, to: LocalDate) {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i)).flatMap((on) => {
    const { rests, holiday } = restOn(calendar, on);
    return rests || holiday ? [{ on, holiday: holiday ? { ...holiday } : null }] : [];
  });
}

/** A week begins on the day after the firm’s weekly rest; where it never rests, after that of its country. */
function weekStartOf(calendar: Calendar, country: string, today: LocalDate) {
  const { weeks } = calendar;
  const week = weeks.findLast(({ from }) => from <= today) ?? weeks[0];
  const open = weekdays.filter((day) => (week?.hours[day]?.length ?? 0) > 0);
  const { full, half } = workingWeekOn(profileFor(country).workingWeeks, today);
  const worked: readonly Weekday[] = open.length === 0 || open.length === weekdays.length ? [...full, ...half] : open;
  return weekdays.find((day, i) => worked.includes(day) && !worked.includes(weekdays.at(i - 1) ?? 'sun')) ?? 'mon';
}
