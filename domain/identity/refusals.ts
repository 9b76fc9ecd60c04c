import type { RefusalTable } from '../kernel/refusal-table.ts';

export const identityRefusals = {
  'credentials.wrong': {
    status: 401,
    say: { en: 'The e-mail or the password is wrong.', ar: 'البريد الإلكتروني أو كلمة المرور غير صحيحة.' },
    fix: { en: 'Check both, or reset the password.', ar: 'تحقق منهما أو أعد تعيين كلمة المرور.' },
  },
  'password.weak': {
    status: 422,
    say: { en: 'The password is too easy to guess.', ar: 'كلمة المرور سهلة التخمين.' },
    fix: {
      en: 'Use at least 10 characters that are not a common password or your e-mail.',
      ar: 'استعمل 10 أحرف على الأقل، ليست كلمة شائعة ولا بريدك الإلكتروني.',
    },
  },
  'password.wrong': {
    status: 422,
    say: { en: 'The present password is wrong.', ar: 'كلمة المرور الحالية غير صحيحة.' },
    fix: { en: 'Type the password with which you signed in.', ar: 'اكتب كلمة المرور التي سجّلت بها الدخول.' },
  },
  'link.invalid': {
    status: 422,
    say: { en: 'This link has expired or was used.', ar: 'انتهت صلاحية هذا الرابط أو استُعمل من قبل.' },
    fix: { en: 'Ask for a new one.', ar: 'اطلب رابطًا جديدًا.' },
  },
} as const satisfies RefusalTable;
