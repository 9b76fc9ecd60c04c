import { setTimeout as sleep } from 'node:timers/promises';
import { type Outcome, refuse } from '../../../domain/kernel/decision.ts';
import { Moved } from '../commit-outcome.ts';
import { TransactionCancelled } from '../table/port.ts';

/** Each run is against fresh state, so a second one usually wins; eight losses in a row mean a queue that others should drain first. */
const MAX_RUNS = 8;
const FIRST_WAIT_MS = 2;
const LONGEST_WAIT_MS = 200;

/** Runs a command again, from its load on, when something that it rested on moved meanwhile. */
export async function untilSettled<T>(run: () => Promise<T>, onRetry: (count: number) => void): Promise<Outcome<T>> {
  for (let count = 1; ; count++) {
    try {
      return await run();
    } catch (thrown) {
      if (!(thrown instanceof Moved || thrown instanceof TransactionCancelled)) throw thrown;
      if (count === MAX_RUNS) return refuse('request.conflict');
      onRetry(count);
      // Chance in the wait keeps losers from meeting again; nothing is decided by it.
      await sleep(Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** count));
    }
  }
}
