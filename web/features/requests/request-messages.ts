import { defineMessages } from '../../i18n/messages.ts';

export const requestMessages = defineMessages({
  title: { en: 'My requests', ar: 'طلباتي' },
  ask: { en: 'What do you need?', ar: 'ماذا تحتاج؟' },
  asking: { en: '{kind}: say it in one line', ar: '{kind}: صفه في سطر واحد' },
  send: { en: 'Send', ar: 'إرسال' },
  sent: { en: 'Request #{number} is sent.', ar: 'أُرسل الطلب #{number}.' },
  more: { en: 'Say more', ar: 'إضافة تفاصيل' },
  mine: { en: 'What I asked for', ar: 'ما طلبته' },
  none: { en: 'You have not asked for anything yet', ar: 'لم تطلب شيئًا بعد' },
  noneHint: { en: 'Press what you need above, say it in one line, send.', ar: 'اضغط ما تحتاجه أعلاه، واكتبه في سطر، وأرسله.' },
  request: { en: 'Request', ar: 'طلب' },
  new: { en: 'Received. Nobody has begun yet.', ar: 'وصلنا طلبك ولم يبدأ العمل عليه بعد.' },
  newTaken: { en: '{name} has it and begins soon.', ar: 'لدى {name} وسيبدأ قريبًا.' },
  open: { en: 'Somebody is working on it.', ar: 'يجري العمل عليه.' },
  openBy: { en: '{name} is working on it.', ar: 'يعمل عليه {name}.' },
  waiting: { en: 'It waits for an answer. Reply below if it is yours to give.', ar: 'في انتظار رد. إن كان الرد عندك فاكتبه أدناه.' },
  resolved: { en: 'It is done. Close it if all is well, or reopen it.', ar: 'أُنجز. أغلقه إن كان كل شيء على ما يرام، أو أعد فتحه.' },
  closed: { en: 'Done and closed.', ar: 'أُنجز وأُغلق.' },
  cancelled: { en: 'Cancelled.', ar: 'أُلغي.' },
});
