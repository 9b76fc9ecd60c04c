import { defineMessages } from '../../i18n/messages.ts';

export const signUpMessages = defineMessages({
  title: { en: 'Open your firm on Diwan', ar: 'افتح منشأتك على ديوان' },
  known: { en: 'Already have an account?', ar: 'لديك حساب؟' },
  signIn: { en: 'Sign in', ar: 'تسجيل الدخول' },
  you: { en: 'You', ar: 'أنت' },
  email: { en: 'E-mail', ar: 'البريد الإلكتروني' },
  password: { en: 'Password', ar: 'كلمة المرور' },
  passwordHint: {
    en: 'At least 10 characters; a sentence is easier to remember than a riddle.',
    ar: '10 أحرف على الأقل؛ الجملة أسهل حفظًا من اللغز.',
  },
  name: { en: 'Your name', ar: 'اسمك' },
  firm: { en: 'Your firm', ar: 'منشأتك' },
  firmName: { en: 'Name of the firm', ar: 'اسم المنشأة' },
  country: { en: 'Country', ar: 'الدولة' },
  currency: { en: 'Currency of the books', ar: 'عملة الدفاتر' },
  currencyHint: { en: 'Books are kept in it for good.', ar: 'تُمسك بها الدفاتر ولا تتغير.' },
  kind: { en: 'What are you?', ar: 'ما نوع منشأتك؟' },
  business: { en: 'A business', ar: 'منشأة' },
  businessDetail: { en: 'that keeps its own books', ar: 'تمسك دفاترها' },
  provider: { en: 'An office', ar: 'مكتب' },
  providerDetail: { en: 'that keeps books for others', ar: 'يمسك دفاتر غيره' },
  plan: { en: 'Plan', ar: 'الباقة' },
  submit: { en: 'Open the firm', ar: 'افتح المنشأة' },
  again: {
    en: 'You are signed in as {email}. Type the password of that account to add another firm to it.',
    ar: 'سجّلت الدخول بالبريد {email}. اكتب كلمة مروره لإضافة منشأة أخرى إليه.',
  },
});
