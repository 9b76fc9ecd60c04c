import type { Instant, LocalDate } from '../../kernel/dates.ts';
import { addDays } from '../../kernel/dates.ts';
import { isOut, type Service, type ServiceState, type ServiceUpdate, worse } from './service.ts';

export interface ServiceDay {
  readonly on: LocalDate;
  readonly worst: ServiceState;
}
export interface ServiceHistory {
  readonly days: readonly ServiceDay[];
  /** Of the time looked at, in hundredths of a percent, rounded down: a second of outage is never 100 %. */
  readonly availability: number;
}

interface Window {
  readonly from: Instant;
  readonly now: Instant;
  /** The firm's own day of an instant. */
  readonly dayOf: (at: Instant) => LocalDate;
}

const WHOLE = 10_000;

/** What became of a service day by day, from what was told of it; before the first word of the window it stood as that word says. */
export function historyOf(service: Service, updates: readonly ServiceUpdate[], { from, now, dayOf }: Window): ServiceHistory {
  const began = service.createdAt > from ? service.createdAt : from;
  const told = updates.filter(({ at }) => at > began).sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1));
  const worst = new Map<LocalDate, ServiceState>();
  let outMs = 0;
  let at = began;
  const stood = (state: ServiceState, until: Instant): void => {
    if (isOut(state)) outMs += Date.parse(until) - Date.parse(at);
    // A stretch that ends on midnight has nothing of the day that begins there.
    const last = dayOf(until > at ? new Date(Date.parse(until) - 1).toISOString() : at);
    for (let on = dayOf(at); on <= last; on = addDays(on, 1)) worst.set(on, worse(worst.get(on) ?? 'operational', state));
    at = until;
  };
  for (const update of told) stood(update.from, update.at);
  stood(service.state, now);
  const wholeMs = Date.parse(now) - Date.parse(began);
  return {
    days: [...worst].map(([on, state]) => ({ on, worst: state })),
    availability: wholeMs <= 0 ? WHOLE : Math.floor(((wholeMs - outMs) * WHOLE) / wholeMs),
  };
}
