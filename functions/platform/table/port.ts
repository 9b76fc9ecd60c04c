/**
 * The table: the one store of the product, as small as what DynamoDB and an embedded engine both do exactly.
 * Two adapters pass one contract suite (`test/contract/table.ts`). Code above never sees this port whole: it gets a view
 * bound to one firm (`firm-table.ts`) and cannot say another firm's key.
 */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/**
 * An item: its key and attributes. Numbers are safe integers or finite doubles; money is minor units or a decimal string.
 * `gsi1pk` and `gsi1sk` place it in the general index; `duepk` and `duesk` in the due index. Attributes set to `undefined` are absent.
 */
export type Item = Key & { readonly [name: string]: Value | undefined };

/** What must hold of the stored item for a write to happen. `exists: false` with no item is the usual "not there yet". */
export type Condition =
  | { readonly exists: boolean }
  | { readonly equals: readonly [name: string, value: string | number | boolean] }
  | { readonly lacks: string }
  | { readonly atMost: readonly [name: string, limit: number] }
  | { readonly atLeast: readonly [name: string, limit: number] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

export type Write =
  | { readonly kind: 'put'; readonly item: Item; readonly when?: Condition }
  /** Creates the item if it is absent. `add` moves counters (absent counts as 0); `set` and `remove` change attributes, index keys included. */
  | {
      readonly kind: 'update';
      readonly key: Key;
      readonly set?: Readonly<Record<string, Value>>;
      readonly add?: Readonly<Record<string, number>>;
      readonly remove?: readonly string[];
      readonly when?: Condition;
    }
  | { readonly kind: 'delete'; readonly key: Key; readonly when?: Condition }
  | { readonly kind: 'check'; readonly key: Key; readonly when: Condition };

export const indexes = {
  /** Questions by another order inside a firm. Everything is projected. */
  gsi1: { pk: 'gsi1pk', sk: 'gsi1sk', projection: 'all' },
  /** What must happen later, by the hour: sparse, keys only, read by the sweep alone. */
  due: { pk: 'duepk', sk: 'duesk', projection: 'keys' },
} as const;
export type IndexName = keyof typeof indexes;

export interface Query {
  readonly index?: IndexName;
  /** The partition: `pk`, or the index's partition key. */
  readonly pk: string;
  /** Bounds on the sort key, both inclusive (as DynamoDB's BETWEEN), or a prefix. */
  readonly from?: string;
  readonly to?: string;
  readonly prefix?: string;
  readonly descending?: boolean;
  readonly limit?: number;
  /** The cursor of the page before, as it was given. */
  readonly cursor?: string;
  /** Only these attributes (keys always come along): what a report that reads thousands of rows asks for. */
  readonly attributes?: readonly string[];
  /** Reads from the base table are consistent unless said otherwise; an index is eventually consistent on AWS. */
  readonly eventually?: boolean;
}

export interface Page {
  readonly items: readonly Item[];
  /** Present when there may be more: at the limit, or at a megabyte. */
  readonly cursor?: string;
}

export interface Table {
  get(key: Key): Promise<Item | undefined>;
  /** Items in the order of the keys; absent ones are undefined. Any number of keys. */
  batchGet(keys: readonly Key[]): Promise<readonly (Item | undefined)[]>;
  query(query: Query): Promise<Page>;
  /** All writes or none. Throws `TransactionCancelled` with a reason per write, `LimitExceeded`, or `TableUnavailable`. */
  transact(writes: readonly Write[]): Promise<void>;
}

/** A change as the stream tells it: after the commit, in order per item, at least once. */
export interface Change {
  readonly kind: 'insert' | 'modify' | 'remove';
  readonly key: Key;
  readonly before?: Item;
  readonly after?: Item;
}

/** DynamoDB's own limits, enforced alike by both adapters so that what works on one machine works on AWS. */
export const limits = {
  transactionItems: 100,
  transactionBytes: 4 * 1024 * 1024,
  itemBytes: 400 * 1024,
  pageBytes: 1024 * 1024,
  keyBytes: 1024,
  partitionKeyBytes: 2048,
} as const;

export type CancelReason =
  | { readonly index: number; readonly code: 'condition'; readonly current?: Item }
  /** Another transaction held the item: nothing is known about the condition; try again. */
  | { readonly index: number; readonly code: 'conflict' }
  | { readonly index: number; readonly code: 'throttled' };

export class TransactionCancelled extends Error {
  override readonly name = 'TransactionCancelled';
  readonly reasons: readonly CancelReason[];
  constructor(reasons: readonly CancelReason[]) {
    super(`transaction cancelled: ${reasons.map((r) => `${r.index} ${r.code}`).join(', ')}`);
    this.reasons = reasons;
  }
}

/** Ours: a caller built a write that no table takes (too many items, an item too large, an empty key, one key twice). */
export class LimitExceeded extends Error {
  override readonly name: string = 'LimitExceeded';
}

/** Texts that were sent come to more than one item or key holds: the one limit that a caller can meet without a mistake of ours. */
export class TooLong extends LimitExceeded {
  override readonly name = 'TooLong';
  readonly limitBytes: number;
  constructor(message: string, limitBytes: number) {
    super(message);
    this.limitBytes = limitBytes;
  }
}

/** Operational: the table could not be reached or is overloaded. A retry may help. */
export class TableUnavailable extends Error {
  override readonly name = 'TableUnavailable';
}
