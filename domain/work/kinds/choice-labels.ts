import type { Text } from '../../kernel/language.ts';
import { levels } from './priority.ts';

/** What people call the choices in the forms of the kinds. */
export const choiceLabels: Readonly<Record<string, Text>> = {
  ...levels,
  phone: { en: 'Phone', ar: 'الهاتف' },
  email: { en: 'E-mail', ar: 'البريد الإلكتروني' },
  visit: { en: 'Visit', ar: 'زيارة' },
  web: { en: 'Website', ar: 'الموقع' },
  chat: { en: 'Chat', ar: 'المحادثة' },
};
