import type { Body } from './document.ts';
import type { SentDocument } from './read-draft.ts';

/** A change of a draft: members that are left out stay, `null` takes one away, lines are replaced together. */
export interface DocumentChange extends Partial<Omit<SentDocument, 'rate' | 'series' | 'notes' | 'reference' | 'contact' | 'lines'>> {
  readonly contact?: string | undefined;
  readonly lines?: SentDocument['lines'] | undefined;
  readonly rate?: string | null | undefined;
  readonly series?: string | null | undefined;
  readonly notes?: string | null | undefined;
  readonly reference?: string | null | undefined;
}

/** The draft as it would be sent whole after a change. A new currency brings its own rate, or none. */
export function changedDraft(draft: Body, change: DocumentChange): SentDocument {
  const rate = change.rate === undefined && change.currency !== undefined && change.currency !== draft.currency ? null : change.rate;
  return {
    contact: change.contact ?? draft.contact,
    date: change.date ?? draft.date,
    dueDate: change.dueDate ?? draft.dueOn,
    currency: change.currency ?? draft.currency,
    rate: kept(rate, draft.rate),
    pricesInclude: change.pricesInclude ?? draft.pricesInclude,
    series: kept(change.series, draft.series),
    lines: change.lines ?? draft.lines,
    notes: kept(change.notes, draft.notes),
    reference: kept(change.reference, draft.reference),
  };
}

const kept = (sent: string | null | undefined, before: string | undefined): string | undefined => (sent === undefined ? before : (sent ?? undefined));
