import { existsSync, readFileSync } from 'node:fs';
import type { Clock } from '../../functions/platform/ports.ts';
import { writeDurably } from './write-durably.ts';

/** The clock of the local host: real time, or real time moved forward so that a year can be tried in a minute. It only ever moves forward. */
export interface LocalClock extends Clock {
  /** Whether it shows another time than the machine does. */
  readonly isMoved: () => boolean;
  /** Moves to an instant; false when that has passed already. */
  moveTo(instant: string): boolean;
}

/**
 * How far it was moved is kept beside the data: a book that reached June must not find itself in January after a restart.
 * A start in the past is taken once, for data that has no clock yet.
 */
export function localClock(file: string | undefined, startAt?: string): LocalClock {
  const kept = file && existsSync(file) ? offsetIn(readFileSync(file, 'utf8')) : undefined;
  let offsetMs = kept ?? 0;
  let shown = kept === undefined ? 0 : Date.now() + kept;
  const keep = (): void => {
    if (file) writeDurably(file, JSON.stringify({ offsetMs }));
  };
  const move = (toMs: number): void => {
    offsetMs = toMs - Date.now();
    shown = toMs;
    keep();
  };
  if (startAt !== undefined && (kept === undefined || Date.parse(startAt) > shown)) move(Date.parse(startAt));

  return {
    now() {
      // The machine's own clock may be set back; ours stands still until it has caught up.
      shown = Math.max(shown, Date.now() + offsetMs);
      return new Date(shown).toISOString();
    },
    isMoved: () => offsetMs !== 0,
    moveTo(instant) {
      const toMs = Date.parse(instant);
      if (toMs < Date.parse(this.now())) return false;
      move(toMs);
      return true;
    },
  };
}

function offsetIn(text: string): number | undefined {
  const stored: unknown = JSON.parse(text);
  return typeof stored === 'object' && stored !== null && 'offsetMs' in stored && typeof stored.offsetMs === 'number' ? stored.offsetMs : undefined;
}
