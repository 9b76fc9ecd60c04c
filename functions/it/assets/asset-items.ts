import { type Asset, codeKey, numberOfTag } from '../../../domain/it/assets/asset.ts';
import { waysFrom } from '../../../domain/it/assets/asset-states.ts';
import type { HandOver } from '../../../domain/it/assets/hand-over.ts';
import { holderKey } from '../../../domain/it/holder.ts';
import { type Dated, datedWrites } from '../../platform/dated/dated.ts';
import type { Serial } from '../../platform/firm-log.ts';
import { wirePerson } from '../../platform/person.ts';
import type { Reader } from '../../platform/reading.ts';
import type { FirmItem } from '../../platform/table/firm-table.ts';
import { plain, stored } from '../../platform/table/own-item.ts';
import type { Item, Key, Write } from '../../platform/table/port.ts';
import { claimWrites, rowWrites } from '../../platform/table/row-writes.ts';
import { amountOf } from '../amounts.ts';
import { wireHolder } from '../holders.ts';
import { assetsKeys } from './keys.ts';

export async function loadAsset(from: Reader, id: string): Promise<Asset | undefined> {
  const item = await from.get(assetsKeys.asset({ asset: id }));
  return item && stored<Asset>(item);
}
export async function loadHandOver(from: Reader, id: string): Promise<HandOver | undefined> {
  const item = await from.get(assetsKeys.handOver({ handOver: id }));
  return item && stored<HandOver>(item);
}

export const tagKey = (tag: string): Key => assetsKeys.assetTag({ tag: codeKey(tag) });
export const serialKey = (serial: string): Key => assetsKeys.assetSerial({ serial: codeKey(serial) });

/** What an asset writes from one version to the next: itself, its tag and serial number (each free or refused), its place with its custodian, its day of the calendar. */
export function assetWrites(before: Asset | undefined, after: Asset): Write[] {
  const { version, ...rest } = after;
  const { pk: gsi1pk, sk: gsi1sk } = assetsKeys.assets({ tag: `${codeKey(after.tag)}#${after.id}` });
  const item: FirmItem = { ...assetsKeys.asset({ asset: after.id }), ...plain(rest), v: version, gsi1pk, gsi1sk };
  return [
    { kind: 'put', item, ...(!before && { when: { exists: false } }) },
    ...claimWrites(before ? claimsOf(before) : [], claimsOf(after)),
    ...rowWrites(before ? custodyOf(before) : [], custodyOf(after)),
    ...datedWrites(before && warranty(before), warranty(after)),
  ];
}
/** Its tag and its serial number: no other asset has them. */
const claimsOf = ({ id, tag, serial }: Asset): readonly Item[] =>
  [tagKey(tag), ...(serial === undefined ? [] : [serialKey(serial)])].map((key) => ({ ...key, v: 1, asset: id }));
const custodyOf = ({ id, custodian }: Asset): readonly Item[] =>
  custodian ? [{ ...assetsKeys.custody({ holder: holderKey(custodian), asset: id }), v: 1, asset: id }] : [];
/** A warranty of what is gone concerns nobody. */
const warranty = ({ id, name, tag, warrantyEndsOn: on, state }: Asset): Dated | undefined =>
  on === undefined || state === 'retired' || state === 'lost' ? undefined : { on, source: 'warranty-end', id, title: `${name} (${tag})` };

/** The numbers of the firm’s own tags, taken one after the other; a tag that was typed moves them on. */
export const tagNumbers: Serial<{ readonly last: number }> = {
  name: 'asset-tags',
  async load(table) {
    const item = await table.get(assetsKeys.tagCounter());
    return { last: Number(item?.last ?? 0) };
  },
  move: (from, to) => ({
    kind: 'put',
    item: { ...assetsKeys.tagCounter(), last: to.last },
    when: from.last === 0 ? { exists: false } : { equals: ['last', from.last] },
  }),
};
export const afterTag = (last: number, tag: string): { readonly last: number } | undefined => {
  const number = numberOfTag(tag);
  return number > last ? { last: number } : undefined;
};

/** What a hand-over writes: itself, and its places with its assets and with whoever is to accept it. */
export function handOverWrites(before: HandOver | undefined, after: HandOver): Write[] {
  const { version, ...rest } = after;
  const { pk: gsi1pk, sk: gsi1sk } = assetsKeys.handOvers({ handOver: after.id });
  const waits = (one: HandOver): readonly Item[] =>
    one.state === 'pending' ? [{ ...assetsKeys.toAccept({ holder: holderKey(one.holder), handOver: one.id }), v: 1 }] : [];
  return [
    { kind: 'put', item: { ...assetsKeys.handOver({ handOver: after.id }), ...plain(rest), v: version, gsi1pk, gsi1sk } },
    ...rowWrites(before ? waits(before) : [], waits(after)),
    ...(before
      ? []
      : after.assets.map(({ asset }): Write => ({ kind: 'put', item: { ...assetsKeys.handOverOf({ asset, handOver: after.id }), v: 1 } }))),
  ];
}

export function wireAsset(one: Asset) {
  const { purchase } = one;
  return {
    id: one.id,
    tag: one.tag,
    serial: one.serial ?? null,
    name: one.name,
    category: one.category,
    model: one.model ?? null,
    state: one.state,
    custodian: one.custodian ? wireHolder(one.custodian) : null,
    promised: one.promised ?? null,
    location: one.location ?? null,
    purchase: purchase
      ? {
          on: purchase.on ?? null,
          cost: purchase.cost === undefined ? null : amountOf(purchase.cost, purchase.currency ?? ''),
          currency: purchase.currency ?? null,
          supplier: purchase.supplier ?? null,
          invoice: purchase.invoice ?? null,
        }
      : null,
    warrantyEndsOn: one.warrantyEndsOn ?? null,
    account: one.account ?? null,
    entry: one.entry ?? null,
    notes: one.notes ?? null,
    seen: one.seen ? { hostName: one.seen.hostName ?? null, os: one.seen.os ?? null, lastSeen: one.seen.lastSeen ?? null } : null,
    ways: one.promised ? [] : waysFrom(one.state).map(({ to, by, name, reason }) => ({ to, by, name: { ...name }, needsReason: reason === true })),
    createdAt: one.createdAt,
    updatedAt: one.updatedAt,
    version: one.version,
  };
}

export function wireHandOver(one: HandOver) {
  const { acceptance } = one;
  return {
    id: one.id,
    kind: one.kind,
    assets: one.assets.map(({ asset, tag, name, serial, model }) => ({ asset, tag, name, serial: serial ?? null, model: model ?? null })),
    holder: wireHolder(one.holder),
    condition: one.condition,
    accessories: one.accessories ?? null,
    note: one.note ?? null,
    issuedBy: wirePerson(one.issuedBy),
    issuedAt: one.issuedAt,
    state: one.state,
    acceptance: acceptance
      ? {
          by: wireHolder(acceptance.by),
          at: acceptance.at,
          from: acceptance.from,
          digest: acceptance.digest,
          typedName: acceptance.typedName ?? null,
          witness: acceptance.witness ? wirePerson(acceptance.witness) : null,
        }
      : null,
    settledAt: one.settledAt ?? null,
    reason: one.reason ?? null,
    version: one.version,
  };
}
