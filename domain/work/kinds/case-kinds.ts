import * as z from 'zod';
import { isLocalDate } from '../../kernel/dates.ts';
import type { ApprovalPolicy } from '../decisions/policy.ts';
import type { CaseKind, Targets } from './case-kind.ts';
import { answeredForTransitions, authorisedTransitions, checkedTransitions, ordinaryTransitions } from './transitions.ts';

const line = z.string().min(1).max(200);
const words = z.string().min(1).max(4000);
const date = z.string().refine(isLocalDate, { error: 'date.not_real' }).meta({ format: 'date' });
const instant = z.iso.datetime();

const HOUR = 60;
/** A working day of the first calendar. */
const DAY = 8 * HOUR;

const urgentTargets: Targets = {
  urgent: { firstResponse: 30, nextUpdate: HOUR, resolution: 4 * HOUR },
  high: { firstResponse: HOUR, nextUpdate: 4 * HOUR, resolution: DAY },
  normal: { firstResponse: 4 * HOUR, nextUpdate: DAY, resolution: 3 * DAY },
  low: { firstResponse: DAY, nextUpdate: 2 * DAY, resolution: 5 * DAY },
};
const plannedTargets: Targets = {
  urgent: { firstResponse: HOUR, resolution: DAY },
  high: { firstResponse: 4 * HOUR, resolution: 3 * DAY },
  normal: { firstResponse: DAY, resolution: 5 * DAY },
  low: { firstResponse: 2 * DAY, resolution: 10 * DAY },
};
const clientTargets: Targets = {
  urgent: { firstResponse: HOUR, resolution: DAY },
  high: { firstResponse: 2 * HOUR, resolution: 2 * DAY },
  normal: { firstResponse: 4 * HOUR, resolution: 3 * DAY },
  low: { firstResponse: DAY, resolution: 5 * DAY },
};
/** Whoever complains is not left to wonder: they hear from the desk until it is answered for. */
const complaintTargets: Targets = {
  urgent: { ...clientTargets.urgent, nextUpdate: 4 * HOUR },
  high: { ...clientTargets.high, nextUpdate: DAY },
  normal: { ...clientTargets.normal, nextUpdate: DAY },
  low: { ...clientTargets.low, nextUpdate: 2 * DAY },
};

/** An owner of the firm agrees: their own wish only where no other owner could. */
const ownerAgrees = {
  version: 1,
  steps: [{ name: { en: 'The owner agrees', ar: 'موافقة المالك' }, need: 'any', of: { role: 'owner' }, self: true }],
  expiresInDays: 14,
} as const satisfies ApprovalPolicy;

/** The kinds of case. Adding one is adding a row: routes, forms, buttons and clocks follow from it. */
export const caseKinds = {
  incident: {
    name: { en: 'IT incident', ar: 'عطل تقني' },
    form: z.strictObject({
      service: line.optional(),
      asset: line.optional(),
      symptoms: words.optional(),
      since: instant.optional(),
      affected: z.int().min(1).max(1_000_000).optional(),
    }),
    labels: {
      service: { en: 'Service', ar: 'الخدمة' },
      asset: { en: 'Device', ar: 'الجهاز' },
      symptoms: { en: 'What is seen', ar: 'الأعراض' },
      since: { en: 'Since', ar: 'منذ' },
      affected: { en: 'People affected', ar: 'عدد المتأثرين' },
    },
    transitions: ordinaryTransitions,
    pausedIn: ['waiting'],
    targets: urgentTargets,
    checklist: [
      { code: 'cause', text: { en: 'The cause is known and written down', ar: 'السبب معروف ومدوّن' } },
      { code: 'tested', text: { en: 'Somebody who was affected has tried it', ar: 'جرّبه أحد المتأثرين' } },
    ],
    queue: 'it-support',
    recordClass: 'it-cases',
    reopenWithinDays: 7,
  },
  problem: {
    name: { en: 'Problem', ar: 'مشكلة جذرية' },
    form: z.strictObject({
      service: line.optional(),
      asset: line.optional(),
      symptoms: words.optional(),
      rootCause: words.optional(),
      workaround: words.optional(),
      knownError: z.boolean().optional(),
    }),
    labels: {
      service: { en: 'Service', ar: 'الخدمة' },
      asset: { en: 'Device', ar: 'الجهاز' },
      symptoms: { en: 'What its incidents have in common', ar: 'ما تشترك فيه أعطالها' },
      rootCause: { en: 'Root cause', ar: 'السبب الجذري' },
      workaround: { en: 'Workaround', ar: 'الحل المؤقت' },
      knownError: { en: 'Known error', ar: 'خطأ معروف' },
    },
    stateNames: { open: { en: 'Under investigation', ar: 'قيد التحقيق' } },
    transitions: ordinaryTransitions,
    pausedIn: ['waiting'],
    targets: plannedTargets,
    checklist: [
      { code: 'cause', text: { en: 'The root cause is written down', ar: 'دُوّن السبب الجذري' } },
      { code: 'workaround', text: { en: 'Whoever meets it meanwhile knows what to do', ar: 'يعرف المتأثرون ما يفعلونه ريثما يُحل' } },
    ],
    queue: 'it-support',
    recordClass: 'it-cases',
    reopenWithinDays: 30,
  },
  'service-request': {
    name: { en: 'Service request', ar: 'طلب خدمة' },
    form: z.strictObject({
      service: line.optional(),
      quantity: z.int().min(1).max(10_000).optional(),
      neededBy: date.optional(),
      details: words.optional(),
    }),
    labels: {
      service: { en: 'Service', ar: 'الخدمة' },
      quantity: { en: 'Quantity', ar: 'الكمية' },
      neededBy: { en: 'Needed by', ar: 'مطلوب قبل' },
      details: { en: 'Details', ar: 'التفاصيل' },
    },
    transitions: ordinaryTransitions,
    pausedIn: ['waiting'],
    targets: plannedTargets,
    checklist: [{ code: 'delivered', text: { en: 'Delivered to whoever asked', ar: 'سُلّم لصاحب الطلب' } }],
    queue: 'it-support',
    recordClass: 'it-cases',
    reopenWithinDays: 7,
  },
  'access-request': {
    name: { en: 'Access request', ar: 'طلب صلاحية' },
    form: z.strictObject({ system: line, level: line, person: line.optional(), until: date.optional(), justification: words.optional() }),
    labels: {
      system: { en: 'System', ar: 'النظام' },
      level: { en: 'Level of access', ar: 'مستوى الصلاحية' },
      person: { en: 'For whom', ar: 'لمن' },
      until: { en: 'Until', ar: 'حتى تاريخ' },
      justification: { en: 'Why it is needed', ar: 'المبرر' },
    },
    transitions: checkedTransitions,
    pausedIn: ['waiting'],
    targets: plannedTargets,
    checklist: [
      { code: 'approved', text: { en: 'The owner of the system has agreed', ar: 'وافق مالك النظام' } },
      { code: 'granted', text: { en: 'Access is granted, no wider than asked', ar: 'مُنحت الصلاحية دون زيادة على المطلوب' } },
    ],
    queue: 'it-support',
    recordClass: 'it-cases',
    reopenWithinDays: 7,
    material: ['system', 'level', 'person', 'until'],
    approval: { ...ownerAgrees, before: ['resolved'] },
  },
  change: {
    name: { en: 'Change', ar: 'تغيير' },
    form: z
      .strictObject({
        risk: z.enum(['low', 'medium', 'high']),
        plan: words,
        backOut: words,
        window: z.strictObject({ from: instant, to: instant }),
        systems: line.optional(),
      })
      .refine(({ window }) => Date.parse(window.from) < Date.parse(window.to), { path: ['window', 'to'], error: 'change.window_backwards' }),
    labels: {
      risk: { en: 'Risk', ar: 'المخاطرة' },
      plan: { en: 'Plan', ar: 'خطة التنفيذ' },
      backOut: { en: 'Back-out plan', ar: 'خطة التراجع' },
      window: { en: 'Window', ar: 'فترة التنفيذ' },
      systems: { en: 'Systems', ar: 'الأنظمة' },
    },
    stateNames: {
      new: { en: 'To be authorised', ar: 'بانتظار الاعتماد' },
      open: { en: 'Authorised', ar: 'معتمد' },
      resolved: { en: 'Carried out', ar: 'منفّذ' },
    },
    transitions: authorisedTransitions,
    pausedIn: ['waiting'],
    targets: plannedTargets,
    checklist: [
      { code: 'backup', text: { en: 'What may be lost is backed up', ar: 'نُسخ احتياطيًا ما قد يُفقد' } },
      { code: 'told', text: { en: 'Those affected were told of the window', ar: 'أُبلغ المتأثرون بفترة التنفيذ' } },
      { code: 'verified', text: { en: 'It works as planned, or was backed out', ar: 'يعمل كما خُطط له أو جرى التراجع عنه' } },
    ],
    queue: 'it-changes',
    recordClass: 'it-cases',
    reopenWithinDays: 14,
    material: ['risk', 'plan', 'backOut', 'window', 'systems'],
    approval: { ...ownerAgrees, before: ['open'] },
  },
  maintenance: {
    name: { en: 'Maintenance', ar: 'صيانة' },
    form: z.strictObject({ place: line.optional(), asset: line.optional(), safety: z.boolean().optional(), details: words.optional() }),
    labels: {
      place: { en: 'Place', ar: 'المكان' },
      asset: { en: 'Equipment', ar: 'المعدة' },
      safety: { en: 'Somebody could be hurt', ar: 'قد يتسبب في إصابة' },
      details: { en: 'Details', ar: 'التفاصيل' },
    },
    transitions: ordinaryTransitions,
    pausedIn: ['waiting'],
    targets: plannedTargets,
    checklist: [
      { code: 'safe', text: { en: 'The place is left safe and clean', ar: 'تُرك المكان آمنًا ونظيفًا' } },
      { code: 'parts', text: { en: 'Parts used are written down', ar: 'دُوّنت القطع المستخدمة' } },
    ],
    queue: 'facilities',
    recordClass: 'general',
    reopenWithinDays: 14,
  },
  'general-request': {
    name: { en: 'General request', ar: 'طلب عام' },
    form: z.strictObject({ neededBy: date.optional(), details: words.optional() }),
    labels: { neededBy: { en: 'Needed by', ar: 'مطلوب قبل' }, details: { en: 'Details', ar: 'التفاصيل' } },
    transitions: ordinaryTransitions,
    pausedIn: ['waiting'],
    targets: plannedTargets,
    checklist: [],
    queue: 'office',
    recordClass: 'general',
    reopenWithinDays: 14,
  },
  'client-question': {
    name: { en: 'Client question', ar: 'استفسار عميل' },
    form: z.strictObject({
      channel: z.enum(['phone', 'email', 'visit', 'web', 'chat']).optional(),
      reference: line.optional(),
      details: words.optional(),
    }),
    labels: {
      channel: { en: 'Came by', ar: 'قناة التواصل' },
      reference: { en: 'Reference', ar: 'المرجع' },
      details: { en: 'Details', ar: 'التفاصيل' },
    },
    stateNames: { resolved: { en: 'Answered', ar: 'تم الرد' } },
    transitions: ordinaryTransitions,
    pausedIn: ['waiting'],
    targets: clientTargets,
    checklist: [],
    queue: 'clients',
    recordClass: 'correspondence',
    reopenWithinDays: 30,
  },
  complaint: {
    name: { en: 'Complaint', ar: 'شكوى' },
    form: z.strictObject({
      channel: z.enum(['phone', 'email', 'visit', 'web', 'chat']).optional(),
      about: line.optional(),
      wish: words.optional(),
      details: words.optional(),
    }),
    labels: {
      channel: { en: 'Came by', ar: 'قناة التواصل' },
      about: { en: 'About', ar: 'موضوع الشكوى' },
      wish: { en: 'What would put it right', ar: 'ما يرضي صاحب الشكوى' },
      details: { en: 'Details', ar: 'التفاصيل' },
    },
    stateNames: { open: { en: 'Under investigation', ar: 'قيد التحقيق' }, resolved: { en: 'Answered', ar: 'تم الرد' } },
    transitions: answeredForTransitions,
    pausedIn: ['waiting'],
    targets: complaintTargets,
    checklist: [
      { code: 'heard', text: { en: 'The complainant was heard', ar: 'استُمع إلى صاحب الشكوى' } },
      { code: 'mended', text: { en: 'What went wrong is mended, or the refusal explained', ar: 'عولج الخطأ أو شُرح سبب الرفض' } },
    ],
    queue: 'clients',
    recordClass: 'correspondence',
    reopenWithinDays: 30,
  },
} as const satisfies Record<string, CaseKind>;
export type CaseKindCode = keyof typeof caseKinds;
export const caseKindCodes = Object.keys(caseKinds) as readonly CaseKindCode[];

export const kindOf = (code: CaseKindCode): CaseKind => caseKinds[code];
