import { addDays } from '../../../domain/kernel/dates.ts';
import type { Happening } from '../../../domain/kernel/event.ts';
import type { RecordLink } from '../../../domain/records/filing/link-kinds.ts';
import { linkText } from '../../../domain/records/filing/link-kinds.ts';
import type { FiledRecord, KeptRecord, RecordDetails, RecordVersion } from '../../../domain/records/filing/record.ts';
import { type Dated, datedWrites } from '../../platform/dated/dated.ts';
import type { FirmItem } from '../../platform/table/firm-table.ts';
import { heldIn, plain, stored } from '../../platform/table/own-item.ts';
import type { Item, Key, Write } from '../../platform/table/port.ts';
import { keyText, rowWrites } from '../../platform/table/row-writes.ts';
import { filingKeys } from './keys.ts';

export const RECORD_DUE = 'record.due';
export const RECORD_TEXT = 'record.text';
export const RECORD_UPLOAD_OVER = 'record.upload-over';

/** How a record lies in the table, and back. */
export const recordOf = (item: Item): KeptRecord => stored<KeptRecord>(item);

/**
 * What a record writes from one state to the next: itself, due on the day after its retention, its places in the views and their counts, and its day
 * in the calendar.
 */
export function recordWrites(before: KeptRecord | undefined, after: KeptRecord): Write[] {
  const { version, ...rest } = after;
  const key = filingKeys.record({ record: after.id });
  const at = dueAt(after);
  const item: FirmItem = { ...key, ...plain(rest), v: version, ...(at !== undefined && { due: { at, handler: RECORD_DUE } }) };
  return [
    { kind: 'put', item, ...(!before && { when: { exists: false } as const }) },
    ...rowWrites(before ? placesOf(before) : [], placesOf(after)),
    ...countWrites(before, after),
    ...datedWrites(before && dayOf(before), dayOf(after)),
  ];
}

/** By noon in Greenwich of the day after, that day has begun everywhere. */
function dueAt(record: KeptRecord): string | undefined {
  if (record.state !== 'kept' || record.awaits !== undefined || record.retainUntil === undefined) return undefined;
  return `${addDays(record.retainUntil, 1)}T12:00:00.000Z`;
}

/** In the calendar of those who may know of the record, a confidential one under the name of nothing: calendar programs keep what they fetch. */
function dayOf(record: KeptRecord): Dated | undefined {
  if (record.state === 'disposed' || record.awaits !== undefined || record.retainUntil === undefined) return undefined;
  const title = record.confidential ? '…' : record.title;
  const guard = { class: record.class, marked: record.confidential };
  return { on: addDays(record.retainUntil, 1), source: 'record-disposal', id: record.id, title, guard };
}

const ALL = 'all';
export const allRecords = { by: ALL, value: ALL } as const;

/** The views in which a record stands: `by` and `value` of each. */
function viewsOf(record: KeptRecord): readonly { readonly by: string; readonly value: string }[] {
  const state = { by: 'state', value: record.state };
  if (record.state === 'disposed') return [state];
  return [
    allRecords,
    state,
    { by: 'class', value: record.class },
    ...(record.contact === undefined ? [] : [{ by: 'contact', value: record.contact }]),
    ...(record.period === undefined ? [] : [{ by: 'period', value: record.period }]),
    ...record.tags.map((value) => ({ by: 'tag', value })),
    ...record.links.map((link) => ({ by: 'link', value: linkText(link) })),
  ];
}

const placesOf = (record: KeptRecord): readonly Item[] =>
  viewsOf(record).map((view) => ({ ...filingKeys.recordsBy({ ...view, record: record.id }), v: 1 }));

/** What a folder counts, apart by who may know of it: its class, and whether somebody marked it. */
function countWrites(before: KeptRecord | undefined, after: KeptRecord): Write[] {
  const moves = new Map<string, { readonly key: Key; readonly by: number }>();
  const add = (record: KeptRecord, by: number) => {
    for (const view of viewsOf(record)) {
      if (view.by === ALL || view.by === 'link') continue;
      const key = filingKeys.recordCount({ ...view, class: record.class, marked: record.confidential ? '1' : '0' });
      moves.set(keyText(key), { key, by: (moves.get(keyText(key))?.by ?? 0) + by });
    }
  };
  if (before) add(before, -1);
  add(after, 1);
  return [...moves.values()].filter(({ by }) => by !== 0).map(({ key, by }): Write => ({ kind: 'update', key, add: { count: by } }));
}

/** A file that was announced: what it will be filed as once its bytes are there. */
export interface PendingUpload {
  readonly record: FiledRecord['id'];
  readonly version: RecordVersion;
  /** What is written in it, as the caller says. */
  readonly text?: string;
  /** Of a record that is not there yet. */
  readonly opens?: { readonly class: string; readonly details: RecordDetails; readonly links: readonly RecordLink[] };
}

export function uploadItem(upload: PendingUpload, overAt: string): FirmItem {
  const key = filingKeys.upload({ record: upload.record, version: upload.version.id });
  return { ...key, v: 1, ...plain(upload), due: { at: overAt, handler: RECORD_UPLOAD_OVER } };
}
export const uploadOf = (item: Item): PendingUpload => heldIn<PendingUpload>(item);

/** What a version that has come adds to its record: what is in it is read soon, and its digest finds its doubles. */
export function versionWrites(record: string, version: RecordVersion, text: string | undefined, now: string): Write[] {
  const textItem: FirmItem = {
    ...filingKeys.text({ record, version: version.id }),
    v: 1,
    record,
    state: 'waiting',
    type: version.type,
    bytes: version.bytes,
    ...(text !== undefined && { supplied: text }),
    due: { at: now, handler: RECORD_TEXT },
  };
  return [
    { kind: 'put', item: textItem },
    { kind: 'put', item: { ...filingKeys.digest({ sha256: version.sha256, record, version: version.id }), v: 1 } },
  ];
}

/** What is told of a version that is kept: ids and digests, and no title. */
export const recordFiled = (record: FiledRecord, { id, sha256, bytes }: RecordVersion, type: `record.${string}` = 'record.filed'): Happening => ({
  type,
  entity: { kind: 'record', id: record.id, version: record.version },
  data: { class: record.class, version: id, sha256, bytes, retainUntil: record.retainUntil ?? null },
});

/** Where the bytes of a version lie. */
export const versionBlob = (firm: string, version: string): string => `${firm}/records/${version}`;
