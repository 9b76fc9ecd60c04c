import * as z from 'zod';
import { importFormats, importStates } from '../../../domain/accounting/imports/import-job.ts';
import { defineRoutes } from '../../platform/http/route.ts';
import { accountCode, anId, instant, line, listOf, localDate, paging } from '../../platform/wire.ts';
import { accountRole, accountType, currencyCode } from '../shapes.ts';

const imports = '/firms/{firmId}/imports';
/** A file larger than this is uploaded to a signed address: API Gateway hands a function 6 MB at the most. */
const BODY_BYTES = 4 * 1024 * 1024;
export const FILE_BYTES = 200 * 1024 * 1024;

const format = z.enum(importFormats);
const options = z.strictObject({
  accounts: z.record(z.string(), accountCode).optional(),
  types: z.record(z.string(), accountType).optional(),
  currencies: z.record(z.string(), currencyCode).optional(),
});
const fault = z.strictObject({ line: z.int(), column: z.int().optional(), code: z.string(), message: z.string() });
const preview = z.strictObject({
  entries: z.int(),
  lines: z.int(),
  from: localDate.optional(),
  to: localDate.optional(),
  accounts: z.array(
    z.object({
      name: z.string(),
      code: z.string(),
      type: accountType,
      role: accountRole.optional(),
      isNew: z.boolean(),
      typeAssumed: z.boolean().optional(),
    }),
  ),
  commodities: z.array(z.object({ name: z.string(), code: z.string(), digits: z.int(), isNew: z.boolean(), withoutWorth: z.int() })),
  faults: z.array(fault),
  moreFaults: z.int(),
});
const job = z
  .strictObject({
    id: anId('import'),
    state: z.enum(importStates),
    name: line,
    format,
    bytes: z.int(),
    progress: z.strictObject({ written: z.int(), total: z.int().nullable() }),
    faults: z.int(),
    preview: preview.optional(),
    createdAt: instant,
    createdBy: z.strictObject({ id: anId('user'), name: z.string() }),
    finishedAt: instant.optional(),
    version: z.int(),
  })
  .meta({ id: 'Import' });
const params = z.object({ importId: anId('import') });

export const importsRoutes = defineRoutes({
  importFile: {
    method: 'POST',
    path: imports,
    summary: {
      en: 'Import a file sent as the body; with preview=true it waits to be started',
      ar: 'استيراد ملف مرسل في الطلب، ومع preview=true ينتظر أمر البدء',
    },
    permission: 'import.run',
    query: z.strictObject({ name: line.optional(), format: format.optional(), preview: z.enum(['true', 'false']).default('false') }),
    accepts: {
      types: ['text/plain', 'text/csv', 'application/x-ndjson', 'application/octet-stream', 'application/x-www-form-urlencoded'],
      limitBytes: BODY_BYTES,
    },
    answers: { 202: job },
    refuses: ['import.format_unknown'],
  },
  prepareImport: {
    method: 'POST',
    path: `${imports}/uploads`,
    summary: { en: 'Prepare an import: gives an address that takes the file', ar: 'تجهيز استيراد: يعطي عنوانًا لرفع الملف' },
    permission: 'import.run',
    body: z.strictObject({
      name: line,
      bytes: z.int().min(1).max(FILE_BYTES),
      format: format.optional(),
      options: options.optional(),
      preview: z.boolean().default(true),
    }),
    answers: { 201: z.strictObject({ import: job, upload: z.strictObject({ url: z.string(), fields: z.record(z.string(), z.string()) }) }) },
    refuses: [],
  },
  checkImport: {
    method: 'POST',
    path: `${imports}/{importId}/check`,
    summary: { en: 'Check an uploaded file, or check it again with other options', ar: 'فحص ملف مرفوع، أو إعادة فحصه بخيارات أخرى' },
    permission: 'import.run',
    params,
    body: z.strictObject({ format: format.optional(), options: options.optional() }),
    answers: { 202: job },
    refuses: ['import.state', 'import.not_uploaded', 'import.format_unknown'],
  },
  startImport: {
    method: 'POST',
    path: `${imports}/{importId}/start`,
    summary: { en: 'Write a checked import to the book', ar: 'كتابة استيراد مفحوص في الدفتر' },
    permission: 'import.run',
    params,
    answers: { 202: job },
    refuses: ['import.state'],
  },
  discardImport: {
    method: 'DELETE',
    path: `${imports}/{importId}`,
    summary: { en: 'Discard an import that was not started', ar: 'إلغاء استيراد لم يبدأ' },
    permission: 'import.run',
    params,
    answers: { 200: job },
    refuses: ['import.state'],
  },
  listImports: {
    method: 'GET',
    path: imports,
    summary: { en: 'Imports, newest first', ar: 'عمليات الاستيراد من الأحدث' },
    permission: 'import.read',
    query: z.strictObject(paging),
    answers: { 200: listOf(job) },
    refuses: ['cursor.invalid'],
  },
  getImport: {
    method: 'GET',
    path: `${imports}/{importId}`,
    summary: { en: 'An import and its progress', ar: 'استيراد وتقدّمه' },
    permission: 'import.read',
    params,
    answers: { 200: job },
    refuses: [],
  },
});
