import * as z from 'zod';
import { defineRoutes } from '../../platform/http/route.ts';
import { anId, localDate, month, words } from '../../platform/wire.ts';

const inFirm = '/firms/{firmId}';

export const periodsRoutes = defineRoutes({
  listPeriods: {
    method: 'GET',
    path: `${inFirm}/periods`,
    summary: { en: 'The months of the books and their state', ar: 'أشهر الدفاتر وحالتها' },
    permission: 'entry.read',
    answers: {
      200: z.strictObject({
        closedThrough: localDate.nullable(),
        lockedThrough: localDate.nullable(),
        fiscalYearStart: z.int(),
        data: z.array(z.strictObject({ month, state: z.enum(['open', 'closed', 'locked']), can: z.array(z.enum(['close', 'reopen', 'lock'])) })),
        years: z.array(
          z.strictObject({
            year: z.int(),
            from: localDate,
            to: localDate,
            closed: z.boolean(),
            entry: anId('entry').nullable(),
            can: z.array(z.enum(['close', 'reopen'])),
          }),
        ),
      }),
    },
    refuses: [],
  },
  closePeriod: {
    method: 'POST',
    path: `${inFirm}/periods/{month}/close`,
    summary: { en: 'Close a month', ar: 'إقفال شهر' },
    permission: 'period.close',
    params: z.object({ month }),
    answers: { 200: z.strictObject({ closedThrough: localDate }) },
    refuses: ['period.not_next', 'import.running', 'period.drafts'],
  },
  reopenPeriod: {
    method: 'POST',
    path: `${inFirm}/periods/{month}/reopen`,
    summary: { en: 'Reopen the last closed month; a year closed with it is reopened too', ar: 'إعادة فتح آخر شهر مقفل، ومعه السنة إن أُقفلت به' },
    permission: 'period.close',
    params: z.object({ month }),
    body: z.strictObject({ reason: words.min(1) }),
    answers: { 200: z.strictObject({ closedThrough: localDate.nullable() }) },
    refuses: ['period.not_closed', 'book.locked', 'period.not_last'],
  },
  lockPeriod: {
    method: 'POST',
    path: `${inFirm}/periods/{month}/lock`,
    summary: { en: 'Lock a closed month and all before it, for ever', ar: 'قفل شهر مقفل وما قبله نهائيًا' },
    permission: 'period.lock',
    params: z.object({ month }),
    answers: { 200: z.strictObject({ lockedThrough: localDate }) },
    refuses: ['lock.backwards', 'period.not_closed'],
  },
  closeYear: {
    method: 'POST',
    path: `${inFirm}/years/{year}/close`,
    summary: { en: 'Close a fiscal year (named by the year in which it starts)', ar: 'إقفال سنة مالية (باسم السنة التي تبدأ فيها)' },
    permission: 'period.close',
    params: z.object({ year: z.string().regex(/^\d{4}$/) }),
    answers: { 200: z.strictObject({ closedThrough: localDate, entry: anId('entry').nullable() }) },
    refuses: ['year.closed', 'import.running', 'year.not_over', 'account.role_missing'],
  },
});
