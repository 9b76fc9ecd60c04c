import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { convertToAttr, marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Item, Key, Value } from './port.ts';

/** Stand-ins for the names and values of one request: no attribute name can then collide with DynamoDB's 570 reserved words. */
export interface Placeholders {
  name(name: string): string;
  value(value: Value): string;
  /** What the request carries beside its expressions: each part only when it is used, for DynamoDB refuses empty and unused ones. */
  attributes(): { ExpressionAttributeNames?: Record<string, string>; ExpressionAttributeValues?: Record<string, AttributeValue> };
}

const marshalling = { removeUndefinedValues: true } as const;

export function placeholders(): Placeholders {
  const names = new Map<string, string>();
  const values = new Map<Value, string>();
  return {
    name: (name) => placeholder(names, name, '#'),
    value: (value) => placeholder(values, value, ':'),
    attributes: () => ({
      ...(names.size > 0 && { ExpressionAttributeNames: Object.fromEntries([...names].map(([name, stand]) => [stand, name])) }),
      ...(values.size > 0 && {
        ExpressionAttributeValues: Object.fromEntries([...values].map(([value, stand]) => [stand, convertToAttr(value, marshalling)])),
      }),
    }),
  };
}

function placeholder<T>(known: Map<T, string>, of: T, sign: '#' | ':'): string {
  const stand = known.get(of) ?? `${sign}${known.size}`;
  known.set(of, stand);
  return stand;
}

export function toAttributes(item: Item): Record<string, AttributeValue> {
  return marshall(item, marshalling);
}

export function keyAttributes({ pk, sk }: Key): Record<string, AttributeValue> {
  return { pk: { S: pk }, sk: { S: sk } };
}

/** The parser of what DynamoDB gives back: only this product writes the table, so its shape is ours. */
export function toItem(attributes: Record<string, AttributeValue>): Item {
  return unmarshall(attributes) as Item;
}
