import type { Calendar, OpenInterval } from '../../../../domain/work/calendars/calendar.ts';

/**
 * The slow oracle: for every single minute it asks the runtime what the wall clock reads, and looks whether that lies in the day's hours. It shares
 * no line with the domain: offsets come from the runtime's own parts, days from `Date`.
 */
const MINUTE_MS = 60_000;
// The clocks of every zone that is tried change at a quarter of an hour of UTC.
const QUARTER = 15;
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Wall clock minutes (as if local were UTC) of a window of minutes of UTC, remembered per zone: the runtime takes microseconds per answer. */
const walls = new Map<string, Float64Array>();
export function wallMinutes(zone: string, from: number, length: number): Float64Array {
  const key = `${zone} ${from} ${length}`;
  let wall = walls.get(key);
  if (wall) return wall;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  wall = new Float64Array(length);
  for (let i = 0, quarter = Number.NaN, offset = 0; i < length; i++) {
    const minute = from + i;
    if (Math.floor(minute / QUARTER) !== quarter) {
      quarter = Math.floor(minute / QUARTER);
      const parts = Object.fromEntries(format.formatToParts(minute * MINUTE_MS).map(({ type, value }) => [type, Number(value)]));
      const read = Date.UTC(parts.year ?? 0, (parts.month ?? 0) - 1, parts.day, parts.hour, parts.minute) / MINUTE_MS;
      offset = read - minute;
    }
    wall[i] = minute + offset;
  }
  walls.set(key, wall);
  return wall;
}

/** One byte per minute of the window: 1 where the calendar is open. */
export function openMinutes(calendar: Calendar, from: number, length: number): Uint8Array {
  const wall = wallMinutes(calendar.timeZone, from, length);
  const open = new Uint8Array(length);
  let date = Number.NaN;
  let day = new Uint8Array(1440);
  for (let i = 0; i < length; i++) {
    const local = wall[i] ?? 0;
    if (!(local >= date * 1440 && local < date * 1440 + 1440)) {
      date = Math.floor(local / 1440);
      day = dayOf(calendar, date);
    }
    open[i] = day[local - date * 1440] ?? 0;
  }
  return open;
}

function dayOf({ weeks, holidays, alwaysOpen }: Calendar, date: number): Uint8Array<ArrayBuffer> {
  const day = new Uint8Array(1440);
  if (alwaysOpen) return day.fill(1);
  const at = new Date(date * 86_400_000);
  const iso = at.toISOString().slice(0, 10);
  let intervals: readonly OpenInterval[] | undefined;
  for (const holiday of holidays) {
    const [first, last] = 'date' in holiday ? [holiday.date, holiday.date] : [holiday.from, holiday.to];
    if (iso >= first && iso <= last) intervals = holiday.hours ?? [];
  }
  if (!intervals) {
    let week = weeks[0];
    for (const later of weeks) if (later.from <= iso) week = later;
    intervals = week?.hours[DAYS[at.getUTCDay()] ?? 'sun'] ?? [];
  }
  for (const [from, to] of intervals) day.fill(1, clock(from), clock(to));
  return day;
}

const clock = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
