/** Every text that a person reads exists in both languages; a missing one does not compile. */
export type Language = 'en' | 'ar';
export const languages = ['en', 'ar'] as const satisfies readonly Language[];
export interface Text {
  readonly en: string;
  readonly ar: string;
}

/** Fills `{name}` placeholders. Values are isolated (U+2068..U+2069) so that Latin figures keep their order inside Arabic. */
export function say(text: Text, language: Language, values: Readonly<Record<string, string | number>> = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return language === 'ar' ? `\u2068${value}\u2069` : String(value);
  });
}
