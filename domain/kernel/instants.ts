import type { Instant } from './dates.ts';

const HOUR_MS = 3_600_000;

/** The instant so many hours later. Hours of the clock, not of a calendar: thirty days are 720 of them. */
export const hoursAfter = (at: Instant, hours: number): Instant => new Date(Date.parse(at) + hours * HOUR_MS).toISOString();

/** Whether an instant has come: instants are written alike (UTC, milliseconds), so their order is that of their text. */
export const hasCome = (at: Instant, now: Instant): boolean => at <= now;
