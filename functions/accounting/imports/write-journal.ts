import type { Book, EntryDraft } from '../../../domain/accounting/book.ts';
import { revised } from '../../../domain/accounting/change-account.ts';
import { ChartOfAccounts } from '../../../domain/accounting/chart-of-accounts.ts';
import { draftOfJournalEntry } from '../../../domain/accounting/imports/draft-of-journal-entry.ts';
import { bookState, type ImportJob, type ImportPreview } from '../../../domain/accounting/imports/import-job.ts';
import { asPlanned, type ImportPlan } from '../../../domain/accounting/imports/plan.ts';
import type { LineFault } from '../../../domain/accounting/journals/journal.ts';
import { journalReaders } from '../../../domain/accounting/journals/readers.ts';
import { post } from '../../../domain/accounting/post.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import { firmLog } from '../../platform/firm-log.ts';
import type { Write } from '../../platform/table/port.ts';
import { accountItem, commodityItem } from '../book-items.ts';
import { bookSerial } from '../book-store.ts';
import { commitStaged, type PostingContext, postingFacts } from '../commit-posting.ts';
import { readBook } from '../read-book.ts';
import { keepPreview, readPreview } from './check-file.ts';
import { checkJournal } from './check-journal.ts';
import { jobWrite } from './commit-job.ts';
import { checkedText } from './file-text.ts';
import { importItem, nextOf, secondsAfter } from './import-items.ts';
import { lineFault, refuseImport } from './refuse-import.ts';
import { takingTurns } from './taking-turns.ts';

/** Entries of the file in one step. Each step is all or nothing and moves the job in the same commit, so it happens once. */
const STEP = 1000;
const CHART_STEP = 80;

/**
 * Writes a checked journal: holds the book's periods, adds the accounts that are new, posts the entries in steps from where the job stands,
 * and lets go. What could refuse a step (a close, an archived account) waits while the import holds the book; what happened before it did is checked again.
 */
export async function writeJournal(context: PostingContext, job: ImportJob): Promise<void> {
  const text = await checkedText(context, job);
  if (text === undefined) return refuseImport(context, job, [{ line: 1, code: 'import.file_changed' }]);
  if (!(await hold(context, job))) return waitForTheOther(context, job);
  const preview = await upToDate(context, job, text);
  if (preview.faults.length > 0) return refuseImport(context, job, preview.faults, preview.moreFaults);
  await completeChart(context, asPlanned(await readBook(context), preview.accounts, preview.commodities));
  const plan = asPlanned(await readBook(context), preview.accounts, preview.commodities);

  const pause = takingTurns();
  let current = job;
  let read = 0;
  let step: EntryDraft[] = [];
  let inStep = 0;
  const write = async (): Promise<LineFault | undefined> => {
    const written = await postStep(context, current, step, inStep);
    if ('code' in written) return written;
    current = written;
    step = [];
    inStep = 0;
    return undefined;
  };
  for (const item of journalReaders[job.format as keyof typeof journalReaders](text)) {
    await pause();
    if (item.kind === 'fault') return refuseImport(context, current, [item.fault]);
    if (++read <= job.written) continue;
    const drafted = draftOfJournalEntry(item.entry, plan);
    if ('fault' in drafted) return refuseImport(context, current, [drafted.fault]);
    step.push(...drafted.drafts);
    if (++inStep < STEP) continue;
    const refused = await write();
    if (refused) return refuseImport(context, current, [refused]);
  }
  const refused = inStep > 0 ? await write() : undefined;
  if (refused) return refuseImport(context, current, [refused]);
  await letGo(context, current);
}

/** What the check found, found again if the book has moved since in what it depends on. */
async function upToDate(context: PostingContext, job: ImportJob, text: string): Promise<ImportPreview> {
  const book = await readBook(context);
  const before = await readPreview(context, job.id);
  // What was added to the chart since the first step was added by this import: nobody else could.
  if (before && (job.written > 0 || job.checkedAgainst === bookState(book.head))) return before;
  const preview = await checkJournal(book, job, text);
  await keepPreview(context, job.id, preview);
  return preview;
}

/** One step: its entries and the job's progress, together or not at all. */
async function postStep(context: PostingContext, job: ImportJob, drafts: readonly EntryDraft[], entries: number): Promise<ImportJob | LineFault> {
  const next = nextOf(job, { written: job.written + entries, attempts: 0 });
  const outcome = await commitStaged(context, {
    decide: (book) => {
      const posting = post(book, drafts, postingFacts(context), (index) => `/${index}`);
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
  if (!isRefusal(outcome)) return next;
  return lineFault(outcome, (pointer) => lineOf(drafts[Number(/^\/(\d+)/.exec(pointer)?.[1] ?? 0)]));
}

/** The line of the file that an entry says it comes from. */
const lineOf = (draft: EntryDraft | undefined): number => Number(/\d+$/.exec(draft?.source ?? '')?.[0] ?? 1);

/** Periods and accounts stand still while an import writes. One import writes at a time: false while another does. */
async function hold(context: PostingContext, job: ImportJob): Promise<boolean> {
  const outcome = await firmLog(context.ports, context.firm.id, context.table).submit<Book, null>({
    call: context,
    serial: bookSerial,
    decide: (book) => {
      if (book.head.importing && book.head.importing !== job.id) return refuse('import.running');
      const head = { ...book.head, version: book.head.version + 1, importing: job.id };
      return { state: { ...book, head }, writes: [], happenings: [], answer: null };
    },
  });
  return !isRefusal(outcome);
}

/** To wait is not to fail. It is due again shortly, when the other may be done. */
async function waitForTheOther({ table, ports }: PostingContext, job: ImportJob): Promise<void> {
  const now = ports.clock.now();
  const waiting = nextOf(job, { attempts: 0 });
  await table.transact([{ ...jobWrite(job, waiting, now), item: importItem(waiting, secondsAfter(now, WAIT_SECONDS)) }]);
}
const WAIT_SECONDS = 5;

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
