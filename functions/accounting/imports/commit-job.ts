import type { ImportJob } from '../../../domain/accounting/imports/import-job.ts';
import type { Outcome } from '../../../domain/kernel/decision.ts';
import { firmLog } from '../../platform/firm-log.ts';
import type { PostingContext } from '../commit-posting.ts';
import { afterPatience, importItem } from './import-items.ts';

/** The write of an import's next state, conditional on the one that was read: of two workers on one import, one loses and stops. */
export const jobWrite = (from: ImportJob, to: ImportJob, now: string) => ({
  kind: 'put' as const,
  item: importItem(to, afterPatience(now)),
  when: { equals: ['v', from.version] as const },
});

/** Moves an import on, with the event of it. */
export function commitJob(context: PostingContext, from: ImportJob, to: ImportJob): Promise<Outcome<null>> {
  return firmLog(context.ports, context.firm.id, context.table).submit({
    call: context,
    decide: () => ({
      // A job that is to be written next waits for nobody: it is due at once.
      writes: [{ ...jobWrite(from, to, context.now), item: importItem(to, context.now) }],
      happenings: [
        {
          type: `import.${to.state}`,
          entity: { kind: 'import', id: to.id, version: to.version },
          data: { entries: to.total ?? null, faults: to.faults ?? null },
        },
      ],
      answer: null,
    }),
  });
}
