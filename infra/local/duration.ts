import { addMonths } from '../../domain/kernel/dates.ts';

const SHAPE = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** The instant an ISO 8601 duration later (`P30D`, `P1Y2M`, `PT90M`), or undefined when the text is none. Years and months by the calendar. */
export function laterBy(instant: string, duration: string): string | undefined {
  const parts = SHAPE.exec(duration);
  if (!parts || !/\d/.test(duration) || duration.endsWith('T')) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  const date = addMonths(instant.slice(0, 10), years * 12 + months);
  const ms = (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000;
  const atMs = Date.parse(`${date}${instant.slice(10)}`) + ms;
  return atMs <= LATEST_MS ? new Date(atMs).toISOString() : undefined;
}

const LATEST_MS = Date.parse('9999-12-31T00:00:00.000Z');
