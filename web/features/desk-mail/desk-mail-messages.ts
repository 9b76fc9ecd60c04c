import { defineMessages } from '../../i18n/messages.ts';

export const deskMailMessages = defineMessages({
  title: { en: 'Mail of the desk', ar: 'بريد المكتب' },
  address: { en: 'Write to the desk', ar: 'مراسلة المكتب' },
  addressHint: {
    en: 'A mail to this address opens a case; an answer to one of our mails goes onto its case. Forward your office address to it, or give it to your clients.',
    ar: 'كل رسالة إلى هذا العنوان تفتح معاملة، والرد على رسائلنا يُضاف إلى معاملته. حوّل إليه بريد مكتبك أو أعطه لعملائك.',
  },
  notHere: { en: 'This installation takes in no mail.', ar: 'هذه النسخة لا تستقبل البريد.' },
  off: { en: 'The desk takes in no mail now. What is sent is refused.', ar: 'لا يستقبل المكتب البريد الآن، وما يُرسل إليه يُرفض.' },
  turnOn: { en: 'Take in mail', ar: 'استقبال البريد' },
  turnOff: { en: 'Take in no mail', ar: 'إيقاف الاستقبال' },
  changed: { en: 'Saved', ar: 'حُفظ' },
  copy: { en: 'Copy {address}', ar: 'نسخ {address}' },
  copyShort: { en: 'Copy', ar: 'نسخ' },
  copied: { en: 'Copied', ar: 'نُسخ' },
  queues: { en: 'One address for each queue', ar: 'عنوان لكل قائمة انتظار' },
  noAddress: { en: 'has none: its code is too long for one', ar: 'بلا عنوان لأن رمزها طويل' },
  mine: { en: 'Mails to me', ar: 'الرسائل التي تصلني' },
  wanted: { en: 'Send me mails about cases of this firm', ar: 'أرسل لي رسائل عن معاملات هذه المنشأة' },
  wantedHint: {
    en: 'When a case is given to me, I am mentioned, a case that I have or asked for is answered, or a promise is close.',
    ar: 'عند إسناد معاملة إليّ أو الإشارة إليّ، أو الرد في معاملة أتولاها أو طلبتها، أو اقتراب موعد.',
  },
});
