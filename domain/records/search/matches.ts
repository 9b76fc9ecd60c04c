import type { Asked, SearchQuery, Way } from './read-query.ts';
import { nameWordsOf, numberForms, type SearchDoc, termsOf, textsOf } from './search-doc.ts';
import { editsFor, flat, formsOf, isWithin, wordsOf } from './words.ts';

/** Whether a document has everything that was asked for; with `forgiving`, a slip in a name counts as none. */
export function matches(doc: SearchDoc, { asked, phrases }: SearchQuery, forgiving = false): boolean {
  const terms = [...termsOf(doc).keys()];
  const has = asked.every((one) => isMet(one, one.field ? wordsIn(doc, one.field) : terms) || (forgiving && isForgiven(one, doc)));
  if (!has || phrases.length === 0) return has;
  const all = Object.values(textsOf(doc)).flat().map(flat);
  return phrases.every((phrase) => all.some((text) => text.includes(` ${phrase} `)));
}

const isMet = ({ ways }: Asked, terms: readonly string[]): boolean => ways.some((way) => terms.some((term) => isWay(way, term)));
export const isWay = ({ term: asked, begins }: Way, term: string): boolean => (begins ? term.startsWith(asked) : term === asked);

function wordsIn(doc: SearchDoc, field: NonNullable<Asked['field']>): readonly string[] {
  const { contacts, names, numbers, title } = textsOf(doc);
  // Of a contact, the contact is itself.
  if (field === 'contact') return [...contacts, ...names].flatMap(wordsOf).flatMap(formsOf);
  return numbers.length === 0 ? title.flatMap(wordsOf) : numbers.flatMap(wordsOf).flatMap(numberForms);
}

function isForgiven({ word, field }: Asked, doc: SearchDoc): boolean {
  if (word === undefined || field === 'number') return false;
  const names = [...nameWordsOf(doc)];
  return formsOf(word).some((form) => editsFor(form) > 0 && names.some((name) => isWithin(editsFor(form), form, name)));
}

/** Where a text answers what was asked: words whole, as pairs of where each begins and ends. */
export function marksIn(text: string, { asked }: SearchQuery, forgiving = false): readonly (readonly [number, number])[] {
  const marks: [number, number][] = [];
  for (const { index, 0: written } of text.matchAll(/[\p{L}\p{N}\p{M}\u0640\u200c\u200d]+/gu)) {
    const forms = wordsOf(written).flatMap(formsOf).flatMap(numberForms);
    const isAsked = asked.some(
      ({ ways, word }) =>
        forms.some((form) => ways.some((way) => isWay(way, form))) ||
        (forgiving && word !== undefined && forms.some((form) => editsFor(word) > 0 && isWithin(editsFor(word), word, form))),
    );
    if (isAsked) marks.push([index, index + written.length]);
  }
  return marks;
}

/** A stretch of a text around the first mark. */
export interface Highlight {
  readonly text: string;
  readonly marks: readonly (readonly [number, number])[];
}
const BEFORE = 50;
const AFTER = 110;
const READ = 20_000;

/** The first place in the texts of a document, other than what it is called, that answers. */
export function highlightIn(doc: SearchDoc, query: SearchQuery, forgiving = false): Highlight | undefined {
  const { names, numbers, contacts, texts } = textsOf(doc);
  for (const whole of [...numbers, ...names, ...contacts, ...texts]) {
    const text = whole.slice(0, READ);
    const [first] = marksIn(text, query, forgiving);
    if (!first) continue;
    const from = first[0] <= BEFORE ? 0 : text.indexOf(' ', first[0] - BEFORE) + 1;
    const start = from > first[0] || from === 0 ? Math.max(0, Math.min(first[0], from)) : from;
    const cut = text
      .slice(start, first[1] + AFTER)
      .replace(/[\ud800-\udbff]$/, '')
      .replace(/^[\udc00-\udfff]/, ' ')
      .replace(/\s/g, ' ');
    return { text: `${start > 0 ? '…' : ''}${cut}`, marks: marksIn(cut, query, forgiving).map(([a, b]) => (start > 0 ? [a + 1, b + 1] : [a, b])) };
  }
  return undefined;
}
