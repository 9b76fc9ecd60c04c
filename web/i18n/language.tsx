import { createContext, type ReactNode, useCallback, useContext, useLayoutEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { Language } from '../../domain/kernel/language.ts';

/** Latin digits by default in Arabic (`ar-AE`), and dates as they are written on Arabic invoices; `en-GB` puts the day first. */
export const localeOf = (language: Language): string => (language === 'ar' ? 'ar-AE' : 'en-GB');

interface LanguageState {
  readonly language: Language;
  readonly locale: string;
  readonly direction: 'rtl' | 'ltr';
  setLanguage(language: Language): void;
}

const Context = createContext<LanguageState | undefined>(undefined);
const STORED = 'diwan.language';

/** The language of the page. A switch re-renders in place: nothing that was typed, opened or scrolled is lost. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setState] = useState<Language>(initialLanguage);
  const setLanguage = useCallback((next: Language) => {
    localStorage.setItem(STORED, next);
    setState(next);
  }, []);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }, [language]);
  const state = useMemo<LanguageState>(
    () => ({ language, locale: localeOf(language), direction: directionOf(language), setLanguage }),
    [language, setLanguage],
  );
  return (
    <Context value={state}>
      <I18nProvider locale={state.locale}>{children}</I18nProvider>
    </Context>
  );
}

export function useLanguage(): LanguageState {
  const state = useContext(Context);
  if (!state) throw new Error('no LanguageProvider above');
  return state;
}

/** The language that requests ask for, outside React. */
export const currentLanguage = (): Language => (document.documentElement.lang === 'ar' ? 'ar' : 'en');

const directionOf = (language: Language) => (language === 'ar' ? 'rtl' : 'ltr');

/** Whether this browser was ever told which language: where not, the signed-in person's own is taken. */
export const isLanguageChosen = (): boolean => localStorage.getItem(STORED) !== null;

/** A link's `?lang=`, else what was chosen before, else the browser's own. */
export function initialLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(STORED);
  if (asked === 'ar' || asked === 'en') return asked;
  return navigator.languages.find((tag) => /^(ar|en)\b/.test(tag))?.startsWith('ar') ? 'ar' : 'en';
}
