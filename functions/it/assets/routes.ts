import * as z from 'zod';
import { CSV_TYPE } from '../../platform/files/file-types.ts';
import { defineRoutes } from '../../platform/http/route.ts';
import { anId, line, listOf, paging } from '../../platform/wire.ts';
import * as shapes from './shapes.ts';

const assets = '/firms/{firmId}/assets';
const oneAsset = `${assets}/{assetId}` as const;
const assetParams = z.object({ assetId: anId('asset') });
const handOvers = '/firms/{firmId}/hand-overs';
const oneHandOver = `${handOvers}/{handOverId}` as const;
const handOverParams = z.object({ handOverId: anId('handOver') });
const consumables = '/firms/{firmId}/consumables';
const oneConsumable = `${consumables}/{consumableId}` as const;
const consumableParams = z.object({ consumableId: anId('consumable') });
const discoveries = '/firms/{firmId}/discoveries';
const discoveryParams = z.object({ discoveryId: anId('job') });
/** API Gateway hands a function 6 MB at the most; 10,000 devices take about one. */
const DISCOVERY_BYTES = 4 * 1024 * 1024;

const which = {
  q: line.optional().meta({ description: 'part of the tag, serial number, name or model' }),
  state: shapes.assetState.optional(),
  category: shapes.category.optional(),
  custodian: z
    .union([anId('user'), z.literal('me'), line])
    .optional()
    .meta({ description: 'a member’s id, `me`, or the name of a person' }),
};
const costs = ['amount.malformed', 'amount.digits', 'amount.too_large', 'field.invalid'] as const;

/** What callers can ask about assets and consumables. */
export const assetsRoutes = defineRoutes({
  addAsset: {
    method: 'POST',
    path: assets,
    summary: { en: 'Take an asset into the register', ar: 'إضافة أصل إلى السجل' },
    permission: 'asset.manage',
    body: shapes.newAsset,
    answers: { 201: shapes.asset },
    refuses: [...costs, 'asset.tag_taken', 'asset.serial_taken'],
  },
  listAssets: {
    method: 'GET',
    path: assets,
    summary: { en: 'Assets by tag', ar: 'الأصول بحسب رقم البطاقة' },
    permission: 'asset.read',
    query: z.strictObject({ ...which, ...paging }),
    answers: { 200: listOf(shapes.asset) },
    refuses: ['cursor.invalid'],
  },
  exportAssets: {
    method: 'GET',
    path: `${assets}/export`,
    summary: { en: 'The register of assets as CSV', ar: 'سجل الأصول ملف CSV' },
    permission: 'asset.read',
    query: z.strictObject(which),
    answers: { 200: null },
    file: [CSV_TYPE],
    refuses: [],
  },
  nextTag: {
    method: 'GET',
    path: `${assets}/next-tag`,
    summary: { en: 'The tag that the next asset takes unless it is given another', ar: 'رقم البطاقة التالي' },
    permission: 'asset.read',
    answers: { 200: z.strictObject({ tag: z.string() }) },
    refuses: [],
  },
  getAsset: {
    method: 'GET',
    path: oneAsset,
    summary: { en: 'One asset, and through whose hands it went', ar: 'أصل واحد ومن تداوله' },
    permission: 'asset.read',
    params: assetParams,
    answers: { 200: z.strictObject({ ...shapes.asset.shape, handOvers: z.array(shapes.handOver) }) },
    refuses: [],
  },
  changeAsset: {
    method: 'PATCH',
    path: oneAsset,
    summary: { en: 'Change what is written of an asset', ar: 'تعديل بيانات أصل' },
    permission: 'asset.manage',
    params: assetParams,
    body: shapes.assetChange,
    versioned: true,
    answers: { 200: shapes.asset },
    refuses: ['version.stale', ...costs, 'asset.tag_taken', 'asset.serial_taken'],
  },
  moveAsset: {
    method: 'POST',
    path: `${oneAsset}/move`,
    summary: { en: 'Send an asset to repair, retire it, report it lost or found', ar: 'إرسال أصل للصيانة أو استبعاده أو الإبلاغ عن فقدانه' },
    permission: 'asset.manage',
    params: assetParams,
    body: shapes.assetMove,
    answers: { 200: shapes.asset },
    refuses: ['asset.promised', 'asset.transition', 'asset.reason_required'],
  },

  handOver: {
    method: 'POST',
    path: handOvers,
    summary: { en: 'Hand assets over: theirs once they accept', ar: 'تسليم أصول: تصبح في العهدة بعد القبول' },
    permission: 'asset.manage',
    body: shapes.newHandOver,
    answers: { 201: shapes.handOver },
    refuses: ['holder.unknown', 'asset.unknown', 'asset.promised', 'asset.transition'],
  },
  listHandOvers: {
    method: 'GET',
    path: handOvers,
    summary: { en: 'Hand-overs and returns, newest first; to=me what waits for me', ar: 'محاضر التسليم والاستلام من الأحدث' },
    permission: 'asset.read',
    query: z.strictObject({ state: shapes.handOverState.optional(), to: z.enum(['me']).optional(), ...paging }),
    answers: { 200: listOf(shapes.handOver) },
    refuses: ['cursor.invalid'],
  },
  getHandOver: {
    method: 'GET',
    path: oneHandOver,
    summary: { en: 'One hand-over or return', ar: 'محضر واحد' },
    permission: 'asset.read',
    params: handOverParams,
    answers: { 200: shapes.handOver },
    refuses: [],
  },
  acceptHandOver: {
    method: 'POST',
    path: `${oneHandOver}/accept`,
    summary: { en: 'Accept what is handed over, as oneself', ar: 'قبول العهدة من صاحبها' },
    permission: 'asset.read',
    params: handOverParams,
    body: shapes.acceptance,
    answers: { 200: shapes.handOver },
    refuses: ['hand_over.settled', 'hand_over.not_yours', 'hand_over.not_witness', 'hand_over.name_differs'],
  },
  declineHandOver: {
    method: 'POST',
    path: `${oneHandOver}/decline`,
    summary: { en: 'Decline what is handed over, with a reason', ar: 'رفض العهدة مع السبب' },
    permission: 'asset.read',
    params: handOverParams,
    body: shapes.decline,
    answers: { 200: shapes.handOver },
    refuses: ['hand_over.settled', 'hand_over.not_yours'],
  },
  withdrawHandOver: {
    method: 'POST',
    path: `${oneHandOver}/withdraw`,
    summary: { en: 'Take a hand-over back before it is accepted', ar: 'سحب محضر قبل قبوله' },
    permission: 'asset.manage',
    params: handOverParams,
    answers: { 200: shapes.handOver },
    refuses: ['hand_over.settled'],
  },
  takeBack: {
    method: 'POST',
    path: '/firms/{firmId}/returns',
    summary: { en: 'Take assets back from their custodian, with their condition', ar: 'استلام أصول من صاحب عهدتها مع حالتها' },
    permission: 'asset.manage',
    body: shapes.newReturn,
    answers: { 201: shapes.handOver },
    refuses: ['asset.unknown', 'asset.transition', 'asset.custodian_differs'],
  },

  addConsumable: {
    method: 'POST',
    path: consumables,
    summary: { en: 'Add a consumable', ar: 'إضافة صنف مستهلك' },
    permission: 'asset.manage',
    body: shapes.newConsumable,
    answers: { 201: shapes.consumable },
    refuses: ['consumable.exists'],
  },
  listConsumables: {
    method: 'GET',
    path: consumables,
    summary: { en: 'Consumables by name, with their stock', ar: 'المستهلكات بأرصدتها' },
    permission: 'asset.read',
    query: z.strictObject(paging),
    answers: { 200: listOf(shapes.consumable) },
    refuses: ['cursor.invalid'],
  },
  changeConsumable: {
    method: 'PATCH',
    path: oneConsumable,
    summary: { en: 'Change a consumable', ar: 'تعديل صنف مستهلك' },
    permission: 'asset.manage',
    params: consumableParams,
    body: shapes.consumableChange,
    versioned: true,
    answers: { 200: shapes.consumable },
    refuses: ['version.stale'],
  },
  issueConsumable: {
    method: 'POST',
    path: `${oneConsumable}/issue`,
    summary: { en: 'Issue from the stock to somebody: never more than there is', ar: 'صرف من الرصيد لشخص، ولا يُصرف أكثر من المتوفر' },
    permission: 'asset.manage',
    params: consumableParams,
    body: shapes.issue,
    answers: { 200: shapes.consumable },
    refuses: ['holder.unknown', 'consumable.short'],
  },
  restockConsumable: {
    method: 'POST',
    path: `${oneConsumable}/restock`,
    summary: { en: 'Add to the stock', ar: 'إضافة إلى الرصيد' },
    permission: 'asset.manage',
    params: consumableParams,
    body: shapes.restock,
    answers: { 200: shapes.consumable },
    refuses: ['consumable.too_many'],
  },
  listStockMoves: {
    method: 'GET',
    path: `${oneConsumable}/moves`,
    summary: { en: 'What was issued and restocked, newest first', ar: 'حركات الصنف من الأحدث' },
    permission: 'asset.read',
    params: consumableParams,
    query: z.strictObject(paging),
    answers: { 200: listOf(shapes.stockMove) },
    refuses: ['cursor.invalid'],
  },

  previewDiscovery: {
    method: 'POST',
    path: discoveries,
    summary: {
      en: 'Compare a CSV of discovered devices with the register; nothing is written yet',
      ar: 'مقارنة ملف الأجهزة المكتشفة بالسجل دون كتابة',
    },
    permission: 'asset.manage',
    query: z.strictObject({ name: line.optional() }),
    accepts: { types: ['text/csv', 'text/plain', 'application/octet-stream'], limitBytes: DISCOVERY_BYTES },
    answers: { 201: shapes.discoveryPreview },
    refuses: ['discovery.empty', 'discovery.columns', 'discovery.too_many'],
  },
  applyDiscovery: {
    method: 'POST',
    path: `${discoveries}/{discoveryId}/apply`,
    summary: { en: 'Write a previewed file to the register, in steps', ar: 'تطبيق ملف روجع على السجل' },
    permission: 'asset.manage',
    params: discoveryParams,
    answers: { 202: shapes.discovery },
    refuses: ['discovery.started'],
  },
  listDiscoveries: {
    method: 'GET',
    path: discoveries,
    summary: { en: 'Files of discovered devices, newest first', ar: 'ملفات الأجهزة المكتشفة من الأحدث' },
    permission: 'asset.read',
    query: z.strictObject(paging),
    answers: { 200: listOf(shapes.discovery) },
    refuses: ['cursor.invalid'],
  },
  getDiscovery: {
    method: 'GET',
    path: `${discoveries}/{discoveryId}`,
    summary: { en: 'One file of discovered devices, with its preview', ar: 'ملف أجهزة مكتشفة مع معاينته' },
    permission: 'asset.read',
    params: discoveryParams,
    answers: { 200: shapes.discoveryPreview },
    refuses: [],
  },
});
