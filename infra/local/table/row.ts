import type { Item, Value } from '../../../functions/platform/table/port.ts';

type Text = string | null;

/**
 * An item as it is stored and bound, in the order of the columns: its keys apart, the rest as JSON. A tuple, since node:sqlite gives
 * rows as arrays twice as fast as it gives them as objects.
 */
export type Row = readonly [pk: string, sk: string, gsi1pk: Text, gsi1sk: Text, duepk: Text, duesk: Text, size: number, nulls: 0 | 1, body: string];

export const columns = ['pk', 'sk', 'gsi1pk', 'gsi1sk', 'duepk', 'duesk', 'size', 'nulls', 'body'] as const;

export function toRow(item: Item, size: number): Row {
  const body: Record<string, Value> = {};
  let nulls: 0 | 1 = 0;
  for (const name in item) {
    const value = item[name];
    if (value === undefined || isKeyName(name)) continue;
    if (value === null) nulls = 1;
    body[name] = value;
  }
  return [item.pk, item.sk, text(item.gsi1pk), text(item.gsi1sk), text(item.duepk), text(item.duesk), size, nulls, JSON.stringify(body)];
}

export function toItem(row: Row): Item {
  return withKeys(parseBody(row[8]), row);
}

/** The attributes become the item, in place: they were parsed for it alone. Key columns that were not asked for are null. */
export function withKeys(attributes: Record<string, Value>, row: Row): Item {
  const [pk, sk, gsi1pk, gsi1sk, duepk, duesk] = row;
  const item: Record<string, Value> & { pk?: string; sk?: string } = attributes;
  item.pk = pk;
  item.sk = sk;
  if (gsi1pk !== null) item.gsi1pk = gsi1pk;
  if (gsi1sk !== null) item.gsi1sk = gsi1sk;
  if (duepk !== null) item.duepk = duepk;
  if (duesk !== null) item.duesk = duesk;
  return item as Item;
}

/** The parser of stored bodies: `toRow` alone writes them. */
export function parseBody(text: string): Record<string, Value> {
  return JSON.parse(text) as Record<string, Value>;
}

/** The parser of what `range-statement.ts` picks out of a body. */
export function parseList(text: string): readonly Value[] {
  return JSON.parse(text) as readonly Value[];
}

export function isKeyName(name: string): boolean {
  return name === 'pk' || name === 'sk' || name === 'gsi1pk' || name === 'gsi1sk' || name === 'duepk' || name === 'duesk';
}

export function isSameRow(a: Row, b: Row): boolean {
  return a[8] === b[8] && hasSameIndexKeys(a, b);
}

export function hasSameIndexKeys(a: Row, b: Row): boolean {
  return a[2] === b[2] && a[3] === b[3] && a[4] === b[4] && a[5] === b[5];
}

function text(value: Value | undefined): Text {
  return typeof value === 'string' ? value : null;
}
