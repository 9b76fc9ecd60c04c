import type { Language } from '../../../domain/kernel/language.ts';

/** A contact's name as its reader knows it: the Arabic one on an Arabic page, where there is one. */
export const nameOf = (contact: { readonly name: string; readonly nameAr?: string | null }, language: Language): string =>
  language === 'ar' && contact.nameAr ? contact.nameAr : contact.name;
