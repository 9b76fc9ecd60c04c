import type { DatedSource } from '../../../domain/work/deadlines/dated-sources.ts';
import type { Write } from '../table/port.ts';
import { datedKeys } from './keys.ts';

/** A day of the calendar that something of the firm falls on. */
export interface Dated {
  /** `YYYY-MM-DD`, in the firm's time zone. */
  readonly on: string;
  readonly source: DatedSource;
  /** Of the thing itself: the page opens it by source and id. */
  readonly id: string;
  readonly title: string;
  /** Whom alone it concerns, where it does. */
  readonly person?: string;
}

/** What a change of a date writes to the calendar, in the transaction of the change: the old day goes, the new one comes. */
export function datedWrites(before: Dated | undefined, after: Dated | undefined): Write[] {
  const writes: Write[] = [];
  const stays = before && after && keyText(before) === keyText(after);
  if (before && !stays) writes.push({ kind: 'delete', key: keyOf(before) });
  if (after && !(stays && before.title === after.title && before.person === after.person)) {
    writes.push({ kind: 'put', item: { ...keyOf(after), v: 1, ...after } });
  }
  return writes;
}

const keyOf = ({ on, source, id }: Dated) => datedKeys.dated({ month: on.slice(0, 7), on, source, id });
const keyText = ({ on, source, id }: Dated): string => `${on}#${source}#${id}`;
