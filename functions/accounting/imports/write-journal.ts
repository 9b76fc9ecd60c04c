import type { Book, EntryDraft } from '../../../domain/accounting/book.ts';
import { revised } from '../../../domain/accounting/change-account.ts';
import { ChartOfAccounts } from '../../../domain/accounting/chart-of-accounts.ts';
import { draftOfJournalEntry } from '../../../domain/accounting/imports/draft-of-journal-entry.ts';
import type { ImportJob, ImportPreview } from '../../../domain/accounting/imports/import-job.ts';
import { asPlanned, type ImportPlan } from '../../../domain/accounting/imports/plan.ts';
import { journalReaders } from '../../../domain/accounting/journals/readers.ts';
import { post } from '../../../domain/accounting/post.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import { firmLog } from '../../platform/firm-log.ts';
import type { Write } from '../../platform/table/port.ts';
import { accountItem, commodityItem } from '../book-items.ts';
import { bookSerial } from '../book-store.ts';
import { commitStaged, type PostingContext, postingFacts } from '../commit-posting.ts';
import { readBook } from '../read-book.ts';
import { jobWrite } from './commit-job.ts';
import { fileText } from './file-text.ts';
import { nextOf, previewBlob } from './import-items.ts';

/** Entries of the file in one step. Each step is all or nothing and moves the job in the same commit, so it happens once. */
const STEP = 1000;
const CHART_STEP = 80;

/**
 * Writes a checked journal: holds the book's periods, adds the accounts that are new, posts the entries in steps from where the job stands,
 * and lets go. Nothing can refuse a step any more: what could (a close, an archived account) waits while the import holds the book.
 */
export async function writeJournal(context: PostingContext, job: ImportJob): Promise<void> {
  const text = await fileText(context, job.id);
  const stored = await context.ports.blobs.get(previewBlob(context.firm.id, job.id));
  if (text === undefined || !stored) throw new Error(`import ${job.id} was not checked`);
  const preview = JSON.parse(new TextDecoder().decode(stored)) as ImportPreview;
  await hold(context, job);
  await completeChart(context, asPlanned(await readBook(context), preview.accounts, preview.commodities));
  const plan = asPlanned(await readBook(context), preview.accounts, preview.commodities);

  let current = job;
  let read = 0;
  let step: EntryDraft[] = [];
  let inStep = 0;
  for (const item of journalReaders[job.format as keyof typeof journalReaders](text)) {
    if (item.kind === 'fault') throw new Error('a checked file has a fault');
    if (++read <= job.written) continue;
    const drafted = draftOfJournalEntry(item.entry, plan);
    if ('fault' in drafted) throw new Error('a checked file has a fault');
    step.push(...drafted.drafts);
    if (++inStep < STEP) continue;
    current = await postStep(context, current, step, inStep);
    step = [];
    inStep = 0;
  }
  if (inStep > 0) current = await postStep(context, current, step, inStep);
  await letGo(context, current);
}

/** One step: its entries and the job's progress, together or not at all. */
async function postStep(context: PostingContext, job: ImportJob, drafts: readonly EntryDraft[], entries: number): Promise<ImportJob> {
  const next = nextOf(job, { written: job.written + entries });
  const outcome = await commitStaged(context, {
    decide: (book) => {
      const posting = post(book, drafts, postingFacts(context));
      if (isRefusal(posting)) return posting;
      const last = posting.entries.at(-1);
      return {
        posting,
        writes: [jobWrite(job, next, context.ports.clock.now())],
        happenings: [
          {
            type: 'entries.posted',
            entity: { kind: 'import', id: job.id },
            data: { from: posting.entries[0]?.seq, to: last?.seq, hash: last?.hash },
          },
        ],
        answer: null,
      };
    },
  });
  if (isRefusal(outcome)) throw new Error(`a step of import ${job.id} was refused: ${outcome.refused}`);
  return next;
}

/** Periods and accounts stand still while an import writes. One import writes at a time. */
async function hold(context: PostingContext, job: ImportJob): Promise<void> {
  const outcome = await firmLog(context.ports, context.firm.id, context.table).submit<Book, null>({
    call: context,
    serial: bookSerial,
    decide: (book) => {
      if (book.head.importing && book.head.importing !== job.id) return refuse('import.running');
      const head = { ...book.head, version: book.head.version + 1, importing: job.id };
      return { state: { ...book, head }, writes: [], happenings: [], answer: null };
    },
  });
  if (isRefusal(outcome)) throw new Error('another import is writing: this one waits');
}

async function letGo(context: PostingContext, job: ImportJob): Promise<void> {
  const done = nextOf(job, { state: 'done', finishedAt: context.ports.clock.now() });
  await firmLog(context.ports, context.firm.id, context.table).submit<Book, null>({
    call: context,
    serial: bookSerial,
    decide: (book) => {
      const { importing: _importing, ...rest } = book.head;
      const head = { ...rest, version: book.head.version + 1 };
      return {
        state: { ...book, head },
        writes: [jobWrite(job, done, context.ports.clock.now())],
        happenings: [
          {
            type: 'import.done',
            entity: { kind: 'import', id: job.id, version: done.version },
            data: { entries: done.written, seq: head.seq, hash: head.hash },
          },
        ],
        answer: null,
      };
    },
  });
}

/** Adds the accounts and commodities that the file brings, in steps; what a step before a crash has added is there already. */
async function completeChart(context: PostingContext, plan: ImportPlan): Promise<void> {
  const additions = [...plan.newCommodities.map((commodity) => ({ commodity })), ...plan.newAccounts.map((account) => ({ account }))];
  for (let start = 0; start < additions.length; start += CHART_STEP) {
    const step = additions.slice(start, start + CHART_STEP);
    const writes = step.map(
      (added): Write => ({ kind: 'put', item: 'account' in added ? accountItem(added.account) : commodityItem(added.commodity) }),
    );
    await firmLog(context.ports, context.firm.id, context.table).submit<Book, null>({
      call: context,
      serial: bookSerial,
      decide: (book) => {
        const { accounts, dimensions, commodities } = book.chart;
        const chart = new ChartOfAccounts(
          [...accounts.values(), ...step.flatMap((added) => ('account' in added ? [added.account] : []))],
          dimensions.values(),
          [...commodities.values(), ...step.flatMap((added) => ('commodity' in added ? [added.commodity] : []))],
        );
        const happenings = [
          {
            type: 'accounts.added' as const,
            entity: { kind: 'chart', id: 'chart' },
            data: { codes: step.map((added) => ('account' in added ? added.account.code : added.commodity.code)) },
          },
        ];
        return { state: revised(book, chart), writes, happenings, answer: null };
      },
    });
  }
}
