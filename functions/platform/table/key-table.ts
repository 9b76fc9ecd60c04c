import type { Key } from './port.ts';

/** A row of the key table: the question that the key answers, and its shape with `{placeholders}`, relative to the firm. */
export interface KeyRow {
  readonly asks: string;
  readonly pk: string;
  readonly sk: string;
  readonly index?: 'gsi1';
}

type Placeholders<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;
type Values<R extends KeyRow> = { readonly [N in Placeholders<R['pk']> | Placeholders<R['sk']>]: string };
type Builder<R extends KeyRow> = [keyof Values<R>] extends [never] ? () => Key : (values: Values<R>) => Key;

/** Keys are designed from questions. `docs/table.md` is generated from these rows; the builders are compiled from them once. */
export function keyTable<const T extends Readonly<Record<string, KeyRow>>>(
  rows: T,
): { readonly [K in keyof T]: Builder<T[K]> } & { readonly rows: T } {
  const builders = Object.fromEntries(
    Object.entries(rows).map(([name, row]) => {
      const pk = compile(row.pk);
      const sk = compile(row.sk);
      return [name, (values: Readonly<Record<string, string>> = {}) => ({ pk: pk(values), sk: sk(values) })];
    }),
  );
  return { ...builders, rows } as { readonly [K in keyof T]: Builder<T[K]> } & { readonly rows: T };
}

function compile(shape: string): (values: Readonly<Record<string, string>>) => string {
  const parts = shape.split(/\{(\w+)\}/);
  if (parts.length === 1) return () => shape;
  return (values) => {
    let text = '';
    for (let i = 0; i < parts.length; i++) text += i % 2 === 0 ? parts[i] : (values[parts[i] ?? ''] ?? '');
    return text;
  };
}
