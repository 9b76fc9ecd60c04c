import type { LocalDate } from '../../../domain/kernel/dates.ts';
import type { Occurrence } from '../../../domain/work/deadlines/deadline.ts';
import type { Reader } from '../../platform/reading.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { occurrenceKey, occurrenceOf, type StoredDeadline, storedDeadlineOf } from './deadline-items.ts';
import { deadlinesKeys } from './keys.ts';

export async function loadDeadline(from: Reader, id: string): Promise<StoredDeadline | undefined> {
  const item = await from.get(deadlinesKeys.deadline({ deadline: id }));
  return item && storedDeadlineOf(item);
}

export async function loadOccurrence(from: Reader, id: string, date: LocalDate): Promise<Occurrence | undefined> {
  const item = await from.get(occurrenceKey(id, date));
  return item && occurrenceOf(item);
}

/** Occurrences from a date on, in order. What lies ahead is bounded by how far a series is made. */
export async function occurrencesFrom(table: FirmTable, id: string, date: LocalDate): Promise<readonly Occurrence[]> {
  const { pk, sk } = occurrenceKey(id, date);
  return (await queryAll(table, { pk, from: sk, to: occurrenceKey(id, '~').sk })).map(occurrenceOf);
}

/** The earliest occurrence after a date that still waits. */
export async function nextPendingAfter(table: FirmTable, id: string, date: LocalDate): Promise<Occurrence | undefined> {
  return (await occurrencesFrom(table, id, `${date}~`)).find(({ state }) => state === 'pending');
}
