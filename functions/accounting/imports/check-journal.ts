import type { Book } from '../../../domain/accounting/book.ts';
import { draftOfJournalEntry } from '../../../domain/accounting/imports/draft-of-journal-entry.ts';
import type { ImportJob, ImportPreview } from '../../../domain/accounting/imports/import-job.ts';
import { planImport, refusedNames } from '../../../domain/accounting/imports/plan.ts';
import type { JournalEntry, LineFault } from '../../../domain/accounting/journals/journal.ts';
import { journalReaders } from '../../../domain/accounting/journals/readers.ts';
import { whyNot } from '../../../domain/accounting/post.ts';
import { MAX_FAULTS } from './check-file.ts';
import { takingTurns } from './taking-turns.ts';

/** Reads a journal twice: once for its accounts and commodities, once to draft every entry on the chart as it will be. Other requests get their turn. */
export async function checkJournal(book: Book, job: ImportJob, text: string): Promise<ImportPreview> {
  const read = journalReaders[job.format as keyof typeof journalReaders];
  const faults: LineFault[] = [];
  let more = 0;
  const note = (fault: LineFault): void => {
    if (faults.length < MAX_FAULTS) faults.push(fault);
    else more += 1;
  };
  const first = read(text);
  const pause = takingTurns();
  const lineOf = new Map<string, number>();
  for (const item of first) {
    if (item.kind === 'fault') note(item.fault);
    else noteNames(item.entry, lineOf);
    await pause();
  }
  const plan = planImport(book, first, job.options);
  for (const { name, fault } of refusedNames(plan)) note({ line: lineOf.get(name) ?? 1, ...fault });
  const withoutWorth = new Map<string, number>();
  let entries = 0;
  let lines = 0;
  let from: string | undefined;
  let to: string | undefined;
  for (const item of faults.length > 0 ? [] : read(text)) {
    if (item.kind === 'fault') continue;
    const drafted = draftOfJournalEntry(item.entry, plan);
    if ('fault' in drafted) {
      note(drafted.fault);
      continue;
    }
    entries += 1;
    for (const draft of drafted.drafts) {
      lines += draft.lines.length;
      if (from === undefined || draft.date < from) from = draft.date;
      if (to === undefined || draft.date > to) to = draft.date;
      // What a run before this one has written is not asked again.
      const refusal = entries > job.written && whyNot(plan.book, draft);
      if (refusal)
        note({
          line: item.entry.line,
          code: (refusal.errors?.[0]?.code ?? refusal.refused) as LineFault['code'],
          ...(refusal.errors?.[0]?.values && { values: refusal.errors[0].values }),
        });
    }
    for (const commodity of drafted.withoutWorth) withoutWorth.set(commodity, (withoutWorth.get(commodity) ?? 0) + 1);
    await pause();
  }
  if (entries === 0 && faults.length === 0) note({ line: 1, code: 'import.file_empty' });
  return {
    entries,
    lines,
    ...(from && { from }),
    ...(to && { to }),
    accounts: plan.accounts,
    commodities: plan.commodities.map((commodity) => ({ ...commodity, withoutWorth: withoutWorth.get(commodity.name) ?? 0 })),
    faults,
    moreFaults: more,
  };
}

/** The line on which a name of the file is first used. */
function noteNames({ line, postings }: JournalEntry, lineOf: Map<string, number>): void {
  for (const { account, amount, worth } of postings)
    for (const name of [account, amount.commodity, worth?.commodity ?? '']) if (!lineOf.has(name)) lineOf.set(name, line);
}
