import type { Limiter } from '../../functions/platform/ports.ts';

const MINUTE_MS = 60_000;

/** Counts by the minute in memory: one process sees every request, and a restart may forgive. Real time, whatever a test clock shows. */
export function localLimiter(): Limiter {
  let minute = 0;
  const counts = new Map<string, number>();
  return {
    async take(key, perMinute) {
      const nowMs = Date.now();
      const current = Math.floor(nowMs / MINUTE_MS);
      if (current !== minute) {
        minute = current;
        counts.clear();
      }
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return { limit: perMinute, remaining: perMinute - count, resetSeconds: Math.ceil((MINUTE_MS - (nowMs % MINUTE_MS)) / 1000) };
    },
  };
}
