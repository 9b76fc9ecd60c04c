import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const accessRefusals = {
  'system.unknown': {
    status: 422,
    say: { en: 'There is no such system in the register.', ar: 'لا يوجد نظام كهذا في السجل.' },
    fix: { en: 'Add it to the register first.', ar: 'أضفه إلى السجل أولًا.' },
  },
  'system.exists': {
    status: 409,
    say: { en: 'There is a system “{name}” already.', ar: 'يوجد نظام باسم «{name}» بالفعل.' },
    fix: { en: 'Use that one, or choose another name.', ar: 'استعمله أو اختر اسمًا آخر.' },
  },
  'access.level_unknown': {
    status: 422,
    say: { en: '{system} has the levels: {levels}.', ar: 'مستويات {system}: {levels}.' },
    fix: { en: 'Choose one of them.', ar: 'اختر أحدها.' },
  },
  'access.ended': {
    status: 422,
    say: { en: '{until} has passed.', ar: 'مضى تاريخ {until}.' },
    fix: { en: 'Choose a later day, or none.', ar: 'اختر يومًا لاحقًا أو اتركه فارغًا.' },
  },
  'access.exists': {
    status: 409,
    say: { en: '{name} has this access already, or has asked for it.', ar: 'لدى {name} هذه الصلاحية أو طُلبت له بالفعل.' },
    fix: { en: 'Open the one that is there.', ar: 'افتح الصلاحية القائمة.' },
  },
  'access.transition': {
    status: 409,
    say: { en: 'Access that is {from} does not allow “{act}”. It allows: {allowed}.', ar: 'الصلاحية ({from}) لا تقبل «{act}». المتاح: {allowed}.' },
    fix: { en: 'Choose one of the acts that it allows.', ar: 'اختر أحد الإجراءات المتاحة.' },
  },
  'access.not_approver': {
    status: 403,
    say: { en: 'Access is approved by {owner}, the owner of the system.', ar: 'يعتمد الصلاحية مالك النظام: {owner}.' },
    fix: { en: 'Ask them.', ar: 'اطلبها منه.' },
  },
  'access.same_person': {
    status: 409,
    say: { en: '{name} approved it: on {system} somebody else puts it in place.', ar: 'اعتمدها {name}: في {system} ينفذها شخص آخر.' },
    fix: { en: 'Let somebody else do it, or change the rule of the system.', ar: 'لينفذها غيره، أو غيّر قاعدة النظام.' },
  },
  'review.running': {
    status: 409,
    say: { en: 'A review of {system} is running.', ar: 'مراجعة {system} جارية.' },
    fix: { en: 'Finish that one.', ar: 'أكملها أولًا.' },
  },
  'review.too_large': {
    status: 409,
    say: { en: 'A review holds at most {maximum} lines.', ar: 'تتسع المراجعة لـ {maximum} سطر على الأكثر.' },
    fix: { en: 'Split the system.', ar: 'قسّم النظام.' },
  },
  'review.not_owner': {
    status: 403,
    say: { en: 'The review is for {owner} to answer.', ar: 'المراجعة لمالك النظام: {owner}.' },
    fix: { en: 'Ask them.', ar: 'اطلبها منه.' },
  },
  'review.answered': {
    status: 409,
    say: { en: 'The line was answered already: {decision}.', ar: 'سبق البت في السطر: {decision}.' },
    fix: { en: 'Revoke or request the access itself.', ar: 'اسحب الصلاحية أو اطلبها مباشرة.' },
  },
  'leaver.exists': {
    status: 409,
    say: { en: 'A leaver’s case of {name} is open: #{number}.', ar: 'لـ {name} معاملة إخلاء طرف مفتوحة: #{number}.' },
    fix: { en: 'Go on there.', ar: 'تابع هناك.' },
  },
  'leaver.closed': {
    status: 409,
    say: { en: 'The clearance is closed.', ar: 'إخلاء الطرف مغلق.' },
    fix: { en: 'Open a new one.', ar: 'افتح معاملة جديدة.' },
  },
  'leaver.line_closed': {
    status: 409,
    say: { en: '“{label}” is closed already.', ar: 'سبق إغلاق «{label}».' },
    fix: { en: 'Nothing is left to do here.', ar: 'لا شيء متبقٍّ هنا.' },
  },
  'leaver.evidence': {
    status: 422,
    say: { en: 'This does not show that “{label}” is settled.', ar: 'هذا لا يثبت تسوية «{label}».' },
    fix: {
      en: 'Name the return, the released seat, the revoked access or the case; or let an owner waive it.',
      ar: 'اذكر محضر الاستلام أو المقعد المُخلى أو الصلاحية المسحوبة أو المعاملة، أو ليُعفِ منه مالك المنشأة.',
    },
  },
  'leaver.waiver_owner': {
    status: 403,
    say: { en: 'Only an owner of the firm can waive a line.', ar: 'الإعفاء من بند لمالك المنشأة وحده.' },
    fix: { en: 'Ask an owner, or bring evidence.', ar: 'اطلبه من المالك أو قدّم الإثبات.' },
  },
  'leaver.lines_open': {
    status: 409,
    say: { en: '{count} lines are open, first “{first}”.', ar: 'بقي {count} بند مفتوح، أولها «{first}».' },
    fix: { en: 'Close each with its evidence.', ar: 'أغلق كل بند بإثباته.' },
  },
  'leaver.case': {
    status: 409,
    say: { en: 'This case is a clearance: it ends when its lines are closed.', ar: 'هذه معاملة إخلاء طرف: تنتهي بإغلاق بنودها.' },
    fix: { en: 'Close the clearance.', ar: 'أغلق إخلاء الطرف.' },
  },
} as const satisfies RefusalTable;
