import type { Id } from '../../../domain/kernel/ids.ts';
import type { KeptRecord } from '../../../domain/records/filing/record.ts';
import type { RecordClass } from '../../../domain/records/filing/record-classes.ts';
import { holdsOn } from '../../../domain/records/retention/hold.ts';
import type { FirmCall } from '../../platform/call.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { readHolds } from '../retention/hold-items.ts';
import { isSeenBy, readClasses } from './class-store.ts';
import { filingKeys } from './keys.ts';
import { recordOf } from './record-items.ts';

/** A record as its caller sees it now: its versions, what holds it, and what else has the same bytes. */
export async function wireRecord(call: FirmCall, record: KeptRecord, of: RecordClass) {
  const isDisposed = record.state === 'disposed';
  const [holds, texts, duplicates] = await Promise.all([
    isDisposed ? [] : readHolds(call.table),
    isDisposed ? [] : queryAll(call.table, { pk: filingKeys.text({ record: record.id, version: '' }).pk, attributes: ['state'] }),
    isDisposed ? [] : duplicatesOf(call, record),
  ]);
  const textOf = new Map(texts.map(({ sk, state }) => [sk, state]));
  return {
    ...common(record),
    className: { ...of.name },
    contractEndsOn: isDisposed ? null : (record.contractEndsOn ?? null),
    awaits: isDisposed ? null : (record.awaits ?? null),
    links: isDisposed ? [] : record.links.map(({ kind, id }) => ({ kind, id })),
    versions: record.versions.map((version, i) => ({
      id: version.id,
      number: i + 1,
      name: 'name' in version ? String(version.name) : null,
      type: version.type,
      bytes: version.bytes,
      sha256: version.sha256,
      by: { ...version.by },
      at: version.at,
      text: wireTextState(textOf.get(version.id)),
    })),
    holds: isDisposed ? [] : holdsOn(record, holds).map(({ id, matter }) => ({ id, matter })),
    duplicates,
    disposal: isDisposed ? record.disposal : null,
  };
}

export const wireTextState = (state: unknown): 'waiting' | 'read' | 'unread' => (state === 'read' || state === 'waiting' ? state : 'unread');

/** What a list shows of a record. */
export function wireSummary(record: KeptRecord) {
  const latest = record.versions.at(-1);
  if (!latest) throw new Error('a record has a version');
  return {
    ...common(record),
    file: { version: latest.id, name: 'name' in latest ? String(latest.name) : null, type: latest.type, bytes: latest.bytes },
    versions: record.versions.length,
  };
}

function common(record: KeptRecord) {
  const details = record.state === 'disposed' ? undefined : record;
  return {
    id: record.id,
    title: details?.title ?? null,
    class: record.class,
    state: record.state,
    confidential: record.confidential,
    contact: details?.contact ?? null,
    period: details?.period ?? null,
    tags: [...(details?.tags ?? [])],
    eventDate: details?.eventDate ?? null,
    retainUntil: record.retainUntil ?? null,
    filedAt: record.filed.at,
    filedBy: { ...record.filed.by },
    version: record.version,
  };
}

const MAX_DUPLICATES = 20;
/** Other records with the same bytes, of those that the caller may see. */
async function duplicatesOf(call: FirmCall, record: KeptRecord) {
  const digests = [...new Set(record.versions.slice(-MAX_DUPLICATES).map(({ sha256 }) => sha256))];
  const rows = (
    await Promise.all(
      digests.map(
        async (sha256) =>
          (
            await call.table.query({ pk: filingKeys.digest({ sha256, record: '', version: '' }).pk, limit: MAX_DUPLICATES + 1 })
          ).items,
      ),
    )
  ).flat();
  const others = rows
    .map(({ sk }) => ({ record: sk.slice(0, sk.indexOf('#')), version: sk.slice(sk.indexOf('#') + 1) }))
    .filter((other) => other.record !== record.id)
    .slice(0, MAX_DUPLICATES);
  if (others.length === 0) return [];
  const [items, classes] = await Promise.all([
    call.table.batchGet(others.map((other) => filingKeys.record({ record: other.record }))),
    readClasses(call.table, call.firm.country),
  ]);
  return others.flatMap(({ version }, i) => {
    const item = items[i];
    const found = item && recordOf(item);
    if (!found || found.state === 'disposed' || !isSeenBy(call.role, found, classes)) return [];
    return [{ record: found.id, version: version as Id<'recordVersion'>, title: found.title }];
  });
}
