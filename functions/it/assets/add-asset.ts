import { type Asset, type Purchase, tagOf } from '../../../domain/it/assets/asset.ts';
import { isRefusal, type Outcome, refuseAt } from '../../../domain/kernel/decision.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { minorOf } from '../amounts.ts';
import { afterTag, assetWrites, loadAsset, serialKey, tagKey, tagNumbers, wireAsset } from './asset-items.ts';
import type { assetsRoutes } from './routes.ts';

/** Takes an asset into the register. Its tag and serial number are its alone, whatever the race. */
export const addAsset: Verb<typeof assetsRoutes.addAsset> = async (call) => {
  const seen = new Reading(call.table);
  const { tag, serial, purchase: bought, ...rest } = call.body;
  const purchase = purchaseOf(call, bought);
  if (isRefusal(purchase)) return purchase;
  const taken = await whyTaken(seen, { tag, serial });
  if (taken) return taken;
  const id = call.mint('asset');
  return commit(call, {
    seen,
    serial: tagNumbers,
    decide: ({ last }) => {
      const asset: Asset = {
        ...rest,
        id,
        tag: tag?.trim() ?? tagOf(last + 1),
        ...(serial !== undefined && { serial: serial.trim() }),
        ...(purchase && { purchase }),
        state: 'in-stock',
        createdAt: call.now,
        updatedAt: call.now,
        version: 1,
      };
      const state = afterTag(last, asset.tag);
      return {
        ...(state && { state }),
        writes: assetWrites(undefined, asset),
        happenings: [aboutAsset('asset.added', asset, { name: asset.name, category: asset.category })],
        answer: { status: 201 as const, body: wireAsset(asset), version: 1 },
      };
    },
  });
};

export const aboutAsset = (type: `asset.${string}`, { id, tag, version }: Asset, data: Readonly<Record<string, unknown>> = {}) => ({
  type,
  entity: { kind: 'asset', id, version },
  data: { number: tag, ...data },
});

/** Whether another asset has the tag or the serial number. */
export async function whyTaken(seen: Reading, { tag, serial, own }: { tag?: string | undefined; serial?: string | undefined; own?: string }) {
  if (tag !== undefined) {
    const row = await seen.get(tagKey(tag));
    if (row && row.asset !== own) return refuseAt('/tag', 'asset.tag_taken', { tag });
  }
  if (serial !== undefined) {
    const row = await seen.get(serialKey(serial));
    if (row && row.asset !== own) {
      const other = await loadAsset(seen, String(row.asset));
      return refuseAt('/serial', 'asset.serial_taken', { serial, tag: other?.tag ?? '' });
    }
  }
  return undefined;
}

type SentPurchase = NonNullable<Parameters<Verb<typeof assetsRoutes.addAsset>>[0]['body']['purchase']>;
/** What it was bought for, in the firm’s currency unless another is said. */
export function purchaseOf({ firm }: Pick<FirmCall, 'firm'>, sent: SentPurchase | undefined): Outcome<Purchase | undefined> {
  if (!sent) return undefined;
  const { cost: written, currency = firm.currency, on, supplier, invoice } = sent;
  const cost = written === undefined ? undefined : minorOf(written, currency, '/purchase/cost');
  if (isRefusal(cost)) return cost;
  return {
    ...(on !== undefined && { on }),
    ...(cost !== undefined && { cost, currency }),
    ...(supplier !== undefined && { supplier }),
    ...(invoice !== undefined && { invoice }),
  };
}
