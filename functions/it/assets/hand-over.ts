import type { Asset } from '../../../domain/it/assets/asset.ts';
import { type HandOver, handed } from '../../../domain/it/assets/hand-over.ts';
import { handOverMail } from '../../../domain/it/assets/mails.ts';
import { promiseAsset } from '../../../domain/it/assets/move-asset.ts';
import { isRefusal, type Outcome, refuseAt } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { personOf } from '../../platform/person.ts';
import { stored } from '../../platform/table/own-item.ts';
import { holderFrom } from '../holders.ts';
import { tell } from '../mails.ts';
import { assetWrites, handOverWrites, wireHandOver } from './asset-items.ts';
import { assetsKeys } from './keys.ts';
import type { assetsRoutes } from './routes.ts';

/** Hands assets over: they are promised to their new custodian, and in their custody once they accept. */
export const handOver: Verb<typeof assetsRoutes.handOver> = async (call) => {
  const seen = new Reading(call.table);
  const { to, assets: ids, condition, accessories, note } = call.body;
  const holder = await holderFrom(seen, to, '/to');
  if (isRefusal(holder)) return holder;
  const assets = await assetsOf(seen, ids);
  if (isRefusal(assets)) return assets;
  const id = call.mint('handOver');
  const one: HandOver = {
    id,
    kind: 'hand-over',
    assets: assets.map(handed),
    holder,
    condition,
    ...(accessories !== undefined && { accessories }),
    ...(note !== undefined && { note }),
    issuedBy: personOf(call),
    issuedAt: call.now,
    state: 'pending',
    version: 1,
  };
  const writes = handOverWrites(undefined, one);
  for (const [i, asset] of assets.entries()) {
    const promised = promiseAsset(asset, id, call.now, `/assets/${i}`);
    if (isRefusal(promised)) return promised;
    writes.push(...assetWrites(asset, promised));
  }
  const mails =
    holder.user === undefined
      ? []
      : await tell(call, { users: [holder.user] }, handOverMail, { issuer: one.issuedBy.name, things: thingsOf(one) }, `/hand-overs/${id}`);
  return commit(call, {
    seen,
    decide: () => ({
      writes: [...writes, ...mails],
      happenings: [aboutHandOver('hand_over.issued', one)],
      answer: { status: 201 as const, body: wireHandOver(one), version: 1 },
    }),
  });
};

export async function assetsOf(seen: Reading, ids: readonly string[]): Promise<Outcome<readonly Asset[]>> {
  const items = await seen.getAll(ids.map((asset) => assetsKeys.asset({ asset })));
  const missing = items.findIndex((item) => !item);
  if (missing >= 0) return refuseAt(`/assets/${missing}`, 'asset.unknown');
  return items.flatMap((item) => (item ? [stored<Asset>(item)] : []));
}

export const thingsOf = ({ assets }: HandOver): string => assets.map(({ tag, name }) => `${name} (${tag})`).join('، ');
export const aboutHandOver = (type: `hand_over.${string}`, one: HandOver) => ({
  type,
  entity: { kind: 'hand-over', id: one.id, version: one.version },
  data: {
    name: one.holder.name,
    kind: one.kind,
    assets: one.assets.map(({ asset, tag }) => ({ asset, tag })),
    holder: one.holder,
    ...(one.acceptance && { digest: one.acceptance.digest }),
    ...(one.reason !== undefined && { reason: one.reason }),
  },
});
