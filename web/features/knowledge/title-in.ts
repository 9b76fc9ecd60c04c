import type { Language } from '../../../domain/kernel/language.ts';

/** A title in the reader’s language, or in the other where there is none. */
export const titleIn = (titles: Readonly<Record<Language, string | null>>, language: Language): string =>
  titles[language] ?? titles[language === 'en' ? 'ar' : 'en'] ?? '';
