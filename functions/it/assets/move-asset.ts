import { moveAsset as decideMove } from '../../../domain/it/assets/move-asset.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { aboutAsset } from './add-asset.ts';
import { assetWrites, loadAsset, wireAsset } from './asset-items.ts';
import type { assetsRoutes } from './routes.ts';

/** Moves an asset between states that need nobody’s acceptance. */
export const moveAsset: Verb<typeof assetsRoutes.moveAsset> = async (call) => {
  const seen = new Reading(call.table);
  const before = await loadAsset(seen, call.params.assetId);
  if (!before) return refuse('request.not_found');
  const { to, reason } = call.body;
  const after = decideMove(before, { to, reason }, call.now);
  if (isRefusal(after)) return after;
  return commit(call, {
    seen,
    decide: () => ({
      writes: assetWrites(before, after),
      happenings: [
        aboutAsset('asset.moved', after, {
          from: before.state,
          to,
          ...(reason !== undefined && { reason }),
          ...(before.custodian && { custodian: before.custodian }),
        }),
      ],
      answer: { status: 200 as const, body: wireAsset(after), version: after.version },
    }),
  });
};
