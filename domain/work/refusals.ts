import type { RefusalTable } from '../kernel/refusal-table.ts';
import { calendarRefusals } from './calendars/refusals.ts';
import { clockRefusals } from './clocks/refusals.ts';

const caseRefusals = {
  'case.transition': {
    status: 409,
    say: {
      en: 'A case that is {from} cannot become {to}. It can become: {allowed}.',
      ar: 'لا تنتقل المعاملة من {from} إلى {to}. المتاح: {allowed}.',
    },
    fix: { en: 'Choose one of the states it can go to.', ar: 'اختر إحدى الحالات المتاحة.' },
  },
  'case.role': {
    status: 403,
    say: { en: 'Your role may not move this case to {to}; {roles} may.', ar: 'دورك لا يسمح بنقل هذه المعاملة إلى {to}، ويسمح به لـ {roles}.' },
    fix: { en: 'Ask somebody with that role.', ar: 'اطلبه ممن له هذا الدور.' },
  },
  'case.reopen_late': {
    status: 409,
    say: { en: 'It can be reopened within {days} days only.', ar: 'يمكن إعادة الفتح خلال {days} يومًا فقط.' },
    fix: { en: 'Open a new case and link it to this one.', ar: 'افتح معاملة جديدة واربطها بهذه.' },
  },
  'case.checklist_open': {
    status: 409,
    say: { en: 'The checklist is not done: {items}.', ar: 'قائمة التحقق لم تكتمل: {items}.' },
    fix: { en: 'Tick the items first, with what shows that they are done.', ar: 'أكمل البنود أولًا مع ما يثبت إنجازها.' },
  },
  'case.reason_required': {
    status: 422,
    say: { en: 'Moving a case to {to} takes a reason.', ar: 'نقل المعاملة إلى {to} يتطلب سببًا.' },
    fix: { en: 'Send `reason`.', ar: 'أرسل reason.' },
  },
  'case.ended': {
    status: 409,
    say: { en: 'The case is {state}.', ar: 'المعاملة {state}.' },
    fix: { en: 'Reopen it first, or open a new one.', ar: 'أعد فتحها أولًا أو افتح معاملة جديدة.' },
  },
  'case.merged': {
    status: 409,
    say: { en: 'The case was merged into {into}.', ar: 'دُمجت المعاملة في {into}.' },
    fix: { en: 'Go on there.', ar: 'تابع هناك.' },
  },
  'case.taken': {
    status: 409,
    say: { en: 'Somebody has taken the case meanwhile: {assignee}.', ar: 'تولى المعاملة شخص آخر في هذه الأثناء: {assignee}.' },
    fix: { en: 'Look at it again before you take it.', ar: 'راجعها قبل أن تتولاها.' },
  },
  'case.full': {
    status: 409,
    say: { en: 'The case holds no more of this.', ar: 'لا تتسع المعاملة للمزيد من هذا.' },
    fix: { en: 'Go on in a new case that is linked to it.', ar: 'تابع في معاملة جديدة مرتبطة بها.' },
  },
  'case.unknown': {
    status: 422,
    say: { en: 'There is no such case.', ar: 'لا توجد معاملة كهذه.' },
    fix: { en: 'Check the id.', ar: 'تحقق من المعرّف.' },
  },
  'case.itself': {
    status: 422,
    say: { en: 'This is the same case.', ar: 'هذه هي المعاملة نفسها.' },
    fix: { en: 'Name another case.', ar: 'اذكر معاملة أخرى.' },
  },
  'case.linked': {
    status: 409,
    say: { en: 'The cases are linked already (#{number}).', ar: 'المعاملتان مرتبطتان بالفعل (#{number}).' },
    fix: { en: 'Take that link back first.', ar: 'أزل الرابط القائم أولًا.' },
  },
  'case.has_parent': {
    status: 409,
    say: { en: 'The case is part of another already.', ar: 'المعاملة جزء من معاملة أخرى بالفعل.' },
    fix: { en: 'Take that link back first.', ar: 'أزل الرابط القائم أولًا.' },
  },
  'case.circle': {
    status: 409,
    say: { en: '#{number} is itself a part of this case.', ar: 'المعاملة #{number} هي نفسها جزء من هذه المعاملة.' },
    fix: { en: 'Turn the link round.', ar: 'اعكس اتجاه الرابط.' },
  },
  'change.window_backwards': {
    status: 422,
    say: { en: 'The window ends before it begins.', ar: 'تنتهي فترة التنفيذ قبل أن تبدأ.' },
    fix: { en: 'Exchange its ends.', ar: 'بدّل طرفيها.' },
  },
  'assignee.unknown': {
    status: 422,
    say: { en: 'Nobody here has the id {assignee}.', ar: 'لا أحد هنا بالمعرّف {assignee}.' },
    fix: { en: 'Choose a member of the firm.', ar: 'اختر عضوًا في المنشأة.' },
  },
  'assignee.role': {
    status: 422,
    say: { en: '{assignee} does not work on cases.', ar: '{assignee} لا يعمل على المعاملات.' },
    fix: { en: 'Choose somebody else.', ar: 'اختر شخصًا آخر.' },
  },
  'field.switched_off': {
    status: 422,
    say: { en: 'The firm does not ask for “{field}” any more.', ar: 'لم تعد المنشأة تطلب الحقل «{field}».' },
    fix: { en: 'Leave it out.', ar: 'لا ترسله.' },
  },
  'form.not_optional': {
    status: 422,
    say: { en: 'Cases of this kind cannot do without “{field}”.', ar: 'لا تستغني معاملات هذا النوع عن الحقل «{field}».' },
    fix: { en: 'Switch off optional fields only.', ar: 'أوقف الحقول الاختيارية فقط.' },
  },
  'form.code_taken': {
    status: 422,
    say: { en: 'There is a field “{field}” already.', ar: 'يوجد حقل بالرمز «{field}» بالفعل.' },
    fix: { en: 'Choose another code.', ar: 'اختر رمزًا آخر.' },
  },
  'form.too_many': {
    status: 422,
    say: { en: 'A kind has at most {maximum} fields of the firm’s own.', ar: 'للنوع {maximum} حقلًا إضافيًا على الأكثر.' },
    fix: { en: 'Use one that is there.', ar: 'استعمل حقلًا موجودًا.' },
  },
  'form.type_fixed': {
    status: 422,
    say: { en: 'The type of “{field}” cannot change: cases say it already.', ar: 'لا يتغير نوع الحقل «{field}» لأن في المعاملات قيمًا منه.' },
    fix: { en: 'Switch it off and add another.', ar: 'أوقفه وأضف حقلًا آخر.' },
  },
  'form.field_gone': {
    status: 422,
    say: { en: '“{field}” cannot be taken away: cases say it already.', ar: 'لا يُحذف الحقل «{field}» لأن في المعاملات قيمًا منه.' },
    fix: { en: 'Switch it off instead.', ar: 'أوقفه بدلًا من ذلك.' },
  },
  'form.choices': {
    status: 422,
    say: { en: 'A list has choices, each once; other fields have none (“{field}”).', ar: 'للقائمة خيارات لا تتكرر، وليس لغيرها خيارات («{field}»).' },
    fix: { en: 'Correct the choices.', ar: 'صحّح الخيارات.' },
  },
  'form.choice_gone': {
    status: 422,
    say: { en: 'The choice “{choice}” cannot be taken away: cases say it already.', ar: 'لا يُحذف الخيار «{choice}» لأن في المعاملات ما يذكره.' },
    fix: { en: 'Switch it off instead.', ar: 'أوقفه بدلًا من ذلك.' },
  },
  'view.too_many': {
    status: 409,
    say: { en: 'There are {maximum} saved views already.', ar: 'لديك {maximum} عرضًا محفوظًا بالفعل.' },
    fix: { en: 'Delete one that is not used.', ar: 'احذف عرضًا لا تستعمله.' },
  },
  'view.not_yours': {
    status: 403,
    say: { en: 'This view was shared by somebody else.', ar: 'هذا العرض شاركه شخص آخر.' },
    fix: { en: 'Save one of your own.', ar: 'احفظ عرضًا خاصًا بك.' },
  },
  'queue.unknown': {
    status: 422,
    say: { en: 'There is no open queue “{queue}”.', ar: 'لا توجد قائمة انتظار مفتوحة باسم «{queue}».' },
    fix: { en: 'Choose one of the queues.', ar: 'اختر إحدى قوائم الانتظار.' },
  },
  'queue.exists': {
    status: 409,
    say: { en: 'There is a queue “{queue}” already.', ar: 'توجد قائمة انتظار باسم «{queue}» بالفعل.' },
    fix: { en: 'Change that one, or choose another code.', ar: 'عدّلها أو اختر رمزًا آخر.' },
  },
  'queue.too_many': {
    status: 409,
    say: { en: 'A firm has at most {maximum} queues.', ar: 'للمنشأة {maximum} قائمة انتظار على الأكثر.' },
    fix: { en: 'Use one that is there.', ar: 'استعمل قائمة موجودة.' },
  },
  'queue.routed': {
    status: 409,
    say: { en: 'Cases go to this queue by themselves: {kinds}.', ar: 'تُوجَّه إلى هذه القائمة معاملات تلقائيًا: {kinds}.' },
    fix: { en: 'Rename it instead.', ar: 'غيّر اسمها بدلًا من ذلك.' },
  },
  'rating.not_requester': {
    status: 403,
    say: { en: 'Only whoever asked can say how it went.', ar: 'التقييم لصاحب الطلب وحده.' },
    fix: { en: 'Leave a comment instead.', ar: 'اترك تعليقًا بدلًا من ذلك.' },
  },
  'rating.not_closed': {
    status: 409,
    say: { en: 'The case is not closed yet.', ar: 'لم تُغلق المعاملة بعد.' },
    fix: { en: 'Close it first.', ar: 'أغلقها أولًا.' },
  },
  'rating.given': {
    status: 409,
    say: { en: 'It was rated already.', ar: 'سبق تقييمها.' },
    fix: { en: 'Leave a comment instead.', ar: 'اترك تعليقًا بدلًا من ذلك.' },
  },
  'time.future': {
    status: 422,
    say: { en: '{date} has not come yet.', ar: 'لم يحل {date} بعد.' },
    fix: { en: 'Write down time that was spent.', ar: 'سجّل وقتًا قُضي فعلًا.' },
  },
} as const satisfies RefusalTable;

/** What the desk refuses: its cases, its hours, its promises. */
export const workRefusals = { ...calendarRefusals, ...clockRefusals, ...caseRefusals };
