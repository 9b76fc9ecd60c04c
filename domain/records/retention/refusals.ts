import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const retentionRefusals = {
  'record.kept': {
    status: 409,
    say: { en: 'The record is kept until {until}.', ar: 'يُحفظ السجل حتى {until}.' },
    fix: { en: 'Wait until then: nobody can shorten it.', ar: 'انتظر حتى ذلك التاريخ، فلا أحد يستطيع تقصيره.' },
  },
  'record.no_end': {
    status: 409,
    say: {
      en: 'The record has no end yet: the date from which its class counts is missing.',
      ar: 'لا نهاية لحفظ السجل بعد: التاريخ الذي تُحسب منه فئته غير مدخل.',
    },
    fix: { en: 'Enter the date.', ar: 'أدخل التاريخ.' },
  },
  'record.held': {
    status: 409,
    say: { en: 'The record is on hold: {matters}.', ar: 'على السجل حجز حفظ: {matters}.' },
    fix: { en: 'It stays until every hold on it is released.', ar: 'يبقى إلى أن يُرفع كل حجز عليه.' },
  },
  'record.unknown': {
    status: 422,
    say: { en: 'There is no such record.', ar: 'لا يوجد سجل كهذا.' },
    fix: { en: 'Check the id.', ar: 'تحقق من المعرّف.' },
  },
  'hold.released': {
    status: 409,
    say: { en: 'The hold was released already.', ar: 'رُفع هذا الحجز من قبل.' },
    fix: { en: 'Place a new one if the records are needed again.', ar: 'ضع حجزًا جديدًا إذا لزمت السجلات من جديد.' },
  },
  'hold.scope_empty': {
    status: 422,
    say: {
      en: 'A hold says what it covers: records, or a class, contact, tag or period.',
      ar: 'يحدد الحجز ما يشمله: سجلات، أو فئة أو جهة اتصال أو وسم أو فترة.',
    },
    fix: { en: 'Name at least one.', ar: 'اذكر واحدًا على الأقل.' },
  },
  'hold.full': {
    status: 409,
    say: { en: 'There are {maximum} active holds.', ar: 'بلغ عدد حجوزات الحفظ السارية {maximum}.' },
    fix: { en: 'Release those whose matter is over.', ar: 'ارفع ما انتهى سببه.' },
  },
  'disposal.blocked': {
    status: 409,
    say: { en: '{count} of the records cannot be disposed of.', ar: 'لا يمكن إتلاف {count} من السجلات.' },
    fix: { en: 'Leave them out: each says why.', ar: 'استبعدها: لكل منها سببه.' },
  },
  'disposal.same_person': {
    status: 403,
    say: { en: 'Whoever puts records forward for disposal does not approve it.', ar: 'من اقترح الإتلاف لا يعتمده.' },
    fix: { en: 'Ask a second person.', ar: 'اطلب اعتماد شخص ثانٍ.' },
  },
  'disposal.decided': {
    status: 409,
    say: { en: 'The disposal is {state} already.', ar: 'الإتلاف {state} من قبل.' },
    fix: { en: 'Look at it again.', ar: 'راجعه من جديد.' },
  },
  'disposal.not_yours': {
    status: 403,
    say: { en: 'Only whoever put it forward can take it back.', ar: 'لا يسحبه إلا من اقترحه.' },
    fix: { en: 'Reject it instead.', ar: 'ارفضه بدلًا من ذلك.' },
  },
  'disposal.reason_required': {
    status: 422,
    say: { en: 'Rejecting takes a reason.', ar: 'الرفض يتطلب سببًا.' },
    fix: { en: 'Send `reason`.', ar: 'أرسل reason.' },
  },
  'disposal.not_done': {
    status: 409,
    say: { en: 'There is no certificate before the disposal is carried out.', ar: 'لا شهادة قبل تنفيذ الإتلاف.' },
    fix: { en: 'Come back when it is done.', ar: 'عد عند اكتماله.' },
  },
} as const satisfies RefusalTable;
