import { defineMessages } from '../../i18n/messages.ts';

export const periodMessages = defineMessages({
  title: { en: 'Periods', ar: 'الفترات' },
  lead: {
    en: 'Closing keeps entries out of a month that was reported. The last closed month can be reopened; a lock is for ever.',
    ar: 'الإقفال يمنع القيود في شهر صدرت تقاريره. يمكن إعادة فتح آخر شهر مقفل، أما القفل فنهائي.',
  },
  openingBalances: { en: 'Opening balances', ar: 'الأرصدة الافتتاحية' },
  months: { en: 'Months', ar: 'الأشهر' },
  years: { en: 'Fiscal years', ar: 'السنوات المالية' },
  month: { en: 'Month', ar: 'الشهر' },
  year: { en: 'Year', ar: 'السنة' },
  state: { en: 'Status', ar: 'الحالة' },
  open: { en: 'Open', ar: 'مفتوح' },
  closed: { en: 'Closed', ar: 'مقفل' },
  locked: { en: 'Locked', ar: 'مقفل نهائيًا' },
  close: { en: 'Close', ar: 'إقفال' },
  reopen: { en: 'Reopen', ar: 'إعادة فتح' },
  lock: { en: 'Lock', ar: 'قفل نهائي' },
  closeNamed: { en: 'Close {period}', ar: 'إقفال {period}' },
  reopenNamed: { en: 'Reopen {period}', ar: 'إعادة فتح {period}' },
  lockNamed: { en: 'Lock {period}', ar: 'قفل {period} نهائيًا' },
  closeHint: {
    en: 'No entry can be dated in {period} or before it afterwards, until it is reopened.',
    ar: 'بعد الإقفال لا يؤرَّخ قيد في {period} أو قبله حتى يُعاد فتحه.',
  },
  closeYearHint: {
    en: 'An entry moves the profit of the year into retained earnings, and its last month is closed.',
    ar: 'ينقل قيد ربح السنة إلى الأرباح المبقاة ويُقفل شهرها الأخير.',
  },
  reopenHint: {
    en: 'Say why: it stays in the audit trail. A year that was closed with this month is reopened too, by a reversal.',
    ar: 'اذكر السبب: يبقى في سجل التدقيق. وتُفتح معه السنة إن أُقفلت به بقيد عكسي.',
  },
  reason: { en: 'Reason', ar: 'السبب' },
  lockHint: {
    en: 'A lock is never lifted, by anybody. Nothing can ever be dated in {period} or before it again.',
    ar: 'لا يُرفع القفل أبدًا ولا يستطيع أحد رفعه. لن يؤرَّخ شيء في {period} أو قبله بعد ذلك.',
  },
  typeToLock: { en: 'Type {month} to confirm', ar: 'اكتب {month} للتأكيد' },
  lockNow: { en: 'Lock for ever', ar: 'اقفل نهائيًا' },
  closingEntry: { en: 'Closing entry', ar: 'قيد الإقفال' },
  closedNow: { en: '{period} is closed.', ar: 'أُقفل {period}.' },
  reopenedNow: { en: '{period} is open again.', ar: 'أُعيد فتح {period}.' },
  lockedNow: { en: '{period} is locked.', ar: 'قُفل {period} نهائيًا.' },
  notYet: { en: 'The months before it come first.', ar: 'الأشهر التي قبله أولًا.' },
  mustRetype: { en: 'Type the month exactly to confirm.', ar: 'اكتب الشهر كما هو للتأكيد.' },
});
