import type { RefusalTable } from '../kernel/refusal-table.ts';

export const accountingRefusals = {
  // Accounts
  'account.unknown': {
    status: 422,
    say: { en: 'There is no account “{account}” in this book.', ar: 'لا يوجد حساب «{account}» في هذا الدفتر.' },
    fix: { en: 'Use a code of the chart of accounts, or add the account.', ar: 'استعمل رمزًا من شجرة الحسابات أو أضف الحساب.' },
  },
  'account.exists': {
    status: 409,
    say: { en: 'There is an account “{account}” already.', ar: 'يوجد حساب برمز «{account}» بالفعل.' },
    fix: { en: 'Choose another code.', ar: 'اختر رمزًا آخر.' },
  },
  'account.archived': {
    status: 422,
    say: { en: 'The account “{account}” is archived.', ar: 'الحساب «{account}» مؤرشف.' },
    fix: { en: 'Restore it, or post to another.', ar: 'أعد تفعيله أو رحّل إلى حساب آخر.' },
  },
  'account.in_use': {
    status: 409,
    say: {
      en: 'The account “{account}” is one that the book posts to by itself ({role}).',
      ar: 'الحساب «{account}» من الحسابات التي يرحّل إليها الدفتر تلقائيًا ({role}).',
    },
    fix: { en: 'Give the role to another account first.', ar: 'أسند الدور إلى حساب آخر أولًا.' },
  },
  'account.currency': {
    status: 422,
    say: { en: 'The account “{account}” is kept in {currency}.', ar: 'الحساب «{account}» بعملة {currency}.' },
    fix: { en: 'Post {currency} to it, or use another account.', ar: 'رحّل إليه بعملة {currency} أو استعمل حسابًا آخر.' },
  },
  'account.role_missing': {
    status: 409,
    say: { en: 'No active account has the role “{role}”.', ar: 'لا يوجد حساب نشط بدور «{role}».' },
    fix: { en: 'Give the role to an account of the chart.', ar: 'أسند الدور إلى حساب في شجرة الحسابات.' },
  },
  'account.role_taken': {
    status: 409,
    say: { en: 'The account “{account}” has the role “{role}” already.', ar: 'الدور «{role}» مسند إلى الحساب «{account}».' },
    fix: { en: 'Take the role from it first.', ar: 'انزع الدور منه أولًا.' },
  },
  'account.role_type': {
    status: 422,
    say: { en: 'An account with the role “{role}” cannot be of the type {type}.', ar: 'الحساب بدور «{role}» لا يكون من نوع {type}.' },
    fix: { en: 'Give the role to an account of another type.', ar: 'أسند الدور إلى حساب من نوع آخر.' },
  },
  'account.type_closed': {
    status: 409,
    say: {
      en: 'The books are closed through {through}, with “{account}” as {type}.',
      ar: 'الدفاتر مقفلة حتى {through} والحساب «{account}» فيها من نوع {type}.',
    },
    fix: { en: 'Add another account of the type that you need.', ar: 'أضف حسابًا آخر من النوع المطلوب.' },
  },
  'dimension.exists': {
    status: 409,
    say: { en: 'There is a {kind} “{value}” already.', ar: 'يوجد {kind} باسم «{value}» بالفعل.' },
    fix: { en: 'Choose another code.', ar: 'اختر رمزًا آخر.' },
  },
  'attachment.too_many': {
    status: 409,
    say: { en: 'An entry takes at most {maximum} files.', ar: 'القيد يقبل {maximum} ملفًا على الأكثر.' },
    fix: { en: 'Put them into one file.', ar: 'اجمعها في ملف واحد.' },
  },
  // Entries
  'entry.unbalanced': {
    status: 422,
    say: {
      en: 'Debits are {debits} and credits are {credits}: they differ by {difference}.',
      ar: 'مجموع المدين {debits} ومجموع الدائن {credits}: الفرق {difference}.',
    },
    fix: { en: 'Make them equal to the last digit.', ar: 'اجعلهما متساويين حتى آخر منزلة.' },
  },
  'entry.too_few_lines': {
    status: 422,
    say: { en: 'An entry has at least two lines.', ar: 'القيد سطران على الأقل.' },
    fix: { en: 'Add the other side.', ar: 'أضف الطرف الآخر.' },
  },
  'entry.one_side': {
    status: 422,
    say: { en: 'A line is either debit or credit.', ar: 'السطر إما مدين أو دائن.' },
    fix: { en: 'Give exactly one of the two.', ar: 'اكتب أحدهما فقط.' },
  },
  'entry.reversed': {
    status: 409,
    say: { en: 'This entry was reversed already, by {entry}.', ar: 'عُكس هذا القيد من قبل بالقيد {entry}.' },
    fix: { en: 'Post a new entry if something is still to be put right.', ar: 'رحّل قيدًا جديدًا إن بقي ما يحتاج إلى تصحيح.' },
  },
  'entry.is_reversal': {
    status: 409,
    say: { en: 'This entry is itself a reversal.', ar: 'هذا القيد هو نفسه قيد عكسي.' },
    fix: { en: 'Post the original entry again instead.', ar: 'رحّل القيد الأصلي من جديد.' },
  },
  'entry.of_document': {
    status: 409,
    say: { en: 'This entry belongs to {document}.', ar: 'هذا القيد تابع للمستند {document}.' },
    fix: { en: 'Void or credit the document; its entry follows.', ar: 'ألغِ المستند أو أصدر له إشعارًا دائنًا، ويتبعه القيد.' },
  },
  'entry.too_large': {
    status: 422,
    say: { en: 'An entry has at most {maximum} lines.', ar: 'القيد {maximum} سطر على الأكثر.' },
    fix: { en: 'Split it into balanced parts.', ar: 'قسّمه إلى أجزاء متوازنة.' },
  },
  'dimension.unknown': {
    status: 422,
    say: { en: 'There is no {kind} “{value}”.', ar: 'لا يوجد {kind} باسم «{value}».' },
    fix: { en: 'Add it in the settings, or choose another.', ar: 'أضفه في الإعدادات أو اختر غيره.' },
  },
  'book.full': {
    status: 409,
    say: {
      en: 'The movements of “{account}” in {period} are larger than the book can hold exactly.',
      ar: 'حركة «{account}» في {period} أكبر مما يسعه الدفتر بدقة.',
    },
    fix: { en: 'Check the amounts.', ar: 'راجع المبالغ.' },
  },
  // Periods
  'period.closed': {
    status: 409,
    say: { en: 'The books are closed through {through}.', ar: 'الدفاتر مقفلة حتى {through}.' },
    fix: { en: 'Date it later, or have the period reopened.', ar: 'أرّخه بعد ذلك أو اطلب إعادة فتح الفترة.' },
  },
  'book.locked': {
    status: 409,
    say: { en: 'The books are locked through {through}; a lock is never lifted.', ar: 'الدفاتر مقفلة نهائيًا حتى {through} ولا يُرفع هذا القفل.' },
    fix: { en: 'Date it later.', ar: 'أرّخه بعد ذلك.' },
  },
  'period.not_next': {
    status: 409,
    say: { en: 'Periods close in order: the next to close is {period}.', ar: 'تُقفل الفترات بالترتيب: التالية للإقفال {period}.' },
    fix: { en: 'Close that one first.', ar: 'أقفل تلك أولًا.' },
  },
  'period.not_last': {
    status: 409,
    say: { en: 'Only the last closed period reopens: {period}.', ar: 'لا يُعاد فتح إلا آخر فترة مقفلة: {period}.' },
    fix: { en: 'Reopen later periods first.', ar: 'أعد فتح الفترات الأحدث أولًا.' },
  },
  'period.not_closed': {
    status: 409,
    say: { en: 'The period {period} is not closed.', ar: 'الفترة {period} غير مقفلة.' },
    fix: { en: 'Nothing is to be reopened or locked.', ar: 'لا شيء لإعادة فتحه أو قفله.' },
  },
  'period.drafts': {
    status: 409,
    say: { en: '{count} draft invoices are dated in {period}.', ar: 'في {period} عدد {count} من مسودات الفواتير.' },
    fix: { en: 'Post, re-date or discard them first.', ar: 'رحّلها أو غيّر تاريخها أو احذفها أولًا.' },
  },
  'lock.backwards': {
    status: 409,
    say: { en: 'The lock stands at {through} and only moves forward.', ar: 'القفل عند {through} ولا يتحرك إلا إلى الأمام.' },
    fix: { en: 'Choose a later month.', ar: 'اختر شهرًا بعده.' },
  },
  'year.not_over': {
    status: 409,
    say: { en: 'The months of {year} before the last are not all closed.', ar: 'لم تُقفل كل أشهر السنة {year} التي قبل الأخير.' },
    fix: { en: 'Close them in order first.', ar: 'أقفلها بالترتيب أولًا.' },
  },
  'year.closed': {
    status: 409,
    say: { en: 'The year {year} is closed already.', ar: 'السنة {year} مقفلة بالفعل.' },
    fix: { en: 'Nothing is left to close.', ar: 'لا شيء متبقٍ للإقفال.' },
  },
  'import.running': {
    status: 409,
    say: { en: 'An import is writing to the book.', ar: 'يجري الآن استيراد إلى الدفتر.' },
    fix: { en: 'Wait until it is done.', ar: 'انتظر حتى ينتهي.' },
  },
} as const satisfies RefusalTable;
