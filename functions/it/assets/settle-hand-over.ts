import { hash } from 'node:crypto';
import {
  acceptHandOver as decideAccepting,
  declineHandOver as decideDeclining,
  withdrawHandOver as decideWithdrawing,
  type HandOver,
} from '../../../domain/it/assets/hand-over.ts';
import { assignAsset, freeAsset } from '../../../domain/it/assets/move-asset.ts';
import { isRefusal, type Outcome, refuse } from '../../../domain/kernel/decision.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { personOf } from '../../platform/person.ts';
import { assetWrites, handOverWrites, loadHandOver, wireHandOver } from './asset-items.ts';
import { aboutHandOver, assetsOf } from './hand-over.ts';
import type { assetsRoutes } from './routes.ts';

/** Accepts: what was handed over is in the acceptor’s custody from now on, and the digest says exactly what that was. */
export const acceptHandOver: Verb<typeof assetsRoutes.acceptHandOver> = (call) =>
  settle(call, call.params.handOverId, (before) =>
    decideAccepting(before, { by: personOf(call), at: call.now, from: call.address, typedName: call.body.typedName, sha256 }),
  );

/** Declines: the assets stay where they are. */
export const declineHandOver: Verb<typeof assetsRoutes.declineHandOver> = (call) =>
  settle(call, call.params.handOverId, (before) => decideDeclining(before, { by: personOf(call), at: call.now, reason: call.body.reason }));

/** Takes it back before it is accepted. */
export const withdrawHandOver: Verb<typeof assetsRoutes.withdrawHandOver> = (call) =>
  settle(call, call.params.handOverId, (before) => decideWithdrawing(before, call.now));

export const sha256 = (text: string): string => hash('sha256', text, 'hex');

async function settle(call: FirmCall, id: string, decide: (before: HandOver) => Outcome<HandOver>) {
  const seen = new Reading(call.table);
  const before = await loadHandOver(seen, id);
  if (!before) return refuse('request.not_found');
  const after = decide(before);
  if (isRefusal(after)) return after;
  const assets = await assetsOf(
    seen,
    before.assets.map(({ asset }) => asset),
  );
  if (isRefusal(assets)) return assets;
  const changed = assets.map((asset) => (after.state === 'accepted' ? assignAsset(asset, after.holder, call.now) : freeAsset(asset, call.now)));
  return commit(call, {
    seen,
    decide: () => ({
      writes: [...handOverWrites(before, after), ...assets.flatMap((asset, i) => assetWrites(asset, changed[i] ?? asset))],
      happenings: [aboutHandOver(`hand_over.${after.state}`, after)],
      answer: { status: 200 as const, body: wireHandOver(after), version: after.version },
    }),
  });
}
