import type { DatedSource } from '../../../domain/work/deadlines/dated-sources.ts';
import type { Item, Value, Write } from '../table/port.ts';
import { datedKeys } from './keys.ts';

/** A day of the calendar that something of the firm falls on. */
export interface Dated {
  /** `YYYY-MM-DD`, in the firm's time zone. */
  readonly on: string;
  readonly source: DatedSource;
  /** Of the thing itself: the page opens it by source and id. */
  readonly id: string;
  /** Which of several days of the thing this is. */
  readonly part?: string;
  readonly title: string;
  /** Whom alone it concerns, where it does. */
  readonly person?: string;
  /** Of a record: its class, which says whose roles know of it, and whether somebody marked it. */
  readonly guard?: { readonly class: string; readonly marked: boolean };
  /** Kept on the calendar as what was met. */
  readonly done?: boolean;
}

/** What a change of a date writes to the calendar, in the transaction of the change: the old day goes, the new one comes. */
export function datedWrites(before: Dated | undefined, after: Dated | undefined): Write[] {
  const writes: Write[] = [];
  const stays = before && after && keyText(before) === keyText(after);
  if (before && !stays) writes.push({ kind: 'delete', key: keyOf(before) });
  if (after && !(stays && isSame(before, after))) writes.push({ kind: 'put', item: { ...keyOf(after), v: 1, ...after } });
  return writes;
}

const isSame = (a: Dated, b: Dated): boolean =>
  a.title === b.title &&
  a.person === b.person &&
  a.guard?.class === b.guard?.class &&
  a.guard?.marked === b.guard?.marked &&
  (a.done ?? false) === (b.done ?? false);

/** What an item carries that stands on the calendar by itself, where its index is free: the day costs no row of its own. */
export function datedPlace(dated: Dated): Record<string, Value> {
  const { pk: gsi1pk, sk: gsi1sk } = keyOf(dated);
  return { gsi1pk, gsi1sk, dated: { ...dated } };
}

/** A day as it was written, in a row of its own or in an item. Items are ours. */
export function datedOf(item: Item): Dated {
  const { on, source, id, part, title, person, guard, done } = (item.dated as Item | undefined) ?? item;
  return {
    on: String(on),
    source: source as DatedSource,
    id: String(id),
    ...(part !== undefined && { part: String(part) }),
    title: String(title),
    ...(person !== undefined && { person: String(person) }),
    ...(guard !== undefined && { guard: guard as unknown as NonNullable<Dated['guard']> }),
    ...(done === true && { done }),
  };
}

const keyOf = ({ on, source, id, part }: Dated) =>
  datedKeys.dated({ month: on.slice(0, 7), on, source, id: part === undefined ? id : `${id}.${part}` });
const keyText = (dated: Dated): string => keyOf(dated).sk;
