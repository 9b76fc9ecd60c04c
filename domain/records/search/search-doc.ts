import type { Text } from '../../kernel/language.ts';
import { plainAmount } from './amounts.ts';
import { formsOf, wordsOf } from './words.ts';

/** What can be found of one thing, as somebody may see it: its own words, sorted by what they are. */
export interface SearchDoc {
  readonly id: string;
  /** What a person calls it: a name, a number, a title. */
  readonly title: Text | string;
  /** What stands where a title would is only a text: a memo names nothing. */
  readonly isUntitled?: boolean;
  readonly subtitle?: Text | string;
  /** Names of people, firms and things: found in spite of a slip. */
  readonly names?: readonly (string | undefined)[];
  /** Numbers, references, serials. */
  readonly numbers?: readonly (string | undefined)[];
  /** Whom it is with: also found in spite of a slip. */
  readonly contacts?: readonly (string | undefined)[];
  readonly texts?: readonly (string | undefined)[];
  readonly on?: string;
  readonly amount?: { readonly value: string; readonly currency: string };
  /** Further amounts that it is found by, as decimals. */
  readonly amounts?: readonly string[];
}

/** How a word stands in a document: in its text, in what it is called, or as its number. */
export const IN_TEXT = 0;
export const IN_TITLE = 1;
export const AS_NUMBER = 2;
export type Standing = typeof IN_TEXT | typeof IN_TITLE | typeof AS_NUMBER;

/** Words of one document that are kept; further ones of a long text are not found by. */
export const MAX_TERMS = 600;

const given = (texts: readonly (string | undefined)[] | undefined): readonly string[] => (texts ?? []).filter((text) => text !== undefined);
const both = (text: Text | string | undefined): readonly string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : [...new Set([text.en, text.ar])];

/** Everything that is read of a document, by where it stands. */
export function textsOf(doc: SearchDoc): Readonly<Record<'title' | 'subtitle' | 'names' | 'numbers' | 'contacts' | 'texts', readonly string[]>> {
  return {
    title: both(doc.title),
    subtitle: both(doc.subtitle),
    names: given(doc.names),
    numbers: given(doc.numbers),
    contacts: given(doc.contacts),
    texts: given(doc.texts),
  };
}

/** The terms under which a document lies in the index: words, amounts `a:12.5`, days `d:2026-01-31` and months `m:2026-01`. */
export function termsOf(doc: SearchDoc): ReadonlyMap<string, Standing> {
  const terms = new Map<string, Standing>();
  const add = (term: string, standing: Standing): void => {
    const had = terms.get(term);
    if (had === undefined ? terms.size < MAX_TERMS : had < standing) terms.set(term, standing);
  };
  const texts = textsOf(doc);
  for (const number of texts.numbers) {
    const words = wordsOf(number);
    // The last part of INV-2026-00012 is what tells it from the others; people leave its zeros out.
    for (const [i, word] of words.entries()) for (const form of numberForms(word)) add(form, i === words.length - 1 ? AS_NUMBER : IN_TITLE);
  }
  if (doc.on !== undefined && /^\d{4}-\d\d-\d\d/.test(doc.on)) {
    add(`d:${doc.on.slice(0, 10)}`, IN_TEXT);
    add(`m:${doc.on.slice(0, 7)}`, IN_TEXT);
  }
  for (const amount of amountsOf(doc)) add(`a:${amount}`, IN_TEXT);
  const words = (all: readonly string[], standing: Standing): void => {
    for (const text of all) for (const word of wordsOf(text)) for (const form of formsOf(word)) add(form, standing);
  };
  words([...(doc.isUntitled ? [] : texts.title), ...texts.names], IN_TITLE);
  words([...texts.title, ...texts.contacts, ...texts.subtitle, ...texts.texts], IN_TEXT);
  return terms;
}

export const numberForms = (word: string): readonly string[] => (/^0+\d/.test(word) ? [word, word.replace(/^0+(?=\d)/, '')] : [word]);

function amountsOf({ amount, amounts = [] }: SearchDoc): readonly string[] {
  return [...(amount ? [amount.value] : []), ...amounts].flatMap((value) => plainAmount(value) ?? []);
}

/** The words of names that a slip is forgiven in. */
export function nameWordsOf(doc: SearchDoc): ReadonlySet<string> {
  const { names, contacts } = textsOf(doc);
  return new Set([...names, ...contacts].flatMap(wordsOf).flatMap(formsOf).filter(isNameWord));
}
const isNameWord = (word: string): boolean => word.length >= 3 && !/\p{N}/u.test(word);
