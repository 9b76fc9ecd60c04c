import type { ClockEvent } from '../../../../domain/work/clocks/clock-event.ts';
import type { ClockName, ClockPolicy } from '../../../../domain/work/clocks/policy.ts';

/** What the slow oracle says of a clock. `due` is undefined where it lies beyond the window. */
export interface Walked {
  readonly cycle: number;
  readonly state: string;
  readonly elapsed: number;
  readonly paused: number;
  readonly due: number | undefined;
  readonly breachedAtMs: number | undefined;
}

/**
 * The slow oracle of clocks: it lives through a case minute by minute, one event after the other, keeping every minute that it counted in a list. Minutes
 * are those of a window that begins at `start`; `open` says which of them are open.
 */
export function walkClock(
  name: ClockName,
  log: readonly ClockEvent[],
  policy: ClockPolicy,
  open: Uint8Array,
  start: number,
  nowMs: number,
): Walked | undefined {
  const rule = policy.clocks[name];
  if (!rule) return undefined;
  const does = (state: string) => {
    if ((policy.resolvedIn as string[]).includes(state)) return 'resolved';
    if ((policy.cancelledIn as string[]).includes(state)) return 'cancelled';
    return (rule.pausesIn as string[]).includes(state) ? 'paused' : 'running';
  };
  let state = '';
  let priority: keyof typeof rule.targets = 'normal';
  let run:
    | {
        cycle: number;
        counted: number[];
        paused: number;
        sinceStop: number;
        mode: string;
        target: number;
        breachedAtMs: number | undefined;
        over: boolean;
      }
    | undefined;
  const stopped = () => run?.mode === 'resolved' || run?.mode === 'cancelled';
  const begin = (cycle: number) => {
    run = { cycle, counted: [], paused: 0, sinceStop: 0, mode: does(state), target: rule.targets[priority], breachedAtMs: undefined, over: false };
  };
  /** Has the time run out before this instant, or at it? */
  const look = (ms: number, inclusive: boolean) => {
    if (run?.mode !== 'running' || run.breachedAtMs !== undefined) return;
    const last = run.counted[run.target - 1];
    if (last === undefined) return;
    const dueMs = last * 60_000;
    if (dueMs < ms || (inclusive && dueMs === ms)) run.breachedAtMs = dueMs;
  };

  const minutes = log.map(({ at }) => Math.floor(Date.parse(at) / 60_000));
  const endMinute = Math.floor(nowMs / 60_000);
  let next = 0;
  let stopMinute = 0;
  for (let minute = minutes[0] ?? start; minute <= endMinute; minute++) {
    for (let event = log[next]; event && minutes[next] === minute; event = log[++next]) {
      const ms = Date.parse(event.at);
      if (event.type === 'opened') [state, priority] = [event.state, event.priority];
      if (event.type === 'moved') state = event.state;
      if (event.type === 'prioritised') priority = event.priority;
      if (!run) {
        if (event.type === (name === 'nextUpdate' ? 'answered' : 'opened')) {
          begin(1);
          if (stopped()) stopMinute = minute;
        }
        continue;
      }
      const now: typeof run = run;
      if (now.over) continue;
      const ends = event.type === 'answered' ? name !== 'resolution' : event.type === 'moved' && ['resolved', 'cancelled'].includes(does(state));
      look(ms, !ends);
      if (event.type === 'answered') {
        if (name === 'firstResponse') {
          now.over = true;
          if (!stopped()) [now.mode, stopMinute] = ['resolved', minute];
        }
        if (name === 'nextUpdate') {
          begin(now.cycle + 1);
          if (stopped()) stopMinute = minute;
        }
        continue;
      }
      if (event.type !== 'moved' && event.type !== 'prioritised') continue;
      const was = stopped();
      if (was && ends) continue;
      if (was && event.type === 'prioritised') continue;
      if (was) now.paused += now.sinceStop;
      now.mode = does(state);
      if (stopped()) [now.sinceStop, stopMinute] = [0, minute];
      else {
        now.target = rule.targets[priority];
        if (now.breachedAtMs === undefined && now.counted.length >= now.target) now.breachedAtMs = ms;
      }
    }
    if (minute === endMinute || !run || !open[minute - start]) continue;
    if (run.mode === 'running') run.counted.push(minute + 1);
    else if (run.mode === 'paused') run.paused++;
    else run.sinceStop++;
  }
  if (!run) return undefined;
  look(nowMs, true);

  const { cycle, counted, paused, mode, target, breachedAtMs } = run;
  let due = counted[target - 1];
  if (due === undefined) {
    let missing = target - counted.length;
    for (let minute = stopped() ? stopMinute : endMinute; missing > 0 && minute - start < open.length; minute++) {
      missing -= open[minute - start] ?? 0;
      due = minute + 1;
    }
    if (missing > 0) due = undefined;
  }
  return {
    cycle,
    state: breachedAtMs !== undefined ? 'breached' : mode === 'resolved' ? 'met' : mode,
    elapsed: counted.length,
    paused,
    due,
    breachedAtMs,
  };
}
