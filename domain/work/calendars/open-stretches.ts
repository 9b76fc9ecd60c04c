import type { Calendar, Holiday } from './calendar.ts';
import { DAY_MINUTES, type Minute } from './minute.ts';
import { type Day, openHours } from './open-hours.ts';
import { offsetSpanAt } from './zone.ts';

/** A stretch of time that is all open or all closed, with the holiday or short day that makes it so. */
export interface OpenStretch {
  readonly from: Minute;
  readonly to: Minute;
  readonly open: boolean;
  readonly holiday?: Holiday;
}

/** Time cut where the calendar opens and closes, each stretch as long as it can be. */
export function* openStretches(calendar: Calendar, from: Minute, to: Minute): Generator<OpenStretch, void, undefined> {
  let last: OpenStretch | undefined;
  for (const piece of pieces(calendar, from, to)) {
    if (last && last.open === piece.open && last.holiday === piece.holiday) last = { ...last, to: piece.to };
    else {
      if (last) yield last;
      last = piece;
    }
  }
  if (last) yield last;
}

function* pieces(calendar: Calendar, from: Minute, to: Minute): Generator<OpenStretch, void, undefined> {
  const { dayAt } = openHours(calendar);
  for (let at = from; at < to; ) {
    const span = offsetSpanAt(calendar.timeZone, at);
    const local = at + span.offset;
    const day = Math.floor(local / DAY_MINUTES);
    const { until, open, holiday } = partOfDay(dayAt(day), local - day * DAY_MINUTES);
    const end = Math.min(to, span.to, day * DAY_MINUTES + until - span.offset);
    yield { from: at, to: end, open, ...(holiday && { holiday }) };
    at = end;
  }
}

/** What a minute of a day belongs to, and until when. */
function partOfDay(
  { spans, holiday }: Day,
  minute: number,
): { readonly until: number; readonly open: boolean; readonly holiday: Holiday | undefined } {
  for (const [i, [from, to]] of spans.entries()) {
    // Before its first hour a short day is closed like any other.
    if (minute < from) return { until: from, open: false, holiday: i === 0 ? undefined : holiday };
    if (minute < to) return { until: to, open: true, holiday };
  }
  return { until: DAY_MINUTES, open: false, holiday };
}
