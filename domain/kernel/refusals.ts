import type { RefusalTable } from './refusal-table.ts';

/** What any request can meet, whatever its context. */
export const kernelRefusals = {
  'request.malformed': {
    status: 400,
    say: { en: 'The body is not valid JSON.', ar: 'محتوى الطلب ليس JSON صحيحًا.' },
    fix: { en: 'Send one JSON object as described in the reference.', ar: 'أرسل كائن JSON واحدًا كما في المرجع.' },
  },
  'request.invalid': {
    status: 422,
    say: { en: 'Some of this needs correcting.', ar: 'بعض الحقول تحتاج إلى تصحيح.' },
    fix: { en: 'Correct each field that is marked, then send again.', ar: 'صحّح كل حقل مشار إليه ثم أعد الإرسال.' },
  },
  'request.query_invalid': {
    status: 400,
    say: { en: 'The address has faults in its parameters.', ar: 'في معطيات العنوان أخطاء.' },
    fix: { en: 'Mend the parameters named in `errors`.', ar: 'صحّح المعطيات المذكورة في errors.' },
  },
  'request.too_large': {
    status: 413,
    say: { en: 'The body is larger than {limit} bytes.', ar: 'محتوى الطلب أكبر من {limit} بايت.' },
    fix: { en: 'Send less at once, or upload it as a file.', ar: 'أرسل أقل في المرة الواحدة أو ارفعه ملفًا.' },
  },
  'request.too_long': {
    status: 413,
    say: { en: 'The texts are too long to be kept together: {limit} bytes at most.', ar: 'النصوص أطول من أن تُحفظ معًا: الحد الأعلى {limit} بايت.' },
    fix: { en: 'Shorten them, or send fewer lines at once.', ar: 'اختصرها أو أرسل أسطرًا أقل في المرة الواحدة.' },
  },
  'request.media_type': {
    status: 415,
    say: { en: 'This content type is not taken here.', ar: 'نوع المحتوى هذا غير مقبول هنا.' },
    fix: { en: 'Send {accepted}.', ar: 'أرسل {accepted}.' },
  },
  'request.not_found': {
    status: 404,
    say: { en: 'There is nothing here.', ar: 'لا يوجد شيء هنا.' },
    fix: { en: 'Check the address and what you may see.', ar: 'تحقق من العنوان ومما يحق لك الاطلاع عليه.' },
  },
  'request.method': {
    status: 405,
    say: { en: 'This address does not take {method}.', ar: 'هذا العنوان لا يقبل {method}.' },
    fix: { en: 'Use {allowed}.', ar: 'استعمل {allowed}.' },
  },
  'request.conflict': {
    status: 409,
    say: { en: 'Others were changing the same thing at that moment.', ar: 'كان آخرون يغيّرون الشيء نفسه في تلك اللحظة.' },
    fix: { en: 'Send the request again.', ar: 'أعد إرسال الطلب.' },
  },
  'version.missing': {
    status: 428,
    say: { en: 'The change does not say which version it changes.', ar: 'لم يُذكر الإصدار الذي يُراد تعديله.' },
    fix: { en: 'Send `If-Match` with the ETag that you read.', ar: 'أرسل If-Match بقيمة ETag التي قرأتها.' },
  },
  'version.stale': {
    status: 412,
    say: { en: 'It was changed since you read it.', ar: 'تغيّر منذ أن قرأته.' },
    fix: { en: 'Read it again, then change it.', ar: 'اقرأه من جديد ثم عدّله.' },
  },
  'idempotency.mismatch': {
    status: 422,
    say: { en: 'This Idempotency-Key was used for another request.', ar: 'استُعمل مفتاح Idempotency-Key هذا لطلب آخر.' },
    fix: { en: 'Use a new key for a new request.', ar: 'استعمل مفتاحًا جديدًا لكل طلب جديد.' },
  },
  'idempotency.malformed': {
    status: 400,
    say: { en: 'The Idempotency-Key is not 1 to 255 printable characters.', ar: 'يجب أن يكون Idempotency-Key من 1 إلى 255 حرفًا مطبوعًا.' },
    fix: { en: 'Send a UUID, for example.', ar: 'أرسل UUID مثلًا.' },
  },
  'cursor.invalid': {
    status: 400,
    say: { en: 'This cursor was not given for this list.', ar: 'مؤشر الصفحة هذا لا يخص هذه القائمة.' },
    fix: { en: 'Start from the first page, or use `next_cursor` as it was given.', ar: 'ابدأ من الصفحة الأولى أو استعمل next_cursor كما أُعطي.' },
  },
  'session.required': {
    status: 401,
    say: { en: 'You are not signed in.', ar: 'لم تسجّل الدخول.' },
    fix: { en: 'Sign in and send the token as `Authorization: Bearer`.', ar: 'سجّل الدخول وأرسل الرمز في Authorization: Bearer.' },
  },
  'permission.denied': {
    status: 403,
    say: { en: 'Your role here does not allow this ({permission}).', ar: 'دورك هنا لا يسمح بهذا ({permission}).' },
    fix: { en: 'Ask an owner of the firm.', ar: 'اطلبه من أحد مالكي المنشأة.' },
  },
  'rate.limited': {
    status: 429,
    say: { en: 'Too many requests.', ar: 'طلبات كثيرة في وقت قصير.' },
    fix: { en: 'Try again in {seconds} seconds.', ar: 'أعد المحاولة بعد {seconds} ثانية.' },
  },
  'server.fault': {
    status: 500,
    say: { en: 'Something of ours failed; nothing was changed.', ar: 'حدث خلل لدينا ولم يتغيّر شيء.' },
    fix: { en: 'Try again; if it stays, send us the request id.', ar: 'أعد المحاولة، وإن استمر فأرسل إلينا رقم الطلب.' },
  },
  'server.busy': {
    status: 503,
    say: { en: 'The store cannot be reached just now.', ar: 'تعذّر الوصول إلى مخزن البيانات الآن.' },
    fix: { en: 'Try again in a moment with the same Idempotency-Key.', ar: 'أعد المحاولة بعد لحظات بالمفتاح نفسه.' },
  },

  // Members of a request.
  'field.required': { status: 422, say: { en: 'This is required.', ar: 'هذا الحقل مطلوب.' }, fix: { en: 'Send it.', ar: 'أرسله.' } },
  'field.unknown': {
    status: 422,
    say: { en: 'There is no member “{name}” here.', ar: 'لا يوجد حقل باسم «{name}» هنا.' },
    fix: { en: 'Leave it out, or check its spelling.', ar: 'احذفه أو تحقق من تهجئته.' },
  },
  'field.type': {
    status: 422,
    say: { en: 'Expected {expected}.', ar: 'المتوقع {expected}.' },
    fix: { en: 'Send the right type.', ar: 'أرسل النوع الصحيح.' },
  },
  'field.format': {
    status: 422,
    say: { en: 'This is not in the expected form.', ar: 'هذا ليس بالصيغة المتوقعة.' },
    fix: { en: 'Its form is {format}.', ar: 'صيغته {format}.' },
  },
  'field.too_short': {
    status: 422,
    say: { en: 'This is too short or too small: at least {minimum}.', ar: 'أقل من المطلوب: الحد الأدنى {minimum}.' },
    fix: { en: 'Send more.', ar: 'أرسل أكثر.' },
  },
  'field.too_long': {
    status: 422,
    say: { en: 'At most {maximum} allowed.', ar: 'الحد الأعلى {maximum}.' },
    fix: { en: 'Send less.', ar: 'أرسل أقل.' },
  },
  'field.choice': {
    status: 422,
    say: { en: 'Expected one of: {choices}.', ar: 'المتوقع أحد: {choices}.' },
    fix: { en: 'Choose one of them.', ar: 'اختر واحدًا منها.' },
  },
  'field.invalid': {
    status: 422,
    say: { en: 'This is not valid.', ar: 'هذه القيمة غير صحيحة.' },
    fix: { en: 'See the reference.', ar: 'انظر المرجع.' },
  },
  'date.not_real': {
    status: 422,
    say: { en: '“{date}” is not a date that exists (YYYY-MM-DD).', ar: '«{date}» ليس تاريخًا موجودًا (YYYY-MM-DD).' },
    fix: { en: 'Send a date of the calendar.', ar: 'أرسل تاريخًا صحيحًا.' },
  },
  'amount.malformed': {
    status: 422,
    say: { en: '“{amount}” is not an amount.', ar: '«{amount}» ليس مبلغًا.' },
    fix: { en: 'Send a decimal string such as "{example}".', ar: 'أرسل المبلغ نصًا عشريًا مثل "{example}".' },
  },
  'amount.digits': {
    status: 422,
    say: { en: 'An amount in {currency} has exactly {digits} decimals.', ar: 'المبلغ بعملة {currency} له {digits} منازل عشرية بالضبط.' },
    fix: { en: 'Send it as "{example}".', ar: 'أرسله هكذا "{example}".' },
  },
  'amount.too_large': {
    status: 422,
    say: { en: 'The amount is larger than a line may hold.', ar: 'المبلغ أكبر مما يسعه السطر.' },
    fix: { en: 'Check the figure.', ar: 'راجع الرقم.' },
  },
  'amount.negative': {
    status: 422,
    say: { en: 'The amount must be above zero.', ar: 'يجب أن يكون المبلغ أكبر من الصفر.' },
    fix: { en: 'Send it on the other side instead.', ar: 'ضعه في الجانب الآخر.' },
  },
} as const satisfies RefusalTable;
