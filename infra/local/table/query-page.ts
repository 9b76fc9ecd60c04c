import type { DatabaseSync } from 'node:sqlite';
import { type CheckedQuery, checkQuery } from '../../../functions/platform/table/check-query.ts';
import { cursorAt, encodeCursor } from '../../../functions/platform/table/cursor.ts';
import { type Item, limits, type Page, type Query, type Value } from '../../../functions/platform/table/port.ts';
import { itemSize } from '../../../functions/platform/table/size.ts';
import { type RowStatement, rows } from './item-statements.ts';
import { pickedAttributes, rangeStatement } from './range-statement.ts';
import { parseBody, parseList, type Row, toItem, withKeys } from './row.ts';

/** Rows are fetched in runs, since one by one costs half as much again; a run is not much longer than what the page has room for. */
const firstRun = 100;
const longestRun = 400;
const preparedStatements = 200;

export function pageReader(database: DatabaseSync): (query: Query) => Page {
  const prepared = preparedRanges(database);
  return (query) => {
    const checked = checkQuery(query);
    return checked.isEmpty ? { items: [] } : readPage(checked, prepared);
  };
}

function readPage(query: CheckedQuery, prepared: (sql: string) => RowStatement): Page {
  const { index, limit = Number.POSITIVE_INFINITY } = query;
  const read = itemReader(query);
  const items: Item[] = [];
  let bytes = 0;
  let part = query;
  for (let run = Math.min(firstRun, limit); ; run = nextRun(items.length, bytes, limit)) {
    const { sql, values } = rangeStatement(part);
    const found = prepared(sql).all(...values, run);
    for (const row of found) {
      const item = read(row);
      const size = row[6] || itemSize(item);
      const last = items.at(-1);
      if (last && bytes + size > limits.pageBytes) return { items, cursor: encodeCursor(last, index) };
      items.push(item);
      bytes += size;
    }
    const last = items.at(-1);
    // At exactly the limit there is a cursor, as on DynamoDB, though the page after it may be empty.
    if (last && items.length === limit) return { items, cursor: encodeCursor(last, index) };
    if (last === undefined || found.length < run) return { items };
    part = { ...query, after: cursorAt(last, index) };
  }
}

function nextRun(count: number, bytes: number, limit: number): number {
  const room = Math.ceil((limits.pageBytes - bytes) / (bytes / count)) + 1;
  return Math.max(1, Math.min(longestRun, room, limit - count));
}

function itemReader(query: CheckedQuery): (row: Row) => Item {
  const picked = pickedAttributes(query);
  if (query.attributes === undefined && picked === undefined) return toItem;
  return (row) => {
    const body = row[8];
    return withKeys(picked && body.startsWith('[') ? named(picked, parseList(body)) : chosen(query.attributes ?? [], parseBody(body)), row);
  };
}

function named(names: readonly string[], values: readonly Value[]): Record<string, Value> {
  const attributes: Record<string, Value> = {};
  for (const [at, name] of names.entries()) {
    const value = values[at];
    if (value !== undefined && value !== null) attributes[name] = value;
  }
  return attributes;
}

function chosen(names: readonly string[], body: Record<string, Value>): Record<string, Value> {
  const attributes: Record<string, Value> = {};
  for (const name of names) {
    const value = body[name];
    if (value !== undefined) attributes[name] = value;
  }
  return attributes;
}

/** Few shapes of query exist; the bound is for the day when someone builds attribute lists at run time. */
function preparedRanges(database: DatabaseSync): (sql: string) => RowStatement {
  const known = new Map<string, RowStatement>();
  return (sql) => {
    const statement = known.get(sql) ?? rows(database.prepare(sql));
    if (known.size === preparedStatements) known.clear();
    known.set(sql, statement);
    return statement;
  };
}
