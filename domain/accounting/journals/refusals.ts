import type { RefusalTable } from '../../kernel/refusal-table.ts';

/** Everything that a line of an imported file can be refused for, in the words of both languages. */
export const journalRefusals = {
  'import.include_refused': {
    status: 422,
    say: { en: 'The line includes another file, {path}.', ar: 'يستدعي هذا السطر ملفًا آخر: {path}.' },
    fix: { en: 'Put the contents of that file here, or import it by itself.', ar: 'انسخ محتوى ذلك الملف هنا، أو استورده وحده.' },
  },
  'import.plugin_refused': {
    status: 422,
    say: {
      en: 'The plugin {name} may change the entries, and cannot run here.',
      ar: 'الإضافة البرمجية {name} قد تغيّر القيود، ولا يمكن تشغيلها هنا.',
    },
    fix: {
      en: 'Print the journal with the plugin applied (bean-report print), and import that.',
      ar: 'اطبع اليومية بعد تطبيق الإضافة (bean-report print) واستورد الناتج.',
    },
  },
  'import.directive_refused': {
    status: 422,
    say: {
      en: 'The directive {directive} changes how amounts are read, and is not supported.',
      ar: 'التوجيه {directive} يغيّر قراءة المبالغ، وهو غير مدعوم.',
    },
    fix: { en: 'Write the amounts out in full and remove the directive.', ar: 'اكتب المبالغ كاملة واحذف هذا التوجيه.' },
  },
  'import.expression_refused': {
    status: 422,
    say: { en: 'The amount is a formula that is not understood: {text}.', ar: 'المبلغ مكتوب على هيئة معادلة غير مفهومة: {text}.' },
    fix: { en: 'Write the amount that it gives.', ar: 'اكتب المبلغ الناتج عنها.' },
  },
  'import.query_refused': {
    status: 422,
    say: { en: 'The condition of the automated entry is not understood: {text}.', ar: 'شرط القيد الآلي غير مفهوم: {text}.' },
    fix: { en: 'Name the accounts that it matches, for example /^Expenses:Food/.', ar: 'اذكر الحسابات التي ينطبق عليها، مثل /^Expenses:Food/.' },
  },
  'import.pattern_refused': {
    status: 422,
    say: { en: 'The pattern {text} is malformed, or too costly to match.', ar: 'النمط {text} غير صحيح أو تستغرق مطابقته وقتًا أطول من اللازم.' },
    fix: { en: 'Use a simpler pattern, without repeated groups.', ar: 'استعمل نمطًا أبسط بلا مجموعات مكررة.' },
  },
  'import.timeclock_refused': {
    status: 422,
    say: { en: 'The line is a time-clock record, not an entry.', ar: 'هذا السطر سجل دوام وليس قيدًا محاسبيًا.' },
    fix: { en: 'Remove the time-clock lines.', ar: 'احذف سطور سجل الدوام.' },
  },
  'import.line_not_understood': {
    status: 422,
    say: { en: 'The line is not understood: {text}', ar: 'السطر غير مفهوم: {text}' },
    fix: { en: 'Correct the line, or begin it with ; to make it a comment.', ar: 'صحّح السطر، أو ابدأه بالعلامة ; ليصير تعليقًا.' },
  },
  'import.line_too_long': {
    status: 422,
    say: { en: 'The line has more than {limit} characters.', ar: 'يزيد طول السطر على {limit} حرف.' },
    fix: { en: 'Break the line, or remove it.', ar: 'قسّم السطر أو احذفه.' },
  },
  'import.line_indented': {
    status: 422,
    say: { en: 'The line is indented, but no entry is open above it.', ar: 'السطر مزاح إلى الداخل وليس فوقه قيد مفتوح.' },
    fix: { en: 'Join it to its entry: a blank line ends an entry.', ar: 'ألحقه بقيده؛ فالسطر الفارغ ينهي القيد.' },
  },
  'import.block_not_open': {
    status: 422,
    say: { en: 'The line ends a block that was not begun: {text}.', ar: 'ينهي هذا السطر كتلة لم تبدأ: {text}.' },
    fix: { en: 'Remove the line.', ar: 'احذف السطر.' },
  },
  'import.date_malformed': {
    status: 422,
    say: { en: '{text} is not a date that exists.', ar: '{text} ليس تاريخًا صحيحًا.' },
    fix: { en: 'Write the date as YYYY-MM-DD.', ar: 'اكتب التاريخ على الصورة YYYY-MM-DD.' },
  },
  'import.date_ambiguous': {
    status: 422,
    say: { en: 'In the date {text} the day and the month cannot be told apart.', ar: 'لا يمكن تمييز اليوم من الشهر في التاريخ {text}.' },
    fix: { en: 'Write dates as YYYY-MM-DD.', ar: 'اكتب التواريخ على الصورة YYYY-MM-DD.' },
  },
  'import.year_missing': {
    status: 422,
    say: { en: 'The date {text} has no year, and none is set above it.', ar: 'التاريخ {text} بلا سنة، ولا سنة محددة قبله.' },
    fix: { en: 'Write the year, or put a line such as Y2025 above.', ar: 'اكتب السنة، أو ضع قبله سطرًا مثل Y2025.' },
  },
  'import.account_missing': {
    status: 422,
    say: { en: 'The line names no account.', ar: 'السطر لا يذكر حسابًا.' },
    fix: { en: 'Write the account.', ar: 'اكتب اسم الحساب.' },
  },
  'import.account_malformed': {
    status: 422,
    say: { en: '{text} is not an account name.', ar: '{text} ليس اسم حساب صحيحًا.' },
    fix: { en: 'Write the name with its root, for example Assets:Bank.', ar: 'اكتب الاسم مبدوءًا بجذره، مثل Assets:Bank.' },
  },
  'import.account_type_unknown': {
    status: 422,
    say: { en: '{text} is not a type of account.', ar: '{text} ليس نوع حساب معروفًا.' },
    fix: { en: 'Use one of A, L, E, R, X, C or V.', ar: 'استعمل أحد الحروف A أو L أو E أو R أو X أو C أو V.' },
  },
  'import.account_not_open': {
    status: 422,
    say: { en: 'The account {account} is not open on {date}.', ar: 'الحساب {account} غير مفتوح بتاريخ {date}.' },
    fix: { en: 'Open the account on or before that date.', ar: 'افتح الحساب في ذلك التاريخ أو قبله.' },
  },
  'import.account_opened_twice': {
    status: 422,
    say: { en: 'The account {account} was already opened.', ar: 'الحساب {account} مفتوح من قبل.' },
    fix: { en: 'Remove the second opening.', ar: 'احذف الفتح الثاني.' },
  },
  'import.account_closed_twice': {
    status: 422,
    say: { en: 'The account {account} was already closed.', ar: 'الحساب {account} مقفل من قبل.' },
    fix: { en: 'Remove the second closing.', ar: 'احذف الإقفال الثاني.' },
  },
  'import.currency_not_allowed': {
    status: 422,
    say: { en: 'The account {account} does not take {currency}.', ar: 'الحساب {account} لا يقبل العملة {currency}.' },
    fix: { en: 'Post to another account, or open this one with that currency.', ar: 'رحّل إلى حساب آخر، أو افتح هذا الحساب بتلك العملة.' },
  },
  'import.amount_malformed': {
    status: 422,
    say: { en: '{text} is not an amount.', ar: '{text} ليس مبلغًا صحيحًا.' },
    fix: { en: 'Write a number with its currency, for example 1234.50 EUR.', ar: 'اكتب رقمًا مع عملته، مثل 1234.50 SAR.' },
  },
  'import.amount_ambiguous': {
    status: 422,
    say: { en: 'In {text} the mark may be of thousands or of decimals.', ar: 'العلامة في {text} قد تفصل الآلاف وقد تفصل الكسور.' },
    fix: { en: 'Write the amount with two decimals, for example 1000.00.', ar: 'اكتب المبلغ بخانتين عشريتين، مثل 1000.00.' },
  },
  'import.amount_too_long': {
    status: 422,
    say: { en: 'The number has more than {limit} digits.', ar: 'يزيد عدد خانات الرقم على {limit}.' },
    fix: { en: 'Write fewer digits.', ar: 'اختصر خانات الرقم.' },
  },
  'import.amount_missing': {
    status: 422,
    say: { en: 'The line has no amount.', ar: 'السطر بلا مبلغ.' },
    fix: { en: 'Write the amount.', ar: 'اكتب المبلغ.' },
  },
  'import.debit_and_credit': {
    status: 422,
    say: { en: 'The line has both a debit and a credit.', ar: 'في السطر مدين ودائن معًا.' },
    fix: { en: 'Leave one of them empty, or use two lines.', ar: 'اترك أحدهما فارغًا، أو اجعلهما في سطرين.' },
  },
  'import.price_malformed': {
    status: 422,
    say: { en: 'The price or cost is not understood: {text}.', ar: 'السعر أو التكلفة غير مفهومين: {text}.' },
    fix: { en: 'Write it as @ 1.25 USD.', ar: 'اكتبه على الصورة @ 1.25 USD.' },
  },
  'import.price_negative': {
    status: 422,
    say: { en: 'The price is negative.', ar: 'السعر سالب.' },
    fix: { en: 'Write a positive price; the sign belongs to the amount.', ar: 'اكتب سعرًا موجبًا؛ فالإشارة للمبلغ.' },
  },
  'import.posting_not_understood': {
    status: 422,
    say: { en: 'What follows the amount is not understood: {text}', ar: 'ما بعد المبلغ غير مفهوم: {text}' },
    fix: { en: 'Begin a comment with ;', ar: 'ابدأ التعليق بالعلامة ;' },
  },
  'import.two_amounts_missing': {
    status: 422,
    say: { en: 'More than one amount of the entry is left out.', ar: 'أكثر من مبلغ متروك في القيد.' },
    fix: { en: 'Leave out one amount at most.', ar: 'لا تترك أكثر من مبلغ واحد.' },
  },
  'import.amount_not_inferred': {
    status: 422,
    say: { en: 'The amount left out of this entry cannot be worked out.', ar: 'لا يمكن استنتاج المبلغ المتروك في هذا القيد.' },
    fix: { en: 'Write the amount and its currency.', ar: 'اكتب المبلغ وعملته.' },
  },
  'import.entry_unbalanced': {
    status: 422,
    say: { en: 'The entry does not balance: {difference} remains.', ar: 'القيد غير متزن، والفرق {difference}.' },
    fix: { en: 'Correct the amounts so that debits equal credits.', ar: 'صحّح المبالغ ليتساوى المدين والدائن.' },
  },
  'import.entry_too_long': {
    status: 422,
    say: { en: 'The entry has more than {limit} lines.', ar: 'يزيد القيد على {limit} سطر.' },
    fix: { en: 'Split it into several entries.', ar: 'قسّمه إلى عدة قيود.' },
  },
  'import.entry_scattered': {
    status: 422,
    say: { en: 'The lines of entry {entry} do not have one date.', ar: 'سطور القيد {entry} ليست بتاريخ واحد.' },
    fix: { en: 'Give the lines of one entry the same date.', ar: 'اجعل سطور القيد الواحد بتاريخ واحد.' },
  },
  'import.assertion_failed': {
    status: 422,
    say: { en: 'The balance of {account} is {actual}, not {expected}.', ar: 'رصيد الحساب {account} هو {actual} وليس {expected}.' },
    fix: {
      en: 'Find the missing or wrong entry before this line, or correct the expected balance.',
      ar: 'ابحث عن القيد الناقص أو الخاطئ قبل هذا السطر، أو صحّح الرصيد المتوقع.',
    },
  },
  'import.assignment_unclear': {
    status: 422,
    say: { en: 'The balance set here can be reached in more than one way.', ar: 'يمكن بلوغ الرصيد المطلوب هنا بأكثر من طريقة.' },
    fix: { en: 'Write the amount that is posted.', ar: 'اكتب المبلغ المرحّل.' },
  },
  'import.lot_not_held': {
    status: 422,
    say: { en: 'No lot held in {account} matches what is sold: {units}.', ar: 'لا توجد في الحساب {account} دفعة تطابق المبيع: {units}.' },
    fix: { en: 'Correct the cost, or record the purchase first.', ar: 'صحّح التكلفة، أو سجّل الشراء أولًا.' },
  },
  'import.lot_ambiguous': {
    status: 422,
    say: { en: 'Several lots in {account} match what is sold: {units}.', ar: 'تطابق المبيعَ أكثر من دفعة في الحساب {account}: {units}.' },
    fix: { en: 'Give the cost or the date of the lot.', ar: 'اذكر تكلفة الدفعة أو تاريخها.' },
  },
  'import.booking_refused': {
    status: 422,
    say: { en: 'The booking method {method} is not supported.', ar: 'طريقة صرف المخزون {method} غير مدعومة.' },
    fix: { en: 'Use STRICT, FIFO, LIFO or NONE.', ar: 'استعمل STRICT أو FIFO أو LIFO أو NONE.' },
  },
  'import.pad_unused': {
    status: 422,
    say: { en: 'Nothing needed the padding of {account}.', ar: 'لم تكن هناك حاجة إلى تسوية الحساب {account}.' },
    fix: { en: 'Remove the pad, or add a balance after it.', ar: 'احذف سطر pad، أو أضف بعده سطر balance.' },
  },
  'import.pad_at_cost': {
    status: 422,
    say: {
      en: 'The account {account} holds {currency} at cost and cannot be padded.',
      ar: 'الحساب {account} يحمل {currency} بتكلفة محددة ولا تجوز تسويته آليًا.',
    },
    fix: { en: 'Record the purchase or the sale itself.', ar: 'سجّل الشراء أو البيع نفسه.' },
  },
  'import.option_unknown': {
    status: 422,
    say: { en: 'The option {name} is not known, or its value is not.', ar: 'الخيار {name} غير معروف أو قيمته غير معروفة.' },
    fix: { en: 'Remove the option.', ar: 'احذف الخيار.' },
  },
  'import.tag_not_open': {
    status: 422,
    say: { en: 'The tag {name} is closed here but was not opened.', ar: 'الوسم {name} يُغلق هنا ولم يُفتح.' },
    fix: { en: 'Remove the line.', ar: 'احذف السطر.' },
  },
  'import.tag_not_closed': {
    status: 422,
    say: { en: 'The tag {name} is opened here and never closed.', ar: 'يُفتح الوسم {name} هنا ولا يُغلق.' },
    fix: { en: 'Close it where it ends.', ar: 'أغلقه حيث ينتهي.' },
  },
  'import.text_not_closed': {
    status: 422,
    say: { en: 'A quotation mark is not closed.', ar: 'علامة تنصيص غير مغلقة.' },
    fix: { en: 'Close the text with a second quotation mark.', ar: 'أغلق النص بعلامة تنصيص ثانية.' },
  },
  'import.column_missing': {
    status: 422,
    say: { en: 'The file has no column {column}.', ar: 'لا يوجد في الملف عمود {column}.' },
    fix: { en: 'Name the columns in the first line.', ar: 'سمّ الأعمدة في السطر الأول.' },
  },
  'import.column_twice': {
    status: 422,
    say: { en: 'Two columns are both read as {column}.', ar: 'عمودان يُقرآن معًا على أنهما {column}.' },
    fix: { en: 'Rename or remove one of them.', ar: 'غيّر اسم أحدهما أو احذفه.' },
  },
  'import.row_length': {
    status: 422,
    say: { en: 'The row has {count} cells; the first line has {expected}.', ar: 'في الصف {count} خلية، وفي السطر الأول {expected}.' },
    fix: { en: 'Quote cells that contain the separator.', ar: 'ضع الخلايا التي تحوي علامة الفصل بين علامتي تنصيص.' },
  },
  'import.json_malformed': {
    status: 422,
    say: { en: 'The line is not a JSON object.', ar: 'السطر ليس كائن JSON.' },
    fix: { en: 'Write one JSON object on each line.', ar: 'اكتب كائن JSON واحدًا في كل سطر.' },
  },
  'import.member_malformed': {
    status: 422,
    say: { en: 'The member {member} is missing or is not of its kind.', ar: 'الحقل {member} ناقص أو ليس من نوعه الصحيح.' },
    fix: { en: 'Correct the member.', ar: 'صحّح الحقل.' },
  },
  'import.contact_name_missing': {
    status: 422,
    say: { en: 'The contact has no name.', ar: 'جهة الاتصال بلا اسم.' },
    fix: { en: 'Write a name in English or in Arabic.', ar: 'اكتب الاسم بالعربية أو بالإنجليزية.' },
  },
  'import.contact_kind_unknown': {
    status: 422,
    say: { en: '{text} is not a kind of contact.', ar: '{text} ليس نوعًا معروفًا من جهات الاتصال.' },
    fix: { en: 'Write customer, supplier or both.', ar: 'اكتب: عميل أو مورد أو كلاهما.' },
  },
  'import.email_malformed': {
    status: 422,
    say: { en: '{text} is not an e-mail address.', ar: '{text} ليس عنوان بريد إلكتروني.' },
    fix: { en: 'Correct the address, or leave it empty.', ar: 'صحّح العنوان أو اتركه فارغًا.' },
  },
  'import.phone_malformed': {
    status: 422,
    say: { en: '{text} is not a telephone number.', ar: '{text} ليس رقم هاتف.' },
    fix: { en: 'Correct the number, or leave it empty.', ar: 'صحّح الرقم أو اتركه فارغًا.' },
  },
  'import.text_too_long': {
    status: 422,
    say: { en: 'A text of the entry has more than {limit} characters.', ar: 'في القيد نص يزيد على {limit} حرف.' },
    fix: { en: 'Shorten it.', ar: 'اختصره.' },
  },
  'import.file_empty': {
    status: 422,
    say: { en: 'There is nothing to import in the file.', ar: 'لا شيء في الملف للاستيراد.' },
    fix: { en: 'Choose another file.', ar: 'اختر ملفًا آخر.' },
  },
} as const satisfies RefusalTable;

export type JournalRefusal = keyof typeof journalRefusals;
