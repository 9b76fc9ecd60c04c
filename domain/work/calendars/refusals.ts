import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const calendarRefusals = {
  'calendar.time_zone': {
    status: 422,
    say: { en: 'There is no time zone “{zone}”.', ar: 'لا توجد منطقة زمنية باسم «{zone}».' },
    fix: { en: 'Use a name of the tz database, such as Asia/Riyadh.', ar: 'استعمل اسمًا من قاعدة tz مثل Asia/Riyadh.' },
  },
  'calendar.always_open': {
    status: 422,
    say: { en: 'A calendar that is always open has no weeks or holidays.', ar: 'التقويم المفتوح دائمًا لا أسابيع له ولا عطل.' },
    fix: { en: 'Leave them out, or do not keep it always open.', ar: 'احذفها أو ألغِ خيار «مفتوح دائمًا».' },
  },
  'calendar.no_open_hours': {
    status: 422,
    say: {
      en: 'The week is open for less than {minimum} minutes: nothing in it would ever fall due.',
      ar: 'الأسبوع مفتوح أقل من {minimum} دقيقة فلن يحل فيه أي موعد.',
    },
    fix: { en: 'Give it open hours; enter closures as holidays.', ar: 'حدد له ساعات عمل، وأدخل أيام الإغلاق عطلًا.' },
  },
  'calendar.week_order': {
    status: 422,
    say: { en: 'The week from {from} does not come after the week before it.', ar: 'الأسبوع الساري من {from} لا يلي الأسبوع الذي قبله.' },
    fix: { en: 'List weeks in order of date, each date once.', ar: 'رتب الأسابيع بالتاريخ، وكل تاريخ مرة واحدة.' },
  },
  'calendar.time': {
    status: 422,
    say: { en: '“{time}” is not a time of day (00:00 to 24:00).', ar: '«{time}» ليس وقتًا من اليوم (00:00 إلى 24:00).' },
    fix: { en: 'Write it as HH:MM.', ar: 'اكتبه بصيغة HH:MM.' },
  },
  'calendar.interval_backwards': {
    status: 422,
    say: { en: 'The hours {from} to {to} end before they begin.', ar: 'الساعات من {from} إلى {to} تنتهي قبل أن تبدأ.' },
    fix: {
      en: 'Hours that pass midnight are entered on both days, until 24:00 and from 00:00.',
      ar: 'الساعات التي تتجاوز منتصف الليل تُدخل في اليومين: حتى 24:00 ومن 00:00.',
    },
  },
  'calendar.intervals_overlap': {
    status: 422,
    say: { en: 'The hours from {from} begin before those until {to} are over.', ar: 'الساعات التي تبدأ {from} تتداخل مع التي تنتهي {to}.' },
    fix: { en: 'Join the two, or move one.', ar: 'ادمجهما أو غيّر إحداهما.' },
  },
  'calendar.holiday_backwards': {
    status: 422,
    say: { en: 'The holiday from {from} ends before it begins, on {to}.', ar: 'العطلة من {from} تنتهي قبل أن تبدأ، في {to}.' },
    fix: { en: 'Exchange the dates.', ar: 'بدّل التاريخين.' },
  },
  'calendar.holiday_too_long': {
    status: 422,
    say: { en: 'A holiday has at most {maximum} days.', ar: 'العطلة {maximum} يومًا على الأكثر.' },
    fix: { en: 'Change the working week for longer spans.', ar: 'للمدد الأطول غيّر أسبوع العمل.' },
  },
  'calendar.too_many': {
    status: 422,
    say: { en: 'At most {maximum} of these fit a calendar.', ar: 'يسع التقويم {maximum} منها على الأكثر.' },
    fix: { en: 'Leave out those that are long past.', ar: 'احذف ما مضى عليه زمن طويل.' },
  },
} as const satisfies RefusalTable;
