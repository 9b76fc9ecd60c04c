import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { weekdays } from '../../../domain/firms/country-profiles.ts';
import { addDays, addMonths, dayNumber, dayOf, firstDayOf, type LocalDate, lastDayOf, type Month, monthOf } from '../../../domain/kernel/dates.ts';
import { weekdayOf } from '../../../domain/work/calendars/open-hours.ts';
import { dayNames } from '../../../domain/work/deadlines/rule-words.ts';
import type { Output } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Link } from '../../ui/link.tsx';
import { calendarMessages } from './calendar-messages.ts';
import { entryHref } from './entry-href.ts';
import { entryLook } from './entry-look.ts';

interface MonthGridProps {
  readonly month: Month;
  readonly span: Output<'readCalendar'>;
  readonly today: LocalDate;
  readonly onMonth: (month: Month) => void;
}

const WEEK = 7;
/** Entries that a day's cell shows; the rest are counted, and the agenda has them. */
const SHOWN = 3;

/** A month by the firm’s own weeks. Arrow keys go from day to day, page keys from month to month; Tab goes into what falls on a day. */
export function MonthGrid({ month, span, today, onMonth }: MonthGridProps) {
  const t = useMessages(calendarMessages);
  const format = useFormat();
  const { language, direction } = useLanguage();
  const { paths } = useFirm();
  const [focus, setFocus] = useState<LocalDate>(monthOf(today) === month ? today : firstDayOf(month));
  const moved = useRef(false);
  const grid = useRef<HTMLTableElement>(null);
  const current = monthOf(focus) === month ? focus : firstDayOf(month);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${current}"]`)?.focus();
  }, [current]);

  const startsOn = weekdays.indexOf(span.weekStart);
  const before = (weekdayOf(dayNumber(firstDayOf(month))) - startsOn + WEEK) % WEEK;
  const first = addDays(firstDayOf(month), -before);
  const weeks = Math.ceil((dayNumber(lastDayOf(month)) - dayNumber(first) + 1) / WEEK);
  const rests = new Map(span.restDays.map((day) => [day.on, day]));
  const byDay = Map.groupBy(span.data, ({ on }) => on);
  const heads = Array.from({ length: WEEK }, (_, i) => weekdays[(startsOn + i) % WEEK] ?? 'mon');

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.day === undefined) return;
    const forward = direction === 'rtl' ? -1 : 1;
    const to = ((): LocalDate | undefined => {
      switch (event.key) {
        case 'ArrowRight':
          return addDays(current, forward);
        case 'ArrowLeft':
          return addDays(current, -forward);
        case 'ArrowDown':
          return addDays(current, WEEK);
        case 'ArrowUp':
          return addDays(current, -WEEK);
        case 'PageDown':
          return addMonths(current, 1);
        case 'PageUp':
          return addMonths(current, -1);
        case 'Home':
          return firstDayOf(month);
        case 'End':
          return lastDayOf(month);
        default:
          return undefined;
      }
    })();
    if (to === undefined) return;
    event.preventDefault();
    moved.current = true;
    setFocus(to);
    if (monthOf(to) !== month) onMonth(monthOf(to));
  };

  return (
    <table className="month" ref={grid} onKeyDown={onKeyDown} aria-label={format.month(month)}>
      <thead>
        <tr>
          {heads.map((day) => (
            <th key={day} scope="col">
              {dayNames[day][language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: weeks }, (_, week) => addDays(first, week * WEEK)).map((monday) => (
          <tr key={monday}>
            {Array.from({ length: WEEK }, (_, i) => addDays(monday, i)).map((day) => {
              const entries = byDay.get(day) ?? [];
              const rest = rests.get(day);
              const look = [monthOf(day) === month ? '' : 'outside', rest ? 'rest' : '', day === today ? 'today' : ''].filter(Boolean).join(' ');
              return (
                <td key={day} className={look || undefined}>
                  <button
                    type="button"
                    className="day-number"
                    data-day={day}
                    tabIndex={day === current ? 0 : -1}
                    aria-current={day === today ? 'date' : undefined}
                    aria-label={`${format.number(dayOf(day))} – ${t('onDay', { day: format.date(day), count: entries.length })}`}
                    onFocus={() => monthOf(day) === month && setFocus(day)}
                    onClick={() => monthOf(day) !== month && onMonth(monthOf(day))}
                  >
                    {format.number(dayOf(day))}
                  </button>
                  {rest && (
                    <span className="rest-name">
                      {rest.holiday ? rest.holiday[language] : <span className="visually-hidden">{t('restDay')}</span>}
                    </span>
                  )}
                  {entries.length > 0 && (
                    <ul className="plain-list">
                      {entries.slice(0, SHOWN).map((entry) => (
                        <li key={`${entry.source}${entry.id}${entry.date}`}>
                          <Link
                            href={entryHref(entry, paths)}
                            className={`entry ${entryLook(entry)}`}
                            title={`${entry.sourceName[language]}: ${entry.title}`}
                          >
                            <bdi>{entry.title}</bdi>
                            <span className="visually-hidden">{` (${entry.sourceName[language]}${entry.done ? ` · ${t('done')}` : entry.overdue ? ` · ${t('overdue')}` : ''})`}</span>
                          </Link>
                        </li>
                      ))}
                      {entries.length > SHOWN && (
                        <li>
                          <Link href={paths.calendar({ month, view: 'agenda' })} className="more">
                            {t('more', { count: entries.length - SHOWN })}
                          </Link>
                        </li>
                      )}
                    </ul>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
