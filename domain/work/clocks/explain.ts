import type { Instant } from '../../kernel/dates.ts';
import type { Text } from '../../kernel/language.ts';
import { type Calendar, isShortDay } from '../calendars/calendar.ts';
import { instantOf, type Minute } from '../calendars/minute.ts';
import { openBetween } from '../calendars/open-minutes.ts';
import { openStretches } from '../calendars/open-stretches.ts';
import type { ClockEvent } from './clock-event.ts';
import { isStopped, minuteReaching, type Stretch } from './cycle.ts';
import type { ClockName, ClockPolicy } from './policy.ts';
import { readTimeline } from './timeline.ts';
import { type Piece, whyText } from './why-text.ts';

/** A line of the answer to “why is this due then?”. */
export interface Explained {
  readonly from: Instant;
  readonly to: Instant;
  readonly what: Piece['what'];
  /** Open minutes: counted where open, not counted where paused, none elsewhere. */
  readonly minutes: number;
  /** What has been counted by its end. */
  readonly total: number;
  /** Still to come, if nothing happens to the case (a paused clock: if it went on now). */
  readonly expected: boolean;
  readonly why: Text;
}

/** A clock that ran for longer is told in sums from there on: nobody follows more lines, and the minutes still add up. */
export const MAX_LINES = 400;

/**
 * Explains a clock from its start to its end, to now and on to when it is due: every stretch of open time, of closed time, of holidays and of
 * waiting. What is open adds up to `elapsedMinutes`, and with what is expected to the target; what is paused adds up to `pausedMinutes`.
 */
export function explainClock(name: ClockName, events: readonly ClockEvent[], policy: ClockPolicy, calendar: Calendar, now?: Instant): Explained[] {
  const timeline = readTimeline(name, events, policy, calendar, now);
  if (!timeline) return [];
  const { cycle } = timeline;
  const due = minuteReaching(cycle, cycle.targetMinutes, calendar);
  const lines: Explained[] = [];
  let total = 0;
  const tell = (part: Stretch, expected: boolean) => {
    for (const piece of piecesOf(calendar, part, () => lines.length < MAX_LINES)) {
      if (piece.what === 'open') total += piece.minutes;
      const { from, to, what, minutes } = piece;
      const why = whyText({ ...piece, total, expected, state: part.state, target: cycle.targetMinutes, zone: calendar.timeZone });
      lines.push({ from: instantOf(from), to: instantOf(to), what, minutes, total, expected, why });
    }
  };
  for (const stretch of cycle.stretches) for (const part of cutAt(stretch, due, calendar)) tell(part, false);
  const { through: from, state } = cycle;
  if (!isStopped(cycle) && due > from) tell({ from, to: due, mode: 'counting', state, openMinutes: cycle.targetMinutes - cycle.elapsed }, true);
  return lines;
}

/** Counted time is told in two where the due time lies in it. */
function cutAt(stretch: Stretch, due: Minute, calendar: Calendar): Stretch[] {
  const { from, to, mode } = stretch;
  if (mode !== 'counting' || due <= from || due >= to) return [stretch];
  return [
    { ...stretch, to: due, openMinutes: openBetween(calendar, from, due) },
    { ...stretch, from: due, openMinutes: openBetween(calendar, due, to) },
  ];
}

function* piecesOf(calendar: Calendar, { from, to, mode, openMinutes }: Stretch, thereIsRoom: () => boolean): Generator<Piece, void, undefined> {
  const whenOpen = mode === 'counting' ? 'open' : 'paused';
  let told = 0;
  for (const { open, ...span } of openStretches(calendar, from, to)) {
    if (!thereIsRoom()) {
      yield { from: span.from, to, what: whenOpen, minutes: openMinutes - told, inSum: true };
      return;
    }
    const minutes = open ? span.to - span.from : 0;
    told += minutes;
    yield { ...span, what: open ? whenOpen : span.holiday && !isShortDay(span.holiday) ? 'holiday' : 'closed', minutes, inSum: false };
  }
}
