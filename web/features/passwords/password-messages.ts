import { defineMessages } from '../../i18n/messages.ts';

export const passwordMessages = defineMessages({
  forgotTitle: { en: 'Choose a new password', ar: 'اختيار كلمة مرور جديدة' },
  forgotLead: {
    en: 'Type your e-mail: if it has an account, a mail with a link is on its way.',
    ar: 'اكتب بريدك: إن كان له حساب فستصلك رسالة فيها رابط.',
  },
  email: { en: 'E-mail', ar: 'البريد الإلكتروني' },
  ask: { en: 'Send the mail', ar: 'أرسل الرسالة' },
  sent: {
    en: 'If {email} has an account, the mail is on its way. The link works once, for one hour.',
    ar: 'إن كان للبريد {email} حساب فالرسالة في طريقها. الرابط صالح مرة واحدة ولمدة ساعة.',
  },
  resetTitle: { en: 'Your new password', ar: 'كلمة مرورك الجديدة' },
  password: { en: 'New password', ar: 'كلمة المرور الجديدة' },
  hint: { en: 'At least 10 characters; a sentence is easier to remember than a riddle.', ar: '10 أحرف على الأقل؛ الجملة أسهل حفظًا من اللغز.' },
  set: { en: 'Set the password', ar: 'اعتمد كلمة المرور' },
  done: {
    en: 'The password is set and all earlier sessions have ended. Sign in with it.',
    ar: 'اعتُمدت كلمة المرور وأُنهيت الجلسات السابقة. سجّل الدخول بها.',
  },
  signIn: { en: 'Sign in', ar: 'تسجيل الدخول' },
  noToken: {
    en: 'This address lacks the token of the mail. Open the link again, or ask for a new mail.',
    ar: 'ينقص هذا العنوان رمز الرسالة. افتح الرابط من جديد أو اطلب رسالة جديدة.',
  },
});
