import { keyOf } from './table/check-writes.ts';
import type { FirmTable } from './table/firm-table.ts';
import type { Condition, Item, Key, Write } from './table/port.ts';
import { keyText } from './table/row-writes.ts';

/** What is read one item at a time: the table, or a `Reading` of it, on which a commit is conditional. */
export type Reader = Pick<FirmTable, 'get'>;

/**
 * Reads that a decision rests on. Each item's version (`v`) is remembered, and the commit is conditional on all of them: one that changed,
 * appeared or vanished meanwhile defeats the commit.
 */
export class Reading {
  readonly #table: FirmTable;
  readonly #seen = new Map<string, { readonly key: Key; readonly version: number | undefined }>();

  constructor(table: FirmTable) {
    this.#table = table;
  }

  async get(key: Key): Promise<Item | undefined> {
    const item = await this.#table.get(key);
    this.#remember(key, item);
    return item;
  }

  async getAll(keys: readonly Key[]): Promise<readonly (Item | undefined)[]> {
    const items = await this.#table.batchGet(keys);
    keys.forEach((key, i) => {
      this.#remember(key, items[i]);
    });
    return items;
  }

  /** Remembers an item that came from a query, as if it had been read by its key. */
  saw(item: Item): void {
    this.#remember(item, item);
  }

  /** The writes with the conditions that what was read demands; a check for each item read and not written. */
  guard(writes: readonly Write[]): Write[] {
    const open = new Map(this.#seen);
    const guarded = writes.map((write): Write => {
      const id = keyText(keyOf(write));
      const seen = open.get(id);
      if (!seen) return write;
      open.delete(id);
      const expected = asSeen(seen.version);
      return write.kind === 'check'
        ? { ...write, when: { all: [expected, write.when] } }
        : { ...write, when: write.when ? { all: [expected, write.when] } : expected };
    });
    for (const { key, version } of open.values()) guarded.push({ kind: 'check', key, when: asSeen(version) });
    return guarded;
  }

  #remember(key: Key, item: Item | undefined): void {
    this.#seen.set(keyText(key), { key: { pk: key.pk, sk: key.sk }, version: typeof item?.v === 'number' ? item.v : undefined });
  }
}

const asSeen = (version: number | undefined): Condition => (version === undefined ? { exists: false } : { equals: ['v', version] });
