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
});

/** What an event is about, as people name it. Where its own data lacks the name, another event about the same thing may have it. */
export function useAbout(rows: readonly Event[]): (event: Event) => string {
  const t = useMessages(messages);
  const format = useFormat();
  const { language } = useLanguage();
  const known = new Map<string, string>();
  for (const { entity, data } of rows) {
    const name = nameIn(data, language);
    if (name && !known.has(entity.id)) known.set(entity.id, name);
  }
  return ({ entity: { kind, id }, data }) => {
    const name = nameIn(data, language) ?? known.get(id) ?? '';
    switch (kind) {
      case 'entry':
        return t('entry', { name: format.number(sequenceOf(id)) });
      case 'invoice':
        return name ? t('invoice', { name }) : t('draftInvoice');
      case 'credit-note':
        return name ? t('creditNote', { name }) : t('draftCreditNote');
      case 'account':
        return t('account', { name: `${id} ${name}`.trim() });
      case 'payment':
      case 'contact':
      case 'member':
      case 'invitation':
      case 'import':
        return t(kind, { name }).trim();
      case 'tax-code':
        return t('taxCode', { name: id });
      case 'year':
        return t('year', { name: id });
      case 'period':
        return /^\d{4}-\d{2}$/.test(id) ? format.month(id) : id;
      case 'firm':
        return t('firm');
      case 'decision-request':
        return t('decisionRequest');
      case 'delegation':
        return t('delegation');
      case 'chart':
        return t('chart');
      default:
        return name || id;
    }
  };
}

function nameIn(data: Event['data'], language: 'en' | 'ar'): string | undefined {
  for (const key of ['number', 'name', 'to', 'email']) {
    const value: unknown = data[key];
    if (typeof value === 'string' && value !== '') return value;
    if (key === 'name' && typeof value === 'object' && value !== null) {
      const text: unknown = Reflect.get(value, language);
      if (typeof text === 'string') return text;
    }
  }
  return undefined;
}
