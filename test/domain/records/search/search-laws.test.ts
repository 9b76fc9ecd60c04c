import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../../domain/kernel/decision.ts';
import { fold } from '../../../../domain/kernel/fold.ts';
import { plainAmount } from '../../../../domain/records/search/amounts.ts';
import { kindsNamed, searchKindNames, searchKinds } from '../../../../domain/records/search/kinds.ts';
import { highlightIn, marksIn, matches } from '../../../../domain/records/search/matches.ts';
import { eachPosting, hasPosting, MAX_NUMBER, postingText } from '../../../../domain/records/search/postings.ts';
import { readQuery, type SearchQuery } from '../../../../domain/records/search/read-query.ts';
import type { SearchDoc, Standing } from '../../../../domain/records/search/search-doc.ts';
import { editsFor, isWithin, wordsOf } from '../../../../domain/records/search/words.ts';
import { anyDoc, word } from './any-doc.ts';

const asked = (q: string): SearchQuery => {
  const query = readQuery(q);
  if (isRefusal(query)) throw new Error(`${q}: ${query.refused}`);
  return query;
};
const finds = (q: string, doc: Omit<SearchDoc, 'id'>): boolean => matches({ id: 'one', ...doc }, asked(q));

describe('folding (R4)', () => {
  /** What the same letters may be dressed in. */
  const dress: Readonly<Record<string, readonly string[]>> = {
    ا: ['ا', 'أ', 'إ', 'آ', 'ٱ', 'اَ', 'اـ'],
    ي: ['ي', 'ى', 'ی', 'يّ', 'ئ'],
    ه: ['ه', 'ة', 'هٌ'],
    و: ['و', 'ؤ', 'وُ'],
    ك: ['ك', 'ک', 'كِ'],
    ل: ['ل', 'لـ', 'لْ'],
    م: ['م', 'مـ', 'مّ'],
    ن: ['ن', 'نً'],
    '1': ['1', '١', '۱'],
    '2': ['2', '٢', '۲'],
    e: ['e', 'E', 'é', 'È'],
    s: ['s', 'S', 'š'],
  };
  const dressed = fc.array(fc.constantFrom(...Object.keys(dress)), { minLength: 2, maxLength: 12 }).chain((letters) =>
    fc.tuple(
      fc.constant(letters.join('')),
      fc.tuple(...letters.map((letter) => fc.constantFrom(...(dress[letter] ?? [letter])))).map((worn) => worn.join('')),
    ),
  );
  test('a text folds to the same, however it is dressed', () => {
    fc.assert(fc.property(dressed, ([plain, worn]) => fold(worn) === fold(plain)));
  });
  test('whatever is written in a document is found by it dressed otherwise', () => {
    fc.assert(fc.property(dressed, ([plain, worn]) => finds(worn, { title: plain }) && finds(plain, { title: worn })));
  });
});

describe('a question', () => {
  test('is read or refused, whatever is typed, and never throws', () => {
    const doc: SearchDoc = { id: 'one', title: 'Rent', names: ['مؤسسة النور'], numbers: ['INV-1'], on: '2026-01-01' };
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 })), (q) => {
        const query = readQuery(q);
        if (isRefusal(query)) return query.refused === 'search.too_short';
        matches(doc, query, true);
        marksIn(q, query, true);
        highlightIn({ ...doc, texts: [q] }, query);
        return query.asked.length > 0;
      }),
      { numRuns: 2_000 },
    );
  });
  test.each([
    ['amount:١٬٢٣٤٫٥٠', 'a:1234.5'],
    ['مبلغ:1,234.50', 'a:1234.5'],
    ['1,234.50', 'a:1234.5'],
    ['2026-01-31', 'd:2026-01-31'],
    ['٣١/١/٢٠٢٦', 'd:2026-01-31'],
    ['date:2026-01', 'm:2026-01'],
    ['تاريخ:2026', 'm:2026'],
  ])('%s is read as %s', (q, term) => {
    expect(asked(q).asked[0]?.ways[0]?.term).toBe(term);
  });
  test('names its kinds in both languages', () => {
    for (const kind of searchKindNames) {
      expect(kindsNamed(searchKinds[kind].one.en)).toContain(kind);
      expect(kindsNamed(searchKinds[kind].one.ar)).toContain(kind);
    }
    expect(asked('نوع:فاتورة rent').kinds).toEqual(['invoice']);
    expect(asked('kind:invoice kind:case rent').kinds).toEqual(['invoice', 'case']);
  });
  test.each(['', ' ', 'a', '"', '""', '-', 'kind:invoice', '::', '.'])('%j is too little', (q) => {
    expect(readQuery(q)).toMatchObject({ refused: 'search.too_short' });
  });
});

describe('a document answers', () => {
  test.each([
    ['by the beginning of a word', 'ren', { title: 'Office rent' }, true],
    ['not by the middle of one', 'ent', { title: 'Office rent' }, false],
    ['by all words, in any order', 'rent office', { title: 'Office rent' }, true],
    ['not when one is missing', 'rent car', { title: 'Office rent' }, false],
    ['by the article or without it', 'نور', { title: 'شركة النور' }, true],
    ['by a number without its zeros', '12', { title: '', numbers: ['INV-0012'] }, true],
    ['by a phrase in its order', '"office rent"', { title: 'The office rent' }, true],
    ['not by a phrase in another', '"rent office"', { title: 'The office rent' }, false],
    ['by the field that was named', 'contact:mona', { title: 'x', contacts: ['Mona'] }, true],
    ['not by another field', 'contact:mona', { title: 'Mona' }, false],
    ['by an amount', '1234.5', { title: 'x', amount: { value: '1234.50', currency: 'SAR' } }, true],
    ['by a whole amount', '1200', { title: 'x', amount: { value: '1200.00', currency: 'SAR' } }, true],
  ] as const)('%s', (_, q, doc, expected) => {
    expect(finds(q, doc)).toBe(expected);
  });
  test('every beginning of every word of it finds it', () => {
    fc.assert(
      fc.property(anyDoc, word, fc.integer({ min: 2, max: 8 }), (doc, last, length) => {
        const whole = { ...doc, title: `${typeof doc.title === 'string' ? doc.title : ''} ${last}` };
        return finds(last.slice(0, Math.max(2, length)), whole);
      }),
    );
  });
});

describe('a slip', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcdefghij'), minLength: 4, maxLength: 12 });
  test('is counted as a plain count of edits does', () => {
    fc.assert(fc.property(letters, letters, fc.constantFrom(1, 2), (a, b, most) => isWithin(most, a, b) === editsBetween(a, b) <= most));
  });
  test('of one letter is forgiven in a name of four, and not in a text', () => {
    fc.assert(
      fc.property(letters, fc.nat(), fc.constantFrom('swap', 'drop', 'double'), (name, at, slip) => {
        const i = at % (name.length - 1);
        const typed =
          slip === 'swap'
            ? name.slice(0, i) + (name[i + 1] ?? '') + (name[i] ?? '') + name.slice(i + 2)
            : slip === 'drop' && name.length > 4
              ? name.slice(0, i) + name.slice(i + 1)
              : name.slice(0, i) + (name[i] ?? '') + name.slice(i);
        return editsFor(typed) > 0 && matches({ id: 'one', title: 'x', names: [name] }, asked(typed), true);
      }),
    );
    expect(matches({ id: 'one', title: 'warehouse', texts: ['warehouse'] }, asked('warehuose'), true)).toBe(false);
  });
});

test('marks are whole words of the text, in order, each one asked for', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), word, (words, q) => {
      const text = words.join(' — ');
      let last = 0;
      for (const [from, to] of marksIn(text, asked(q))) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(wordsOf(text.slice(from, to)).length).toBe(1);
        last = to;
      }
    }),
  );
});

test('a list of postings gives back what was put into it', () => {
  const posting = fc.record({ n: fc.integer({ min: 0, max: MAX_NUMBER }), standing: fc.constantFrom<Standing>(0, 1, 2) });
  fc.assert(
    fc.property(fc.array(posting), (postings) => {
      const list = postings.map(postingText).join('');
      const read: { n: number; standing: number }[] = [];
      eachPosting(list, (n, standing) => read.push({ n, standing }));
      expect(read).toEqual(postings);
      for (const one of postings) expect(hasPosting(list, postingText(one))).toBe(true);
    }),
  );
});

test.each([
  ['1234.50', '1234.5'],
  ['١٬٢٣٤٫٥٠', '1234.5'],
  ['-7', '7'],
  ['0.00', '0'],
  ['12,34', undefined],
  ['1.2.3', undefined],
  ['', undefined],
])('the amount %j is %s', (text, amount) => {
  expect(plainAmount(text)).toBe(amount);
});

/** As the books have it: letters added, left out, changed or swapped with their neighbour. */
function editsBetween(a: string, b: string): number {
  const table: number[][] = [];
  const at = (i: number, j: number): number => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= a.length; i++) {
    const row: number[] = [];
    table.push(row);
    for (let j = 0; j <= b.length; j++) {
      if (i === 0 || j === 0) row.push(i + j);
      else {
        const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
        row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swapped));
      }
    }
  }
  return at(a.length, b.length);
}
