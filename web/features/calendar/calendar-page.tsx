import { useState } from 'react';
import { addDays, firstDayOf, lastDayOf, monthAfter, monthOf } from '../../../domain/kernel/dates.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { oneOf, useSearchState } from '../../shell/search-state.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { Agenda } from './agenda.tsx';
import './calendar.css';
import { calendarMessages } from './calendar-messages.ts';
import { FeedDialog } from './feed-dialog.tsx';
import { MonthGrid } from './month-grid.tsx';
import { useCalendar } from './use-calendar.ts';

const SEARCH = { month: '', view: '' };
const views = ['month', 'agenda'] as const;
/** The days of the neighbouring months that a grid of weeks shows. */
const OVERLAP_DAYS = 6;

export default function CalendarPage() {
  const t = useMessages(calendarMessages);
  const format = useFormat();
  const narrow = useNarrow();
  const { paths, may, today } = useFirm();
  const [search, setSearch] = useSearchState(SEARCH);
  const [subscribes, setSubscribes] = useState(false);
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(search.month) ? search.month : monthOf(today());
  const view = narrow ? 'agenda' : (oneOf(views, search.view) ?? 'month');
  const calendar = useCalendar(addDays(firstDayOf(month), -OVERLAP_DAYS), addDays(lastDayOf(month), OVERLAP_DAYS));
  const go = (months: number) => setSearch({ month: monthAfter(month, months) });
  return (
    <Page
      title={t('calendar')}
      actions={
        <>
          <Button icon="calendar" onClick={() => setSubscribes(true)}>
            {t('subscribe')}
          </Button>
          {may('deadline.manage') && (
            <ButtonLink href={paths.newDeadline()} kind="primary" icon="plus">
              {t('newDeadline')}
            </ButtonLink>
          )}
        </>
      }
    >
      <div className="row spread calendar-head">
        <div className="row">
          <Button icon="previous" kind="quiet" aria-label={t('previousMonth')} onClick={() => go(-1)} />
          <h2 aria-live="polite">{format.month(month)}</h2>
          <Button icon="next" kind="quiet" aria-label={t('nextMonth')} onClick={() => go(1)} />
          <Button onClick={() => setSearch({ month: '' })}>{t('today')}</Button>
        </div>
        {!narrow && (
          <SelectField
            label={t('view')}
            hideLabel
            value={view}
            onChange={(next) => setSearch({ view: next === 'month' ? '' : next })}
            choices={views.map((value) => ({ value, label: t(value) }))}
          />
        )}
      </div>
      <Problem problem={calendar.problem} retry={calendar.retry} />
      {!calendar.span && !calendar.problem && <Skeleton lines={6} height={80} />}
      {calendar.span &&
        (view === 'month' ? (
          <MonthGrid month={month} span={calendar.span} today={today()} onMonth={(next) => setSearch({ month: next })} />
        ) : (
          <Agenda month={month} span={calendar.span} today={today()} />
        ))}
      {subscribes && <FeedDialog onClose={() => setSubscribes(false)} />}
    </Page>
  );
}
