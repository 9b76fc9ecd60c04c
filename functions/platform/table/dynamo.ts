import { randomUUID } from 'node:crypto';
import { GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { checkKey, checkWrites } from './check-writes.ts';
import { translated } from './dynamo-errors.ts';
import { keyAttributes, toItem } from './dynamo-expressions.ts';
import { batchGet, type DynamoSource, keyText, queryPage } from './dynamo-reads.ts';
import { toTransactItem } from './dynamo-writes.ts';
import type { Table, Write } from './port.ts';

/**
 * The table on AWS. The client is the caller's: its retries, its time-outs, and the role that binds it to one firm.
 * After `TableUnavailable` a transaction may have happened or not: the conditions of the next attempt find out.
 */
export function dynamoTable(source: DynamoSource): Table {
  return {
    get: (key) => translating(() => get(source, key)),
    batchGet: (keys) =>
      translating(async () => {
        keys.forEach(checkKey);
        const found = await batchGet(source, keys);
        return keys.map((key) => found.get(keyText(key)));
      }),
    query: (query) => translating(() => queryPage(source, query)),
    transact: (writes) => translating(() => transact(source, writes), writes),
  };
}

async function get({ client, tableName }: DynamoSource, key: Parameters<Table['get']>[0]) {
  checkKey(key);
  const { Item } = await client.send(new GetItemCommand({ TableName: tableName, Key: keyAttributes(key), ConsistentRead: true }));
  return Item && toItem(Item);
}

async function transact({ client, tableName }: DynamoSource, writes: readonly Write[]): Promise<void> {
  checkWrites(writes);
  if (writes.length === 0) return;
  const TransactItems = writes.map((write) => toTransactItem(write, tableName));
  // The token makes the SDK's own retries harmless: a second attempt at a transaction that did happen answers as the first would have.
  await client.send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken: randomUUID() }));
}

async function translating<T>(call: () => Promise<T>, writes?: readonly Write[]): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw translated(error, writes);
  }
}
