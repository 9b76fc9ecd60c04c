import * as z from 'zod';
import { defineRoutes } from '../../platform/http/route.ts';
import { anId, bilingual, instant } from '../../platform/wire.ts';
import { party, queueCode } from '../shapes.ts';

const files = '/firms/{firmId}/cases/{caseId}/attachments';
const oneFile = `${files}/{caseFileId}` as const;
const caseParams = z.object({ caseId: anId('case') });
const fileParams = z.object({ caseId: anId('case'), caseFileId: anId('attachment') });
const MAX_NAME = 1000;

export const caseFile = z
  .strictObject({
    id: anId('attachment'),
    name: z.string(),
    type: z.string(),
    bytes: z.int(),
    sha256: z.string(),
    internal: z.boolean(),
    isMail: z.boolean().meta({ description: 'a mail as it came, kept as evidence' }),
    by: party,
    at: instant,
    comment: anId('comment').nullable(),
    case: anId('case').meta({ description: 'where it was attached: the case, or one that was merged into it' }),
  })
  .meta({ id: 'CaseFile' });

const newFile = z
  .strictObject({
    name: z.string().min(1).max(MAX_NAME),
    type: z
      .string()
      .max(100)
      .regex(/^[\w.+-]+\/[\w.+-]+$/)
      .meta({ example: 'application/pdf' }),
    bytes: z.int().min(1),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .meta({ description: 'hexadecimal; what arrives otherwise is refused' }),
    internal: z.boolean().default(false),
  })
  .meta({ id: 'NewCaseFile' });

export const deskMail = z
  .strictObject({
    accepts: z.boolean(),
    address: z.string().nullable().meta({ description: 'null where the installation takes in no mail' }),
    queues: z.array(z.strictObject({ queue: queueCode, name: bilingual, address: z.string().nullable() })),
    version: z.int(),
  })
  .meta({ id: 'DeskMail' });

const preference = z.strictObject({ off: z.boolean().meta({ description: 'no mails about cases to the caller from this firm' }) });

/** What callers can ask about files of cases, and about mail. */
export const mailRoutes = defineRoutes({
  attachToCase: {
    method: 'POST',
    path: files,
    summary: { en: 'Attach a file to a case: gives an address that takes the upload', ar: 'إرفاق ملف بمعاملة: يعطي عنوانًا للرفع' },
    permission: 'case.open',
    params: caseParams,
    body: newFile,
    answers: {
      201: z.strictObject({ id: anId('attachment'), upload: z.strictObject({ url: z.string(), fields: z.record(z.string(), z.string()) }) }),
    },
    refuses: ['case.merged', 'case_file.type', 'case_file.too_large', 'case_file.too_many'],
  },
  confirmCaseFile: {
    method: 'POST',
    path: `${oneFile}/confirm`,
    summary: { en: 'Confirm that a file has been uploaded: it then belongs to the case', ar: 'تأكيد رفع ملف ليصبح من ملفات المعاملة' },
    permission: 'case.open',
    params: fileParams,
    answers: { 200: caseFile },
    refuses: ['case_file.not_arrived', 'case_file.damaged'],
  },
  listCaseFiles: {
    method: 'GET',
    path: files,
    summary: { en: 'The files of a case, oldest first', ar: 'ملفات معاملة من الأقدم' },
    permission: 'case.read',
    params: caseParams,
    answers: { 200: z.strictObject({ data: z.array(caseFile), has_more: z.literal(false), next_cursor: z.null() }) },
    refuses: [],
  },
  downloadCaseFile: {
    method: 'GET',
    path: oneFile,
    summary: { en: 'An address from which a file of a case is downloaded', ar: 'عنوان لتنزيل ملف من ملفات المعاملة' },
    permission: 'case.read',
    params: fileParams,
    answers: { 200: z.strictObject({ url: z.string() }) },
    refuses: [],
  },
  readDeskMail: {
    method: 'GET',
    path: '/firms/{firmId}/desk-mail',
    summary: { en: 'The addresses at which the desk is written to', ar: 'عناوين مراسلة المكتب' },
    permission: 'case.read',
    answers: { 200: deskMail },
    refuses: [],
  },
  changeDeskMail: {
    method: 'PATCH',
    path: '/firms/{firmId}/desk-mail',
    summary: { en: 'Take in cases by mail, or stop', ar: 'استقبال المعاملات بالبريد أو إيقافه' },
    permission: 'desk.manage',
    body: z.strictObject({ accepts: z.boolean() }),
    versioned: true,
    answers: { 200: deskMail },
    refuses: ['version.stale'],
  },
  readMailPreference: {
    method: 'GET',
    path: '/firms/{firmId}/desk-mail/preference',
    summary: { en: 'Whether the caller gets mails about cases', ar: 'هل تصل المستخدم رسائل عن المعاملات' },
    permission: 'case.read',
    answers: { 200: preference },
    refuses: [],
  },
  changeMailPreference: {
    method: 'PUT',
    path: '/firms/{firmId}/desk-mail/preference',
    summary: { en: 'Turn the caller’s mails about cases off or on', ar: 'إيقاف رسائل المعاملات للمستخدم أو تشغيلها' },
    permission: 'case.read',
    body: preference,
    answers: { 200: preference },
    refuses: [],
  },
});
