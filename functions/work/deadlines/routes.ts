import * as z from 'zod';
import { defineRoutes } from '../../platform/http/route.ts';
import { anId, listOf, localDate, paging, words } from '../../platform/wire.ts';
import { caseKind } from '../shapes.ts';
import {
  calendarPage,
  deadline,
  deadlineChange,
  deadlineWithDates,
  feed,
  newDeadline,
  occurrence,
  preview,
  previewed,
  scheduleDate,
  template,
} from './shapes.ts';

const deadlines = '/firms/{firmId}/deadlines';
const one = `${deadlines}/{deadlineId}` as const;
const params = z.object({ deadlineId: anId('deadline') });
const dates = `${one}/occurrences/{date}` as const;
const occurrenceParams = z.object({ deadlineId: anId('deadline'), date: localDate });
const ruleRefusals = ['deadline.rule_malformed', 'deadline.rule_unsupported', 'deadline.rule_last_day', 'deadline.no_dates'] as const;
const factRefusals = ['deadline.owner_unknown', 'deadline.case_form', 'queue.unknown', 'deadline.link_unknown'] as const;
const FEED_READS = 120;

/** What callers can ask about deadlines and the calendar. */
export const deadlinesRoutes = defineRoutes({
  setDeadline: {
    method: 'POST',
    path: deadlines,
    summary: { en: 'Set a deadline, once or recurring', ar: 'إضافة موعد لمرة واحدة أو متكرر' },
    permission: 'deadline.manage',
    body: newDeadline,
    answers: { 201: deadline },
    refuses: [...ruleRefusals, ...factRefusals],
  },
  listDeadlines: {
    method: 'GET',
    path: deadlines,
    summary: { en: 'Deadlines by their next due date', ar: 'المواعيد مرتبة حسب أقرب استحقاق' },
    permission: 'deadline.read',
    query: z.strictObject({
      state: z.enum(['active', 'archived']).default('active'),
      owner: z.union([anId('user'), z.enum(['me', 'nobody'])]).optional(),
      overdue: z.enum(['true']).optional(),
      opens: caseKind.optional().meta({ description: 'that open a case of this kind: the plans of maintenance, for one' }),
      asset: anId('asset').optional().meta({ description: 'that are about this asset' }),
      ...paging,
    }),
    answers: { 200: listOf(deadline) },
    refuses: ['cursor.invalid'],
  },
  previewDeadline: {
    method: 'POST',
    path: `${deadlines}/preview`,
    summary: { en: 'The next dates of a rule, before it is set', ar: 'معاينة التواريخ القادمة قبل إضافة الموعد' },
    permission: 'deadline.read',
    body: previewed,
    answers: { 200: preview },
    refuses: ruleRefusals,
  },
  listDeadlineTemplates: {
    method: 'GET',
    path: '/firms/{firmId}/deadline-templates',
    summary: { en: 'Statutory deadlines of the firm’s country, to be confirmed', ar: 'المواعيد النظامية في بلد المنشأة، للتأكيد' },
    permission: 'deadline.read',
    query: z.strictObject(paging),
    answers: { 200: listOf(template) },
    refuses: [],
  },
  getDeadline: {
    method: 'GET',
    path: one,
    summary: { en: 'One deadline with its dates', ar: 'موعد واحد مع تواريخه' },
    permission: 'deadline.read',
    params,
    answers: { 200: deadlineWithDates },
    refuses: [],
  },
  changeDeadline: {
    method: 'PATCH',
    path: one,
    summary: { en: 'Change a deadline: its dates to come follow', ar: 'تعديل موعد: تتبعه تواريخه القادمة' },
    permission: 'deadline.manage',
    params,
    versioned: true,
    body: deadlineChange,
    answers: { 200: deadline },
    refuses: ['version.stale', 'deadline.archived', ...ruleRefusals, ...factRefusals],
  },
  archiveDeadline: {
    method: 'POST',
    path: `${one}/archive`,
    summary: { en: 'Archive a deadline: what has not come yet goes', ar: 'أرشفة موعد: تُلغى تواريخه القادمة' },
    permission: 'deadline.manage',
    params,
    answers: { 200: deadline },
    refuses: ['deadline.archived'],
  },
  completeOccurrence: {
    method: 'POST',
    path: `${dates}/complete`,
    summary: { en: 'Mark a date as met', ar: 'تسجيل إنجاز موعد' },
    permission: 'deadline.meet',
    params: occurrenceParams,
    body: z.strictObject({ evidence: words.min(1).optional().meta({ description: 'what shows it: a reference, a receipt' }) }).optional(),
    answers: { 200: occurrence },
    refuses: ['occurrence.not_yours', 'occurrence.settled'],
  },
  waiveOccurrence: {
    method: 'POST',
    path: `${dates}/waive`,
    summary: { en: 'Waive a date, and say why', ar: 'الإعفاء من موعد مع ذكر السبب' },
    permission: 'deadline.meet',
    params: occurrenceParams,
    body: z.strictObject({ reason: words.min(1) }),
    answers: { 200: occurrence },
    refuses: ['occurrence.not_yours', 'occurrence.settled'],
  },
  reopenOccurrence: {
    method: 'POST',
    path: `${dates}/reopen`,
    summary: { en: 'Let a date wait again', ar: 'إعادة فتح موعد' },
    permission: 'deadline.meet',
    params: occurrenceParams,
    answers: { 200: occurrence },
    refuses: ['occurrence.not_yours', 'occurrence.pending'],
  },
  readCalendar: {
    method: 'GET',
    path: '/firms/{firmId}/calendar',
    summary: {
      en: 'Everything with a date that the caller may see, and the days of rest',
      ar: 'كل ما له تاريخ مما يحق للمستخدم الاطلاع عليه، وأيام الراحة',
    },
    permission: 'deadline.read',
    query: z.strictObject({
      from: scheduleDate,
      to: scheduleDate,
      limit: z.coerce.number().int().min(1).max(200).default(200),
      cursor: paging.cursor,
    }),
    answers: { 200: calendarPage },
    refuses: ['dates.backwards', 'dates.too_long', 'cursor.invalid'],
  },
  readCalendarFeedAddress: {
    method: 'GET',
    path: '/firms/{firmId}/calendar-feed',
    summary: {
      en: 'The caller’s own secret address of the calendar, for a calendar program',
      ar: 'العنوان السري لتقويم المستخدم لإضافته إلى برنامج التقويم',
    },
    permission: 'deadline.read',
    answers: { 200: z.strictObject({ feed: feed.nullable() }) },
    refuses: [],
  },
  renewCalendarFeed: {
    method: 'POST',
    path: '/firms/{firmId}/calendar-feed',
    summary: { en: 'Make a secret address, or another in its place', ar: 'إنشاء عنوان سري أو استبداله' },
    permission: 'deadline.read',
    answers: { 201: z.strictObject({ createdAt: feed.shape.createdAt }) },
    refuses: [],
  },
  revokeCalendarFeed: {
    method: 'DELETE',
    path: '/firms/{firmId}/calendar-feed',
    summary: { en: 'Shut the secret address', ar: 'إبطال العنوان السري' },
    permission: 'deadline.read',
    answers: { 204: null },
    refuses: [],
  },
  readCalendarFeed: {
    method: 'GET',
    path: '/calendar-feeds/{feed}',
    summary: { en: 'A calendar as iCalendar, by its secret address', ar: 'التقويم بصيغة iCalendar عبر عنوانه السري' },
    permission: 'public',
    params: z.object({ feed: z.string().max(200) }),
    perMinute: FEED_READS,
    answers: { 200: z.string() },
    file: ['text/calendar'],
    refuses: ['request.not_found'],
  },
});
