import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Update } from './apply-update.ts';
import { conditionExpression } from './conditions.ts';
import { keyAttributes, type Placeholders, placeholders, toAttributes } from './dynamo-expressions.ts';
import type { Write } from './port.ts';

/** One write in DynamoDB's words. A refused condition gives back the item that refused it, so that the caller need not read again. */
export function toTransactItem(write: Write, TableName: string): TransactWriteItem {
  const stand = placeholders();
  switch (write.kind) {
    case 'put':
      return { Put: { TableName, Item: toAttributes(write.item), ...conditioned(write.when && conditionExpression(write.when, stand), stand) } };
    case 'update': {
      const UpdateExpression = updateExpression(write, stand) || undefined;
      const condition = updateCondition(write, stand);
      return {
        Update: { TableName, Key: keyAttributes(write.key), UpdateExpression, ...conditioned(condition, stand) },
      };
    }
    case 'delete':
      return { Delete: { TableName, Key: keyAttributes(write.key), ...conditioned(write.when && conditionExpression(write.when, stand), stand) } };
    case 'check':
      return {
        ConditionCheck: {
          TableName,
          Key: keyAttributes(write.key),
          ConditionExpression: conditionExpression(write.when, stand),
          ...withCurrent,
          ...stand.attributes(),
        },
      };
    default:
      return write satisfies never;
  }
}

function conditioned(condition: string | undefined, stand: Placeholders) {
  return { ...(condition && { ConditionExpression: condition, ...withCurrent }), ...stand.attributes() };
}

const withCurrent = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;

function updateExpression({ set = {}, add = {}, remove = [] }: Update, { name, value }: Placeholders): string {
  const clauses = [
    ['SET', Object.entries(set).map(([attribute, to]) => `${name(attribute)} = ${value(to)}`)],
    ['ADD', Object.entries(add).map(([attribute, by]) => `${name(attribute)} ${value(by)}`)],
    ['REMOVE', remove.map(name)],
  ] as const;
  return clauses.flatMap(([verb, parts]) => (parts.length > 0 ? [`${verb} ${parts.join(', ')}`] : [])).join(' ');
}

/** The caller's condition, and that no counter leaves the safe integers: DynamoDB would count on, and no reader could read it exactly. */
function updateCondition({ when, add = {} }: Update, stand: Placeholders): string | undefined {
  const guards = Object.entries(add).flatMap(([name, by]) => (by === 0 ? [] : [counterGuard(name, by, stand)]));
  if (when === undefined) return guards.join(' AND ') || undefined;
  const condition = conditionExpression(when, stand);
  return guards.length > 0 ? `(${condition}) AND ${guards.join(' AND ')}` : condition;
}

/** Said in the negative, so that an absent counter passes. */
function counterGuard(name: string, by: number, stand: Placeholders): string {
  const most = Number.MAX_SAFE_INTEGER - Math.abs(by);
  return by > 0 ? `NOT ${stand.name(name)} > ${stand.value(most)}` : `NOT ${stand.name(name)} < ${stand.value(-most)}`;
}
