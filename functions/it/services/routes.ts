import * as z from 'zod';
import { defineRoutes } from '../../platform/http/route.ts';
import { anId, listOf, paging } from '../../platform/wire.ts';
import * as shapes from './shapes.ts';

const services = '/firms/{firmId}/services';
const one = `${services}/{serviceId}` as const;
const params = z.object({ serviceId: anId('service') });
const MAX_DAYS = 90;

/** What callers can ask about services and their status. */
export const servicesRoutes = defineRoutes({
  addService: {
    method: 'POST',
    path: services,
    summary: { en: 'Put a service on the status page', ar: 'إضافة خدمة إلى صفحة الحالة' },
    permission: 'service.manage',
    body: shapes.newService,
    answers: { 201: shapes.service },
    refuses: ['service.exists', 'service.too_many'],
  },
  listServices: {
    method: 'GET',
    path: services,
    summary: { en: 'Services, archived ones too', ar: 'الخدمات مع المؤرشفة' },
    permission: 'service.read',
    answers: { 200: z.strictObject({ data: z.array(shapes.service) }) },
    refuses: [],
  },
  changeService: {
    method: 'PATCH',
    path: one,
    summary: { en: 'Rename or archive a service, or bring it back', ar: 'تعديل خدمة أو أرشفتها أو استرجاعها' },
    permission: 'service.manage',
    params,
    body: shapes.serviceChange,
    versioned: true,
    answers: { 200: shapes.service },
    refuses: ['version.stale', 'service.exists', 'service.too_many'],
  },
  tellService: {
    method: 'POST',
    path: `${one}/status`,
    summary: { en: 'Tell how a service stands', ar: 'الإعلان عن حالة خدمة' },
    permission: 'service.manage',
    params,
    body: shapes.told,
    answers: { 200: shapes.service },
    refuses: ['service.archived', 'service.nothing_new', 'case.unknown'],
  },
  listServiceUpdates: {
    method: 'GET',
    path: `${one}/updates`,
    summary: { en: 'What was told of a service, latest first', ar: 'ما أُعلن عن الخدمة من الأحدث' },
    permission: 'service.read',
    params,
    query: z.strictObject(paging),
    answers: { 200: listOf(shapes.update) },
    refuses: ['cursor.invalid'],
  },
  readServiceStatus: {
    method: 'GET',
    path: '/firms/{firmId}/service-status',
    summary: { en: 'How the services stand and stood, day by day', ar: 'حالة الخدمات الآن ويومًا بيوم' },
    permission: 'service.read',
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(MAX_DAYS).default(MAX_DAYS) }),
    answers: { 200: shapes.status },
    refuses: [],
  },
});
