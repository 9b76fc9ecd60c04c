import type { FirmId } from '../../../domain/kernel/ids.ts';
import type { Item, Key, Page, Query, Table, Value, Write } from './port.ts';

/** What is to happen later: the sweep hands the item to the handler of this name at (or after) the instant. */
export interface Due {
  readonly at: string;
  readonly handler: string;
}

/** An item addressed relative to its firm. `due` puts it into the due index. */
export type FirmItem = Key & { readonly [name: string]: Value | undefined } & { readonly due?: { readonly at: string; readonly handler: string } };

/**
 * The table as seen from inside one firm. Every key given or returned is relative; the firm's prefix is put on and taken off here
 * and nowhere else, so code cannot say another firm's key. On AWS the same wall stands below the code: the session's policy allows these leading keys alone.
 */
export class FirmTable implements Table {
  readonly #table: Table;
  readonly #prefix: string;
  readonly firm: string;

  constructor(table: Table, scope: FirmId | typeof IDENTITY_SCOPE) {
    if (!/^[a-z]+_?[0-9a-z]+$/.test(scope)) throw new Error('a table view is bound to one firm');
    this.#table = table;
    this.#prefix = scope === IDENTITY_SCOPE ? 'D#' : `F#${scope}#`;
    this.firm = scope;
  }

  async get(key: Key): Promise<Item | undefined> {
    const item = await this.#table.get(this.#absolute(key));
    return item && this.#relative(item);
  }

  async batchGet(keys: readonly Key[]): Promise<readonly (Item | undefined)[]> {
    const items = await this.#table.batchGet(keys.map((key) => this.#absolute(key)));
    return items.map((item) => item && this.#relative(item));
  }

  async query(query: Query): Promise<Page> {
    if (query.index === 'due') throw new Error('the due index spans firms: only the sweep reads it');
    const page = await this.#table.query({ ...query, pk: this.#prefix + query.pk });
    return { ...page, items: page.items.map((item) => this.#relative(item)) };
  }

  async transact(writes: readonly Write[]): Promise<void> {
    await this.#table.transact(writes.map((write) => this.absoluteWrite(write)));
  }

  /** The write with the firm's prefix on its keys: how writes of two scopes meet in one transaction (sign-up founds a user and a firm at once). */
  absoluteWrite(write: Write): Write {
    switch (write.kind) {
      case 'put':
        return { ...write, item: this.#absoluteItem(write.item) };
      case 'update':
        return { ...write, key: this.#absolute(write.key), ...(write.set && { set: this.#absoluteAttributes(write.set, write.key) }) };
      case 'delete':
      case 'check':
        return { ...write, key: this.#absolute(write.key) };
    }
  }

  #absolute(key: Key): Key {
    return { pk: this.#prefix + key.pk, sk: key.sk };
  }

  #absoluteItem(item: Item): Item {
    const { pk, sk, ...attributes } = item;
    return { pk: this.#prefix + pk, sk, ...this.#absoluteAttributes(attributes, { pk, sk }) };
  }

  #absoluteAttributes<T extends Readonly<Record<string, Value | undefined>>>(attributes: T, key: Key): Record<string, Value> {
    const { due, gsi1pk, ...rest } = attributes as Readonly<Record<string, Value | undefined>>;
    const absolute: Record<string, Value> = {};
    for (const name in rest) {
      const value = rest[name];
      if (value !== undefined) absolute[name] = value;
    }
    if (typeof gsi1pk === 'string') absolute.gsi1pk = this.#prefix + gsi1pk;
    if (due && typeof due === 'object' && 'at' in due && 'handler' in due)
      Object.assign(absolute, dueKeys(String(due.at), String(due.handler), this.#prefix + key.pk, key.sk));
    return absolute;
  }

  #relative(item: Item): Item {
    if (!item.pk.startsWith(this.#prefix)) throw new Error('an item of another firm reached this view');
    const { pk, gsi1pk, ...rest } = item;
    const relative: Record<string, Value | undefined> = { ...rest, pk: pk.slice(this.#prefix.length) };
    if (typeof gsi1pk === 'string') relative.gsi1pk = gsi1pk.slice(this.#prefix.length);
    return relative as Item;
  }
}

/** The directories that span firms: users, sessions, e-mail to user. Their keys start with `D#`; only identity's role reaches them. */
export const IDENTITY_SCOPE = 'identity';

/** The due index by the hour: a sweep that was away reads the hours it missed and delays, but loses nothing. */
export function dueKeys(at: string, handler: string, pk: string, sk: string): { duepk: string; duesk: string } {
  return { duepk: `DUE#${at.slice(0, 13)}`, duesk: `${at}#${handler}#${pk}#${sk}` };
}
