import { defineMessages } from '../../i18n/messages.ts';

export const landingMessages = defineMessages({
  title: { en: 'The back office of your firm, exact to the last digit', ar: 'إدارة أعمال منشأتك ودفاترها، بدقة حتى آخر هللة' },
  lead: {
    en: 'Invoices, payments, journal and statements in one place, in Arabic and English alike. Every report is exact, and the book can prove that nothing in it was altered.',
    ar: 'الفواتير والمقبوضات والقيود والقوائم المالية في مكان واحد، بالعربية والإنجليزية على حد سواء. كل تقرير دقيق، والدفتر يثبت بنفسه أن شيئًا فيه لم يُغيَّر.',
  },
  seePrices: { en: 'See the prices', ar: 'اطلع على الأسعار' },
  what: { en: 'What you can rely on', ar: 'ما يمكنك الاعتماد عليه' },
  invoicesTitle: { en: 'Invoices that add up', ar: 'فواتير مجاميعها صحيحة' },
  invoices: {
    en: 'Lines, discounts and tax add up on every line and in total. Numbers have no gaps; a void keeps its number.',
    ar: 'البنود والخصومات والضريبة متطابقة في كل سطر وفي الإجمالي. الأرقام بلا فجوات، والملغى يحتفظ برقمه.',
  },
  reportsTitle: { en: 'Reports that agree', ar: 'تقارير لا تتعارض' },
  reports: {
    en: 'Trial balance, balance sheet, profit and loss, cash flow and ageing come from one figure, and each figure opens the entries behind it.',
    ar: 'ميزان المراجعة والمركز المالي والدخل والتدفقات وأعمار الذمم من مصدر واحد، وكل رقم يفتح القيود التي كوّنته.',
  },
  languagesTitle: { en: 'Two languages, equal', ar: 'لغتان على قدم المساواة' },
  languages: {
    en: 'Switch at any moment: the page mirrors and keeps what you typed. Search finds a name however it is spelled.',
    ar: 'بدّل في أي لحظة: تنعكس الصفحة ويبقى ما كتبته. والبحث يجد الاسم كيفما كُتب.',
  },
  importTitle: { en: 'Bring your books', ar: 'أحضر دفاترك معك' },
  import: {
    en: 'Import a spreadsheet or a plain-text journal: you see a preview and every fault by its line before anything is written.',
    ar: 'استورد جدولًا أو دفتر يومية نصيًا: ترى معاينة وكل خطأ بسطره قبل أن يُكتب أي شيء.',
  },
  closeTitle: { en: 'Periods that stay closed', ar: 'فترات تبقى مقفلة' },
  close: {
    en: 'Close a month, lock it for good, reverse instead of erasing. Who did what, and when, is kept.',
    ar: 'أقفل الشهر أو اقفله نهائيًا، واعكس القيد بدل حذفه. من فعل ماذا ومتى محفوظ.',
  },
  yoursTitle: { en: 'Your data is yours', ar: 'بياناتك ملكك' },
  yours: {
    en: 'Export everything at any time. An auditor gets a seat that reads and cannot write.',
    ar: 'صدّر كل شيء متى شئت. ولمراجع الحسابات مقعد يقرأ ولا يكتب.',
  },
  pricing: { en: 'Prices', ar: 'الأسعار' },
  pricingLead: {
    en: 'A month, without tax. Start with 30 days free; no card is needed.',
    ar: 'في الشهر دون الضريبة. ابدأ بثلاثين يومًا مجانًا من غير بطاقة.',
  },
  currency: { en: 'Currency', ar: 'العملة' },
  perMonth: { en: 'a month', ar: 'شهريًا' },
  free: {
    en: 'Free for {days, plural, one {# day} other {# days}}',
    ar: 'مجانًا لمدة {days, plural, zero {# يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}',
  },
  choose: { en: 'Choose {plan}', ar: 'اختر {plan}' },
  forOffices: { en: 'For accounting offices', ar: 'للمكاتب المحاسبية' },
});
