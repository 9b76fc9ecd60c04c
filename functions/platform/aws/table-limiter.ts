import { ConditionalCheckFailedException, type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { hostKeys } from '../due/keys.ts';
import type { Limiter } from '../ports.ts';
import { IDENTITY_SCOPE } from '../table/firm-table.ts';
import { leadingKeyOf } from '../table/leading-keys.ts';

const MINUTE_MS = 60_000;
/** A key's requests are counted in so many lots a minute: a write to the table for a lot, and not for each request. */
const LOTS = 60;
/** Keys whose lots one instance remembers. */
const MOST_KEYS = 5_000;

interface Lot {
  readonly minute: number;
  /** Requests left of the lot that this instance took. */
  left: number;
  /** Of the key's budget after the lot, counted over all instances. */
  readonly beyond: number;
}

/**
 * The limiter over all instances: one counter item per key, among identity's directories (`D#LIMIT#key`). Instances take requests in lots, so a key may be
 * refused up to a lot per instance early, and never late.
 */
export function tableLimiter(client: Pick<DynamoDBClient, 'send'>, tableName: string, nowMs: () => number = Date.now): Limiter {
  const lots = new Map<string, Lot>();
  return {
    async take(key, perMinute) {
      const now = nowMs();
      const minute = Math.floor(now / MINUTE_MS);
      const resetSeconds = Math.ceil((MINUTE_MS - (now % MINUTE_MS)) / 1000);
      let lot = lots.get(key);
      if (lot?.minute !== minute || (lot.left === 0 && lot.beyond >= 0)) {
        const size = Math.max(1, Math.floor(perMinute / LOTS));
        const taken = await takeLot(client, tableName, key, minute, size);
        const over = Math.max(0, taken - perMinute);
        lot = { minute, left: Math.max(0, size - over), beyond: over > 0 ? -1 : perMinute - taken };
        if (lots.size >= MOST_KEYS) lots.clear();
        lots.set(key, lot);
      }
      if (lot.left === 0) return { limit: perMinute, remaining: -1, resetSeconds };
      lot.left -= 1;
      return { limit: perMinute, remaining: lot.left + Math.max(0, lot.beyond), resetSeconds };
    },
  };
}

/**
 * One item a key, begun anew by whoever is first in a minute, so that the table does not grow
 * with time.
 */
async function takeLot(client: Pick<DynamoDBClient, 'send'>, tableName: string, key: string, minute: number, size: number): Promise<number> {
  for (let round = 0; round < ROUNDS; round++) {
    const added = await update(client, tableName, key, minute, size, 'ADD taken :size', 'onMinute = :minute');
    if (added !== undefined) return added;
    const begun = await update(
      client,
      tableName,
      key,
      minute,
      size,
      'SET onMinute = :minute, taken = :size',
      'attribute_not_exists(onMinute) OR onMinute < :minute',
    );
    if (begun !== undefined) return begun;
  }
  // Another instance's clock is a minute ahead of ours: its count is not ours to spend.
  return size;
}

const ROUNDS = 3;

/** The count after the update, or undefined where its condition does not hold. */
async function update(
  client: Pick<DynamoDBClient, 'send'>,
  TableName: string,
  key: string,
  minute: number,
  size: number,
  UpdateExpression: string,
  ConditionExpression: string,
): Promise<number | undefined> {
  const { pk, sk } = hostKeys.limit({ key });
  try {
    const { Attributes } = await client.send(
      new UpdateItemCommand({
        TableName,
        Key: { pk: { S: leadingKeyOf(IDENTITY_SCOPE) + pk }, sk: { S: sk } },
        UpdateExpression,
        ConditionExpression,
        ExpressionAttributeValues: { ':size': { N: String(size) }, ':minute': { N: String(minute) } },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Number(Attributes?.taken?.N);
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}
