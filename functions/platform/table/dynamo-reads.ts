import { type AttributeValue, BatchGetItemCommand, type DynamoDBClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { type CheckedQuery, checkQuery } from './check-query.ts';
import { encodeCursor } from './cursor.ts';
import { keyAttributes, type Placeholders, placeholders, toItem } from './dynamo-expressions.ts';
import { type Item, indexes, type Key, type Page, type Query, TableUnavailable } from './port.ts';

export interface DynamoSource {
  readonly client: Pick<DynamoDBClient, 'send'>;
  readonly tableName: string;
  /** Waits between the rounds of a batch. Replaced in tests only. */
  readonly pause?: (ms: number) => Promise<void>;
}

/** DynamoDB's own limit on one BatchGetItem. */
const keysPerBatch = 100;
const batchRounds = 8;
const firstPauseMs = 25;

export async function batchGet({ client, tableName, pause = sleep }: DynamoSource, keys: readonly Key[]): Promise<Map<string, Item>> {
  const found = new Map<string, Item>();
  let wanted = [...new Map(keys.map((key) => [keyText(key), keyAttributes(key)])).values()];
  // What was not processed joins the next round; a round that brought something starts the count of idle rounds anew.
  for (let idle = 0; wanted.length > 0; ) {
    if (idle === batchRounds) throw new TableUnavailable(`the table left ${wanted.length} keys of a batch unread`);
    if (idle > 0) await pause(firstPauseMs * 2 ** idle * (0.5 + Math.random() / 2));
    const batch = wanted.slice(0, keysPerBatch);
    const { Responses = {}, UnprocessedKeys = {} } = await client.send(
      new BatchGetItemCommand({ RequestItems: { [tableName]: { Keys: batch, ConsistentRead: true } } }),
    );
    for (const attributes of Responses[tableName] ?? []) {
      const item = toItem(attributes);
      found.set(keyText(item), item);
    }
    const unread: readonly Record<string, AttributeValue>[] = UnprocessedKeys[tableName]?.Keys ?? [];
    idle = unread.length < batch.length ? 0 : idle + 1;
    wanted = [...wanted.slice(keysPerBatch), ...unread];
  }
  return found;
}

export function keyText({ pk, sk }: Key): string {
  return `${pk.length} ${pk}${sk}`;
}

export async function queryPage({ client, tableName }: DynamoSource, query: Query): Promise<Page> {
  const checked = checkQuery(query);
  // DynamoDB answers 400 where there is simply nothing to find.
  if (checked.isEmpty) return { items: [] };
  const { Items = [], LastEvaluatedKey } = await client.send(new QueryCommand(toQueryInput(checked, tableName)));
  const items = Items.map(toItem);
  return LastEvaluatedKey ? { items, cursor: encodeCursor(toItem(LastEvaluatedKey), query.index) } : { items };
}

function toQueryInput(query: CheckedQuery, TableName: string): QueryCommandInput {
  const stand = placeholders();
  const KeyConditionExpression = `${stand.name(query.keys.pk)} = ${stand.value(query.pk)}${range(query, stand)}`;
  const ProjectionExpression = projection(query, stand);
  return {
    TableName,
    KeyConditionExpression,
    ...(query.index && { IndexName: query.index }),
    ...(ProjectionExpression && { ProjectionExpression }),
    ...stand.attributes(),
    ScanIndexForward: query.descending !== true,
    // DynamoDB refuses a consistent read of an index.
    ConsistentRead: query.index === undefined && query.eventually !== true,
    ...(query.limit && { Limit: query.limit }),
    ...(query.after && { ExclusiveStartKey: Object.fromEntries(Object.entries(query.after).map(([name, S]) => [name, { S }])) }),
  };
}

function range({ keys, from, to, prefix }: CheckedQuery, { name, value }: Placeholders): string {
  if (prefix) return ` AND begins_with(${name(keys.sk)}, ${value(prefix)})`;
  if (from && to) return ` AND ${name(keys.sk)} BETWEEN ${value(from)} AND ${value(to)}`;
  if (from) return ` AND ${name(keys.sk)} >= ${value(from)}`;
  return to ? ` AND ${name(keys.sk)} <= ${value(to)}` : '';
}

/** An index of keys alone gives its keys, and refuses to be asked for more. */
function projection({ index, keys, attributes }: CheckedQuery, { name }: Placeholders): string | undefined {
  if (attributes === undefined || (index && indexes[index].projection === 'keys')) return undefined;
  return [...new Set(['pk', 'sk', keys.pk, keys.sk, ...attributes])].map(name).join(', ');
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
