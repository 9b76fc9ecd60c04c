import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const assetsRefusals = {
  'asset.unknown': {
    status: 422,
    say: { en: 'There is no such asset.', ar: 'لا يوجد أصل كهذا.' },
    fix: { en: 'Check the id.', ar: 'تحقق من المعرّف.' },
  },
  'asset.tag_taken': {
    status: 409,
    say: { en: 'Another asset has the tag {tag}.', ar: 'رقم البطاقة {tag} لأصل آخر.' },
    fix: { en: 'Leave the tag out to take the next one.', ar: 'اتركه فارغًا ليأخذ الرقم التالي.' },
  },
  'asset.serial_taken': {
    status: 409,
    say: { en: 'The serial number {serial} belongs to {tag}.', ar: 'الرقم التسلسلي {serial} للأصل {tag}.' },
    fix: { en: 'Open that asset, or check the number.', ar: 'افتح ذلك الأصل أو تحقق من الرقم.' },
  },
  'asset.transition': {
    status: 409,
    say: { en: '{tag} is {from} and cannot become {to}. It can become: {allowed}.', ar: 'لا ينتقل {tag} من {from} إلى {to}. المتاح: {allowed}.' },
    fix: { en: 'Choose one of the states it can go to.', ar: 'اختر إحدى الحالات المتاحة.' },
  },
  'asset.promised': {
    status: 409,
    say: { en: '{tag} waits for somebody to accept it.', ar: '{tag} بانتظار قبول من سُلّم إليه.' },
    fix: { en: 'Withdraw that hand-over first.', ar: 'اسحب ذلك التسليم أولًا.' },
  },
  'asset.reason_required': {
    status: 422,
    say: { en: 'Becoming {to} takes a reason.', ar: 'الانتقال إلى {to} يتطلب سببًا.' },
    fix: { en: 'Send `reason`.', ar: 'أرسل reason.' },
  },
  'asset.custodian_differs': {
    status: 422,
    say: { en: '{tag} is not in the custody of {name}.', ar: '{tag} ليس في عهدة {name}.' },
    fix: { en: 'Record one return per custodian.', ar: 'سجّل محضر استلام لكل صاحب عهدة.' },
  },
  'holder.unknown': {
    status: 422,
    say: { en: 'Nobody here has this id.', ar: 'لا أحد هنا بهذا المعرّف.' },
    fix: { en: 'Choose a member, or give a name.', ar: 'اختر عضوًا أو اكتب اسمًا.' },
  },
  'hand_over.settled': {
    status: 409,
    say: { en: 'The hand-over is {state} already.', ar: 'سبق البت في المحضر: {state}.' },
    fix: { en: 'Make a new hand-over.', ar: 'أنشئ محضر تسليم جديدًا.' },
  },
  'hand_over.not_yours': {
    status: 403,
    say: { en: 'Only {name} can answer this.', ar: 'الرد لـ {name} وحده.' },
    fix: { en: 'Let them sign in as themself.', ar: 'ليسجّل دخوله بحسابه.' },
  },
  'hand_over.not_witness': {
    status: 403,
    say: { en: 'Only {name}, who issued it, can witness this.', ar: 'الشهادة لمن أصدره وحده: {name}.' },
    fix: { en: 'Withdraw it and issue it yourself.', ar: 'اسحب المحضر وأصدره بنفسك.' },
  },
  'hand_over.name_differs': {
    status: 422,
    say: { en: 'The name typed is not {name}.', ar: 'الاسم المكتوب ليس {name}.' },
    fix: { en: 'Type the name as it stands on the hand-over.', ar: 'اكتب الاسم كما في المحضر.' },
  },
  'consumable.exists': {
    status: 409,
    say: { en: 'There is an item “{name}” already.', ar: 'يوجد صنف باسم «{name}» بالفعل.' },
    fix: { en: 'Restock that one.', ar: 'أضف إلى رصيده.' },
  },
  'consumable.short': {
    status: 409,
    say: { en: 'Only {stock} are left.', ar: 'لم يبق إلا {stock}.' },
    fix: { en: 'Issue fewer, or restock first.', ar: 'اصرف أقل أو أعد التخزين أولًا.' },
  },
  'consumable.too_many': {
    status: 422,
    say: { en: 'The stock holds at most {maximum}.', ar: 'الحد الأقصى للرصيد {maximum}.' },
    fix: { en: 'Count in a larger unit.', ar: 'استعمل وحدة أكبر.' },
  },
  'discovery.columns': {
    status: 422,
    say: { en: 'No column of the file holds a serial number or a tag.', ar: 'لا يوجد في الملف عمود للرقم التسلسلي أو رقم البطاقة.' },
    fix: { en: 'Name one `Serial number` or `Asset tag` in the first line.', ar: 'سمِّ أحد الأعمدة «الرقم التسلسلي» في السطر الأول.' },
  },
  'discovery.empty': {
    status: 422,
    say: { en: 'The file has no lines.', ar: 'الملف بلا سطور.' },
    fix: { en: 'Export it again.', ar: 'صدّره من جديد.' },
  },
  'discovery.too_many': {
    status: 422,
    say: { en: 'The file has more than {maximum} lines.', ar: 'في الملف أكثر من {maximum} سطر.' },
    fix: { en: 'Split it.', ar: 'قسّمه.' },
  },
  'discovery.started': {
    status: 409,
    say: { en: 'This file is being applied, or was.', ar: 'هذا الملف طُبّق أو يُطبّق الآن.' },
    fix: { en: 'Upload it again: what is there already stays as it is.', ar: 'ارفعه من جديد: الموجود لا يتغيّر.' },
  },
} as const satisfies RefusalTable;
