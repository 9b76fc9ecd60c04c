import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedWords, cluesOf, MAX_ASKED, MAX_CLUES, rankArticles } from '../../../../domain/it/knowledge/suggest-articles.ts';

const text = fc.string({ unit: fc.constantFrom(...'abcdefg ابتثجح 12'), maxLength: 200 });
const wording = fc.record({ title: text, body: text });

test('an article has at most so many clues, each findable by asking for its own word', () => {
  fc.assert(
    fc.property(wording, wording, fc.array(text, { maxLength: 10 }), (en, ar, tags) => {
      const clues = cluesOf({ wordings: { en, ar }, tags });
      expect(clues.size).toBeLessThanOrEqual(MAX_CLUES);
      for (const word of clues.keys()) expect(askedWords(word)).toContain(word);
    }),
  );
});

test('a word of a title outweighs one of a text, however often the text repeats it', () => {
  const clues = cluesOf({ wordings: { en: { title: 'Printer', body: 'cable '.repeat(50) } }, tags: [] });
  expect(clues.get('printer')).toBeGreaterThan(clues.get('cable') ?? 0);
});

test('what says nothing is not asked for, and a long text asks no more than a short one', () => {
  expect(askedWords('what is the problem with this')).toEqual([]);
  expect(askedWords('ما هي المشكلة')).not.toContain('ما');
  fc.assert(fc.property(fc.string({ maxLength: 2000 }), (any) => askedWords(any).length <= MAX_ASKED));
});

test('one word in the text of an article alone does not suggest it; the kind of case tips the scale', () => {
  const chance = [{ article: 'art_1', weight: 3, kinds: ['incident'] }];
  expect(rankArticles(chance, undefined, 5)).toEqual([]);
  expect(rankArticles(chance, 'incident', 5)).toEqual(['art_1']);
});
