import type { DueItem } from '../ports.ts';
import type { Change } from '../table/port.ts';
import { dueItemOf } from './due-item.ts';

/**
 * What a change in the table makes due at once. The stream tells it within a second; whatever the stream loses the sweep finds, so this may
 * miss and must not invent.
 */
export function dueNow(change: Pick<Change, 'before' | 'after'>, now: string): DueItem | undefined {
  const { before, after } = change;
  if (!after || after.duesk === undefined || after.duesk === before?.duesk) return undefined;
  const due = dueItemOf(after);
  return due && due.at <= now ? due : undefined;
}
