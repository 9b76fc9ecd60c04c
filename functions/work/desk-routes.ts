import * as z from 'zod';
import type { RefusalCode } from '../../domain/refusals.ts';
import { calendarRefusals } from '../../domain/work/calendars/refusals.ts';
import { clockRefusals } from '../../domain/work/clocks/refusals.ts';
import { defineRoutes } from '../platform/http/route.ts';
import { anId } from '../platform/wire.ts';
import {
  caseKindAsked,
  newQueue,
  newSavedView,
  queue,
  queueChange,
  queueCount,
  savedView,
  savedViewChange,
  settingsChange,
  workSettings,
} from './desk-shapes.ts';
import { queueCode } from './shapes.ts';

const settingsRefusals = [
  ...(Object.keys(calendarRefusals) as RefusalCode[]),
  'queue.unknown',
  'form.not_optional',
  'form.too_many',
  'form.code_taken',
  'form.type_fixed',
  'form.choices',
  'form.choice_gone',
  'form.field_gone',
  ...(Object.keys(clockRefusals) as RefusalCode[]),
] as const;

/** How the desk is looked at and set up: queues, what waits in them, kinds, views, hours, promises. */
export const deskRoutes = defineRoutes({
  listQueues: {
    method: 'GET',
    path: '/firms/{firmId}/queues',
    summary: { en: 'Where cases wait', ar: 'قوائم انتظار المعاملات' },
    permission: 'case.read',
    answers: { 200: z.strictObject({ data: z.array(queue), has_more: z.literal(false), next_cursor: z.null() }) },
    refuses: [],
  },
  addQueue: {
    method: 'POST',
    path: '/firms/{firmId}/queues',
    summary: { en: 'Add a queue', ar: 'إضافة قائمة انتظار' },
    permission: 'desk.manage',
    body: newQueue,
    answers: { 201: queue },
    refuses: ['queue.exists', 'queue.too_many'],
  },
  changeQueue: {
    method: 'PATCH',
    path: '/firms/{firmId}/queues/{queue}',
    summary: { en: 'Rename a queue, archive it or take it back', ar: 'تعديل قائمة انتظار أو أرشفتها' },
    permission: 'desk.manage',
    params: z.object({ queue: queueCode }),
    body: queueChange,
    versioned: true,
    answers: { 200: queue },
    refuses: ['version.stale', 'queue.routed'],
  },
  listCaseKinds: {
    method: 'GET',
    path: '/firms/{firmId}/case-kinds',
    summary: { en: 'The kinds of case, with what the firm asks for in each', ar: 'أنواع المعاملات وما تطلبه المنشأة في كل منها' },
    permission: 'case.read',
    answers: { 200: z.strictObject({ data: z.array(caseKindAsked), has_more: z.literal(false), next_cursor: z.null() }) },
    refuses: [],
  },
  countQueues: {
    method: 'GET',
    path: '/firms/{firmId}/queue-counts',
    summary: { en: 'How many cases wait in each queue, and how many are late', ar: 'عدد المعاملات في كل قائمة انتظار وعدد المتأخر منها' },
    permission: 'case.read',
    answers: { 200: z.strictObject({ data: z.array(queueCount), has_more: z.literal(false), next_cursor: z.null() }) },
    refuses: [],
  },
  listSavedViews: {
    method: 'GET',
    path: '/firms/{firmId}/saved-views',
    summary: { en: 'Your saved views, and those that the firm shares', ar: 'عروضك المحفوظة وما تشاركه المنشأة' },
    permission: 'case.read',
    answers: { 200: z.strictObject({ data: z.array(savedView), has_more: z.literal(false), next_cursor: z.null() }) },
    refuses: [],
  },
  addSavedView: {
    method: 'POST',
    path: '/firms/{firmId}/saved-views',
    summary: { en: 'Save a list of cases under a name, for yourself or for the firm', ar: 'حفظ عرض للمعاملات باسم، لك أو للمنشأة' },
    permission: 'case.work',
    body: newSavedView,
    answers: { 201: savedView },
    refuses: ['view.too_many'],
  },
  changeSavedView: {
    method: 'PATCH',
    path: '/firms/{firmId}/saved-views/{viewId}',
    summary: { en: 'Rename a saved view, change what it shows, share it', ar: 'تعديل عرض محفوظ أو مشاركته' },
    permission: 'case.work',
    params: z.object({ viewId: anId('savedView') }),
    body: savedViewChange,
    versioned: true,
    answers: { 200: savedView },
    refuses: ['version.stale', 'view.not_yours', 'view.too_many'],
  },
  deleteSavedView: {
    method: 'DELETE',
    path: '/firms/{firmId}/saved-views/{viewId}',
    summary: { en: 'Delete a saved view', ar: 'حذف عرض محفوظ' },
    permission: 'case.work',
    params: z.object({ viewId: anId('savedView') }),
    answers: { 204: null },
    refuses: ['view.not_yours'],
  },
  readWorkSettings: {
    method: 'GET',
    path: '/firms/{firmId}/work-settings',
    summary: {
      en: 'When the desk is open, what it promises, where cases go and what they ask for',
      ar: 'ساعات عمل المكتب ومواعيده وتوجيه المعاملات ونماذجها',
    },
    permission: 'case.read',
    answers: { 200: workSettings },
    refuses: [],
  },
  changeWorkSettings: {
    method: 'PATCH',
    path: '/firms/{firmId}/work-settings',
    summary: {
      en: 'Choose other hours, targets, queues or forms; open cases are counted again',
      ar: 'تعديل ساعات العمل أو المواعيد أو التوجيه أو النماذج، ويُعاد حساب المعاملات المفتوحة',
    },
    permission: 'desk.manage',
    body: settingsChange,
    versioned: true,
    answers: { 200: workSettings },
    refuses: ['version.stale', ...settingsRefusals],
  },
});
