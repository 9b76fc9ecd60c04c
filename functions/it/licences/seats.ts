import { mayTakeSeat, type Seat } from '../../../domain/it/licences/licence.ts';
import { isRefusal, refuse, refuseAt } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { pageBehind } from '../../platform/lists/page-of.ts';
import { personOf } from '../../platform/person.ts';
import { stored } from '../../platform/table/own-item.ts';
import { loadAsset } from '../assets/asset-items.ts';
import { holderFrom } from '../holders.ts';
import { licencesKeys } from './keys.ts';
import { loadLicence, seatHolderKey, seatSerial, seatWrites, wireSeat } from './licence-items.ts';
import type { licencesRoutes } from './routes.ts';

/** Gives a seat: to each holder once, never beyond the count, never past the end of the licence, whoever else gives one at the same time. */
export const assignSeat: Verb<typeof licencesRoutes.assignSeat> = async (call) => {
  const seen = new Reading(call.table);
  const { licenceId } = call.params;
  const licence = await loadLicence(seen, licenceId);
  if (!licence) return refuse('request.not_found');
  const whose = await whoseFrom(call, seen);
  if (isRefusal(whose)) return whose;
  const seat: Seat = { id: call.mint('seat'), licence: licence.id, ...whose, assignedAt: call.now, assignedBy: personOf(call) };
  const held = await seen.get(licencesKeys.seatHolder({ licence: licenceId, holder: seatHolderKey(seat) }));
  if (held) return refuse('licence.seat_held', { name: nameOf(seat), product: licence.product });
  return commit(call, {
    seen,
    serial: seatSerial(licenceId),
    decide: (state) => {
      const limit = mayTakeSeat(licence, state.held, call.today);
      if (isRefusal(limit)) return limit;
      return {
        state: { held: state.held + 1 },
        writes: seatWrites(seat),
        happenings: [aboutSeat('seat.assigned', seat, licence.product)],
        answer: { status: 201 as const, body: wireSeat(seat) },
      };
    },
  });
};

async function whoseFrom(call: Parameters<Verb<typeof licencesRoutes.assignSeat>>[0], seen: Reading) {
  const { holder: to, asset: assetId } = call.body;
  if (assetId !== undefined) {
    const asset = await loadAsset(seen, assetId);
    return asset && asset.state !== 'retired' ? { asset: { id: asset.id, tag: asset.tag } } : refuseAt('/asset', 'asset.unknown');
  }
  const holder = await holderFrom(seen, to ?? {}, '/holder');
  return isRefusal(holder) ? holder : { holder };
}
const nameOf = ({ holder, asset }: Seat): string => holder?.name ?? asset?.tag ?? '';
const aboutSeat = (type: `seat.${string}`, seat: Seat, product: string) => ({
  type,
  entity: { kind: 'licence', id: seat.licence },
  data: { name: product, seat: seat.id, ...(seat.holder && { holder: seat.holder }), ...(seat.asset && { asset: seat.asset }) },
});

/** Releases a seat: free for the next, and on record as held until now. */
export const releaseSeat: Verb<typeof licencesRoutes.releaseSeat> = async (call) => {
  const seen = new Reading(call.table);
  const { licenceId, seatId } = call.params;
  const [licence, before] = await Promise.all([loadLicence(call.table, licenceId), loadSeat(seen, licenceId, seatId)]);
  if (!licence || !before) return refuse('request.not_found');
  if (before.releasedAt !== undefined) return refuse('licence.seat_released', { name: nameOf(before) });
  const after: Seat = { ...before, releasedAt: call.now, releasedBy: personOf(call) };
  return commit(call, {
    seen,
    serial: seatSerial(licenceId),
    decide: ({ held }) => ({
      state: { held: held - 1 },
      writes: seatWrites(after),
      happenings: [aboutSeat('seat.released', after, licence.product)],
      answer: { status: 200 as const, body: wireSeat(after) },
    }),
  });
};

export async function loadSeat(from: Pick<Reading, 'get'>, licence: string, seat: string): Promise<Seat | undefined> {
  const item = await from.get(licencesKeys.seat({ licence, seat }));
  if (!item) return undefined;
  const { version: _, ...rest } = stored<Seat & { version: number }>(item);
  return rest;
}

export const listSeats: Verb<typeof licencesRoutes.listSeats> = async (call) => {
  const { licenceId: licence } = call.params;
  if (!(await loadLicence(call.table, licence))) return refuse('request.not_found');
  const page = await pageBehind<Seat>(call, { pk: licencesKeys.licence({ licence }).pk, prefix: 'HOLDER#' }, (row) =>
    licencesKeys.seat({ licence, seat: String(row.seat) }),
  );
  return { status: 200, body: { ...page, data: page.data.map(wireSeat) } };
};
