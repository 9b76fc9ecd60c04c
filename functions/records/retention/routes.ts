import * as z from 'zod';
import { defineRoutes } from '../../platform/http/route.ts';
import { anId, listOf, paging } from '../../platform/wire.ts';
import { certificate, disposal, disposalState, disposalSummary, dropping, hold, newDisposal, newHold, release, retention } from './shapes.ts';

const inFirm = '/firms/{firmId}';
const holdParams = z.object({ holdId: anId('hold') });
const disposalParams = z.object({ disposalId: anId('disposal') });
const oneDisposal = `${inFirm}/disposals/{disposalId}` as const;

/** What callers can ask about how long records are kept, and about their end. */
export const retentionRoutes = defineRoutes({
  explainRetention: {
    method: 'GET',
    path: `${inFirm}/records/{recordId}/retention`,
    summary: { en: 'Why a record is kept, and until when', ar: 'سبب حفظ سجل ومدته' },
    permission: 'record.read',
    params: z.object({ recordId: anId('record') }),
    answers: { 200: retention },
    refuses: [],
  },
  listHolds: {
    method: 'GET',
    path: `${inFirm}/record-holds`,
    summary: { en: 'Holds on records', ar: 'حجوزات الحفظ على السجلات' },
    // A matter is no business of everybody: whoever sees a record is told what holds it by its explanation.
    permission: 'event.read',
    query: z.strictObject({ state: z.enum(['active', 'released']).optional(), ...paging }),
    answers: { 200: listOf(hold) },
    refuses: ['cursor.invalid'],
  },
  placeHold: {
    method: 'POST',
    path: `${inFirm}/record-holds`,
    summary: { en: 'Place a hold: what it covers is not disposed of, now or later', ar: 'وضع حجز حفظ: ما يشمله لا يُتلف الآن ولا لاحقًا' },
    permission: 'record.manage',
    body: newHold,
    answers: { 201: hold },
    refuses: ['hold.scope_empty', 'hold.full', 'record.unknown', 'class.unknown', 'contact.unknown'],
  },
  getHold: {
    method: 'GET',
    path: `${inFirm}/record-holds/{holdId}`,
    summary: { en: 'One hold', ar: 'حجز حفظ واحد' },
    // A matter is no business of everybody: whoever sees a record is told what holds it by its explanation.
    permission: 'event.read',
    params: holdParams,
    answers: { 200: hold },
    refuses: [],
  },
  releaseHold: {
    method: 'POST',
    path: `${inFirm}/record-holds/{holdId}/release`,
    summary: { en: 'Release a hold; other holds on the same records go on', ar: 'رفع حجز حفظ؛ وتبقى الحجوزات الأخرى على السجلات نفسها' },
    permission: 'record.manage',
    params: holdParams,
    body: release,
    answers: { 200: hold },
    refuses: ['hold.released'],
  },
  listDisposals: {
    method: 'GET',
    path: `${inFirm}/disposals`,
    summary: { en: 'Disposals, newest first', ar: 'عمليات الإتلاف من الأحدث' },
    permission: 'record.read',
    query: z.strictObject({ state: disposalState.optional(), ...paging }),
    answers: { 200: listOf(disposalSummary) },
    refuses: ['cursor.invalid'],
  },
  proposeDisposal: {
    method: 'POST',
    path: `${inFirm}/disposals`,
    summary: { en: 'Put records forward for disposal: a second person decides', ar: 'اقتراح إتلاف سجلات: والقرار لشخص ثانٍ' },
    permission: 'record.dispose',
    body: newDisposal,
    answers: { 201: disposal },
    refuses: ['record.unknown', 'disposal.blocked'],
  },
  getDisposal: {
    method: 'GET',
    path: oneDisposal,
    summary: { en: 'One disposal and what became of its records', ar: 'عملية إتلاف واحدة وما آلت إليه سجلاتها' },
    permission: 'record.read',
    params: disposalParams,
    answers: { 200: disposal },
    refuses: [],
  },
  approveDisposal: {
    method: 'POST',
    path: `${oneDisposal}/approve`,
    summary: {
      en: 'Approve a disposal, as a second person: each record is checked again when it goes',
      ar: 'اعتماد إتلاف من شخص ثانٍ: يُفحص كل سجل من جديد عند إتلافه',
    },
    permission: 'record.dispose',
    params: disposalParams,
    answers: { 200: disposal },
    refuses: ['disposal.decided', 'disposal.same_person', 'disposal.blocked', 'record.unknown'],
  },
  rejectDisposal: {
    method: 'POST',
    path: `${oneDisposal}/reject`,
    summary: { en: 'Reject a disposal: the records stay', ar: 'رفض إتلاف: تبقى السجلات' },
    permission: 'record.dispose',
    params: disposalParams,
    body: dropping,
    answers: { 200: disposal },
    refuses: ['disposal.decided', 'disposal.reason_required'],
  },
  withdrawDisposal: {
    method: 'POST',
    path: `${oneDisposal}/withdraw`,
    summary: { en: 'Take back a disposal that one has put forward', ar: 'سحب إتلاف من مقترحه' },
    permission: 'record.dispose',
    params: disposalParams,
    body: dropping,
    answers: { 200: disposal },
    refuses: ['disposal.decided', 'disposal.not_yours'],
  },
  readCertificate: {
    method: 'GET',
    path: `${oneDisposal}/certificate`,
    summary: { en: 'The certificate of a disposal: what went, by digest, and who decided', ar: 'شهادة إتلاف: ما أُتلف ببصماته ومن قرر ذلك' },
    permission: 'record.read',
    params: disposalParams,
    answers: { 200: certificate },
    refuses: ['disposal.not_done'],
  },
});
