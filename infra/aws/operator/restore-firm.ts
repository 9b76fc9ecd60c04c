import { setTimeout as pause } from 'node:timers/promises';
import { BatchWriteItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import type { FirmId } from '../../../domain/kernel/ids.ts';
import { leadingKeyOf } from '../../../functions/platform/table/leading-keys.ts';
import { type Place, type RawItem, scan } from './scan.ts';

export interface RestorePlan {
  readonly firm: FirmId;
  /** Items that are as they were. */
  readonly same: number;
  /** Items that were otherwise, or are gone: they are written as they were. */
  readonly written: readonly RawItem[];
  /** Items that were not there yet: they are removed. */
  readonly removed: readonly RawItem[];
}

/** What it takes to make one firm as it was in a restored table. It reads both tables whole and changes nothing. */
export async function planRestore(firm: FirmId, from: Place, to: Place): Promise<RestorePlan> {
  const prefix = leadingKeyOf(firm);
  const present = new Map<string, RawItem>();
  for await (const item of scan(to, { prefix })) present.set(keyText(item), item);
  const written: RawItem[] = [];
  let same = 0;
  for await (const item of scan(from, { prefix })) {
    const key = keyText(item);
    const there = present.get(key);
    present.delete(key);
    if (there && canonical(there) === canonical(item)) same += 1;
    else written.push(item);
  }
  return { firm, same, written, removed: [...present.values()] };
}

/**
 * Does it, with the head of the book last: until then the book does not verify, and whoever looks sees that it is not whole. Repeating it after a crash does what is
 * left. The firm must be shut out meanwhile (docs/deploy.md).
 */
export async function restore({ written, removed }: RestorePlan, to: Place): Promise<void> {
  const heads = written.filter(({ sk }) => sk?.S === 'HEAD');
  const others = written.filter((item) => !heads.includes(item));
  await write(to, [...removed.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk: pk ?? NONE, sk: sk ?? NONE } } })), ...others.map(asPut)]);
  await write(to, heads.map(asPut));
}

const NONE = { S: '' };
const asPut = (Item: RawItem): WriteRequest => ({ PutRequest: { Item: { ...Item } } });

/** What DynamoDB takes at once. */
const BATCH = 25;
const MOST_PAUSES = 10;
const FIRST_PAUSE_MS = 50;

async function write({ client, tableName }: Place, requests: readonly WriteRequest[]): Promise<void> {
  for (let at = 0; at < requests.length; at += BATCH) {
    let left: readonly WriteRequest[] = requests.slice(at, at + BATCH);
    for (let pauses = 0; left.length > 0; pauses++) {
      if (pauses === MOST_PAUSES) throw new Error(`the table took no more: ${requests.length - at} writes are left. Run it again.`);
      if (pauses > 0) await pause(FIRST_PAUSE_MS * 2 ** pauses);
      const { UnprocessedItems = {} } = await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: [...left] } }));
      left = UnprocessedItems[tableName] ?? [];
    }
  }
}

const keyText = ({ pk, sk }: RawItem): string => `${pk?.S}\n${sk?.S}`;

/** The same text for the same item, in whatever order its attributes come. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, each]) => `${name}:${canonical(each)}`).join()}}`;
}
