import type { Asset } from '../../../domain/it/assets/asset.ts';
import { acceptedText, custodianOf, type HandOver, handed } from '../../../domain/it/assets/hand-over.ts';
import { takeBackAsset } from '../../../domain/it/assets/move-asset.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { personOf } from '../../platform/person.ts';
import { assetWrites, handOverWrites, wireHandOver } from './asset-items.ts';
import { aboutHandOver, assetsOf } from './hand-over.ts';
import type { assetsRoutes } from './routes.ts';
import { sha256 } from './settle-hand-over.ts';

/** Takes assets back from their custodian. Whoever receives them accepts them as they are: that is the return’s evidence. */
export const takeBack: Verb<typeof assetsRoutes.takeBack> = async (call) => {
  const seen = new Reading(call.table);
  const { assets: ids, condition, accessories, note, to } = call.body;
  const assets = await assetsOf(seen, ids);
  if (isRefusal(assets)) return assets;
  const taken: { readonly before: Asset; readonly after: Asset }[] = [];
  for (const [i, asset] of assets.entries()) {
    const after = takeBackAsset(asset, to, call.now, `/assets/${i}`);
    if (isRefusal(after)) return after;
    taken.push({ before: asset, after });
  }
  const custodian = custodianOf(assets);
  if (isRefusal(custodian)) return custodian;
  const by = personOf(call);
  const issued: HandOver = {
    id: call.mint('handOver'),
    kind: 'return',
    assets: assets.map(handed),
    holder: custodian,
    condition,
    ...(accessories !== undefined && { accessories }),
    ...(note !== undefined && { note }),
    issuedBy: by,
    issuedAt: call.now,
    state: 'accepted',
    settledAt: call.now,
    version: 1,
  };
  const received: HandOver = {
    ...issued,
    acceptance: { by: { user: by.id, name: by.name }, at: call.now, from: call.address, digest: sha256(acceptedText(issued)) },
  };
  return commit(call, {
    seen,
    decide: () => ({
      writes: [...handOverWrites(undefined, received), ...taken.flatMap(({ before, after }) => assetWrites(before, after))],
      happenings: [aboutHandOver('hand_over.returned', received)],
      answer: { status: 201 as const, body: wireHandOver(received), version: 1 },
    }),
  });
};
