import { defineMessages } from '../../i18n/messages.ts';

export const newCaseMessages = defineMessages({
  title: { en: 'New case', ar: 'معاملة جديدة' },
  titled: { en: 'New: {kind}', ar: 'جديد: {kind}' },
  chooseKind: { en: 'What is it about?', ar: 'ما نوع المعاملة؟' },
  otherKind: { en: 'Another kind', ar: 'نوع آخر' },
  goesTo: { en: 'goes to {queue}', ar: 'تُوجَّه إلى {queue}' },
  what: { en: 'In one line', ar: 'في سطر واحد' },
  details: { en: 'Description', ar: 'الوصف' },
  impact: { en: 'How many are hit', ar: 'مدى الأثر' },
  urgency: { en: 'How soon it hurts', ar: 'مدى الاستعجال' },
  becomes: { en: 'Priority: {priority}', ar: 'الأولوية: {priority}' },
  contact: { en: 'Customer', ar: 'العميل' },
  noContact: { en: 'none', ar: 'بدون' },
  open: { en: 'Open the case', ar: 'فتح المعاملة' },
  opened: { en: 'Case #{number} is open.', ar: 'فُتحت المعاملة #{number}.' },
});
