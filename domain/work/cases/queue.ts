import { type Outcome, refuse } from '../../kernel/decision.ts';
import type { Text } from '../../kernel/language.ts';
import { firstQueueCodes, firstQueues } from '../kinds/first-queues.ts';
import type { DeskSettings } from './desk-settings.ts';
import { routedTo } from './routing.ts';

/** Where cases wait for somebody to take them. */
export interface Queue {
  readonly code: string;
  readonly name: Text;
  /** Takes no new cases; those in it stay. */
  readonly archived: boolean;
  readonly version: number;
}

export const MAX_QUEUES = 50;

/** A firm’s queues: the first ones as far as it has not changed them, then its own. */
export function queuesOf(stored: readonly Queue[]): readonly Queue[] {
  const byCode = new Map(stored.map((queue) => [queue.code, queue]));
  const first = firstQueueCodes.map((code): Queue => byCode.get(code) ?? { code, name: firstQueues[code], archived: false, version: 1 });
  const known = new Set<string>(firstQueueCodes);
  return [...first, ...stored.filter(({ code }) => !known.has(code))];
}

/** Adds a queue of the firm’s own. */
export function addQueue(sent: Pick<Queue, 'code' | 'name'>, queues: readonly Queue[]): Outcome<Queue> {
  if (queues.some(({ code }) => code === sent.code)) return refuse('queue.exists', { queue: sent.code });
  if (queues.length >= MAX_QUEUES) return refuse('queue.too_many', { maximum: MAX_QUEUES });
  return { ...sent, archived: false, version: 1 };
}

/** Renames a queue, archives it or takes it back. One to which a kind of case goes by itself stays open. */
export function changeQueue(
  before: Queue,
  change: { readonly name?: Text | undefined; readonly archived?: boolean | undefined },
  settings: Pick<DeskSettings, 'routing'>,
): Outcome<Queue> {
  const routed = routedTo(before.code, settings);
  if (change.archived && routed.length > 0) return refuse('queue.routed', { kinds: routed.join(', ') });
  return { ...before, name: change.name ?? before.name, archived: change.archived ?? before.archived, version: before.version + 1 };
}
