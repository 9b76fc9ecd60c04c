import { defineMessages } from '../../i18n/messages.ts';

export const maintenanceMessages = defineMessages({
  title: { en: 'Maintenance plans', ar: 'خطط الصيانة' },
  newPlan: { en: 'New maintenance plan', ar: 'خطة صيانة جديدة' },
  plan: { en: 'Plan', ar: 'الخطة' },
  repeats: { en: 'Repeats', ar: 'التكرار' },
  next: { en: 'Next', ar: 'الموعد التالي' },
  owner: { en: 'Whose it is', ar: 'المسؤول' },
  overdue: { en: 'Overdue', ar: 'متأخرة' },
  nobody: { en: 'Nobody', ar: 'لا أحد' },
  noneOf: { en: 'Nothing is planned for it.', ar: 'لا صيانة مجدولة له.' },
  none: { en: 'Nothing is planned', ar: 'لا صيانة مجدولة' },
  noneHint: {
    en: 'Plan what must be looked after again and again. Each time its day comes, a maintenance case is opened by itself.',
    ar: 'جدول ما يحتاج إلى صيانة دورية، وفي كل موعد تُفتح معاملة صيانة تلقائيًا.',
  },
});
