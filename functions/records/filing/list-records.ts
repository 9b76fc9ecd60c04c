import { say } from '../../../domain/kernel/language.ts';
import { type KeptRecord, recordStates } from '../../../domain/records/filing/record.ts';
import { maySee } from '../../../domain/records/filing/record-classes.ts';
import { loadContact } from '../../accounting/invoicing/load-documents.ts';
import type { Verb } from '../../platform/call.ts';
import { inBatches, rowsFrom } from '../../platform/lists/rows-from.ts';
import { pageBody, takePage } from '../../platform/lists/take-page.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { isSeenBy, readClasses } from './class-store.ts';
import { filingKeys } from './keys.ts';
import { allRecords, recordOf } from './record-items.ts';
import type { filingRoutes } from './routes.ts';
import { wireSummary } from './wire-record.ts';

type ListCall = Parameters<Verb<typeof filingRoutes.listRecords>>[0];

/** Records by what they are filed under. Each view has a partition of its own; the narrowest that was asked for is read, and the rest is looked at. */
export const listRecords: Verb<typeof filingRoutes.listRecords> = async (call) => {
  const { limit } = call.query;
  const classes = await readClasses(call.table, call.firm.country);
  const wanted = wantedBy(call);
  const page = await takePage(rows(call, limit), limit, (record) => isSeenBy(call.role, record, classes) && wanted(record));
  return { status: 200, body: pageBody(call, page.data.map(wireSummary), page.next) };
};

function wantedBy({ query }: ListCall): (record: KeptRecord) => boolean {
  return (record) => {
    if (query.state === undefined ? record.state === 'disposed' : record.state !== query.state) return false;
    if (query.class !== undefined && record.class !== query.class) return false;
    if (record.state === 'disposed') return [query.contact, query.period, query.tag, query.link].every((asked) => asked === undefined);
    return (
      (query.contact === undefined || record.contact === query.contact) &&
      (query.period === undefined || record.period === query.period) &&
      (query.tag === undefined || record.tags.includes(query.tag)) &&
      (query.link === undefined || record.links.some(({ kind, id }) => `${kind}:${id}` === query.link))
    );
  };
}

function viewOf({ query: { class: code, contact, period, tag, link, state } }: ListCall): { readonly by: string; readonly value: string } {
  if (state === 'disposed') return { by: 'state', value: state };
  if (link !== undefined) return { by: 'link', value: link };
  if (state === 'due') return { by: 'state', value: state };
  if (contact !== undefined) return { by: 'contact', value: contact };
  if (tag !== undefined) return { by: 'tag', value: tag };
  if (period !== undefined) return { by: 'period', value: period };
  if (code !== undefined) return { by: 'class', value: code };
  return allRecords;
}

async function* rows(call: ListCall, limit: number) {
  const { pk } = filingKeys.recordsBy({ ...viewOf(call), record: '' });
  for await (const batch of inBatches(rowsFrom(call.table, { pk, descending: true }, call.cursor.from), limit + 1)) {
    const items = await call.table.batchGet(batch.map(({ sk }) => filingKeys.record({ record: sk })));
    for (const [i, { sk }] of batch.entries()) {
      const item = items[i];
      yield { at: sk, value: item && recordOf(item) };
    }
  }
}

const MAX_GROUPS = 500;

/** The folders: how many records there are of each, of those that the caller may know of. */
export const listRecordGroups: Verb<typeof filingRoutes.listRecordGroups> = async ({ table, firm, role, query: { by }, language }) => {
  const [items, classes] = await Promise.all([
    queryAll(table, { pk: filingKeys.recordCount({ by, value: '', class: '', marked: '' }).pk }),
    readClasses(table, firm.country),
  ]);
  const counts = new Map<string, number>();
  for (const { sk, count } of items) {
    const [value = '', code = '', marked] = sk.split('#');
    if (Number(count) > 0 && maySee(role, { confidential: marked === '1' }, classes.get(code)))
      counts.set(value, (counts.get(value) ?? 0) + Number(count));
  }
  const order = by === 'period' ? -1 : 1;
  const shown = [...counts].sort(([a], [b]) => order * (a < b ? -1 : 1)).slice(0, MAX_GROUPS);
  const names = await Promise.all(
    shown.map(async ([value]) => {
      if (by === 'class') return { ...(classes.get(value)?.name ?? { en: value, ar: value }) };
      if (by === 'state') return value in recordStates ? { ...recordStates[value as keyof typeof recordStates] } : null;
      if (by !== 'contact') return null;
      const contact = await loadContact(table, value);
      const name = contact?.name ?? value;
      return { en: name, ar: name };
    }),
  );
  const data = shown.map(([value, count], i) => ({ by, value, name: names[i] ?? null, count }));
  if (by === 'contact' || by === 'class')
    data.sort((a, b) => (a.name ? say(a.name, language) : a.value).localeCompare(b.name ? say(b.name, language) : b.value, language));
  return { status: 200, body: { data } };
};
