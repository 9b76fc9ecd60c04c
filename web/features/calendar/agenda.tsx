import { weekdays } from '../../../domain/firms/country-profiles.ts';
import { dayNumber, type LocalDate, type Month, monthOf } from '../../../domain/kernel/dates.ts';
import { weekdayOf } from '../../../domain/work/calendars/open-hours.ts';
import { dayNames } from '../../../domain/work/deadlines/rule-words.ts';
import type { Output } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Link } from '../../ui/link.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { calendarMessages } from './calendar-messages.ts';
import { entryHref } from './entry-href.ts';

interface AgendaProps {
  readonly month: Month;
  readonly span: Output<'readCalendar'>;
  readonly today: LocalDate;
}

/** What falls in a month, day by day: the month as a phone shows it. */
export function Agenda({ month, span, today }: AgendaProps) {
  const t = useMessages(calendarMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths } = useFirm();
  const inMonth = span.data.filter(({ on }) => monthOf(on) === month);
  const holidays = span.restDays.filter(({ on, holiday }) => holiday !== null && monthOf(on) === month);
  const days = [...new Set([...inMonth.map(({ on }) => on), ...holidays.map(({ on }) => on)])].sort();
  if (days.length === 0) return <EmptyState title={t('nothingThisMonth')}>{t('nothingHint')}</EmptyState>;
  return (
    <div className="stack agenda">
      {days.map((day) => {
        const holiday = holidays.find(({ on }) => on === day)?.holiday;
        return (
          <section key={day} className="card" aria-label={format.date(day)}>
            <h3 className={day === today ? 'today' : undefined}>
              {dayNames[weekdays[weekdayOf(dayNumber(day))] ?? 'mon'][language]} <span className="muted">{format.date(day)}</span>{' '}
              {day === today && <Chip tone="info">{t('today')}</Chip>} {holiday && <Chip>{holiday[language]}</Chip>}
            </h3>
            <ul className="plain-list">
              {inMonth
                .filter(({ on }) => on === day)
                .map((entry) => (
                  <li key={`${entry.source}${entry.id}${entry.date}`} className="row">
                    <Link href={entryHref(entry, paths)}>
                      <bdi>{entry.title}</bdi>
                    </Link>
                    <span className="muted">{entry.sourceName[language]}</span>
                    {entry.done && <Chip tone="good">{t('done')}</Chip>}
                    {entry.overdue && <Chip tone="bad">{t('overdue')}</Chip>}
                  </li>
                ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
