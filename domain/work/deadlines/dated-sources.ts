import type { Permission } from '../../firms/permissions.ts';
import type { Text } from '../../kernel/language.ts';

/** What the calendar shows a day for. Whoever owns a date writes it under one of these in the transaction that sets it; who may not see the owner does not see the day. */
export const datedSources = {
  deadline: { title: { en: 'Deadline', ar: 'موعد' }, permission: 'deadline.read' },
  'case-due': { title: { en: 'Case due', ar: 'استحقاق معاملة' }, permission: 'case.read' },
  'decision-expiry': { title: { en: 'Decision expires', ar: 'انتهاء مهلة قرار' }, permission: 'decision.read' },
  'invoice-due': { title: { en: 'Invoice due', ar: 'استحقاق فاتورة' }, permission: 'invoice.read' },
  'licence-renewal': { title: { en: 'Licence renewal', ar: 'تجديد ترخيص' }, permission: 'licence.read' },
  'warranty-end': { title: { en: 'Warranty ends', ar: 'انتهاء ضمان' }, permission: 'asset.read' },
  'access-review': { title: { en: 'Access review', ar: 'مراجعة الصلاحيات' }, permission: 'access.read' },
  'record-disposal': { title: { en: 'Record due for disposal', ar: 'سجل حان إتلافه' }, permission: 'record.read' },
} as const satisfies Readonly<Record<string, { readonly title: Text; readonly permission: Permission }>>;
export type DatedSource = keyof typeof datedSources;
