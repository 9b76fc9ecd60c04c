import type { Actor } from '../../../domain/kernel/event.ts';
import { type DueCall, settled } from '../../firms/when-due.ts';
import { type Decided, firmLog } from '../../platform/firm-log.ts';
import { Reading } from '../../platform/reading.ts';

/** Loads, decides and commits, again when what was read has moved. What decides gives nothing when there is nothing to do. */
export const settle = (
  { ports, table, firm, now, mint }: DueCall,
  run: (seen: Reading) => Promise<(Omit<Decided<undefined, undefined>, 'answer'> & { readonly actor?: Actor }) | undefined>,
): Promise<void> =>
  settled(async () => {
    const seen = new Reading(table);
    const decided = await run(seen);
    if (!decided) return;
    const { actor = { kind: 'system', name: 'records' }, ...changes } = decided;
    await firmLog(ports, firm.id, table).submit({ call: { ports, now, mint, actor }, seen, decide: () => ({ ...changes, answer: undefined }) });
  });
