import { dayNumber, fromDayNumber, type Instant, type LocalDate } from '../../kernel/dates.ts';
import { DAY_MINUTES, instantOf, type Minute, minuteOf } from './minute.ts';

/** A stretch of time in which a zone's clocks stand at one offset from UTC, in minutes: local = UTC + offset. */
export interface OffsetSpan {
  readonly from: Minute;
  readonly to: Minute;
  readonly offset: number;
}

/** What the clock on the wall reads: `time` is `HH:MM`. */
export interface LocalTime {
  readonly date: LocalDate;
  readonly time: string;
}

// Offsets are learnt by asking at the ends of probes and halving where they differ. No zone of the tz database has changed its clocks
// there and back within a probe since 1970.
const PROBE = 2 * DAY_MINUTES;
const CHUNK = 32 * PROBE;
/** What is remembered is bounded, for names of zones come from outside in any case of letters. */
const MAX_ZONES = 600;
const MAX_CHUNKS = 4_000;

interface KnownZone {
  readonly formatter: Intl.DateTimeFormat;
  readonly chunks: Map<number, readonly OffsetSpan[]>;
}
const known = new Map<string, KnownZone>();

/** Whether this names a zone of the tz database. A bare offset (`+03:00`) does not: it cannot know when the clocks change. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    return zoneOf(zone) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The span of constant offset around a minute of UTC. It may end where the clocks do not change: spans are cut every 64 days. */
export function offsetSpanAt(zone: string, minute: Minute): OffsetSpan {
  const { formatter, chunks } = zoneOf(zone);
  const index = Math.floor(minute / CHUNK);
  let spans = chunks.get(index);
  if (!spans) {
    if (chunks.size >= MAX_CHUNKS) chunks.clear();
    spans = spansOf(formatter, index * CHUNK);
    chunks.set(index, spans);
  }
  return spans.find((span) => minute < span.to) ?? { from: minute, to: minute + 1, offset: offsetAt(formatter, minute) };
}

/** What the clock on the wall reads at an instant. */
export function localTimeOf(zone: string, at: Instant): LocalTime {
  const minute = minuteOf(at);
  const local = minute + offsetSpanAt(zone, minute).offset;
  const day = Math.floor(local / DAY_MINUTES);
  return { date: fromDayNumber(day), time: timeOfMinute(local - day * DAY_MINUTES) };
}

/** `HH:MM` of so many minutes from midnight. */
export const timeOfMinute = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/**
 * The instant at which the wall clock reads a time. A time that is skipped (clocks go forward) is moved on by what was skipped;
 * of a time that is repeated (clocks go back) the earlier one is meant unless the later is asked for. As iCalendar (RFC 5545) and Temporal do.
 */
export function instantOfLocal(zone: string, { date, time }: LocalTime, repeated: 'earlier' | 'later' = 'earlier'): Instant {
  const local = dayNumber(date) * DAY_MINUTES + Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const found: Minute[] = [];
  let before = 0;
  // Offsets lie between -12 and +14 hours, so the instant lies within a day of where UTC would have it.
  for (let at = local - DAY_MINUTES; at <= local + DAY_MINUTES; ) {
    const { from, to, offset } = offsetSpanAt(zone, at);
    if (local - offset >= from && local - offset < to) found.push(local - offset);
    if (to + offset <= local) before = offset;
    at = to;
  }
  const [first = local - before, last = first] = found;
  return instantOf(repeated === 'earlier' ? first : last);
}

function zoneOf(zone: string): KnownZone {
  const kept = known.get(zone);
  if (kept) return kept;
  const formatter = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  if (known.size >= MAX_ZONES) known.clear();
  const fresh = { formatter, chunks: new Map() };
  known.set(zone, fresh);
  return fresh;
}

function spansOf(formatter: Intl.DateTimeFormat, from: Minute): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let start = from;
  let offset = offsetAt(formatter, from);
  const look = (low: Minute, high: Minute, highOffset: number) => {
    if (highOffset === offset) return;
    if (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      look(low, middle, offsetAt(formatter, middle));
      look(middle, high, highOffset);
      return;
    }
    spans.push({ from: start, to: high, offset });
    start = high;
    offset = highOffset;
  };
  for (let probe = from; probe < from + CHUNK; probe += PROBE) look(probe, probe + PROBE, offsetAt(formatter, probe + PROBE));
  // A change at the very end of the chunk has closed the last span there.
  if (start < from + CHUNK) spans.push({ from: start, to: from + CHUNK, offset });
  return spans;
}

/** The offset at a minute, in whole minutes: `1/5/2024, GMT+05:45`. Seconds of offset ended with local mean times. */
function offsetAt(formatter: Intl.DateTimeFormat, minute: Minute): number {
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(formatter.format(minute * 60_000)) ?? [];
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -offset : offset;
}
