import * as z from 'zod';
import { defineRoutes } from '../../platform/http/route.ts';
import { bilingual, instant } from '../../platform/wire.ts';

export const verifyRoutes = defineRoutes({
  verifyBook: {
    method: 'GET',
    path: '/firms/{firmId}/book/verify',
    summary: { en: 'Replay the book and hold everything stored against it', ar: 'إعادة حساب الدفتر ومطابقة كل ما حُفظ معه' },
    permission: 'book.verify',
    answers: {
      200: z
        .strictObject({
          verified: z.boolean(),
          seq: z.int(),
          hash: z.string(),
          entries: z.int(),
          checks: z.array(
            z.strictObject({
              verification: z.string(),
              title: bilingual,
              holds: z.boolean(),
              findings: z.array(z.strictObject({ seq: z.int().optional(), what: z.string() })),
            }),
          ),
          verifiedAt: instant,
        })
        .meta({ id: 'Verdict' }),
    },
    refuses: ['request.conflict'],
  },
  exportBook: {
    method: 'GET',
    path: '/firms/{firmId}/export',
    summary: {
      en: 'Everything of the firm’s book as JSON lines, verifiable offline',
      ar: 'كل ما في دفتر المنشأة بصيغة JSON سطرًا سطرًا، ويمكن التحقق منه دون اتصال',
    },
    permission: 'book.export',
    answers: { 200: z.strictObject({ url: z.string(), items: z.int(), seq: z.int(), hash: z.string() }) },
    refuses: [],
  },
});
