import { beforeAll, describe } from 'vitest';
import type { Condition, Item, Key, Table, Write } from '../../functions/platform/table/port.ts';
import { TransactionCancelled } from '../../functions/platform/table/port.ts';
import { conditionFacts } from './table-conditions.ts';
import { indexFacts } from './table-indexes.ts';
import { limitFacts } from './table-limits.ts';
import { queryFacts } from './table-queries.ts';
import { readFacts } from './table-reads.ts';
import { valueFacts } from './table-values.ts';
import { writeFacts } from './table-writes.ts';

/** The first run may fetch DynamoDB Local. */
const openTimeoutMs = 120_000;

/** What every adapter of the table must do. One table serves all facts, each of which works in a partition of its own. */
export function describeTable(name: string, open: () => Promise<Table>): void {
  describe(`the table (${name})`, () => {
    let table: Table | undefined;
    beforeAll(async () => {
      table = await open();
    }, openTimeoutMs);
    const subject = () => {
      if (!table) throw new Error('the table is not open');
      return table;
    };
    readFacts(subject);
    writeFacts(subject);
    conditionFacts(subject);
    valueFacts(subject);
    queryFacts(subject);
    indexFacts(subject);
    limitFacts(subject);
  });
}

export type Subject = () => Table;

let partitions = 0;
export function partition(): string {
  return `F#firm${partitions++}#T`;
}

export function put(item: Item, when?: Condition): Write {
  return { kind: 'put', item, ...(when && { when }) };
}

/** Puts items, as many transactions as it takes. */
export async function seed(table: Table, items: readonly Item[]): Promise<void> {
  for (let at = 0; at < items.length; at += 100) await table.transact(items.slice(at, at + 100).map((item) => put(item)));
}

/** The reasons for which a transaction was cancelled. Fails if it was not. */
export async function reasonsOf(transaction: Promise<void>): Promise<TransactionCancelled['reasons']> {
  try {
    await transaction;
  } catch (error) {
    if (error instanceof TransactionCancelled) return error.reasons;
    throw error;
  }
  throw new Error('the transaction was not cancelled');
}

export function numbered(pk: string, count: number, more: Readonly<Record<string, string | number>> = {}): Item[] {
  return Array.from({ length: count }, (_, at) => ({ pk, sk: String(at).padStart(4, '0'), at, ...more }));
}

export function sortKeys(items: readonly Key[]): readonly string[] {
  return items.map(({ sk }) => sk);
}
