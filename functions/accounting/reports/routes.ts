import * as z from 'zod';
import { fileTypes } from '../../platform/files/file-types.ts';
import { defineRoutes } from '../../platform/http/route.ts';
import { accountCode } from '../../platform/wire.ts';
import { dimensionKind } from '../shapes.ts';
import { asOf, compared, inFormat, overRange, underDimensions } from './query.ts';
import * as shapes from './shapes.ts';

const inFirm = '/firms/{firmId}';
const cursor = z.string().max(4096).optional();
/** Lines of one page. */
const lines = (most: number, usual: number) => z.coerce.number().int().min(1).max(most).default(usual);

export const reportsRoutes = defineRoutes({
  trialBalance: {
    method: 'GET',
    path: `${inFirm}/reports/trial-balance`,
    summary: { en: 'Trial balance, at a day or over a range', ar: 'ميزان المراجعة في يوم أو خلال مدة' },
    permission: 'report.read',
    query: z.strictObject({ ...asOf, ...overRange, ...compared, ...underDimensions, ...inFormat }),
    answers: { 200: shapes.trialBalance },
    file: fileTypes,
    refuses: [],
  },
  balanceSheet: {
    method: 'GET',
    path: `${inFirm}/reports/balance-sheet`,
    summary: { en: 'Balance sheet at the end of a day', ar: 'قائمة المركز المالي في نهاية يوم' },
    permission: 'report.read',
    query: z.strictObject({ ...asOf, to: overRange.to, ...compared, ...underDimensions, ...inFormat }),
    answers: { 200: shapes.balanceSheet },
    file: fileTypes,
    refuses: [],
  },
  profitAndLoss: {
    method: 'GET',
    path: `${inFirm}/reports/profit-and-loss`,
    summary: { en: 'Profit and loss, with periods or dimensions side by side', ar: 'قائمة الدخل، بمقارنة الفترات أو الأبعاد' },
    permission: 'report.read',
    query: z.strictObject({ ...overRange, ...compared, by: dimensionKind.optional(), ...underDimensions, ...inFormat }),
    answers: { 200: shapes.profitAndLoss },
    file: fileTypes,
    refuses: [],
  },
  cashFlow: {
    method: 'GET',
    path: `${inFirm}/reports/cash-flow`,
    summary: {
      en: 'Cash flow by the direct method; with `account`, the entries behind that row',
      ar: 'قائمة التدفقات النقدية بالطريقة المباشرة، ومع account القيود التي وراء ذلك البند',
    },
    permission: 'report.read',
    query: z.strictObject({ ...overRange, ...compared, account: accountCode.optional(), ...inFormat }),
    answers: { 200: shapes.cashFlow },
    file: fileTypes,
    refuses: [],
  },
  generalLedger: {
    method: 'GET',
    path: `${inFirm}/reports/general-ledger`,
    summary: { en: 'General ledger: every account with its lines', ar: 'دفتر الأستاذ العام: كل حساب بحركاته' },
    permission: 'report.read',
    query: z.strictObject({ ...overRange, ...underDimensions, limit: lines(1000, 200), cursor, ...inFormat }),
    answers: { 200: shapes.generalLedger },
    file: fileTypes,
    refuses: ['cursor.invalid'],
  },
  accountLedger: {
    method: 'GET',
    path: `${inFirm}/accounts/{code}/ledger`,
    summary: { en: 'One account line by line, with running balances', ar: 'حساب واحد حركة حركة مع الرصيد بعد كل حركة' },
    permission: 'report.read',
    params: z.object({ code: accountCode }),
    query: z.strictObject({
      ...overRange,
      ...underDimensions,
      closing: z
        .enum(['include', 'exclude'])
        .default('include')
        .meta({ description: 'whether entries that closed a year are among the lines, as they are not in the profit and loss' }),
      limit: lines(1000, 100),
      cursor,
      ...inFormat,
    }),
    answers: { 200: shapes.accountLedger },
    file: fileTypes,
    refuses: ['cursor.invalid'],
  },
  reportSummary: {
    method: 'GET',
    path: `${inFirm}/reports/summary`,
    summary: { en: 'How the firm stands: cash, owed, tax due, profit by month', ar: 'وضع المنشأة: النقد والذمم والضريبة المستحقة والربح شهريًا' },
    permission: 'report.read',
    query: z.strictObject(overRange),
    answers: { 200: shapes.reportSummary },
    refuses: [],
  },
});
