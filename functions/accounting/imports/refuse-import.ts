import type { Book } from '../../../domain/accounting/book.ts';
import type { ImportJob } from '../../../domain/accounting/imports/import-job.ts';
import type { LineFault } from '../../../domain/accounting/journals/journal.ts';
import type { Refusal } from '../../../domain/kernel/decision.ts';
import { firmLog } from '../../platform/firm-log.ts';
import { bookSerial } from '../book-store.ts';
import type { PostingContext } from '../commit-posting.ts';
import { faulty, keepPreview, readPreview } from './check-file.ts';
import { jobWrite } from './commit-job.ts';
import { nextOf } from './import-items.ts';

/**
 * Ends an import that cannot go on: it says why, and lets the book go, so that periods can close and other imports write. What it has written stays,
 * and it goes on from there when it is checked again.
 */
export async function refuseImport(context: PostingContext, job: ImportJob, faults: readonly LineFault[], moreFaults = 0): Promise<void> {
  const preview = (await readPreview(context, job.id)) ?? faulty('import.gave_up');
  await keepPreview(context, job.id, { ...preview, faults, moreFaults });
  const now = context.ports.clock.now();
  const refused = nextOf(job, { state: 'refused', faults: faults.length + moreFaults, attempts: 0, finishedAt: now });
  await firmLog(context.ports, context.firm.id, context.table).submit<Book, null>({
    call: context,
    serial: bookSerial,
    decide: (book) => {
      const { importing, ...rest } = book.head;
      return {
        ...(importing === job.id && { state: { ...book, head: { ...rest, version: book.head.version + 1 } } }),
        writes: [jobWrite(job, refused, now)],
        happenings: [
          {
            type: 'import.refused',
            entity: { kind: 'import', id: job.id, version: refused.version },
            data: { entries: job.written, faults: refused.faults ?? null },
          },
        ],
        answer: null,
      };
    },
  });
}

/** What the book refuses, as a fault of the line at which the entry begins. */
export function lineFault({ refused, errors, values }: Refusal, lineOf: (pointer: string) => number): LineFault {
  const [first] = errors ?? [];
  const said = first?.values ?? values;
  return { line: lineOf(first?.pointer ?? ''), code: (first?.code ?? refused) as LineFault['code'], ...(said && { values: said }) };
}
