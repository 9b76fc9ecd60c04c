import { holderKey } from '../../../domain/it/holder.ts';
import { costPerSeat, type Licence, lastTerm, nextDueDay, type Seat, seatLimit, stateOf, type Term } from '../../../domain/it/licences/licence.ts';
import type { LocalDate } from '../../../domain/kernel/dates.ts';
import { foldedKey } from '../../../domain/kernel/fold.ts';
import { instantOfLocal } from '../../../domain/work/calendars/zone.ts';
import { type Dated, datedWrites } from '../../platform/dated/dated.ts';
import type { Serial } from '../../platform/firm-log.ts';
import { wirePerson } from '../../platform/person.ts';
import type { Reader } from '../../platform/reading.ts';
import type { FirmItem, FirmTable } from '../../platform/table/firm-table.ts';
import { plain, stored } from '../../platform/table/own-item.ts';
import type { Key, Write } from '../../platform/table/port.ts';
import { amountOf } from '../amounts.ts';
import { wireHolder } from '../holders.ts';
import { licencesKeys } from './keys.ts';

export const LICENCE_DUE = 'licence.due';
/** Reminders come when the working day begins. */
const MORNING = '07:00';

export const licenceKey = (id: string): Key => licencesKeys.licence({ licence: id });
export async function loadLicence(from: Reader, id: string): Promise<Licence | undefined> {
  const item = await from.get(licenceKey(id));
  return item && stored<Licence>(item);
}

/** What a licence writes: itself, due on its next day, and its day of the calendar. */
export function licenceWrites(
  before: Licence | undefined,
  after: Licence,
  { today, now, timeZone, ended = false }: { readonly today: LocalDate; readonly now: string; readonly timeZone: string; readonly ended?: boolean },
): Write[] {
  const { version, ...rest } = after;
  const { pk: gsi1pk, sk: gsi1sk } = licencesKeys.licences({ product: foldedKey(after.product), licence: after.id });
  const day = nextDueDay(after, today, ended);
  const morning = day === undefined ? undefined : instantOfLocal(timeZone, { date: day, time: MORNING });
  const item: FirmItem = {
    ...licenceKey(after.id),
    ...plain(rest),
    v: version,
    gsi1pk,
    gsi1sk,
    ...(morning !== undefined && { due: { at: morning > now ? morning : now, handler: LICENCE_DUE } }),
  };
  return [{ kind: 'put', item, ...(!before && { when: { exists: false } }) }, ...datedWrites(before && renewalDay(before), renewalDay(after))];
}
function renewalDay(licence: Licence): Dated | undefined {
  const { endsOn: on } = lastTerm(licence);
  return on === undefined ? undefined : { on, source: 'licence-renewal', id: licence.id, title: licence.product };
}

export interface Held {
  readonly held: number;
}
export const heldKey = (id: string): Key => licencesKeys.seatsHeld({ licence: id });
export const heldOf = async (table: FirmTable, id: string): Promise<number> => Number((await table.get(heldKey(id)))?.held ?? 0);
const MAX_SERIALS = 1_000;
const serials = new Map<string, Serial<Held>>();
/** The seats held of one licence as a log of its own: those who take seats at the same time are taken in turn, and the last free one goes once. */
export function seatSerial(id: string): Serial<Held> {
  const known = serials.get(id);
  if (known) return known;
  if (serials.size >= MAX_SERIALS) serials.clear();
  const serial: Serial<Held> = {
    name: `seats ${id}`,
    async load(table) {
      return { held: await heldOf(table, id) };
    },
    move: (from, to) => ({ kind: 'put', item: { ...heldKey(id), held: to.held }, when: { equals: ['held', from.held] } }),
  };
  serials.set(id, serial);
  return serial;
}

/** What tells the holders of seats apart: a person, or an asset. */
export const seatHolderKey = ({ holder, asset }: Pick<Seat, 'holder' | 'asset'>): string => asset?.id ?? (holder ? holderKey(holder) : '');
export function seatWrites(seat: Seat): Write[] {
  const key = { licence: seat.licence, holder: seatHolderKey(seat) };
  const item = { ...licencesKeys.seat({ licence: seat.licence, seat: seat.id }), ...plain(seat), v: seat.releasedAt === undefined ? 1 : 2 };
  const rows = [licencesKeys.seatHolder(key), licencesKeys.seatsOf(key)];
  return [
    { kind: 'put', item },
    ...rows.map(
      (row): Write =>
        seat.releasedAt === undefined
          ? { kind: 'put', item: { ...row, v: 1, seat: seat.id }, when: { exists: false } }
          : { kind: 'delete', key: row },
    ),
  ];
}

const wireTerm = (term: Term) => {
  const { startsOn, endsOn, seats, cost, currency = '', period, autoRenew } = term;
  const per = costPerSeat(term);
  return {
    startsOn,
    endsOn: endsOn ?? null,
    seats,
    cost: cost === undefined ? null : amountOf(cost, currency),
    currency: cost === undefined ? null : currency,
    period,
    autoRenew,
    costPerSeat: per ? { each: amountOf(per.each, currency), left: amountOf(per.left, currency) } : null,
  };
};
export const wireLicence = (one: Licence, held: number, today: LocalDate) => ({
  id: one.id,
  product: one.product,
  vendor: one.vendor ?? null,
  notes: one.notes ?? null,
  state: stateOf(one, today),
  seats: seatLimit(one, today),
  held,
  term: wireTerm(lastTerm(one)),
  terms: one.terms.map(wireTerm),
  createdAt: one.createdAt,
  version: one.version,
});
export const wireSeat = (seat: Seat) => ({
  id: seat.id,
  licence: seat.licence,
  holder: seat.holder ? wireHolder(seat.holder) : null,
  asset: seat.asset ? { ...seat.asset } : null,
  assignedAt: seat.assignedAt,
  assignedBy: wirePerson(seat.assignedBy),
  releasedAt: seat.releasedAt ?? null,
  releasedBy: seat.releasedBy ? wirePerson(seat.releasedBy) : null,
});
export const aboutLicence = (type: `licence.${string}`, { id, product, version }: Licence, data: object = {}) => ({
  type,
  entity: { kind: 'licence', id, version },
  data: { name: product, ...data },
});
