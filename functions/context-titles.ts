import type { Text } from '../domain/kernel/language.ts';
import type { ContextName } from './route-tables.ts';

/** What each context is to somebody who reads the reference. */
export const contextTitles = {
  identity: { en: 'People and sessions', ar: 'الأشخاص والجلسات' },
  firms: { en: 'Firms, members and plans', ar: 'المنشآت والأعضاء والباقات' },
  accounting: { en: 'Books, invoices, payments and statements', ar: 'الدفاتر والفواتير والمدفوعات والقوائم' },
  work: { en: 'Cases, decisions and deadlines', ar: 'المعاملات والقرارات والمواعيد' },
  records: { en: 'Records, retention and search', ar: 'السجلات ومدد الحفظ والبحث' },
  it: { en: 'IT services: assets, licences, access, knowledge', ar: 'خدمات تقنية المعلومات: الأصول والتراخيص والصلاحيات والمعرفة' },
  integrations: { en: 'Events and this description', ar: 'الأحداث وهذا الوصف' },
} as const satisfies Readonly<Record<ContextName, Text>>;

export const contextNames = Object.keys(contextTitles) as readonly ContextName[];
