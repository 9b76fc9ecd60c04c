import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const filingRefusals = {
  'record.type_unknown': {
    status: 422,
    say: { en: 'Files of type {type} are not kept. These are: {allowed}.', ar: 'لا تُحفظ الملفات من نوع {type}. الأنواع المقبولة: {allowed}.' },
    fix: { en: 'Save it as one of the types that are kept, such as PDF.', ar: 'احفظه بأحد الأنواع المقبولة، مثل PDF.' },
  },
  'record.runs': {
    status: 422,
    say: { en: '{name} could run on somebody’s machine and is not kept.', ar: 'لا يُحفظ {name} لأنه قابل للتشغيل.' },
    fix: { en: 'Save what it says as a PDF or a plain text.', ar: 'احفظ محتواه بصيغة PDF أو نصًا عاديًا.' },
  },
  'record.file_empty': {
    status: 422,
    say: { en: 'The file is empty.', ar: 'الملف فارغ.' },
    fix: { en: 'Choose a file that has something in it.', ar: 'اختر ملفًا فيه محتوى.' },
  },
  'record.file_too_large': {
    status: 413,
    say: { en: 'The file is larger than {maximum} bytes.', ar: 'الملف أكبر من {maximum} بايت.' },
    fix: { en: 'Split it, or make it smaller.', ar: 'قسّمه أو صغّر حجمه.' },
  },
  'record.not_uploaded': {
    status: 409,
    say: { en: 'No file with the declared digest has arrived.', ar: 'لم يصل ملف بالبصمة المذكورة.' },
    fix: { en: 'Upload it to the address that you were given, or ask for a new one.', ar: 'ارفعه إلى العنوان المعطى لك، أو اطلب عنوانًا جديدًا.' },
  },
  'record.digest_differs': {
    status: 422,
    say: {
      en: 'The file that arrived is not the one that was declared: its SHA-256 or its size differs.',
      ar: 'الملف الذي وصل ليس الملف المعلن: بصمته SHA-256 أو حجمه مختلف.',
    },
    fix: { en: 'Nothing was kept. Upload it again.', ar: 'لم يُحفظ شيء. ارفعه من جديد.' },
  },
  'record.type_differs': {
    status: 422,
    say: { en: 'The file is not what it says it is: {type}.', ar: 'الملف ليس من النوع المذكور: {type}.' },
    fix: { en: 'Nothing was kept. Name the type that the file really has.', ar: 'لم يُحفظ شيء. اذكر نوع الملف الفعلي.' },
  },
  'record.disposed': {
    status: 409,
    say: { en: 'The record was disposed of.', ar: 'أُتلف هذا السجل.' },
    fix: { en: 'Its certificate says when and by whom.', ar: 'شهادة الإتلاف تبين متى ومن قام بذلك.' },
  },
  'record.full': {
    status: 409,
    say: { en: 'The record holds no more than {maximum} of these.', ar: 'لا يتسع السجل لأكثر من {maximum} من هذا.' },
    fix: { en: 'File a new record and link it to the same thing.', ar: 'أنشئ سجلًا جديدًا واربطه بالشيء نفسه.' },
  },
  'record.link_unknown': {
    status: 422,
    say: { en: 'There is nothing with this id to link to.', ar: 'لا يوجد ما يُربط به بهذا المعرّف.' },
    fix: { en: 'Check the kind and the id.', ar: 'تحقق من النوع والمعرّف.' },
  },
  'class.unknown': {
    status: 422,
    say: { en: 'There is no such class of records.', ar: 'لا توجد فئة سجلات كهذه.' },
    fix: { en: 'Choose one of the classes that you are shown.', ar: 'اختر إحدى الفئات المعروضة لك.' },
  },
  'class.exists': {
    status: 409,
    say: { en: 'There is a class with this code already.', ar: 'توجد فئة بهذا الرمز.' },
    fix: { en: 'Choose another code.', ar: 'اختر رمزًا آخر.' },
  },
  'class.archived': {
    status: 409,
    say: { en: 'Nothing more is filed under this class.', ar: 'لم يعد يُحفظ شيء تحت هذه الفئة.' },
    fix: { en: 'Choose another class.', ar: 'اختر فئة أخرى.' },
  },
  'class.shorter': {
    status: 422,
    say: {
      en: 'A class keeps its records at least as long as it did: {months} months.',
      ar: 'لا تقل مدة الحفظ في الفئة عما كانت عليه: {months} شهرًا.',
    },
    fix: { en: 'Lengthen it, or add another class for what is filed from now on.', ar: 'أطل المدة، أو أضف فئة أخرى لما سيُحفظ من الآن.' },
  },
  'class.stays_confidential': {
    status: 422,
    say: { en: 'Records of a confidential class stay confidential.', ar: 'سجلات الفئة السرية تبقى سرية.' },
    fix: { en: 'Move the record to a class that is not confidential.', ar: 'انقل السجل إلى فئة غير سرية.' },
  },
  'class.without_owner': {
    status: 422,
    say: { en: 'The owner is among the readers of every class.', ar: 'المالك من قرّاء كل فئة.' },
    fix: { en: 'Name the owner among the readers.', ar: 'أضف المالك إلى القرّاء.' },
  },
  'class.full': {
    status: 409,
    say: { en: 'A firm has no more than {maximum} of these.', ar: 'لا تتجاوز المنشأة {maximum} من هذا.' },
    fix: { en: 'Change one that is there.', ar: 'عدّل أحد الموجود.' },
  },
} as const satisfies RefusalTable;
