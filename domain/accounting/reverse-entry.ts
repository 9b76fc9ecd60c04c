import type { LocalDate } from '../kernel/dates.ts';
import { type Outcome, refuse } from '../kernel/decision.ts';
import type { Entry, EntryDraft } from './book.ts';

/**
 * The entry that undoes another: the same lines on the other side, on a date of its own (the lock is checked on that date, rule B3).
 * A document's entry follows its document; a reversal is not reversed; nothing is reversed twice.
 */
export function reverseEntry(entry: Entry, reversedBy: string | undefined, date: LocalDate, memo?: string): Outcome<EntryDraft> {
  if (entry.document) return refuse('entry.of_document', { document: entry.document.number ?? entry.document.id });
  if (entry.reverses) return refuse('entry.is_reversal');
  if (entry.closing) return refuse('entry.of_document', { document: 'year' });
  if (reversedBy) return refuse('entry.reversed', { entry: reversedBy });
  return reversalOf(entry, date, memo);
}

/** The mirror image of an entry. */
export function reversalOf(entry: Entry, date: LocalDate, memo = entry.memo): EntryDraft {
  return {
    date,
    memo,
    ...(entry.reference && { reference: entry.reference }),
    ...(entry.document && { document: entry.document }),
    ...(entry.closing && { closing: true }),
    reverses: entry.id,
    lines: entry.lines.map((line) => ({
      ...line,
      amount: -line.amount,
      ...(line.foreign && { foreign: { ...line.foreign, amount: -line.foreign.amount } }),
    })),
  };
}
