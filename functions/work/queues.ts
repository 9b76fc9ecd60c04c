import { isRefusal, refuse } from '../../domain/kernel/decision.ts';
import { addQueue as decideAdding, changeQueue as decideChange, type Queue } from '../../domain/work/cases/queue.ts';
import type { Verb } from '../platform/call.ts';
import { commit, Reading } from '../platform/commit.ts';
import { workKeys } from './keys.ts';
import { queueWrite, readQueue, readQueues } from './queue-store.ts';
import type { workRoutes } from './routes.ts';
import { currentSettings } from './settings-store.ts';

const wireQueue = ({ code, name, archived, version }: Queue) => ({ code, name: { ...name }, archived, version });
const about = (type: `queue.${string}`, { code, version, name, archived }: Queue) => ({
  type,
  entity: { kind: 'queue', id: code, version },
  data: { name, archived },
});

/** The firm’s queues. */
export const listQueues: Verb<typeof workRoutes.listQueues> = async ({ table }) => ({
  status: 200,
  body: { data: (await readQueues(table)).map(wireQueue), has_more: false, next_cursor: null },
});

/** Adds a queue. */
export const addQueue: Verb<typeof workRoutes.addQueue> = async (call) => {
  const seen = new Reading(call.table);
  await seen.get(workKeys.queue({ queue: call.body.code }));
  const queues = await readQueues(call.table);
  return commit(call, {
    seen,
    decide: () => {
      const queue = decideAdding(call.body, queues);
      if (isRefusal(queue)) return queue;
      return {
        writes: [queueWrite(queue)],
        happenings: [about('queue.added', queue)],
        answer: { status: 201 as const, body: wireQueue(queue), version: queue.version },
      };
    },
  });
};

/** Changes a queue as it was read. */
export const changeQueue: Verb<typeof workRoutes.changeQueue> = async (call) => {
  const seen = new Reading(call.table);
  const [before, settings] = await Promise.all([readQueue(seen, call.params.queue), currentSettings(seen, call.firm, call.ports)]);
  if (!before) return refuse('request.not_found');
  if (before.version !== call.ifMatch) return refuse('version.stale');
  return commit(call, {
    seen,
    decide: () => {
      const queue = decideChange(before, call.body, settings);
      if (isRefusal(queue)) return queue;
      return {
        writes: [queueWrite(queue)],
        happenings: [about('queue.changed', queue)],
        answer: { status: 200 as const, body: wireQueue(queue), version: queue.version },
      };
    },
  });
};
