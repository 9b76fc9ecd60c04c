import * as z from 'zod';
import { CSV_TYPE } from '../../platform/files/file-types.ts';
import { defineRoutes } from '../../platform/http/route.ts';
import { anId, line, listOf, paging } from '../../platform/wire.ts';
import * as shapes from './shapes.ts';

const systems = '/firms/{firmId}/systems';
const oneSystem = `${systems}/{systemId}` as const;
const systemParams = z.object({ systemId: anId('system') });
const grants = '/firms/{firmId}/access-grants';
const oneGrant = `${grants}/{grantId}` as const;
const grantParams = z.object({ grantId: anId('accessGrant') });
const reviews = '/firms/{firmId}/access-reviews';
const oneReview = `${reviews}/{reviewId}` as const;
const reviewParams = z.object({ reviewId: anId('accessReview') });
const leavers = '/firms/{firmId}/leavers';
const oneLeaver = `${leavers}/{leaverId}` as const;
/** A clearance goes by the id of its case. */
const leaverParams = z.object({ leaverId: anId('case') });
const which = {
  system: anId('system').optional(),
  person: z
    .union([anId('user'), line])
    .optional()
    .meta({ description: 'a member’s id, or the name of a person' }),
  state: shapes.grantState.optional(),
};

/** What callers can ask about who has access to what. */
export const accessRoutes = defineRoutes({
  addSystem: {
    method: 'POST',
    path: systems,
    summary: { en: 'Enter a system that people get into', ar: 'تسجيل نظام في سجل الصلاحيات' },
    permission: 'access.manage',
    body: shapes.newSystem,
    answers: { 201: shapes.system },
    refuses: ['holder.unknown', 'system.exists'],
  },
  listSystems: {
    method: 'GET',
    path: systems,
    summary: { en: 'Systems by name', ar: 'الأنظمة بحسب الاسم' },
    permission: 'access.read',
    query: z.strictObject(paging),
    answers: { 200: listOf(shapes.system) },
    refuses: ['cursor.invalid'],
  },
  getSystem: {
    method: 'GET',
    path: oneSystem,
    summary: { en: 'One system', ar: 'نظام واحد' },
    permission: 'access.read',
    params: systemParams,
    answers: { 200: shapes.system },
    refuses: [],
  },
  changeSystem: {
    method: 'PATCH',
    path: oneSystem,
    summary: { en: 'Change a system: its owner, levels, risk and rules', ar: 'تعديل نظام: مالكه ومستوياته وقواعده' },
    permission: 'access.manage',
    params: systemParams,
    body: shapes.systemChange,
    versioned: true,
    answers: { 200: shapes.system },
    refuses: ['version.stale', 'holder.unknown'],
  },

  requestAccess: {
    method: 'POST',
    path: grants,
    summary: { en: 'Ask for access to a system', ar: 'طلب صلاحية على نظام' },
    permission: 'access.manage',
    body: shapes.newGrant,
    answers: { 201: shapes.grant },
    refuses: ['system.unknown', 'access.level_unknown', 'access.ended', 'holder.unknown', 'access.exists'],
  },
  listGrants: {
    method: 'GET',
    path: grants,
    summary: { en: 'Who has what where, newest first', ar: 'سجل الصلاحيات من الأحدث' },
    permission: 'access.read',
    query: z.strictObject({ ...which, ...paging }),
    answers: { 200: listOf(shapes.grant) },
    refuses: ['cursor.invalid'],
  },
  exportGrants: {
    method: 'GET',
    path: `${grants}/export`,
    summary: { en: 'The access register as CSV', ar: 'سجل الصلاحيات ملف CSV' },
    permission: 'access.read',
    query: z.strictObject(which),
    answers: { 200: null },
    file: [CSV_TYPE],
    refuses: [],
  },
  getGrant: {
    method: 'GET',
    path: oneGrant,
    summary: { en: 'One grant of access', ar: 'صلاحية واحدة' },
    permission: 'access.read',
    params: grantParams,
    answers: { 200: shapes.grant },
    refuses: [],
  },
  approveAccess: {
    method: 'POST',
    path: `${oneGrant}/approve`,
    summary: { en: 'Approve access, as the owner of the system', ar: 'اعتماد صلاحية من مالك النظام' },
    permission: 'access.manage',
    params: grantParams,
    body: shapes.noted,
    answers: { 200: shapes.grant },
    refuses: ['access.transition', 'access.not_approver'],
  },
  grantAccess: {
    method: 'POST',
    path: `${oneGrant}/grant`,
    summary: { en: 'Say that approved access is in place', ar: 'تنفيذ صلاحية معتمدة' },
    permission: 'access.manage',
    params: grantParams,
    body: shapes.noted,
    answers: { 200: shapes.grant },
    refuses: ['access.transition', 'access.same_person'],
  },
  revokeAccess: {
    method: 'POST',
    path: `${oneGrant}/revoke`,
    summary: { en: 'Take access back, with the reason', ar: 'سحب صلاحية مع السبب' },
    permission: 'access.manage',
    params: grantParams,
    body: shapes.reasoned,
    answers: { 200: shapes.grant },
    refuses: ['access.transition'],
  },

  startReview: {
    method: 'POST',
    path: reviews,
    summary: { en: 'Put all access to a system before its owner', ar: 'بدء مراجعة صلاحيات نظام' },
    permission: 'access.manage',
    body: shapes.newReview,
    answers: { 201: shapes.review },
    refuses: ['system.unknown', 'review.running', 'review.too_large'],
  },
  listReviews: {
    method: 'GET',
    path: reviews,
    summary: { en: 'Reviews of access, newest first', ar: 'مراجعات الصلاحيات من الأحدث' },
    permission: 'access.read',
    query: z.strictObject({ state: z.enum(['open', 'done']).optional(), system: anId('system').optional(), ...paging }),
    answers: { 200: listOf(shapes.reviewSummary) },
    refuses: ['cursor.invalid'],
  },
  getReview: {
    method: 'GET',
    path: oneReview,
    summary: { en: 'One review with its lines', ar: 'مراجعة واحدة بسطورها' },
    permission: 'access.read',
    params: reviewParams,
    answers: { 200: shapes.review },
    refuses: [],
  },
  answerReview: {
    method: 'POST',
    path: `${oneReview}/lines/{grantId}`,
    summary: { en: 'Keep or take back one line of a review', ar: 'الإبقاء على سطر من المراجعة أو سحبه' },
    permission: 'access.manage',
    params: z.object({ ...reviewParams.shape, ...grantParams.shape }),
    body: shapes.reviewAnswer,
    answers: { 200: shapes.review },
    refuses: ['review.not_owner', 'review.answered'],
  },

  openLeaver: {
    method: 'POST',
    path: leavers,
    summary: { en: 'Somebody leaves: a case with a line for each thing they have', ar: 'إخلاء طرف: معاملة ببند لكل ما لديه' },
    permission: 'access.manage',
    body: shapes.newLeaver,
    answers: { 201: shapes.leaver },
    refuses: ['holder.unknown', 'leaver.exists', 'queue.unknown'],
  },
  listLeavers: {
    method: 'GET',
    path: leavers,
    summary: { en: 'Leavers, newest first', ar: 'معاملات إخلاء الطرف من الأحدث' },
    permission: 'access.read',
    query: z.strictObject({ state: z.enum(['open', 'closed', 'cancelled']).optional(), ...paging }),
    answers: { 200: listOf(shapes.leaverSummary) },
    refuses: ['cursor.invalid'],
  },
  getLeaver: {
    method: 'GET',
    path: oneLeaver,
    summary: { en: 'One leaver with their lines', ar: 'إخلاء طرف واحد ببنوده' },
    permission: 'access.read',
    params: leaverParams,
    answers: { 200: shapes.leaver },
    refuses: [],
  },
  closeLeaverLine: {
    method: 'POST',
    path: `${oneLeaver}/lines/{line}`,
    summary: { en: 'Close a line with what shows it is settled, or waive it as an owner', ar: 'إغلاق بند بإثباته أو الإعفاء منه من المالك' },
    permission: 'access.manage',
    params: z.object({ ...leaverParams.shape, line }),
    body: shapes.lineClosing,
    answers: { 200: shapes.leaver },
    refuses: ['leaver.closed', 'leaver.line_closed', 'leaver.waiver_owner', 'leaver.evidence'],
  },
  closeLeaver: {
    method: 'POST',
    path: `${oneLeaver}/close`,
    summary: { en: 'Close a clearance: what has come to light since is added first', ar: 'إغلاق إخلاء طرف بعد إضافة ما استجد' },
    permission: 'access.manage',
    params: leaverParams,
    answers: { 200: shapes.leaver },
    refuses: ['leaver.closed', 'leaver.lines_open', 'case.merged', 'case.transition', 'case.full'],
  },
});
