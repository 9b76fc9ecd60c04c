import type { ImportJob, ImportPreview } from '../../../domain/accounting/imports/import-job.ts';
import type { LineFault } from '../../../domain/accounting/journals/journal.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import type { PostingContext } from '../commit-posting.ts';
import { contactDefaults } from '../invoicing/firm-settings.ts';
import { readBook } from '../read-book.ts';
import { checkContacts } from './check-contacts.ts';
import { checkJournal } from './check-journal.ts';
import { checkOpeningBalances } from './check-opening-balances.ts';
import { commitJob } from './commit-job.ts';
import { fileText } from './file-text.ts';
import { nextOf, previewBlob } from './import-items.ts';

export const MAX_FAULTS = 200;

/** Checks a whole file against the book as it is, writes nothing to it, and keeps what was found for the person to see. */
export async function checkFile(context: PostingContext, job: ImportJob): Promise<void> {
  const { ports, firm } = context;
  const text = await fileText(context, job.id);
  const preview = text === undefined ? unreadable() : await check(context, job, text);
  await ports.blobs.put(previewBlob(firm.id, job.id), new TextEncoder().encode(JSON.stringify(preview)), 'application/json');
  const faults = preview.faults.length + preview.moreFaults;
  const state = faults > 0 ? 'refused' : job.runWhenReady ? 'running' : 'ready';
  const outcome = await commitJob(
    context,
    job,
    nextOf(job, { state, total: preview.entries, faults, ...(state === 'refused' && { finishedAt: context.now }) }),
  );
  if (isRefusal(outcome)) throw new Error(`an import that was checked could not say so: ${outcome.refused}`);
}

async function check(context: PostingContext, job: ImportJob, text: string): Promise<ImportPreview> {
  switch (job.format) {
    case 'contacts-csv':
      return checkContacts(text, await contactDefaults(context.table), MAX_FAULTS);
    case 'opening-balances-csv':
      return checkOpeningBalances(await readBook(context), text, job.createdAt.slice(0, 10));
    default:
      return checkJournal(await readBook(context), job, text);
  }
}

const unreadable = (): ImportPreview => ({
  entries: 0,
  lines: 0,
  accounts: [],
  commodities: [],
  faults: [{ line: 1, code: 'import.not_text' } satisfies LineFault],
  moreFaults: 0,
});
