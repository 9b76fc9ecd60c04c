import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const deadlinesRefusals = {
  'deadline.rule_malformed': {
    status: 422,
    say: { en: '“{part}” is not a recurrence rule of RFC 5545.', ar: '«{part}» ليست قاعدة تكرار وفق RFC 5545.' },
    fix: { en: 'Write it as FREQ=MONTHLY;BYMONTHDAY=31.', ar: 'اكتبها هكذا: FREQ=MONTHLY;BYMONTHDAY=31.' },
  },
  'deadline.rule_unsupported': {
    status: 422,
    say: { en: 'A deadline does not repeat by “{part}”.', ar: 'لا يتكرر الموعد وفق «{part}».' },
    fix: {
      en: 'Repeat it by day, week, month or year, with BYDAY, BYMONTHDAY, BYMONTH and BYSETPOS.',
      ar: 'اجعله يتكرر باليوم أو الأسبوع أو الشهر أو السنة، مع BYDAY وBYMONTHDAY وBYMONTH وBYSETPOS.',
    },
  },
  'deadline.rule_last_day': {
    status: 422,
    say: {
      en: 'Which day a short month has instead is not clear for this rule.',
      ar: 'لا يتضح من هذه القاعدة أي يوم يحل محله في الشهر القصير.',
    },
    fix: { en: 'Name one day of the month, or skip months without it.', ar: 'حدد يومًا واحدًا من الشهر، أو اختر تجاوز الشهر الذي لا يوجد فيه.' },
  },
  'deadline.no_dates': {
    status: 422,
    say: { en: 'By this rule there is no date to come.', ar: 'لا يحل وفق هذه القاعدة أي تاريخ قادم.' },
    fix: { en: 'Check the first date and the end of the rule.', ar: 'راجع أول تاريخ ونهاية التكرار.' },
  },
  'deadline.owner_unknown': {
    status: 422,
    say: { en: 'Nobody of the firm has this id.', ar: 'لا يوجد عضو في المنشأة بهذا المعرّف.' },
    fix: { en: 'Choose a member of the firm.', ar: 'اختر عضوًا من المنشأة.' },
  },
  'deadline.link_unknown': {
    status: 422,
    say: { en: 'What it is linked to does not exist.', ar: 'ما رُبط به الموعد غير موجود.' },
    fix: { en: 'Check the id.', ar: 'تحقق من المعرّف.' },
  },
  'deadline.case_form': {
    status: 422,
    say: { en: 'A case of the kind “{kind}” needs answers that nobody gives here.', ar: 'معاملة النوع «{kind}» تحتاج إلى بيانات لا يُدخلها أحد هنا.' },
    fix: { en: 'Choose a kind whose form may stay empty.', ar: 'اختر نوعًا يُقبل نموذجه فارغًا.' },
  },
  'deadline.archived': {
    status: 409,
    say: { en: 'The deadline is archived.', ar: 'الموعد مؤرشف.' },
    fix: { en: 'Set a new one.', ar: 'أضف موعدًا جديدًا.' },
  },
  'occurrence.settled': {
    status: 409,
    say: { en: 'The date {date} is settled already.', ar: 'سبق إنهاء موعد {date}.' },
    fix: { en: 'Reopen it first.', ar: 'أعد فتحه أولًا.' },
  },
  'occurrence.pending': {
    status: 409,
    say: { en: 'The date {date} still waits.', ar: 'موعد {date} ما زال قائمًا.' },
    fix: { en: 'Mark it done, or waive it.', ar: 'سجّل إنجازه أو الإعفاء منه.' },
  },
  'occurrence.not_yours': {
    status: 403,
    say: { en: 'The deadline belongs to somebody else.', ar: 'الموعد مسند إلى غيرك.' },
    fix: { en: 'Ask whoever has it, or somebody who may set deadlines.', ar: 'اطلب ذلك من المسؤول عنه أو ممن يحق له إدارة المواعيد.' },
  },
  'dates.backwards': {
    status: 422,
    say: { en: 'The span ends on {to}, before it begins on {from}.', ar: 'تنتهي المدة في {to} قبل أن تبدأ في {from}.' },
    fix: { en: 'Exchange the dates.', ar: 'بدّل التاريخين.' },
  },
  'dates.too_long': {
    status: 422,
    say: { en: 'At most {maximum} days are shown at once.', ar: 'تُعرض {maximum} يومًا على الأكثر في المرة الواحدة.' },
    fix: { en: 'Ask for a shorter span.', ar: 'اطلب مدة أقصر.' },
  },
} as const satisfies RefusalTable;
