import { sequenceOf } from '../../../domain/kernel/ids.ts';
import type { RowOf } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { defineMessages, useMessages } from '../../i18n/messages.ts';

type Event = RowOf<'listEvents'>;

const messages = defineMessages({
  entry: { en: 'Entry {name}', ar: 'قيد رقم {name}' },
  invoice: { en: 'Invoice {name}', ar: 'فاتورة {name}' },
  draftInvoice: { en: 'A draft invoice', ar: 'مسودة فاتورة' },
  creditNote: { en: 'Credit note {name}', ar: 'إشعار دائن {name}' },
  draftCreditNote: { en: 'A draft credit note', ar: 'مسودة إشعار دائن' },
  payment: { en: 'Payment {name}', ar: 'سند {name}' },
  contact: { en: 'Customer {name}', ar: 'العميل {name}' },
  account: { en: 'Account {name}', ar: 'الحساب {name}' },
  member: { en: 'Member {name}', ar: 'العضو {name}' },
  invitation: { en: 'Invitation of {name}', ar: 'دعوة {name}' },
  import: { en: 'Import {name}', ar: 'استيراد {name}' },
  taxCode: { en: 'Tax code {name}', ar: 'رمز الضريبة {name}' },
  decisionRequest: { en: 'A request for a decision', ar: 'طلب قرار' },
  delegation: { en: 'A delegation', ar: 'إنابة' },
  year: { en: 'Year {name}', ar: 'سنة {name}' },
  firm: { en: 'The firm', ar: 'المنشأة' },
  chart: { en: 'The chart of accounts', ar: 'شجرة الحسابات' },
  case: { en: 'Case {name}', ar: 'المعاملة {name}' },
  deadline: { en: 'Deadline {name}', ar: 'الموعد {name}' },
  record: { en: 'Record {name}', ar: 'السجل {name}' },
  hold: { en: 'Hold {name}', ar: 'حجز الحفظ {name}' },
  disposal: { en: 'Disposal {name}', ar: 'عملية إتلاف {name}' },
  asset: { en: 'Asset {name}', ar: 'الأصل {name}' },
  handOver: { en: 'Hand-over to {name}', ar: 'محضر تسليم {name}' },
  licence: { en: 'Licence {name}', ar: 'الترخيص {name}' },
  system: { en: 'System {name}', ar: 'النظام {name}' },
  access: { en: 'Access of {name}', ar: 'صلاحية {name}' },
  review: { en: 'A review of access', ar: 'مراجعة صلاحيات' },
  article: { en: 'Article {name}', ar: 'المقالة {name}' },
  service: { en: 'Service {name}', ar: 'الخدمة {name}' },
  queue: { en: 'Queue {name}', ar: 'قائمة الانتظار {name}' },
  savedView: { en: 'A saved view', ar: 'عرض محفوظ' },
  desk: { en: 'The settings of the desk', ar: 'إعدادات المكتب' },
  deskMail: { en: 'The mail of the desk', ar: 'بريد المكتب' },
  feed: { en: 'A calendar subscription', ar: 'اشتراك في التقويم' },
  search: { en: 'The search', ar: 'البحث' },
});

/** What people call a thing that has a name of its own, or that needs none. */
const nouns: Readonly<Record<string, keyof typeof messages>> = {
  payment: 'payment',
  contact: 'contact',
  member: 'member',
  invitation: 'invitation',
  import: 'import',
  firm: 'firm',
  chart: 'chart',
  case: 'case',
  deadline: 'deadline',
  'decision-request': 'decisionRequest',
  delegation: 'delegation',
  record: 'record',
  hold: 'hold',
  disposal: 'disposal',
  asset: 'asset',
  'hand-over': 'handOver',
  licence: 'licence',
  system: 'system',
  'access-grant': 'access',
  'access-review': 'review',
  article: 'article',
  service: 'service',
  queue: 'queue',
  'saved-view': 'savedView',
  'work-settings': 'desk',
  'desk-mail': 'deskMail',
  'calendar-feed': 'feed',
  search: 'search',
};

/** What an event is about, as people name it. Where its own data lacks the name, another event about the same thing may have it. */
export function useAbout(rows: readonly Event[]): (event: Event) => string {
  const t = useMessages(messages);
  const format = useFormat();
  const { language } = useLanguage();
  const known = new Map<string, string>();
  for (const { entity, data } of rows) {
    const name = nameIn(entity.kind, data, language);
    if (name && !known.has(entity.id)) known.set(entity.id, name);
  }
  return ({ entity: { kind, id }, data }) => {
    const name = nameIn(kind, data, language) ?? known.get(id) ?? '';
    switch (kind) {
      case 'entry':
        return t('entry', { name: format.number(sequenceOf(id)) });
      case 'invoice':
        return name ? t('invoice', { name }) : t('draftInvoice');
      case 'credit-note':
        return name ? t('creditNote', { name }) : t('draftCreditNote');
      case 'account':
        return t('account', { name: `${id} ${name}`.trim() });
      case 'tax-code':
        return t('taxCode', { name: id });
      case 'year':
        return t('year', { name: id });
      case 'period':
        return /^\d{4}-\d{2}$/.test(id) ? format.month(id) : id;
      default: {
        const noun = nouns[kind];
        return noun ? t(noun, { name }).trim() : name || id;
      }
    }
  };
}

const plainKeys = ['number', 'name', 'title', 'matter', 'email'] as const;

function nameIn(kind: string, data: Event['data'], language: 'en' | 'ar'): string | undefined {
  if (kind === 'case') return caseName(data);
  // Elsewhere `to` is a state; of a member or an invitation it is the new name or address.
  for (const key of kind === 'member' || kind === 'invitation' ? [...plainKeys, 'to'] : plainKeys) {
    const value: unknown = data[key];
    if (typeof value === 'string' && value !== '') return value;
    if (key === 'name' && typeof value === 'object' && value !== null) {
      const text: unknown = Reflect.get(value, language);
      if (typeof text === 'string') return text;
    }
  }
  return undefined;
}

/** A case is known by its number and its title, which the event of its opening has. */
function caseName({ number, title }: Event['data']): string | undefined {
  const parts = [typeof number === 'number' ? `#${number}` : '', typeof title === 'string' ? title : ''].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : undefined;
}
