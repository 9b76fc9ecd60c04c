import type { RefusalTable } from '../kernel/refusal-table.ts';

export const firmsRefusals = {
  'country.unknown': {
    status: 422,
    say: { en: '“{country}” is not a country code.', ar: '«{country}» ليس رمز دولة.' },
    fix: { en: 'Send an ISO 3166 code such as SA.', ar: 'أرسل رمز ISO 3166 مثل SA.' },
  },
  'currency.unknown': {
    status: 422,
    say: { en: '“{currency}” is not a currency.', ar: '«{currency}» ليست عملة.' },
    fix: { en: 'Send an ISO 4217 code such as SAR.', ar: 'أرسل رمز ISO 4217 مثل SAR.' },
  },
  'plan.unknown': {
    status: 422,
    say: { en: 'There is no plan “{plan}”.', ar: 'لا توجد باقة باسم «{plan}».' },
    fix: { en: 'Choose one of the published plans.', ar: 'اختر إحدى الباقات المعلنة.' },
  },
  'member.exists': {
    status: 409,
    say: { en: 'This person is a member already.', ar: 'هذا الشخص عضو بالفعل.' },
    fix: { en: 'Change the role of the member instead.', ar: 'غيّر دور العضو بدلًا من ذلك.' },
  },
  'member.last_owner': {
    status: 409,
    say: { en: 'A firm keeps at least one owner.', ar: 'لا بد أن يبقى للمنشأة مالك واحد على الأقل.' },
    fix: { en: 'Make another member an owner first.', ar: 'اجعل عضوًا آخر مالكًا أولًا.' },
  },
  'plan.for_providers': {
    status: 422,
    say: { en: 'This plan is for providers.', ar: 'هذه الباقة للمكاتب.' },
    fix: { en: 'Choose another plan, or found the firm as a provider.', ar: 'اختر باقة أخرى أو أسّس المنشأة بوصفها مكتبًا.' },
  },
  'timezone.unknown': {
    status: 422,
    say: { en: 'There is no time zone “{timeZone}”.', ar: 'لا توجد منطقة زمنية باسم «{timeZone}».' },
    fix: { en: 'Send an IANA name such as Asia/Riyadh.', ar: 'أرسل اسم IANA مثل Asia/Riyadh.' },
  },
  'tax_number.malformed': {
    status: 422,
    say: { en: '“{number}” is not a tax number of this country.', ar: '«{number}» ليس رقمًا ضريبيًا في هذه الدولة.' },
    fix: { en: 'Check its digits on the registration certificate.', ar: 'راجع أرقامه في شهادة التسجيل.' },
  },
  'firm.book_started': {
    status: 409,
    say: { en: 'The fiscal year is settled once the first entry is posted.', ar: 'تثبت السنة المالية بعد ترحيل أول قيد.' },
    fix: { en: 'Leave the start of the year as it is.', ar: 'اترك بداية السنة كما هي.' },
  },
  'seats.full': {
    status: 409,
    say: { en: 'The plan has room for {limit} members, invitations included.', ar: 'تتسع الباقة لعدد {limit} من الأعضاء مع الدعوات.' },
    fix: { en: 'Remove a member, withdraw an invitation, or choose a larger plan.', ar: 'أزل عضوًا أو اسحب دعوة أو اختر باقة أكبر.' },
  },
  'invitation.exists': {
    status: 409,
    say: { en: 'This address is invited already.', ar: 'هذا البريد مدعو بالفعل.' },
    fix: { en: 'Withdraw the invitation first to send another.', ar: 'اسحب الدعوة أولًا لإرسال غيرها.' },
  },
  'invitation.answered': {
    status: 409,
    say: { en: 'This invitation was answered or withdrawn already.', ar: 'رُدَّ على هذه الدعوة أو سُحبت من قبل.' },
    fix: { en: 'Look at the members for what came of it.', ar: 'انظر الأعضاء لمعرفة ما آلت إليه.' },
  },
} as const satisfies RefusalTable;
