import { type Item, type Key, LimitExceeded, limits, TooLong, type Value, type Write } from './port.ts';
import { attributeSize, itemSize, keySize, textSize } from './size.ts';

/** DynamoDB allows 300 operators in a condition, and each counter moved needs three to stay within safe integers. */
const countersPerUpdate = 90;
const indexKeys = { gsi1pk: limits.partitionKeyBytes, gsi1sk: limits.keyBytes, duepk: limits.partitionKeyBytes, duesk: limits.keyBytes } as const;

type Update = Extract<Write, { kind: 'update' }>;

/**
 * Refuses what DynamoDB would refuse, before anything is sent, so that a transaction that passes on one machine passes on AWS.
 * Gives the size that each write brings along: of a put its whole item, of an update its key and new values.
 */
export function checkWrites(writes: readonly Write[]): readonly number[] {
  if (writes.length > limits.transactionItems) {
    throw new LimitExceeded(`a transaction holds at most ${limits.transactionItems} items, not ${writes.length}`);
  }
  const sizes = writes.map(checkedSize);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total > limits.transactionBytes) throw new LimitExceeded(`a transaction holds at most ${limits.transactionBytes} bytes, not ${total}`);
  refuseTwins(writes);
  return sizes;
}

/** Also asked after an update was applied: the item may have grown past what a table takes. */
export function checkItemSize(size: number, key: Key): void {
  if (size > limits.itemBytes)
    throw new TooLong(`${key.pk} ${key.sk}: an item holds at most ${limits.itemBytes} bytes, not ${size}`, limits.itemBytes);
}

/** What a counter may be after it was moved: past this, a sum would no longer be exact. */
export function checkCounter(name: string, value: number): void {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw new LimitExceeded(`the counter ${name} would leave the safe integers`);
}

export function keyOf(write: Write): Key {
  return write.kind === 'put' ? write.item : write.key;
}

/** Refuses a key that no table takes. Anything may stand in a key but nothing at all. */
export function checkKey(key: Key): void {
  checkKeyText('pk', key.pk, limits.partitionKeyBytes);
  checkKeyText('sk', key.sk, limits.keyBytes);
}

function checkedSize(write: Write): number {
  checkKey(keyOf(write));
  switch (write.kind) {
    case 'put': {
      checkIndexKeys(write.item);
      const size = itemSize(write.item);
      checkItemSize(size, write.item);
      return size;
    }
    case 'update':
      return updateSize(write);
    case 'delete':
    case 'check':
      return keySize(write.key);
    default:
      return write satisfies never;
  }
}

function updateSize({ key, set = {}, add = {}, remove = [] }: Update): number {
  checkIndexKeys(set);
  const names = [...Object.keys(set), ...Object.keys(add), ...remove];
  if (new Set(names).size < names.length) throw new LimitExceeded('an update names one attribute twice');
  if (names.includes('pk') || names.includes('sk')) throw new LimitExceeded('an update cannot change the key of an item');
  if (Object.keys(add).length > countersPerUpdate) throw new LimitExceeded(`an update moves at most ${countersPerUpdate} counters`);
  let size = keySize(key);
  for (const name in set) {
    if (set[name] === undefined) throw new LimitExceeded(`an update sets ${name} to nothing: remove it`);
    size += attributeSize(name, set[name]);
  }
  for (const name in add) {
    const by = add[name];
    // Whole numbers only: DynamoDB adds decimals and JavaScript doubles, so 0.1 + 0.2 would differ.
    if (!Number.isSafeInteger(by) || name in indexKeys) throw new LimitExceeded(`a counter moves by a safe integer: ${name} by ${by}`);
    size += attributeSize(name, by);
  }
  for (const name of remove) size += attributeSize(name, null);
  return size;
}

function checkIndexKeys(attributes: Item | Readonly<Record<string, Value>>): void {
  for (const name of ['gsi1pk', 'gsi1sk', 'duepk', 'duesk'] as const) {
    const value = attributes[name];
    if (value !== undefined) checkKeyText(name, value, indexKeys[name]);
  }
}

function checkKeyText(name: string, value: Value, most: number): void {
  if (typeof value !== 'string' || value === '') throw new LimitExceeded(`the key ${name} is not a text with something in it`);
  if (textSize(value) > most) throw new TooLong(`the key ${name} holds at most ${most} bytes`, most);
}

function refuseTwins(writes: readonly Write[]): void {
  if (writes.length < 2) return;
  const seen = new Set<string>();
  for (const write of writes) {
    const { pk, sk } = keyOf(write);
    seen.add(`${pk.length} ${pk}${sk}`);
  }
  if (seen.size < writes.length) throw new LimitExceeded('a transaction writes one item twice');
}
