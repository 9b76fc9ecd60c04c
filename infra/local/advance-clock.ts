import { nextDue } from '../../functions/platform/due/sweep.ts';
import type { Ports } from '../../functions/platform/ports.ts';
import type { LocalClock } from './clock.ts';
import type { LocalQueue } from './queue.ts';
import type { Schedule } from './schedule.ts';

/** A year of daily work for a few firms; more stops would be a handler that makes itself due for ever. */
const MAX_STOPS = 100_000;

/**
 * Moves the clock to an instant, stopping wherever something falls due and doing it there: what happens in a year that is tried in a minute
 * happens at the times at which it would have happened.
 */
export async function advanceClock(
  target: string,
  { clock, ports, queue, schedule }: { readonly clock: LocalClock; readonly ports: Ports; readonly queue: LocalQueue; readonly schedule: Schedule },
): Promise<{ readonly fired: number }> {
  const doWhatIsDue = async (): Promise<void> => {
    await schedule.run();
    await queue.idle();
  };
  await doWhatIsDue();
  let fired = 0;
  for (; fired < MAX_STOPS; fired++) {
    const next = await nextDue({ ports }, clock.now(), target);
    if (next === undefined) break;
    clock.moveTo(next);
    await doWhatIsDue();
  }
  clock.moveTo(target);
  await doWhatIsDue();
  return { fired };
}
