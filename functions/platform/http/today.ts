/** The date that it is at an instant in a time zone: what "today" means to the people of a firm. */
export function todayIn(timeZone: string, now: string): string {
  const minute = now.slice(0, 16);
  const kept = lastDates.get(timeZone);
  if (kept?.minute === minute) return kept.date;
  // Canadian English writes dates as ISO 8601 does. A formatter costs fifty times a format, so one is kept per zone.
  const formatter = kept?.formatter ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const date = formatter.format(new Date(now));
  if (lastDates.size >= MAX_ZONES) lastDates.clear();
  lastDates.set(timeZone, { formatter, minute, date });
  return date;
}

/** A date changes on a minute in every zone there is; one answer holds for that minute. */
const lastDates = new Map<string, { readonly formatter: Intl.DateTimeFormat; readonly minute: string; readonly date: string }>();
const MAX_ZONES = 500;
