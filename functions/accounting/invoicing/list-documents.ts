import { fold } from '../../../domain/kernel/fold.ts';
import type { Id } from '../../../domain/kernel/ids.ts';
import type { FirmCall } from '../../platform/call.ts';
import { inBatches, rowsFrom } from '../../platform/lists/rows-from.ts';
import { takePage } from '../../platform/lists/take-page.ts';
import type { Item } from '../../platform/table/port.ts';
import { contactNames } from './contact-names.ts';
import { invoicingKeys } from './keys.ts';
import { documentKey } from './load-documents.ts';
import type { ContactRef } from './wire-document.ts';

export interface ListQuery<S extends string> {
  readonly state?: S | undefined;
  readonly contact?: Id<'contact'> | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly q?: string | undefined;
  readonly limit: number;
}

interface Listed {
  readonly state: string;
  readonly contact: Id<'contact'>;
  readonly number?: string;
  readonly reference?: string;
}

/** How a kind of document is listed: its states, where each state's documents lie, and how its items are read. */
export interface Listing<D extends Listed, S extends string> {
  readonly kind: 'INVOICE' | 'CREDIT-NOTE' | 'PAYMENT';
  readonly states: readonly S[];
  readonly partition: (state: S) => string;
  readonly read: (item: Item) => D;
}

/**
 * Documents newest first. Each state has a partition in date order; without a state all of them are read as one, so that both lists cost what they show.
 * A cursor is the date and id of the last document: a document that changes its state between two pages is neither lost nor shown twice.
 */
export async function listDocuments<D extends Listed, S extends string>(
  call: FirmCall,
  query: ListQuery<S>,
  listing: Listing<D, S>,
  wanted: (document: D) => boolean = () => true,
) {
  const { state, contact, q, limit } = query;
  const asked = q === undefined ? '' : fold(q);
  const rows = contact === undefined ? ofStates(call, query, listing) : ofContact(call, contact, query, listing);
  const page = await takePage(
    named(call, rows),
    limit,
    ({ document, who }) => (state === undefined || document.state === state) && wanted(document) && matches(asked, document, who),
  );
  const next = call.cursor.next(page.next);
  return { documents: page.data, has_more: next !== null, next_cursor: next };
}

interface Row<D> {
  readonly at: string;
  readonly value: D;
}

async function* ofStates<D extends Listed, S extends string>(
  { table, cursor }: FirmCall,
  { state, from, to }: ListQuery<S>,
  { states, partition, read }: Listing<D, S>,
): AsyncGenerator<Row<D>> {
  const range = { descending: true, ...(from !== undefined && { from }), ...(to !== undefined && { to: `${to}~` }) };
  const streams = (state === undefined ? states : [state]).map((one) =>
    rowsFrom(table, { index: 'gsi1', pk: partition(one), ...range }, cursor.from),
  );
  for await (const item of newestFirst(streams)) yield { at: String(item.gsi1sk), value: read(item) };
}

/** Several lists, each newest first, as one. */
async function* newestFirst(streams: readonly AsyncGenerator<Item>[]): AsyncGenerator<Item> {
  const heads = await Promise.all(streams.map((stream) => stream.next()));
  for (;;) {
    let newest = -1;
    heads.forEach((head, i) => {
      if (!head.done && (newest === -1 || String(head.value.gsi1sk) > String(heads[newest]?.value?.gsi1sk))) newest = i;
    });
    const head = heads[newest];
    const stream = streams[newest];
    if (!head || head.done || !stream) return;
    yield head.value;
    heads[newest] = await stream.next();
  }
}

async function* ofContact<D extends Listed, S extends string>(
  { table, cursor }: FirmCall,
  contact: string,
  { from, to }: ListQuery<S>,
  { kind, read }: Listing<D, S>,
): AsyncGenerator<Row<D>> {
  const { pk } = invoicingKeys.contactDocument({ contact, kind: '', date: '', document: '' });
  const range = { from: `${kind}#${from ?? ''}`, to: `${kind}#${to ?? ''}~`, descending: true };
  for await (const places of inBatches(rowsFrom(table, { pk, ...range }, cursor.from), LOOKED_UP_TOGETHER)) {
    const items = await table.batchGet(places.flatMap(({ sk }) => documentKey(sk.slice(sk.lastIndexOf('#') + 1)) ?? []));
    for (const [i, { sk }] of places.entries()) {
      const item = items[i];
      if (item) yield { at: sk, value: read(item) };
    }
  }
}

/** The rows with the names of their contacts. */
async function* named<D extends Listed>(
  { table }: FirmCall,
  rows: AsyncIterable<Row<D>>,
): AsyncGenerator<{ readonly at: string; readonly value: { readonly document: D; readonly who: ContactRef } }> {
  for await (const batch of inBatches(rows, LOOKED_UP_TOGETHER)) {
    const who = await contactNames(
      table,
      batch.map(({ value }) => value.contact),
    );
    for (const { at, value } of batch) yield { at, value: { document: value, who: who(value.contact) } };
  }
}

const LOOKED_UP_TOGETHER = 50;

function matches(asked: string, { number = '', reference = '' }: Listed, { name, nameAr }: ContactRef): boolean {
  return asked === '' || [number, reference, name, nameAr ?? ''].some((text) => fold(text).includes(asked));
}
