import { isDeepStrictEqual } from 'node:util';
import { applyUpdate } from './apply-update.ts';
import { keyOf } from './check-writes.ts';
import { type IndexName, type Item, indexes, type Page, type Query, type Table, TransactionCancelled, type Value, type Write } from './port.ts';
import { itemSize } from './size.ts';

/** What one call costs on AWS, in the units of its on-demand bill. */
export interface RequestUnits {
  readonly operation: keyof Table;
  readonly read: number;
  readonly write: number;
  /** By how much the table grew, indexes included. */
  readonly storedBytes: number;
}

const readUnitBytes = 4 * 1024;
const writeUnitBytes = 1024;
/** A transaction prepares and commits every item, checks included. Indexes follow afterwards at the plain price (nubo-db/dynoxide#188 measured it on AWS). */
const transactional = 2;
/** What AWS adds to each stored item and index entry for its own book-keeping. */
const storageOverheadBytes = 100;

/**
 * The same table, telling what each call would cost on AWS. For the cost model (`docs/cost.md`), not for production: to know what is
 * billed it reads whole items where the caller asked for a few attributes, and reads before it writes.
 */
export function meteredTable(table: Table, meter: (units: RequestUnits) => void): Table {
  const tell = (operation: keyof Table, units: Partial<RequestUnits>) => meter({ read: 0, write: 0, storedBytes: 0, ...units, operation });
  return {
    async get(key) {
      const item = await table.get(key);
      tell('get', { read: readUnits(sizeOf(item)) });
      return item;
    },
    async batchGet(keys) {
      const items = await table.batchGet(keys);
      const distinct = new Map(keys.map((key, at) => [JSON.stringify([key.pk, key.sk]), items[at]]));
      tell('batchGet', { read: sum([...distinct.values()].map((item) => readUnits(sizeOf(item)))) });
      return items;
    },
    async query({ attributes, ...query }) {
      const page = await table.query(query);
      // A page is billed by what it was chosen from, in one sum; a read that may lag costs half.
      const price = query.index !== undefined || query.eventually ? 0.5 : 1;
      tell('query', { read: price * readUnits(sum(page.items.map(itemSize))) });
      return attributes ? chosen(page, query, attributes) : page;
    },
    async transact(writes) {
      const before = await table.batchGet(writes.map(keyOf));
      try {
        await table.transact(writes);
      } catch (error) {
        // A transaction that a condition refused has cost its items, and changed nothing.
        if (error instanceof TransactionCancelled) tell('transact', { write: sum(before.map((item) => transactional * writeUnits(sizeOf(item)))) });
        throw error;
      }
      const costs = writes.map((write, at) => costOf(before[at], after(write, before[at])));
      tell('transact', { write: sum(costs.map(({ write }) => write)), storedBytes: sum(costs.map(({ storedBytes }) => storedBytes)) });
    },
  };
}

/** An item costs the larger of what it was and what it becomes, and each index what moves in it. */
function costOf(before: Item | undefined, now: Item | undefined): { readonly write: number; readonly storedBytes: number } {
  const entries = indexNames.map((index) => ({ index, was: entry(before, index), is: entry(now, index) }));
  return {
    write: transactional * writeUnits(Math.max(sizeOf(before), sizeOf(now))) + sum(entries.map(({ index, was, is }) => indexUnits(index, was, is))),
    storedBytes: stored(now) - stored(before) + sum(entries.map(({ was, is }) => stored(is) - stored(was))),
  };
}

const indexNames: readonly IndexName[] = ['gsi1', 'due'];

/** What an index holds of an item: nothing unless both of its keys are there. */
function entry(item: Item | undefined, index: IndexName): Item | undefined {
  const { pk, sk, projection } = indexes[index];
  if (item?.[pk] === undefined || item[sk] === undefined) return undefined;
  return projection === 'all' ? item : picked(item, ['pk', 'sk', pk, sk]);
}

/** Entering and leaving are a write each; moving is both; staying in place costs only when something that it holds changed. */
function indexUnits(index: IndexName, was: Item | undefined, is: Item | undefined): number {
  const { pk, sk } = indexes[index];
  if (was && is && (was[pk] !== is[pk] || was[sk] !== is[sk])) return writeUnits(itemSize(was)) + writeUnits(itemSize(is));
  return isDeepStrictEqual(was, is) ? 0 : writeUnits(Math.max(sizeOf(was), sizeOf(is)));
}

function after(write: Write, before: Item | undefined): Item | undefined {
  switch (write.kind) {
    case 'put':
      return write.item;
    case 'update':
      return applyUpdate(before, write);
    case 'delete':
      return undefined;
    case 'check':
      return before;
    default:
      return write satisfies never;
  }
}

function chosen({ items, cursor }: Page, { index }: Query, attributes: readonly string[]): Page {
  const keys = index ? [indexes[index].pk, indexes[index].sk] : [];
  const names = index && indexes[index].projection === 'keys' ? keys : [...keys, ...attributes];
  return { items: items.map((item) => picked(item, names)), ...(cursor && { cursor }) };
}

function picked(item: Item, names: readonly string[]): Item {
  const attributes: Record<string, Value | undefined> = {};
  for (const name of names) if (item[name] !== undefined) attributes[name] = item[name];
  return { ...attributes, pk: item.pk, sk: item.sk };
}

function sizeOf(item: Item | undefined): number {
  return item ? itemSize(item) : 0;
}

function stored(item: Item | undefined): number {
  return item ? itemSize(item) + storageOverheadBytes : 0;
}

/** What is not there costs one unit to find out. */
function readUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / readUnitBytes));
}

function writeUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / writeUnitBytes));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
