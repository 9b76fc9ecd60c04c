import { type Asset, next } from '../../../domain/it/assets/asset.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { aboutAsset, purchaseOf, whyTaken } from './add-asset.ts';
import { afterTag, assetWrites, loadAsset, tagNumbers, wireAsset } from './asset-items.ts';
import type { assetsRoutes } from './routes.ts';

/** Changes what is written of an asset. What is null is taken out; what is not sent stays. */
export const changeAsset: Verb<typeof assetsRoutes.changeAsset> = async (call) => {
  const seen = new Reading(call.table);
  const before = await loadAsset(seen, call.params.assetId);
  if (!before) return refuse('request.not_found');
  if (before.version !== call.ifMatch) return refuse('version.stale');
  const { purchase: bought, tag, serial, ...rest } = call.body;
  const purchase = bought === null ? null : purchaseOf(call, bought);
  if (isRefusal(purchase)) return purchase;
  const taken = await whyTaken(seen, { tag, serial: serial ?? undefined, own: before.id });
  if (taken) return taken;
  const sent = { ...rest, tag: tag?.trim(), serial: typeof serial === 'string' ? serial.trim() : serial, ...(bought !== undefined && { purchase }) };
  const changed = Object.entries(sent).filter(([, value]) => value !== undefined);
  const kept = Object.fromEntries([...Object.entries(before), ...changed].filter(([, value]) => value !== null));
  const after = next({ ...before, ...kept } as Asset, call.now, {});
  const gone = changed.filter(([, value]) => value === null).map(([name]) => name);
  const asset = without(after, gone);
  return commit(call, {
    seen,
    serial: tagNumbers,
    decide: ({ last }) => {
      const state = afterTag(last, asset.tag);
      return {
        ...(state && { state }),
        writes: assetWrites(before, asset),
        happenings: [aboutAsset('asset.changed', asset, { changed: changed.map(([name]) => name) })],
        answer: { status: 200 as const, body: wireAsset(asset), version: asset.version },
      };
    },
  });
};

const without = (asset: Asset, names: readonly string[]): Asset =>
  Object.fromEntries(Object.entries(asset).filter(([name]) => !names.includes(name))) as unknown as Asset;
