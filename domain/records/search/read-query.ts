import { type Outcome, refuse } from '../../kernel/decision.ts';
import { fold } from '../../kernel/fold.ts';
import { dateAsked, isAmountShaped, plainAmount, yearAsked } from './amounts.ts';
import { kindsNamed, type SearchKindName } from './kinds.ts';
import { formsOf, wordsOf } from './words.ts';

/** One way in which a term can be met: a term of the index, whole or begun. */
export interface Way {
  readonly term: string;
  readonly begins: boolean;
}
export type AskedField = 'contact' | 'number';

/** Something that a document must have, in any of these ways. */
export interface Asked {
  readonly ways: readonly Way[];
  /** Where it must stand, if that was said. */
  readonly field?: AskedField;
  /** The word as it was typed, where a slip in it may be forgiven. */
  readonly word?: string;
}

export interface SearchQuery {
  readonly asked: readonly Asked[];
  /** Words that must stand one after the other. */
  readonly phrases: readonly string[];
  readonly kinds?: readonly SearchKindName[];
}

/** Terms that count: what is typed beyond them narrows nothing. */
export const MAX_ASKED = 8;
export const MAX_QUERY_LENGTH = 200;
const SHORTEST = 2;

type Field = AskedField | 'amount' | 'date' | 'kind';
const fieldWords: Readonly<Record<Field, string>> = {
  contact: 'contact customer supplier client with عميل العميل مورد المورد جهة الجهة',
  number: 'number no num ref reference رقم الرقم مرجع المرجع',
  amount: 'amount total مبلغ المبلغ قيمة',
  date: 'date on day month تاريخ التاريخ يوم شهر',
  kind: 'kind type in نوع النوع',
};
const fieldNames: readonly Field[] = ['contact', 'number', 'amount', 'date', 'kind'];
const fields: ReadonlyMap<string, Field> = new Map(
  fieldNames.flatMap((field) => fieldWords[field].split(' ').map((word): [string, Field] => [fold(word), field])),
);

const PIECE = /(?:([\p{L}]+)[:：])?(?:"([^"]*)"?|“([^”]*)”?|«([^»]*)»?|([^\s"“«]+))/gu;

/** Reads what was typed. Nothing is an error but too little: what is not understood is looked for as words. */
export function readQuery(typed: string): Outcome<SearchQuery> {
  const asked: Asked[] = [];
  const phrases: string[] = [];
  let kinds: readonly SearchKindName[] | undefined;
  for (const [, name, straight, curly, angled, bare] of typed.slice(0, MAX_QUERY_LENGTH).matchAll(PIECE)) {
    const field = name === undefined ? undefined : fields.get(fold(name));
    const quoted = straight ?? curly ?? angled;
    const text = quoted ?? bare ?? '';
    if (field === 'kind') {
      const named = kindsNamed(text);
      if (named.length > 0) {
        kinds = [...new Set([...(kinds ?? []), ...named])];
        continue;
      }
    }
    // A word with a colon behind it that names no field is a word.
    if (name !== undefined && field === undefined) asked.push(...words(name));
    asked.push(...readPiece(text, field, quoted !== undefined));
    const flat = wordsOf(text).join(' ');
    if (quoted !== undefined && flat.includes(' ')) phrases.push(flat);
  }
  const distinct = [...new Map(asked.map((one) => [`${one.field ?? ''} ${one.ways.map(({ term }) => term).join(' ')}`, one])).values()];
  const isEnough = distinct.some(({ ways }) =>
    ways.some(({ term }) => [...term.replace(/^[adm]:/, '')].length >= SHORTEST || /[\p{Lo}--\p{sc=Arabic}]/v.test(term)),
  );
  if (!isEnough) return refuse('search.too_short');
  return { asked: distinct.slice(0, MAX_ASKED), phrases, ...(kinds && { kinds }) };
}

function readPiece(text: string, field: Field | undefined, isQuoted: boolean): readonly Asked[] {
  const amount = plainAmount(text);
  if (field === 'amount' && amount !== undefined) return [{ ways: [{ term: `a:${amount}`, begins: false }] }];
  const date = dateAsked(text);
  if (date !== undefined && !isQuoted && field !== 'number') return [{ ways: [dateWay(date)] }];
  const year = field === 'date' ? yearAsked(text) : undefined;
  if (year !== undefined) return [{ ways: [{ term: `m:${year}`, begins: true }] }];
  if (field === undefined && !isQuoted && isAmountShaped(text)) return [{ ways: [{ term: `a:${amount}`, begins: false }] }];
  const where = field === 'contact' || field === 'number' ? field : undefined;
  return words(text, where, isQuoted);
}

const dateWay = (date: string): Way => ({ term: date.length === 7 ? `m:${date}` : `d:${date}`, begins: false });

function words(text: string, field?: AskedField, isWhole = false): readonly Asked[] {
  return wordsOf(text).map((word) => ({
    ways: [
      ...formsOf(word).map((term) => ({ term, begins: !isWhole })),
      ...(/^\d{1,15}$/.test(word) && field === undefined && !isWhole ? [{ term: `a:${word.replace(/^0+(?=\d)/, '')}`, begins: false }] : []),
    ],
    ...(field && { field }),
    ...(!isWhole && field !== 'number' && { word }),
  }));
}
