import type { BookHead, Entry, Lease, Line } from '../../domain/accounting/book.ts';
import type { Account, Commodity, DimensionValue } from '../../domain/accounting/chart-of-accounts.ts';
import type { Movement, MovementKey } from '../../domain/accounting/movements.ts';
import { padSeq } from '../platform/event-chain.ts';
import type { FirmItem } from '../platform/table/firm-table.ts';
import type { Item, Value } from '../platform/table/port.ts';
import { bookKeys } from './keys.ts';

/** How the book's things lie in the table, and back. Items are ours: what is read was written here. */
export function headItem(head: BookHead): Item {
  const { version, lease, series, ...rest } = head;
  return {
    ...bookKeys.head(),
    v: version,
    ...(defined(rest) as Record<string, Value>),
    // As a list: the name of a series is the firm's to choose, and not every word can name an attribute.
    ...(series && { series: Object.entries(series) }),
    ...(lease && { leaseId: lease.id, leasePhase: lease.phase, leaseTakenAt: lease.takenAt, leaseSeq: lease.seq, leaseHash: lease.hash }),
  };
}

export function headOf(item: Item): BookHead {
  const { pk: _pk, sk: _sk, v, leaseId, leasePhase, leaseTakenAt, leaseSeq, leaseHash, series, ...rest } = item;
  const lease =
    leaseId === undefined
      ? undefined
      : ({ id: leaseId, phase: leasePhase, takenAt: leaseTakenAt, seq: leaseSeq, hash: leaseHash } as unknown as Lease);
  const counters = Array.isArray(series) ? Object.fromEntries(series as [string, number][]) : (series as BookHead['series']);
  return {
    ...(rest as unknown as Omit<BookHead, 'version' | 'series'>),
    version: Number(v),
    ...(counters && { series: counters }),
    ...(lease && { lease }),
  };
}

export function entryItem(entry: Entry): FirmItem {
  const { lines, seq, ...rest } = entry;
  return { ...bookKeys.entry({ seq: padSeq(seq) }), seq, ...(rest as unknown as Record<string, Value>), lines: lines.map(lineValue) };
}

/** Lines are written short: there are more of them than of anything else. */
function lineValue(line: Line): Value {
  const value: Record<string, Value> = { a: line.account, m: Number(line.amount) };
  if (line.foreign) value.f = [line.foreign.currency, Number(line.foreign.amount)];
  if (line.memo) value.t = line.memo;
  if (line.contact) value.c = line.contact;
  if (line.dimensions) value.d = line.dimensions as Value;
  return value;
}

interface StoredLine {
  readonly a: string;
  readonly m: number;
  readonly f?: readonly [string, number];
  readonly t?: string;
  readonly c?: NonNullable<Line['contact']>;
  readonly d?: NonNullable<Line['dimensions']>;
}

export function entryOf(item: Item): Entry {
  const { pk: _pk, sk: _sk, lines, ...rest } = item;
  return {
    ...(rest as unknown as Omit<Entry, 'lines'>),
    lines: (lines as unknown as readonly StoredLine[]).map((line) => ({
      account: line.a,
      amount: BigInt(line.m),
      ...(line.f && { foreign: { currency: line.f[0], amount: BigInt(line.f[1]) } }),
      ...(line.t && { memo: line.t }),
      ...(line.c && { contact: line.c }),
      ...(line.d && { dimensions: line.d }),
    })),
  };
}

export const movementKeyOf = (key: MovementKey) =>
  bookKeys.movement({ month: key.month, account: key.account, currency: key.currency, dimensions: key.dimensions, closing: key.closing ? '1' : '0' });

export function movementOf(item: Item): Movement {
  const [month = '', account = '', currency = '', dimensions = '', closing] = item.sk.split('#');
  return { key: { month, account, currency, dimensions, closing: closing === '1' }, counters: item as unknown as Record<string, number> };
}

export const accountItem = (account: Account): FirmItem => {
  const { version, ...rest } = account;
  return { ...bookKeys.account({ code: account.code }), v: version, ...(defined(rest) as unknown as Record<string, Value>) };
};
export const accountOf = ({ pk: _pk, sk: _sk, v, ...rest }: Item): Account => ({
  ...(rest as unknown as Omit<Account, 'version'>),
  version: Number(v),
});

export const dimensionItem = ({ version, ...value }: DimensionValue): FirmItem => ({
  ...bookKeys.dimension({ kind: value.kind, code: value.code }),
  v: version,
  ...(defined(value) as Record<string, Value>),
});
export const dimensionOf = ({ pk: _pk, sk: _sk, v, ...rest }: Item): DimensionValue => ({
  ...(rest as unknown as Omit<DimensionValue, 'version'>),
  version: Number(v),
});

export const commodityItem = (commodity: Commodity): FirmItem => ({ ...bookKeys.commodity({ code: commodity.code }), v: 1, ...commodity });
export const commodityOf = (item: Item): Commodity => ({ code: String(item.code), digits: Number(item.digits) });

const defined = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
