import { type AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { expect, test } from 'vitest';
import { dynamoTable } from '../../functions/platform/table/dynamo.ts';
import { LimitExceeded, type Table, TableUnavailable, type Write } from '../../functions/platform/table/port.ts';
import { numbered, put, reasonsOf } from './table.ts';

/** What AWS answers and DynamoDB Local never does, injected below the SDK: where the network would be. */
interface Answer {
  readonly status?: number;
  readonly body: unknown;
}
interface Asked {
  readonly ConsistentRead?: boolean;
  readonly RequestItems?: { readonly T: { readonly Keys: readonly Record<string, AttributeValue>[]; readonly ConsistentRead?: boolean } };
  readonly ClientRequestToken?: string;
}

function tableThat(answer: (asked: Asked, call: number) => Answer, attempts = 1): { table: Table; asked: Asked[]; pauses: number[] } {
  const asked: Asked[] = [];
  const pauses: number[] = [];
  const client = new DynamoDBClient({
    region: 'local',
    credentials: { accessKeyId: 'x', secretAccessKey: 'y' },
    maxAttempts: attempts,
    requestHandler: {
      async handle({ body: sent }: { body?: unknown }) {
        const question: Asked = JSON.parse(sent instanceof Uint8Array ? new TextDecoder().decode(sent) : '{}');
        asked.push(question);
        const { status = 200, body } = answer(question, asked.length);
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        return { response: { statusCode: status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: new TextEncoder().encode(text) } };
      },
    },
  });
  const pause = async (ms: number) => {
    pauses.push(ms);
  };
  return { table: dynamoTable({ client, tableName: 'T', pause }), asked, pauses };
}

const error = (name: string, more: object = {}, status = 400): Answer => ({
  status,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'as injected', ...more },
});
const cancelled = (...codes: readonly (string | object)[]) =>
  error('TransactionCanceledException', { CancellationReasons: codes.map((code) => (typeof code === 'string' ? { Code: code } : code)) });

const item = { pk: 'p', sk: 'A' };
const three: readonly Write[] = [put(item), put({ ...item, sk: 'B' }), put({ ...item, sk: 'C' })];

test('a conflict with another transaction is a reason of its own', async () => {
  const { table } = tableThat(() => cancelled('None', 'TransactionConflict', 'None'));
  expect(await reasonsOf(table.transact(three))).toEqual([{ index: 1, code: 'conflict' }]);
});

test('conflict, condition and throttling are told apart in one transaction', async () => {
  const { table } = tableThat(() =>
    cancelled('TransactionConflict', { Code: 'ConditionalCheckFailed', Item: marshall({ ...item, version: 2 }) }, 'ThrottlingError'),
  );
  expect(await reasonsOf(table.transact(three))).toEqual([
    { index: 0, code: 'conflict' },
    { index: 1, code: 'condition', current: { ...item, version: 2 } },
    { index: 2, code: 'throttled' },
  ]);
});

test('a partition at its limit is throttling', async () => {
  const { table } = tableThat(() => cancelled('None', 'None', 'ProvisionedThroughputExceeded'));
  expect(await reasonsOf(table.transact(three))).toEqual([{ index: 2, code: 'throttled' }]);
});

test('an invalid item is ours, whatever else was wrong', async () => {
  const { table } = tableThat(() => cancelled('TransactionConflict', { Code: 'ValidationError', Message: 'Item size to update has exceeded' }));
  await expect(table.transact(three)).rejects.toThrow(new LimitExceeded('Item size to update has exceeded'));
});

test('a cancellation without reasons is the weather', async () => {
  const { table } = tableThat(() => cancelled());
  await expect(table.transact(three)).rejects.toThrow(TableUnavailable);
});

test.each([
  ['throttling', error('ThrottlingException')],
  ['too much for the table', error('ProvisionedThroughputExceededException')],
  ['too much for the account', error('RequestLimitExceeded')],
  ['a transaction still in progress', error('TransactionInProgressException')],
  ['an internal error', error('InternalServerError', {}, 500)],
  ['no service', error('ServiceUnavailable', {}, 503)],
  ['a page of a gateway', { status: 502, body: '<html>bad gateway</html>' }],
])('%s makes the table unavailable to reads and writes', async (_, answer) => {
  const { table } = tableThat(() => answer);
  await expect(table.transact(three)).rejects.toThrow(TableUnavailable);
  await expect(table.get(item)).rejects.toThrow(TableUnavailable);
  await expect(table.query({ pk: 'p' })).rejects.toThrow(TableUnavailable);
  await expect(table.batchGet([item])).rejects.toThrow(TableUnavailable);
});

test.each([
  ['a reset connection', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })],
  ['no such host', Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })],
  ['a time-out', Object.assign(new Error('slow'), { name: 'TimeoutError' })],
])('%s makes the table unavailable, and says what happened', async (_, cause) => {
  const { table } = tableThat(() => {
    throw cause;
  });
  await expect(table.transact(three)).rejects.toMatchObject({ name: 'TableUnavailable', cause });
  await expect(table.get(item)).rejects.toThrow(TableUnavailable);
});

test('a missing permission or table stays what it is: no retry would help', async () => {
  for (const name of ['AccessDeniedException', 'ResourceNotFoundException']) {
    const { table } = tableThat(() => error(name));
    await expect(table.get(item)).rejects.toMatchObject({ name });
  }
});

test('the SDK repeats a lost transaction under the same token, so that it happens once', async () => {
  const { table, asked } = tableThat((_, call) => (call < 3 ? error('InternalServerError', {}, 500) : { body: {} }), 3);
  await table.transact(three);
  expect(asked.length).toBe(3);
  expect(asked[0]?.ClientRequestToken).toMatch(/^[0-9a-f-]{36}$/);
  expect(new Set(asked.map(({ ClientRequestToken }) => ClientRequestToken)).size).toBe(1);
});

test('two transactions have two tokens', async () => {
  const { table, asked } = tableThat(() => ({ body: {} }));
  await table.transact(three);
  await table.transact(three);
  expect(asked[0]?.ClientRequestToken).not.toBe(asked[1]?.ClientRequestToken);
});

test('the base table is read consistently unless said otherwise, and an index never: DynamoDB refuses that', async () => {
  const { table, asked } = tableThat(() => ({ body: {} }));
  await table.get(item);
  await table.query({ pk: 'p' });
  await table.query({ pk: 'p', eventually: true });
  await table.query({ index: 'gsi1', pk: 'p' });
  await table.query({ index: 'due', pk: 'p' });
  expect(asked.map(({ ConsistentRead }) => ConsistentRead)).toEqual([true, true, false, false, false]);
  const batch = tableThat(reading(1));
  await batch.table.batchGet([item]);
  expect(batch.asked[0]?.RequestItems?.T.ConsistentRead).toBe(true);
});

/** Reads as much of the batch as it is told to, and leaves the rest. */
const reading = (some: number) => (asked: Asked) => {
  const keys = asked.RequestItems?.T.Keys ?? [];
  return { body: { Responses: { T: keys.slice(0, some) }, UnprocessedKeys: some < keys.length ? { T: { Keys: keys.slice(some) } } : {} } };
};

test('keys left unread are asked for again until all are read, in order, and no batch is above 100', async () => {
  const { table, asked, pauses } = tableThat(reading(30));
  const keys = numbered('p', 250).map(({ pk, sk }) => ({ pk, sk }));
  expect(await table.batchGet(keys)).toEqual(keys);
  expect(Math.max(...asked.map(({ RequestItems }) => RequestItems?.T.Keys.length ?? 0))).toBe(100);
  expect(pauses).toEqual([]);
});

test('a batch that is not read at all is asked for ever more slowly, and given up', async () => {
  const { table, asked, pauses } = tableThat(reading(0));
  await expect(table.batchGet([item])).rejects.toThrow(TableUnavailable);
  expect(asked.length).toBe(8);
  expect(pauses.length).toBe(7);
  expect(pauses.every((ms, at) => ms >= 25 * 2 ** at && ms <= 50 * 2 ** (at + 1))).toBe(true);
});

test('a batch that is read after all goes through', async () => {
  const { table } = tableThat((asked, call) => reading(call < 4 ? 0 : 100)(asked));
  expect(await table.batchGet([item])).toEqual([item]);
});
