import { type Item, type Key, LimitExceeded, type Value } from './port.ts';

/** How deep lists and maps may stand in one another inside an attribute: DynamoDB takes no more. */
const maxDepth = 31;
const smallestNumber = 1e-130;
/** Below this, a loop over the characters is quicker than a call into C++. */
const shortText = 32;

/**
 * The size of an item as DynamoDB counts it: names and strings in UTF-8 bytes, numbers by their digits, three bytes for a list or a map
 * and one for each of its members. Values that no table takes (NaN, a Date, half a surrogate pair) are refused on the way.
 */
export function itemSize(item: Item): number {
  let size = 0;
  for (const name in item) size += attributeSize(name, item[name]);
  return size;
}

/** An attribute's name and value together; an absent one weighs nothing. */
export function attributeSize(name: string, value: Value | undefined): number {
  return value === undefined ? 0 : nameSize(name) + valueSize(value, 0);
}

export function keySize(key: Key): number {
  return 'pk'.length + textSize(key.pk) + 'sk'.length + textSize(key.sk);
}

export function textSize(text: string): number {
  if (text.length <= shortText && isAscii(text)) return text.length;
  const size = Buffer.byteLength(text);
  // Half a pair becomes U+FFFD in one engine and survives in the other, so hashes over it would differ.
  if (size !== text.length && !text.isWellFormed()) throw new LimitExceeded('text holds half a surrogate pair');
  return size;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

function nameSize(name: string): number {
  if (name === '') throw new LimitExceeded('an attribute has an empty name');
  // JSON.parse keeps it and the SDK loses it: a value under this name would not come back alike.
  if (name === '__proto__') throw new LimitExceeded('an attribute cannot be named __proto__');
  return textSize(name);
}

function valueSize(value: Value, depth: number): number {
  if (typeof value === 'string') return textSize(value);
  if (typeof value === 'number') return numberSize(value);
  if (typeof value === 'boolean' || value === null) return 1;
  if (typeof value !== 'object') throw new LimitExceeded(`a ${typeof value} is not a value`);
  if (depth === maxDepth) throw new LimitExceeded(`lists and maps stand more than ${maxDepth} deep`);
  return isList(value) ? listSize(value, depth + 1) : mapSize(value, depth + 1);
}

function listSize(list: readonly Value[], depth: number): number {
  let size = 3 + list.length;
  for (const member of list) size += valueSize(member, depth);
  return size;
}

function mapSize(map: { readonly [name: string]: Value | undefined }, depth: number): number {
  const prototype: unknown = Object.getPrototypeOf(map);
  if (prototype !== Object.prototype && prototype !== null) throw new LimitExceeded('only plain objects are values');
  let size = 3;
  for (const name in map) {
    const member = map[name];
    if (member !== undefined) size += 1 + nameSize(name) + valueSize(member, depth);
  }
  return size;
}

/** One byte, and one for every two significant digits. */
function numberSize(number: number): number {
  const magnitude = Math.abs(number);
  if (!(magnitude <= Number.MAX_SAFE_INTEGER) || (magnitude < smallestNumber && magnitude > 0)) {
    throw new LimitExceeded(`${number} is neither a safe integer nor a finite number of that range`);
  }
  return (number < 0 ? 2 : 1) + Math.ceil(significantDigits(magnitude) / 2);
}

function significantDigits(magnitude: number): number {
  if (magnitude === 0) return 0;
  if (!Number.isInteger(magnitude)) {
    const [mantissa = ''] = String(magnitude).split('e');
    return mantissa.replace('.', '').replace(/^0+/, '').length;
  }
  let rest = magnitude;
  while (rest % 10 === 0) rest /= 10;
  return String(rest).length;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
