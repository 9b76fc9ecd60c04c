import type { Transaction } from './commit-group.ts';

/** How many writes share one fsync at most: more would hold up reads for longer than a person notices. */
const writesPerGroup = 2_000;

export interface CommitQueue {
  add(transaction: Transaction): void;
  /** Commits all that waits, now. */
  drain(): void;
}

/** Transactions wait here until the turn of the event loop ends, in the order they came, and are then committed together. */
export function commitQueue(commit: (group: readonly Transaction[]) => void): CommitQueue {
  const waiting: Transaction[] = [];
  let isScheduled = false;

  const commitNext = () => {
    const group = waiting.splice(0, groupLength(waiting));
    if (group.length > 0) commit(group);
  };
  const schedule = () => {
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      commitNext();
      if (waiting.length > 0 && !isScheduled) schedule();
    });
  };

  return {
    add(transaction) {
      waiting.push(transaction);
      if (!isScheduled) schedule();
    },
    drain() {
      while (waiting.length > 0) commitNext();
    },
  };
}

function groupLength(waiting: readonly Transaction[]): number {
  let writes = 0;
  const end = waiting.findIndex((transaction) => {
    writes += transaction.writes.length;
    return writes > writesPerGroup;
  });
  return end === -1 ? waiting.length : Math.max(end, 1);
}
