import { type ImportJob, MAX_ATTEMPTS } from '../../../domain/accounting/imports/import-job.ts';
import { viewOf } from '../../platform/due/work.ts';
import { mintAt } from '../../platform/mint.ts';
import type { DueHandler } from '../../platform/ports.ts';
import { TransactionCancelled } from '../../platform/table/port.ts';
import type { PostingContext } from '../commit-posting.ts';
import { checkFile } from './check-file.ts';
import { jobWrite } from './commit-job.ts';
import { importOf, nextOf } from './import-items.ts';
import { refuseImport } from './refuse-import.ts';
import { whileAtIt } from './stay-alive.ts';
import { writeContacts } from './write-contacts.ts';
import { writeJournal } from './write-journal.ts';
import { writeOpeningBalances } from './write-opening-balances.ts';

/** Goes on with an import from wherever it stands. Handed the same import twice, the second finds it moved on and does nothing. */
export const workImport: DueHandler = async (due, item, ports) => {
  const found = importOf(item);
  const { table } = await viewOf(due, ports);
  const now = ports.clock.now();
  const job = nextOf(found, { attempts: (found.attempts ?? 0) + 1 });
  const claimed = await table.transact([jobWrite(found, job, now)]).then(
    () => true,
    (error: unknown) => {
      if (error instanceof TransactionCancelled) return false;
      throw error;
    },
  );
  if (!claimed) return;
  const context: PostingContext = {
    ports,
    now,
    mint: mintAt(now, ports),
    actor: { kind: 'user', ...job.createdBy },
    firm: { id: table.firm },
    table,
  };
  if ((job.attempts ?? 0) > MAX_ATTEMPTS) await refuseImport(context, job, [{ line: 1, code: 'import.gave_up' }]);
  else if (job.state === 'checking') await whileAtIt(context, job.id, checkFile(context, job));
  else if (job.state === 'running') await whileAtIt(context, job.id, writers[job.format](context, job));
};

const writers: Readonly<Record<ImportJob['format'], (context: PostingContext, job: ImportJob) => Promise<void>>> = {
  hledger: writeJournal,
  ledger: writeJournal,
  beancount: writeJournal,
  'journal-csv': writeJournal,
  'journal-jsonl': writeJournal,
  'contacts-csv': writeContacts,
  'opening-balances-csv': writeOpeningBalances,
};
