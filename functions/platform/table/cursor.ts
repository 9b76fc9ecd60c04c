import { type IndexName, type Item, indexes } from './port.ts';

/** The keys of the last item read: its own, and the index's when an index was read. */
export type Cursor = Readonly<Record<string, string>>;

/** What was given as a cursor is none, or is not of this query. The caller above answers 400. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
}

/** Opaque to callers, but not secret and not proof: it is bound to a firm and signed above (`firm-table.ts`). */
export function encodeCursor(last: Item, index: IndexName | undefined): string {
  return Buffer.from(JSON.stringify(Object.values(cursorAt(last, index)))).toString('base64url');
}

/** Where to read on after an item. */
export function cursorAt(last: Item, index: IndexName | undefined): Cursor {
  return Object.fromEntries(cursorNames(index).map((name) => [name, String(last[name])]));
}

export function decodeCursor(text: string, index: IndexName | undefined): Cursor {
  const names = cursorNames(index);
  const values = parsed(text);
  if (!Array.isArray(values) || values.length !== names.length) throw new BadCursor('not a cursor of this index');
  const entries = names.map((name, at): [string, string] => {
    const value: unknown = values[at];
    if (typeof value !== 'string' || value === '') throw new BadCursor('not a cursor');
    return [name, value];
  });
  return Object.fromEntries(entries);
}

function cursorNames(index: IndexName | undefined): readonly string[] {
  return index === undefined ? ['pk', 'sk'] : [indexes[index].pk, indexes[index].sk, 'pk', 'sk'];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch (cause) {
    throw new BadCursor('not a cursor', { cause });
  }
}
