import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const licencesRefusals = {
  'licence.not_running': {
    status: 409,
    say: { en: '{product} is {state}: no seat of it can be given.', ar: 'ترخيص {product} ({state}): لا تُسند منه مقاعد.' },
    fix: { en: 'Renew it first.', ar: 'جدّده أولًا.' },
  },
  'licence.full': {
    status: 409,
    say: { en: 'All {seats} seats of {product} are held.', ar: 'جميع مقاعد {product} مشغولة ({seats}).' },
    fix: { en: 'Release a seat, or buy more.', ar: 'أخلِ مقعدًا أو اشترِ المزيد.' },
  },
  'licence.seat_held': {
    status: 409,
    say: { en: '{name} holds a seat of {product} already.', ar: 'لدى {name} مقعد من {product} بالفعل.' },
    fix: { en: 'One seat is enough.', ar: 'مقعد واحد يكفي.' },
  },
  'licence.seat_released': {
    status: 409,
    say: { en: 'The seat of {name} was released already.', ar: 'سبق إخلاء مقعد {name}.' },
    fix: { en: 'Nothing is left to do here.', ar: 'لا شيء متبقٍّ هنا.' },
  },
  'licence.seats_held': {
    status: 409,
    say: { en: '{held} seats are held: there cannot be fewer.', ar: 'المقاعد المشغولة {held}: لا يمكن أن يقل العدد عنها.' },
    fix: { en: 'Release seats first.', ar: 'أخلِ مقاعد أولًا.' },
  },
  'licence.backwards': {
    status: 422,
    say: { en: 'The term ends before it begins.', ar: 'تنتهي المدة قبل أن تبدأ.' },
    fix: { en: 'Exchange its dates.', ar: 'بدّل التاريخين.' },
  },
  'licence.overlaps': {
    status: 422,
    say: { en: 'The last term runs until {endsOn}.', ar: 'المدة الأخيرة سارية حتى {endsOn}.' },
    fix: { en: 'Let the renewal begin after it.', ar: 'اجعل التجديد يبدأ بعدها.' },
  },
  'licence.endless': {
    status: 409,
    say: { en: '{product} does not end: there is nothing to renew.', ar: 'ترخيص {product} دائم ولا يحتاج إلى تجديد.' },
    fix: { en: 'Change its seats instead.', ar: 'غيّر عدد المقاعد بدلًا من ذلك.' },
  },
  'licence.too_many_terms': {
    status: 409,
    say: { en: 'A licence keeps at most {maximum} terms.', ar: 'يحتفظ الترخيص بما لا يزيد على {maximum} مدة.' },
    fix: { en: 'Enter a new licence.', ar: 'سجّل ترخيصًا جديدًا.' },
  },
} as const satisfies RefusalTable;
