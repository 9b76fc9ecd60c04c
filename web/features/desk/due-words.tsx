import type { Calendar } from '../../../domain/work/calendars/calendar.ts';
import { openMinutesBetween } from '../../../domain/work/calendars/open-minutes.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { deskMessages } from './desk-messages.ts';
import { type CaseState, useDeskHours } from './use-desk.ts';

/** The hours of the desk as the clocks count them. */
export function useCalendar(): Calendar | undefined {
  const hours = useDeskHours();
  const read = hours.data?.body.calendar;
  if (!read) return undefined;
  const { alwaysOpen, ...calendar } = read;
  return { ...calendar, ...(alwaysOpen && { alwaysOpen }) } as Calendar;
}

/** Open minutes as people say them. */
export function useMinutes(): (minutes: number) => string {
  const t = useMessages(deskMessages);
  return (minutes) => {
    if (minutes < 60) return t('minutes', { minutes });
    const hours = Math.floor(minutes / 60);
    return minutes % 60 === 0 ? t('wholeHours', { hours }) : t('hours', { hours, minutes: minutes % 60 });
  };
}

const SOON_MINUTES = 60;

/** By when somebody must act: a word, how much working time is left or past, and a colour that only helps. */
export function DueWords({
  dueAt,
  state,
  calendar,
}: {
  readonly dueAt: string | null;
  readonly state: CaseState;
  readonly calendar: Calendar | undefined;
}) {
  const t = useMessages(deskMessages);
  const format = useFormat();
  const words = useMinutes();
  if (dueAt === null) return <span className="muted">{state === 'waiting' ? t('notCounting') : t('over')}</span>;
  const now = new Date().toISOString();
  const isLate = dueAt <= now;
  const minutes = calendar && (isLate ? openMinutesBetween(calendar, dueAt, now) : openMinutesBetween(calendar, now, dueAt));
  const tone: Tone = isLate ? 'bad' : minutes !== undefined && minutes <= SOON_MINUTES ? 'warn' : 'good';
  const said =
    minutes === undefined
      ? isLate
        ? t('lateNow')
        : ''
      : isLate
        ? minutes === 0
          ? t('lateNow')
          : t('late', { time: words(minutes) })
        : t('left', { time: words(minutes) });
  return (
    <span className="due" title={`${format.instant(dueAt)} · ${t('ofOpenTime')}`}>
      <Chip tone={tone}>{said || format.instant(dueAt)}</Chip>
    </span>
  );
}
