import type { Letter } from '../kernel/letter.ts';

/**
 * The mails of identity. Those to an address that nobody has proven carry none of the words of whoever typed it: sign-up is no way to send one's own text to strangers.
 */
export const identityMails = {
  /** To the address of every sign-up. Whether the address was known is for its owner to read here, and for nobody else to learn. */
  'sign-up': {
    subject: { en: 'Confirm your e-mail address', ar: 'تأكيد بريدك الإلكتروني' },
    paragraphs: [
      {
        en: 'A Diwan account was opened with this address. If it was you, confirm the address within seven days of receiving this mail.',
        ar: 'فُتح حساب في ديوان بهذا البريد. إن كنت أنت من فتحه فأكّد البريد خلال سبعة أيام من وصول هذه الرسالة.',
      },
      { en: 'Confirming makes sure that you can always get back in by mail.', ar: 'بالتأكيد تضمن أن تعود دائمًا إلى حسابك عن طريق البريد.' },
    ],
    action: { en: 'Confirm the address', ar: 'تأكيد البريد' },
    closing: [
      {
        en: 'If you had an account already, it is as it was: this one is separate, with its own password. To get into either, ask for a new password and choose the account by the time it was opened.',
        ar: 'إن كان لديك حساب من قبل فهو كما كان؛ وهذا الحساب منفصل عنه وله كلمة مرور أخرى. للدخول إلى أي منهما اطلب كلمة مرور جديدة واختر الحساب بحسب وقت فتحه.',
      },
      {
        en: 'If it was not you, there is nothing to do: nobody can reach anything of yours through it. Please do not confirm.',
        ar: 'إن لم تكن أنت فلا حاجة إلى أي إجراء: لا يصل أحد إلى شيء يخصك عن طريقه. لا تؤكد البريد من فضلك.',
      },
    ],
  },
  'password-reset': {
    subject: { en: 'A new password for Diwan', ar: 'كلمة مرور جديدة لديوان' },
    paragraphs: [
      {
        en: 'Somebody asked for a new password for this address. The link works once, for one hour.',
        ar: 'طُلبت كلمة مرور جديدة لهذا البريد. الرابط صالح مرة واحدة ولمدة ساعة.',
      },
    ],
    action: { en: 'Choose a new password', ar: 'اختيار كلمة مرور جديدة' },
    closing: [
      { en: 'If it was not you, ignore this mail: the password stays as it is.', ar: 'إن لم تطلبها فتجاهل هذه الرسالة: تبقى كلمة المرور كما هي.' },
    ],
  },
  /** When several people have signed up with the address: its owner chooses among them. */
  'password-reset-of-several': {
    subject: { en: 'A new password for Diwan', ar: 'كلمة مرور جديدة لديوان' },
    paragraphs: [
      {
        en: 'Somebody asked for a new password for this address. {count} accounts were opened with it; choose yours by the time it was opened. Each link works once, for one hour.',
        ar: 'طُلبت كلمة مرور جديدة لهذا البريد. فُتح به {count} من الحسابات؛ اختر حسابك بحسب وقت فتحه. كل رابط صالح مرة واحدة ولمدة ساعة.',
      },
    ],
    closing: [
      {
        en: 'If it was not you, ignore this mail: the passwords stay as they are.',
        ar: 'إن لم تطلبها فتجاهل هذه الرسالة: تبقى كلمات المرور كما هي.',
      },
    ],
  },
  'password-changed': {
    subject: { en: 'Your Diwan password was changed', ar: 'تغيّرت كلمة مرورك في ديوان' },
    paragraphs: [
      {
        en: 'The password of your account was changed at {at}, and the other sessions were ended.',
        ar: 'تغيّرت كلمة مرور حسابك في {at}، وأُنهيت الجلسات الأخرى.',
      },
    ],
    action: { en: 'It was not me: choose a new password', ar: 'لست أنا: اختيار كلمة مرور جديدة' },
    closing: [{ en: 'If it was you, there is nothing to do.', ar: 'إن كنت أنت فلا حاجة إلى أي إجراء.' }],
  },
} as const satisfies Record<string, Letter>;

/** Tells accounts of one address apart by when they were opened, which is the product's word and not a stranger's. */
export const openedLabel = { en: 'The account opened at {at}', ar: 'الحساب المفتوح في {at}' } as const;
