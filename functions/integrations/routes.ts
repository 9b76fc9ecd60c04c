import * as z from 'zod';
import { defineRoutes } from '../platform/http/route.ts';
import { instant, language, listOf, paging } from '../platform/wire.ts';

const by = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('user'), id: z.string(), name: z.string() }),
  z.strictObject({ kind: z.literal('system'), name: z.string() }),
]);

export const Event = z
  .strictObject({
    id: z.string(),
    seq: z.number().int().meta({ description: 'gapless, from 1: where to continue with `after`' }),
    at: instant,
    by,
    type: z.string().meta({ example: 'invoice.posted' }),
    entity: z.strictObject({ kind: z.string(), id: z.string(), version: z.number().optional() }),
    data: z.record(z.string(), z.unknown()),
    hash: z.string().meta({ description: 'sha256 over the hash before it and this event' }),
  })
  .meta({ id: 'Event' });

/** What the world outside reads: the feed, the description of the API, and whether we are well. */
export const integrationsRoutes = defineRoutes({
  listEvents: {
    method: 'GET',
    path: '/firms/{firmId}/events',
    summary: { en: 'What happened in the firm, in order', ar: 'ما جرى في المنشأة بالترتيب' },
    permission: 'event.read',
    query: z.object({
      after: z.coerce.number().int().min(0).optional().meta({ description: 'only events numbered after this one' }),
      entity: z
        .string()
        .max(200)
        .regex(/^[a-zA-Z-]+:.+$/)
        .optional()
        .meta({ description: 'only what happened to one thing', example: 'invoice:inv_01jd0000000000000000000000' }),
      order: z.enum(['asc', 'desc']).default('asc'),
      ...paging,
    }),
    answers: { 200: listOf(Event) },
    refuses: [],
  },
  readOpenApi: {
    method: 'GET',
    path: '/openapi.json',
    summary: { en: 'This API as an OpenAPI 3.1 document', ar: 'هذه الواجهة بصيغة OpenAPI 3.1' },
    permission: 'public',
    answers: { 200: z.unknown() },
    file: ['application/json'],
    refuses: [],
  },
  readDocs: {
    method: 'GET',
    path: '/docs',
    summary: { en: 'The reference as a page', ar: 'المرجع صفحةً للقراءة' },
    permission: 'public',
    query: z.object({ lang: language.optional() }),
    answers: { 200: z.unknown() },
    file: ['text/html'],
    refuses: [],
  },
  readHealth: {
    method: 'GET',
    path: '/healthz',
    summary: { en: 'Whether the service can answer', ar: 'هل الخدمة قادرة على الرد' },
    permission: 'public',
    answers: { 200: z.strictObject({ status: z.literal('ok'), at: instant }) },
    refuses: [],
  },
});
