import type { Instant } from '../../kernel/dates.ts';
import type { Calendar } from '../calendars/calendar.ts';
import { MINUTE_MS } from '../calendars/minute.ts';
import type { CaseState } from '../kinds/states.ts';
import type { ClockEvent } from './clock-event.ts';
import { type Cycle, changeTo, isStopped, passTime } from './cycle.ts';
import { type ClockName, type ClockPolicy, type ClockRule, modeIn, type Priority } from './policy.ts';

/** A clock's cycle as it stands, the breaches of all its cycles (number to milliseconds), and which of its firings the log knows. */
export interface Timeline {
  readonly rule: ClockRule;
  readonly cycle: Cycle;
  readonly breachedAtMs: ReadonlyMap<number, number>;
  readonly recorded: ReadonlyMap<number, number>;
  readonly warned: ReadonlySet<number>;
}

/** Reads a case's log as one clock hears it, up to now, or up to its last event. Undefined where the clock is not kept or has not started. */
export function readTimeline(
  name: ClockName,
  events: readonly ClockEvent[],
  policy: ClockPolicy,
  calendar: Calendar,
  now?: Instant,
): Timeline | undefined {
  const rule = policy.clocks[name];
  if (!rule) return undefined;
  const { recorded, warned } = firingsOf(name, events);
  const breachedAtMs = new Map(recorded);

  let desk: { readonly state: CaseState; readonly priority: Priority } | undefined;
  let cycle: Cycle | undefined;
  let lastMs = Number.NEGATIVE_INFINITY;
  const start = (number: number, { state, priority }: NonNullable<typeof desk>): Cycle => {
    const mode = modeIn(policy, rule, state);
    const noted = recorded.get(number);
    return {
      number,
      startedAtMs: lastMs,
      targetMinutes: rule.targets[priority],
      mode,
      state,
      through: Math.floor(lastMs / MINUTE_MS),
      stretches: [],
      elapsed: 0,
      paused: 0,
      ...(isStopped({ mode }) && { stoppedAtMs: lastMs }),
      ...(noted !== undefined && { breachedAtMs: noted }),
    };
  };
  const noteBreach = () => {
    if (cycle?.breachedAtMs !== undefined) breachedAtMs.set(cycle.number, cycle.breachedAtMs);
  };

  for (const event of events) {
    // Hosts' clocks differ by a little: the log's order holds, and nothing happens before what it follows.
    lastMs = Math.max(lastMs, Date.parse(event.at));
    if (event.type === 'opened') desk ??= { state: event.state, priority: event.priority };
    else if (event.type === 'moved' && desk) desk = { ...desk, state: event.state };
    else if (event.type === 'prioritised' && desk) desk = { ...desk, priority: event.priority };
    if (!desk) continue;

    if (!cycle) {
      if (name === 'nextUpdate' ? event.type === 'answered' : event.type === 'opened') cycle = start(1, desk);
      continue;
    }
    const mode = modeIn(policy, rule, desk.state);
    const answers = event.type === 'answered' && name !== 'resolution';
    cycle = passTime(cycle, lastMs, calendar, answers || (event.type === 'moved' && isStopped({ mode })));
    if (answers) {
      // The first response is given once: whatever becomes of the case, that clock has stopped.
      cycle = changeTo(cycle, lastMs, 'resolved', desk.state, cycle.targetMinutes, calendar);
      if (name === 'firstResponse') break;
      noteBreach();
      cycle = start(cycle.number + 1, desk);
    } else if (event.type === 'moved' || event.type === 'prioritised') {
      cycle = changeTo(cycle, lastMs, mode, desk.state, rule.targets[desk.priority], calendar);
    }
  }
  if (!cycle) return undefined;
  if (now !== undefined) cycle = passTime(cycle, Math.max(lastMs, Date.parse(now)), calendar, false);
  noteBreach();
  return { rule, cycle, breachedAtMs, recorded, warned };
}

/** What the log knows of a clock's firings. The first to be recorded for a cycle stands. */
function firingsOf(name: ClockName, events: readonly ClockEvent[]): { readonly recorded: Map<number, number>; readonly warned: Set<number> } {
  const recorded = new Map<number, number>();
  const warned = new Set<number>();
  for (const event of events) {
    if (event.type === 'warned' && event.clock === name) warned.add(event.cycle);
    if (event.type === 'breached' && event.clock === name && !recorded.has(event.cycle)) recorded.set(event.cycle, Date.parse(event.breachedAt));
  }
  return { recorded, warned };
}
