import * as z from 'zod';
import type { DueItem } from '../ports.ts';
import type { Item } from '../table/port.ts';

/** A message of the queue. */
export const DueMessage = z.strictObject({ handler: z.string(), at: z.string(), pk: z.string(), sk: z.string() });

/** A row of the due index, which holds keys alone: the instant and the handler are read off its sort key. */
export function dueItemOf({ pk, sk, duesk }: Item): DueItem | undefined {
  const [, at, handler] = (typeof duesk === 'string' && /^([^#]+)#([^#]+)#/.exec(duesk)) || [];
  return at && handler ? { handler, at, pk, sk } : undefined;
}
