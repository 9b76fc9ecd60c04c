import * as z from 'zod';
import { defineRoutes } from '../../platform/http/route.ts';
import { accountCode, anId, line, listOf, localDate, paging, words } from '../../platform/wire.ts';
import { account, accountChange, dimensionKind, dimensionValue, entry, entryInFull, newAccount, newDimensionValue, newEntry, newLine } from '../shapes.ts';

const inFirm = '/firms/{firmId}';
const POSTING_REFUSALS = ['request.invalid', 'entry.too_few_lines', 'entry.one_side', 'amount.digits', 'account.unknown', 'account.archived', 'account.currency', 'dimension.unknown', 'entry.unbalanced', 'book.locked', 'period.closed', 'book.full'] as const;
const code = z.object({ code: accountCode });
const entryParams = z.object({ entryId: anId('entry') });
const BATCH_BYTES = 5 * 1024 * 1024;

export const bookRoutes = defineRoutes({
  listAccounts: {
    method: 'GET',
    path: `${inFirm}/accounts`,
    summary: { en: 'The chart of accounts', ar: 'شجرة الحسابات' },
    permission: 'account.read',
    query: z.strictObject({ archived: z.enum(['true', 'false']).optional() }),
    answers: { 200: z.strictObject({ data: z.array(account), has_more: z.literal(false), next_cursor: z.null() }) },
    refuses: [],
  },
  addAccount: {
    method: 'POST',
    path: `${inFirm}/accounts`,
    summary: { en: 'Add an account', ar: 'إضافة حساب' },
    permission: 'account.manage',
    body: newAccount,
    answers: { 201: account },
    refuses: ['account.exists', 'account.role_taken', 'currency.unknown'],
  },
  getAccount: { method: 'GET', path: `${inFirm}/accounts/{code}`, summary: { en: 'One account', ar: 'حساب واحد' }, permission: 'account.read', params: code, answers: { 200: account }, refuses: [] },
  changeAccount: {
    method: 'PATCH',
    path: `${inFirm}/accounts/{code}`,
    summary: { en: 'Change an account', ar: 'تعديل حساب' },
    permission: 'account.manage',
    params: code,
    body: accountChange,
    versioned: true,
    answers: { 200: account },
    refuses: ['version.stale', 'account.role_taken', 'account.in_use'],
  },
  archiveAccount: {
    method: 'POST',
    path: `${inFirm}/accounts/{code}/archive`,
    summary: { en: 'Archive an account: nothing more is posted to it', ar: 'أرشفة حساب: لا يُرحّل إليه بعدها' },
    permission: 'account.manage',
    params: code,
    answers: { 200: account },
    refuses: ['account.in_use', 'account.archived'],
  },
  restoreAccount: { method: 'POST', path: `${inFirm}/accounts/{code}/restore`, summary: { en: 'Restore an archived account', ar: 'إعادة تفعيل حساب مؤرشف' }, permission: 'account.manage', params: code, answers: { 200: account }, refuses: [] },

  listDimensions: {
    method: 'GET',
    path: `${inFirm}/dimensions`,
    summary: { en: 'Branches, projects and cost centres', ar: 'الفروع والمشاريع ومراكز التكلفة' },
    permission: 'account.read',
    answers: { 200: z.strictObject({ data: z.array(dimensionValue), has_more: z.literal(false), next_cursor: z.null() }) },
    refuses: [],
  },
  addDimension: { method: 'POST', path: `${inFirm}/dimensions`, summary: { en: 'Add a branch, project or cost centre', ar: 'إضافة فرع أو مشروع أو مركز تكلفة' }, permission: 'account.manage', body: newDimensionValue, answers: { 201: dimensionValue }, refuses: ['dimension.exists'] },
  changeDimension: {
    method: 'PATCH',
    path: `${inFirm}/dimensions/{kind}/{value}`,
    summary: { en: 'Rename, archive or restore a dimension value', ar: 'إعادة تسمية قيمة بُعد أو أرشفتها أو إعادة تفعيلها' },
    permission: 'account.manage',
    params: z.object({ kind: dimensionKind, value: z.string().max(60) }),
    body: z.strictObject({ name: line.optional(), archived: z.boolean().optional() }),
    versioned: true,
    answers: { 200: dimensionValue },
    refuses: ['version.stale'],
  },

  postEntry: { method: 'POST', path: `${inFirm}/entries`, summary: { en: 'Post a journal entry', ar: 'ترحيل قيد يومية' }, permission: 'entry.post', body: newEntry, answers: { 201: entry }, refuses: POSTING_REFUSALS },
  postEntries: {
    method: 'POST',
    path: `${inFirm}/entries/batch`,
    summary: { en: 'Post up to 1,000 entries, all or nothing', ar: 'ترحيل حتى 1000 قيد، كلها أو لا شيء' },
    permission: 'entry.post',
    body: z.strictObject({ entries: z.array(newEntry).min(1).max(1000) }),
    limitBytes: BATCH_BYTES,
    answers: { 201: z.strictObject({ entries: z.array(z.strictObject({ id: anId('entry'), seq: z.int() })) }) },
    refuses: POSTING_REFUSALS,
  },
  listEntries: {
    method: 'GET',
    path: `${inFirm}/entries`,
    summary: { en: 'The journal, newest first', ar: 'دفتر اليومية من الأحدث' },
    permission: 'entry.read',
    query: z.strictObject({ ...paging, order: z.enum(['newest', 'oldest']).default('newest') }),
    answers: { 200: listOf(entry) },
    refuses: ['cursor.invalid'],
  },
  getEntry: { method: 'GET', path: `${inFirm}/entries/{entryId}`, summary: { en: 'One entry', ar: 'قيد واحد' }, permission: 'entry.read', params: entryParams, answers: { 200: entryInFull }, refuses: [] },
  reverseEntry: {
    method: 'POST',
    path: `${inFirm}/entries/{entryId}/reverse`,
    summary: { en: 'Reverse an entry, once, on a date of its own', ar: 'عكس قيد مرة واحدة بتاريخ مستقل' },
    permission: 'entry.post',
    params: entryParams,
    body: z.strictObject({ date: localDate, memo: words.optional() }),
    answers: { 201: entry },
    refuses: ['entry.of_document', 'entry.is_reversal', 'entry.reversed', 'book.locked', 'period.closed', 'account.archived'],
  },
  attachFile: {
    method: 'POST',
    path: `${inFirm}/entries/{entryId}/attachments`,
    summary: { en: 'Attach a file: gives an address that takes the upload', ar: 'إرفاق ملف: يعطي عنوانًا للرفع' },
    permission: 'entry.post',
    params: entryParams,
    body: z.strictObject({ name: line, type: z.string().max(100).regex(/^[\w.+-]+\/[\w.+-]+$/), bytes: z.int().min(1).max(25_000_000) }),
    answers: { 201: z.strictObject({ id: anId('attachment'), upload: z.strictObject({ url: z.string(), fields: z.record(z.string(), z.string()) }) }) },
    refuses: ['attachment.too_many'],
  },
  downloadAttachment: {
    method: 'GET',
    path: `${inFirm}/entries/{entryId}/attachments/{attachmentId}`,
    summary: { en: 'An address from which an attachment is downloaded', ar: 'عنوان لتنزيل المرفق' },
    permission: 'entry.read',
    params: z.object({ entryId: anId('entry'), attachmentId: anId('attachment') }),
    answers: { 200: z.strictObject({ url: z.string() }) },
    refuses: [],
  },
  postOpeningBalances: {
    method: 'POST',
    path: `${inFirm}/opening-balances`,
    summary: { en: 'Post opening balances; the difference goes to the opening balances account', ar: 'ترحيل الأرصدة الافتتاحية، ويذهب الفرق إلى حساب الأرصدة الافتتاحية' },
    permission: 'entry.post',
    body: z.strictObject({ date: localDate, lines: z.array(newLine).min(1).max(499) }),
    answers: { 201: entry },
    refuses: POSTING_REFUSALS,
  },
});
