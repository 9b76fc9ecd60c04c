import type { FirmCall } from '../call.ts';

/** Rows that one page may look through: a filter that few pass ends the page early, and says where to go on. */
const MAX_ROWS = 1000;

interface Row<T> {
  /** Where the row stands in the list. */
  readonly at: string;
  readonly value: T | undefined;
}

export interface PageBody<T> {
  readonly data: readonly T[];
  readonly has_more: boolean;
  readonly next_cursor: string | null;
}

/** As many of the rows as a page holds, and after which one the next page goes on, if there is one. */
export async function takePage<T>(
  rows: AsyncIterable<Row<T>>,
  limit: number,
  wanted: (value: T) => boolean,
): Promise<{ readonly data: readonly T[]; readonly next: string | undefined }> {
  const data: T[] = [];
  let looked = 0;
  let last: string | undefined;
  for await (const { at, value } of rows) {
    if (data.length === limit || looked === MAX_ROWS) return { data, next: last };
    looked += 1;
    last = at;
    if (value !== undefined && wanted(value)) data.push(value);
  }
  return { data, next: undefined };
}

/** What a list answers with: the page, and the sealed cursor of the next one. */
export function pageBody<T>({ cursor }: Pick<FirmCall, 'cursor'>, data: readonly T[], next: string | undefined): PageBody<T> {
  const sealed = cursor.next(next);
  return { data, has_more: sealed !== null, next_cursor: sealed };
}
