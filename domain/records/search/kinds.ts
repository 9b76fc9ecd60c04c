import type { Permission } from '../../firms/permissions.ts';
import { fold } from '../../kernel/fold.ts';
import type { Text } from '../../kernel/language.ts';

export interface SearchKind {
  readonly one: Text;
  readonly many: Text;
  /** Whoever reads a find needs this; without it the kind is not even looked into. */
  readonly permission: Permission;
}

/** What can be found, in the order in which finds are shown: people and documents before the entries that they made. */
export const searchKinds = {
  contact: { one: { en: 'Contact', ar: 'جهة' }, many: { en: 'Contacts', ar: 'العملاء والموردون' }, permission: 'contact.read' },
  invoice: { one: { en: 'Invoice', ar: 'فاتورة' }, many: { en: 'Invoices', ar: 'الفواتير' }, permission: 'invoice.read' },
  'credit-note': { one: { en: 'Credit note', ar: 'إشعار دائن' }, many: { en: 'Credit notes', ar: 'الإشعارات الدائنة' }, permission: 'invoice.read' },
  payment: { one: { en: 'Payment', ar: 'سند قبض' }, many: { en: 'Payments', ar: 'المقبوضات' }, permission: 'payment.read' },
  case: { one: { en: 'Case', ar: 'معاملة' }, many: { en: 'Cases', ar: 'المعاملات' }, permission: 'case.read' },
  record: { one: { en: 'Record', ar: 'سجل' }, many: { en: 'Records', ar: 'السجلات' }, permission: 'record.read' },
  deadline: { one: { en: 'Deadline', ar: 'موعد' }, many: { en: 'Deadlines', ar: 'المواعيد' }, permission: 'deadline.read' },
  asset: { one: { en: 'Asset', ar: 'أصل' }, many: { en: 'Assets', ar: 'الأصول' }, permission: 'asset.read' },
  licence: { one: { en: 'Licence', ar: 'ترخيص' }, many: { en: 'Licences', ar: 'التراخيص' }, permission: 'licence.read' },
  article: { one: { en: 'Article', ar: 'مقالة' }, many: { en: 'Knowledge base', ar: 'قاعدة المعرفة' }, permission: 'knowledge.read' },
  account: { one: { en: 'Account', ar: 'حساب' }, many: { en: 'Accounts', ar: 'الحسابات' }, permission: 'account.read' },
  member: { one: { en: 'Member', ar: 'عضو' }, many: { en: 'Members', ar: 'الأعضاء' }, permission: 'member.read' },
  entry: { one: { en: 'Journal entry', ar: 'قيد' }, many: { en: 'Journal entries', ar: 'القيود' }, permission: 'entry.read' },
} as const satisfies Record<string, SearchKind>;
export type SearchKindName = keyof typeof searchKinds;
export const searchKindNames = Object.keys(searchKinds) as readonly SearchKindName[];

/** Other words that people use for a kind, beside its names. */
const alsoCalled: Readonly<Partial<Record<SearchKindName, string>>> = {
  contact: 'customer client supplier vendor عميل مورد جهه',
  invoice: 'bill',
  payment: 'receipt دفعة قبض',
  case: 'ticket request تذكرة طلب',
  record: 'document file مستند وثيقة ملف',
  article: 'knowledge معرفة',
  member: 'user person مستخدم',
  entry: 'journal قيد يومية',
};

/** The kinds that a word means: `kind:invoice`, `نوع:فاتورة`, either begun or whole. */
export function kindsNamed(word: string): readonly SearchKindName[] {
  const asked = bare(word);
  if (asked.length < 2) return [];
  return searchKindNames.filter((kind) => {
    const { one, many } = searchKinds[kind];
    const names = [kind, one.en, one.ar, many.en, many.ar, ...(alsoCalled[kind] ?? '').split(' ')];
    return names.some((name) => bare(name).startsWith(asked));
  });
}
const bare = (word: string): string =>
  fold(word)
    .replace(/[\s_-]/g, '')
    .replace(/^ال(?=..)/u, '');
