import type { LocalDate } from '../../../domain/kernel/dates.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import { type Deadline, isOverdue, type Occurrence } from '../../../domain/work/deadlines/deadline.ts';
import { readRule } from '../../../domain/work/deadlines/rule.ts';
import { onceWords, ruleWords } from '../../../domain/work/deadlines/rule-words.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import { occurrenceKey, occurrenceOf } from './deadline-items.ts';

/** Dates of a deadline that one answer shows. */
const DATES_SHOWN = 60;

/** A rule in words, whole or as it was typed. */
export function wordsOf(deadline: Pick<Deadline, 'rule' | 'firstOn' | 'monthEnd'>) {
  const rule = deadline.rule === undefined ? undefined : readRule(deadline.rule);
  if (!rule || isRefusal(rule)) return { ...onceWords };
  return { ...ruleWords(rule, deadline.firstOn, deadline.monthEnd) };
}

export const wireDeadline = (deadline: Deadline, today: LocalDate) => {
  const { generatedThrough: _, ...shown } = deadline;
  return {
    ...shown,
    category: deadline.category ?? null,
    notes: deadline.notes ?? null,
    owner: deadline.owner ?? null,
    rule: deadline.rule ?? null,
    ruleWords: wordsOf(deadline),
    link: deadline.link ?? null,
    template: deadline.template ?? null,
    next: deadline.next ?? null,
    overdue: deadline.next !== undefined && deadline.next.dueOn < today,
  };
};

export const wireOccurrence = (one: Occurrence, today: LocalDate) => ({
  date: one.date,
  dueOn: one.dueOn,
  state: one.state,
  overdue: isOverdue(one, today),
  reminded: one.reminded,
  case: one.case ?? null,
  settled: one.settled ? { by: one.settled.by, at: one.settled.at, note: one.settled.note ?? null } : null,
});

/** A deadline with its dates, the last first. */
export async function withDates({ table, today }: { readonly table: FirmTable; readonly today: LocalDate }, deadline: Deadline) {
  const { pk } = occurrenceKey(deadline.id, '');
  const { items } = await table.query({ pk, prefix: 'OCCURRENCE#', descending: true, limit: DATES_SHOWN });
  return { ...wireDeadline(deadline, today), occurrences: items.map((item) => wireOccurrence(occurrenceOf(item), today)) };
}
