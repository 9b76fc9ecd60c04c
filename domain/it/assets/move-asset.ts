import type { Instant } from '../../kernel/dates.ts';
import { type Outcome, type Refusal, refuse, refuseAt } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Holder } from '../holder.ts';
import { type Asset, next } from './asset.ts';
import { type AssetState, type AssetWay, waysFrom } from './asset-states.ts';

/** Moves an asset between states that need nobody's acceptance. Refused in this order: promised to somebody, no such way, no reason. */
export function moveAsset(before: Asset, sent: { readonly to: AssetState; readonly reason?: string | undefined }, at: Instant): Outcome<Asset> {
  if (before.promised) return refuse('asset.promised', { tag: before.tag });
  const way = wayTo(before, sent.to, 'move');
  if (!('by' in way)) return way;
  if (way.reason && !sent.reason?.trim()) return refuseAt('/reason', 'asset.reason_required', { to: sent.to });
  const { custodian: _, ...free } = before;
  return next(free, at, { state: sent.to });
}

/** Promises an asset to somebody: from now on it can be handed to nobody else. */
export function promiseAsset(before: Asset, to: Id<'handOver'>, at: Instant, pointer: string): Outcome<Asset> {
  if (before.promised) return refuseAt(pointer, 'asset.promised', { tag: before.tag });
  const way = wayTo(before, 'assigned', 'hand-over', pointer);
  return 'by' in way ? next(before, at, { promised: to }) : way;
}

/** The hand-over was accepted: the asset is in the custody of whoever accepted it. */
export function assignAsset({ promised: _, ...before }: Asset, custodian: Holder, at: Instant): Asset {
  return next(before, at, { state: 'assigned', custodian });
}

/** The hand-over came to nothing. */
export const freeAsset = ({ promised: _, ...before }: Asset, at: Instant): Asset => next(before, at, {});

/** Takes an asset back from its custodian. */
export function takeBackAsset(before: Asset, to: 'in-stock' | 'in-repair', at: Instant, pointer: string): Outcome<Asset> {
  const way = wayTo(before, to, 'return', pointer);
  if (!('by' in way)) return way;
  const { custodian: _, ...free } = before;
  return next(free, at, { state: to });
}

function wayTo({ state, tag }: Asset, to: AssetState, by: AssetWay['by'], pointer = '/to'): AssetWay | Refusal {
  const ways = waysFrom(state);
  const allowed = ways.map((way) => (way.by === 'move' ? way.to : `${way.to} (${way.by})`)).join(', ') || '-';
  return ways.find((way) => way.to === to && way.by === by) ?? refuseAt(pointer, 'asset.transition', { tag, from: state, to, allowed });
}
