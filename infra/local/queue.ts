import type { DueQueue } from '../../functions/platform/due/queue.ts';
import type { DueItem } from '../../functions/platform/ports.ts';

/** The queue of the local host: what SQS is on AWS. It holds nothing that the due index does not; a crash loses no work. */
export interface LocalQueue extends DueQueue {
  /** When nothing runs and nothing waits but what failed and waits for its next try. */
  idle(): Promise<void>;
  /** Lets what runs finish and starts nothing more. */
  stop(): Promise<void>;
}

export interface QueueRules {
  readonly handle: (due: DueItem) => Promise<void>;
  /** After the last try. */
  readonly giveUp: (due: DueItem, cause: unknown) => Promise<void>;
  /** Waits between tries; one more try than waits. */
  readonly backoffMs?: readonly number[];
  readonly onFault: (message: string, cause: unknown) => void;
  /** How many ordinary things one is as heavy as: what fills memory runs with few others. */
  readonly weightOf?: (due: DueItem) => number;
}

/** As many as share a transaction of their firm, and some whose mails are on their way meanwhile. */
const AT_ONCE = 24;
const BACKOFF_MS = [1_000, 5_000, 30_000, 120_000];

export function localQueue({ handle, giveUp, backoffMs = BACKOFF_MS, onFault, weightOf = () => 1 }: QueueRules): LocalQueue {
  /** Everything known and not yet done, by identity: the same item handed over again while it waits is one item. */
  const known = new Set<string>();
  /** Those being done now; and those of them that were handed over again meanwhile: what the first try read may have changed since. */
  const begun = new Set<string>();
  const repeated = new Set<string>();
  const waiting: { readonly due: DueItem; readonly tries: number }[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let watchers: (() => void)[] = [];
  let running = 0;
  let stopped = false;

  const settle = (): void => {
    if (running > 0 || (waiting.length > 0 && !stopped)) return;
    for (const watcher of watchers) watcher();
    watchers = [];
  };
  const quiet = (): Promise<void> =>
    new Promise((resolve) => {
      watchers.push(resolve);
      settle();
    });

  const fill = (): void => {
    while (!stopped && running < AT_ONCE) {
      const next = waiting.shift();
      if (!next) break;
      const weight = weightOf(next.due);
      running += weight;
      void attempt(next.due, next.tries + 1).finally(() => {
        running -= weight;
        fill();
        settle();
      });
    }
  };

  async function attempt(due: DueItem, tries: number): Promise<void> {
    const identity = identityOf(due);
    begun.add(identity);
    try {
      await handle(due);
    } catch (cause) {
      const waitMs = backoffMs[tries - 1];
      if (waitMs !== undefined) return later(due, tries, waitMs);
      await giveUp(due, cause).catch((error: unknown) => onFault('a dead letter could not be kept', error));
    } finally {
      begun.delete(identity);
    }
    if (repeated.delete(identity) && !stopped) waiting.push({ due, tries: 0 });
    else known.delete(identity);
  }

  function later(due: DueItem, tries: number, waitMs: number): void {
    if (stopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      waiting.push({ due, tries });
      fill();
    }, waitMs);
    timers.add(timer);
  }

  return {
    async send(items) {
      for (const due of items) {
        if (begun.has(identityOf(due))) repeated.add(identityOf(due));
        if (stopped || known.has(identityOf(due))) continue;
        known.add(identityOf(due));
        waiting.push({ due, tries: 0 });
      }
      // Not within the caller's turn: a commit that wakes the queue is answered first.
      setImmediate(fill);
    },
    idle: quiet,
    async stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      await quiet();
    },
  };
}

const identityOf = ({ handler, at, pk, sk }: DueItem): string => `${handler}\n${at}\n${pk}\n${sk}`;
