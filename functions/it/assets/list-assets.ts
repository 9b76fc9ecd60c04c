import { type Asset, assetCategories, tagOf } from '../../../domain/it/assets/asset.ts';
import { assetStates } from '../../../domain/it/assets/asset-states.ts';
import { holderKey } from '../../../domain/it/holder.ts';
import { digitsOf } from '../../../domain/kernel/currencies.ts';
import { refuse } from '../../../domain/kernel/decision.ts';
import { fold } from '../../../domain/kernel/fold.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { csv } from '../../platform/files/csv.ts';
import { CSV_TYPE } from '../../platform/files/file-types.ts';
import { amountCell, type SheetCell, type SheetColumn } from '../../platform/files/sheet.ts';
import { pageBehind, pageOf } from '../../platform/lists/page-of.ts';
import { eachItem } from '../../platform/table/each-item.ts';
import { stored } from '../../platform/table/own-item.ts';
import { loadAsset, wireAsset, wireHandOver } from './asset-items.ts';
import { assetsKeys } from './keys.ts';
import type { assetsRoutes } from './routes.ts';

type Which = Omit<Parameters<Verb<typeof assetsRoutes.listAssets>>[0]['query'], 'limit' | 'cursor'>;
const HAND_OVERS_SHOWN = 50;
/** More than a spreadsheet is opened for. */
const MAX_EXPORTED = 50_000;
const all = { index: 'gsi1' as const, pk: assetsKeys.assets({ tag: '' }).pk };

/** Assets by tag; those of one custodian from that person’s own partition. */
export const listAssets: Verb<typeof assetsRoutes.listAssets> = async (call) => {
  const holder = holderAsked(call, call.query);
  const wanted = wantedBy(call.query);
  const page =
    holder === undefined
      ? await pageOf<Asset>(call, all, wanted)
      : await pageBehind<Asset>(call, { pk: assetsKeys.custody({ holder, asset: '' }).pk }, (row) => assetsKeys.asset({ asset: row.sk }), wanted);
  return { status: 200, body: { ...page, data: page.data.map(wireAsset) } };
};

function holderAsked({ caller }: Pick<FirmCall, 'caller'>, { custodian }: Which): string | undefined {
  if (custodian === undefined) return undefined;
  if (custodian === 'me') return caller.user.id;
  return custodian.startsWith('usr_') ? custodian : holderKey({ name: custodian });
}

function wantedBy({ q, state, category }: Which): (asset: Asset) => boolean {
  const asked = q === undefined ? '' : fold(q);
  return (asset) =>
    (state === undefined || asset.state === state) &&
    (category === undefined || asset.category === category) &&
    (asked === '' ||
      [asset.tag, asset.serial, asset.name, asset.model, asset.seen?.hostName].some((text) => text !== undefined && fold(text).includes(asked)));
}

/** The register as a file, in the reader’s language. */
export const exportAssets: Verb<typeof assetsRoutes.exportAssets> = async (call) => {
  const wanted = wantedBy(call.query);
  const holder = holderAsked(call, call.query);
  const found: Asset[] = [];
  for await (const item of eachItem(call.table, all)) {
    const asset = stored<Asset>(item);
    if (wanted(asset) && (holder === undefined || (asset.custodian && holderKey(asset.custodian) === holder))) found.push(asset);
    if (found.length === MAX_EXPORTED) break;
  }
  const sheet = {
    name: 'assets',
    title: { en: 'Assets', ar: 'الأصول' },
    notes: [],
    columns,
    rows: found.map((asset) => ({ cells: cellsOf(asset) })),
  };
  return { status: 200, body: null, file: { type: CSV_TYPE, name: 'assets.csv', content: csv(sheet, call.language) } };
};

const column = (en: string, ar: string, kind: SheetColumn['kind'] = 'text'): SheetColumn => ({ title: { en, ar }, kind });
const columns = [
  column('Tag', 'رقم البطاقة'),
  column('Serial number', 'الرقم التسلسلي'),
  column('Name', 'الاسم'),
  column('Category', 'الفئة'),
  column('Model', 'الطراز'),
  column('State', 'الحالة'),
  column('Custodian', 'صاحب العهدة'),
  column('Location', 'الموقع'),
  column('Bought on', 'تاريخ الشراء', 'date'),
  column('Cost', 'التكلفة', 'amount'),
  column('Currency', 'العملة'),
  column('Supplier', 'المورّد'),
  column('Invoice', 'الفاتورة'),
  column('Warranty ends', 'نهاية الضمان', 'date'),
  column('Account', 'الحساب'),
];
const dateCell = (on: string | undefined): SheetCell => (on === undefined ? null : { date: on });
function cellsOf(asset: Asset): readonly SheetCell[] {
  const { purchase } = asset;
  const category = Object.entries(assetCategories).find(([code]) => code === asset.category)?.[1];
  return [
    asset.tag,
    asset.serial ?? null,
    asset.name,
    category ?? asset.category,
    asset.model ?? null,
    assetStates[asset.state],
    asset.custodian?.name ?? null,
    asset.location ?? null,
    dateCell(purchase?.on),
    purchase?.cost === undefined ? null : amountCell(BigInt(purchase.cost), digitsOf(purchase.currency ?? '') ?? 2),
    purchase?.currency ?? null,
    purchase?.supplier ?? null,
    purchase?.invoice ?? null,
    dateCell(asset.warrantyEndsOn),
    asset.account ?? null,
  ];
}

/** The tag that the next asset would take. */
export const nextTag: Verb<typeof assetsRoutes.nextTag> = async ({ table }) => {
  const counter = await table.get(assetsKeys.tagCounter());
  return { status: 200, body: { tag: tagOf(Number(counter?.last ?? 0) + 1) } };
};

/** One asset with its latest hand-overs and returns. */
export const getAsset: Verb<typeof assetsRoutes.getAsset> = async ({ table, params: { assetId } }) => {
  const [asset, rows] = await Promise.all([
    loadAsset(table, assetId),
    table.query({ pk: assetsKeys.asset({ asset: assetId }).pk, prefix: 'HAND-OVER#', descending: true, limit: HAND_OVERS_SHOWN }),
  ]);
  if (!asset) return refuse('request.not_found');
  const items = await table.batchGet(rows.items.map(({ sk }) => assetsKeys.handOver({ handOver: sk.slice('HAND-OVER#'.length) })));
  const handOvers = items.flatMap((item) => (item ? [wireHandOver(stored(item))] : []));
  return { status: 200, body: { ...wireAsset(asset), handOvers }, version: asset.version };
};
