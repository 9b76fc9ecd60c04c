/**
 * Folds a name for search (rule R4): however an Arabic name is spelled or typed, and in whatever case a Latin one, the folded forms meet.
 * Hamza on alef, waw and ya, madda, vowel marks and Latin accents are combining marks once decomposed; the rest is the table below.
 * Folding is part of stored keys: changing it means rewriting them.
 */
export function fold(text: string): string {
  const bare = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .toLowerCase();
  let folded = '';
  for (const letter of bare) folded += letters[letter] ?? letter;
  return folded.replace(/[\s\p{Z}]+/gu, ' ').trim();
}

/** A key holds this much of a folded text: beyond it two names are told apart by their ids. */
export const FOLDED_KEY_LENGTH = 120;
export const foldedKey = (text: string): string => cut(fold(text));
/** Cut between two characters: half of one is no text. */
const cut = (text: string): string => text.slice(0, FOLDED_KEY_LENGTH).replace(/[\ud800-\udbff]$/, '');

/** Rows of one name in a search index: one from each of its first words on, Arabic ones also without their article, so that “نور” finds “شركة النور”. */
const SEARCHED_WORDS = 6;
export function searchKeys(...names: readonly string[]): string[] {
  const keys = new Set<string>();
  for (const name of names) {
    const words = fold(name)
      .split(' ')
      .filter((word) => word !== '');
    for (let i = 0; i < Math.min(words.length, SEARCHED_WORDS); i++) {
      const rest = cut(words.slice(i).join(' '));
      keys.add(rest);
      if (/^ال../u.test(rest)) keys.add(rest.slice(2));
    }
  }
  return [...keys];
}

const digits = (zero: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: 10 }, (_, i) => [String.fromCodePoint(zero + i), String(i)]));

const letters: Readonly<Record<string, string>> = {
  ...digits(0x0660), // Arabic-Indic
  ...digits(0x06f0), // Persian
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
  ß: 'ss',
  ı: 'i',
};
