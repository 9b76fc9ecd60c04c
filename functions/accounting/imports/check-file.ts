import { bookState, type ImportJob, type ImportPreview } from '../../../domain/accounting/imports/import-job.ts';
import type { LineFault } from '../../../domain/accounting/journals/journal.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import type { PostingContext } from '../commit-posting.ts';
import { contactDefaults } from '../invoicing/firm-settings.ts';
import { readBook } from '../read-book.ts';
import { checkContacts } from './check-contacts.ts';
import { checkJournal } from './check-journal.ts';
import { checkOpeningBalances } from './check-opening-balances.ts';
import { commitJob } from './commit-job.ts';
import { importedFile } from './file-text.ts';
import { nextOf, previewBlob } from './import-items.ts';

export const MAX_FAULTS = 200;

/** Checks a whole file against the book as it is, writes nothing to it, and keeps what was found for the person to see. */
export async function checkFile(context: PostingContext, job: ImportJob): Promise<void> {
  const { text, digest } = await importedFile(context, job.id);
  const { head } = await readBook(context);
  const preview = await found(context, job, text, digest);
  await keepPreview(context, job.id, preview);
  const faults = preview.faults.length + preview.moreFaults;
  const state = faults > 0 ? 'refused' : job.runWhenReady ? 'running' : 'ready';
  const outcome = await commitJob(
    context,
    job,
    nextOf(job, {
      state,
      total: preview.entries,
      faults,
      // Of a file that is half written, the first one stays the one.
      digest: job.written > 0 ? (job.digest ?? digest) : digest,
      checkedAgainst: bookState(head),
      attempts: 0,
      ...(state === 'refused' && { finishedAt: context.now }),
    }),
  );
  if (isRefusal(outcome)) throw new Error(`an import that was checked could not say so: ${outcome.refused}`);
}

function found(context: PostingContext, job: ImportJob, text: string | undefined, digest: string): Promise<ImportPreview> | ImportPreview {
  if (text === undefined) return faulty('import.not_text');
  // Half of it is in the book: the rest comes from the same file or not at all.
  if (job.written > 0 && digest !== job.digest) return faulty('import.file_changed');
  return check(context, job, text);
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

/** A preview of nothing but what stands in the way of it. */
export const faulty = (code: LineFault['code']): ImportPreview => ({
  entries: 0,
  lines: 0,
  accounts: [],
  commodities: [],
  faults: [{ line: 1, code }],
  moreFaults: 0,
});

/** Keeps what was found of a file where the person who imports it sees it. */
export const keepPreview = ({ ports, firm }: Pick<PostingContext, 'ports' | 'firm'>, importId: string, preview: ImportPreview): Promise<void> =>
  ports.blobs.put(previewBlob(firm.id, importId), new TextEncoder().encode(JSON.stringify(preview)), 'application/json');

/** What the last check found. */
export async function readPreview({ ports, firm }: Pick<PostingContext, 'ports' | 'firm'>, importId: string): Promise<ImportPreview | undefined> {
  const stored = await ports.blobs.get(previewBlob(firm.id, importId));
  return stored && (JSON.parse(new TextDecoder().decode(stored)) as ImportPreview);
}
