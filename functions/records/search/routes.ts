import * as z from 'zod';
import { MAX_QUERY_LENGTH } from '../../../domain/records/search/read-query.ts';
import { defineRoutes } from '../../platform/http/route.ts';
import { finds } from './shapes.ts';

/** What callers can find. */
export const searchRoutes = defineRoutes({
  search: {
    method: 'GET',
    path: '/firms/{firmId}/search',
    summary: { en: 'Everything that answers, as far as the caller may see it', ar: 'كل ما يطابق البحث مما يحق للمستخدم رؤيته' },
    permission: 'firm.read',
    query: z.strictObject({
      q: z.string().max(MAX_QUERY_LENGTH).meta({
        description:
          'words or their beginnings, "phrases", amounts and dates; and `contact:`, `number:`, `amount:`, `date:`, `kind:` (`عميل:`, `رقم:`, `مبلغ:`, `تاريخ:`, `نوع:`)',
      }),
      kinds: z
        .string()
        .max(200)
        .regex(/^[a-z-]+(,[a-z-]+)*$/)
        .optional()
        .meta({ description: 'kinds, apart by commas', example: 'invoice,contact' }),
      each: z.coerce
        .number()
        .int()
        .min(1)
        .max(20)
        .optional()
        .meta({ description: 'at most so many of each kind; the answer then has no further pages' }),
      limit: z.coerce.number().int().min(1).max(100).default(20),
      cursor: z.string().max(4096).optional(),
    }),
    answers: { 200: finds },
    refuses: ['search.too_short', 'request.invalid', 'cursor.invalid'],
  },
  rebuildSearch: {
    method: 'POST',
    path: '/firms/{firmId}/search/rebuild',
    summary: {
      en: 'Read everything anew for the search; until then it answers as before',
      ar: 'إعادة بناء فهرس البحث، ويبقى البحث كما هو حتى تكتمل',
    },
    permission: 'firm.manage',
    answers: { 202: z.strictObject({ generation: z.number().int() }) },
    refuses: [],
  },
});
