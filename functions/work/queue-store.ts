import { type Queue, queuesOf } from '../../domain/work/cases/queue.ts';
import type { Reader } from '../platform/reading.ts';
import type { FirmTable } from '../platform/table/firm-table.ts';
import { queryAll } from '../platform/table/query-all.ts';
import { queueItem, queueOf } from './case-items.ts';
import { workKeys } from './keys.ts';

/** One queue of the firm, as it has it or as it came. */
export async function readQueue(from: Reader, code: string): Promise<Queue | undefined> {
  const item = await from.get(workKeys.queue({ queue: code }));
  return item ? queueOf(item) : queuesOf([]).find((queue) => queue.code === code);
}

export async function readQueues(table: FirmTable): Promise<readonly Queue[]> {
  return queuesOf((await queryAll(table, { pk: workKeys.queue({ queue: '' }).pk })).map(queueOf));
}

export const queueWrite = (queue: Queue) => ({ kind: 'put' as const, item: queueItem(queue) });
