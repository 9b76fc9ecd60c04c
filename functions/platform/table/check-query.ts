import { BadCursor, type Cursor, decodeCursor } from './cursor.ts';
import { indexes, LimitExceeded, limits, type Query } from './port.ts';
import { textSize } from './size.ts';

/** A query as both adapters run it: the names of its keys, its bounds with the empty ones dropped, its cursor opened. */
export interface CheckedQuery extends Omit<Query, 'cursor'> {
  readonly keys: { readonly pk: string; readonly sk: string };
  readonly after?: Cursor;
  /** Nothing can be in the range: `from` is beyond `to`, or `to` is before every key. */
  readonly isEmpty: boolean;
}

/** Refuses what DynamoDB would refuse, and a cursor that does not belong to the query. */
export function checkQuery(query: Query): CheckedQuery {
  const { cursor, from, to, prefix, ...rest } = query;
  if (prefix !== undefined && (from !== undefined || to !== undefined)) throw new LimitExceeded('a query has bounds or a prefix, not both');
  if (query.limit !== undefined && !(Number.isInteger(query.limit) && query.limit > 0)) throw new LimitExceeded(`a limit of ${query.limit}`);
  checkText('the partition', query.pk, limits.partitionKeyBytes);
  for (const bound of [from, to, prefix]) if (bound) checkText('a bound', bound, limits.keyBytes);
  const keys = query.index === undefined ? { pk: 'pk', sk: 'sk' } : indexes[query.index];
  const after = cursor === undefined ? undefined : decodeCursor(cursor, query.index);
  if (after && !isInside(after, query, keys)) throw new BadCursor('a cursor from another query');
  return {
    ...rest,
    keys,
    ...(from && { from }),
    ...(to && { to }),
    ...(prefix && { prefix }),
    ...(after && { after }),
    isEmpty: to === '' || (from !== undefined && to !== undefined && compareText(from, to) > 0),
  };
}

/** The order of keys: by UTF-8 bytes, as both engines sort. JavaScript's own `<` misplaces characters beyond U+FFFF. */
export function compareText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function checkText(what: string, text: string, most: number): void {
  if (text === '' || textSize(text) > most) throw new LimitExceeded(`${what} is empty or longer than ${most} bytes`);
}

function isInside(after: Cursor, query: Query, keys: CheckedQuery['keys']): boolean {
  const sk = after[keys.sk] ?? '';
  if (after[keys.pk] !== query.pk) return false;
  if (query.prefix && !sk.startsWith(query.prefix)) return false;
  if (query.from && compareText(sk, query.from) < 0) return false;
  return !query.to || compareText(sk, query.to) <= 0;
}
