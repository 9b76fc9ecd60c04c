import type { Role } from '../../../domain/firms/permissions.ts';
import type { KeptRecord } from '../../../domain/records/filing/record.ts';
import { maySee, type RecordClass, shippedClasses } from '../../../domain/records/filing/record-classes.ts';
import type { Reader } from '../../platform/reading.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import { plain, stored } from '../../platform/table/own-item.ts';
import type { Item, Write } from '../../platform/table/port.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { filingKeys } from './keys.ts';

/** The classes of a firm: those of its country with what it changed, and its own. */
export async function readClasses(table: FirmTable, country: string): Promise<ReadonlyMap<string, RecordClass>> {
  const own = (await queryAll(table, { pk: filingKeys.class({ class: '' }).pk })).map(classOf);
  return new Map([...shippedClasses(country), ...own].map((one) => [one.code, one]));
}

/** One class, read for a decision: the commit is conditional on it. */
export async function readClass(from: Reader, country: string, code: string): Promise<RecordClass | undefined> {
  const item = await from.get(filingKeys.class({ class: code }));
  return item ? classOf(item) : shippedClasses(country).find((one) => one.code === code);
}

export const classWrite = ({ version, ...one }: RecordClass): Write => ({
  kind: 'put',
  item: { ...filingKeys.class({ class: one.code }), ...plain(one), v: version },
});

const classOf = (item: Item): RecordClass => stored<RecordClass>(item);

export const isSeenBy = (role: Role, record: KeptRecord, classes: ReadonlyMap<string, RecordClass>): boolean =>
  maySee(role, record, classes.get(record.class));
