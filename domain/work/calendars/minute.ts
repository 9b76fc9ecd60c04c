import type { Instant } from '../../kernel/dates.ts';

/** Whole minutes since 1970-01-01T00:00Z. Hours and clocks count minutes: the seconds of an instant are dropped, always downwards, so that spans add up. */
export type Minute = number;
export const MINUTE_MS = 60_000;
export const DAY_MINUTES = 1440;

export const minuteOf = (at: Instant): Minute => Math.floor(Date.parse(at) / MINUTE_MS);
export const instantOf = (minute: Minute): Instant => new Date(minute * MINUTE_MS).toISOString();
