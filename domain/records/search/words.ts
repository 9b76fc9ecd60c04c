import { fold } from '../../kernel/fold.ts';

/** A word that is kept holds this much: what is longer is found by its beginning. */
export const WORD_LENGTH = 40;

/** The words of a text as they are indexed and asked for: the same folding on both sides (rule R4). */
export function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(shortened);
}

const shortened = (word: string): string => (word.length <= WORD_LENGTH ? word : word.slice(0, WORD_LENGTH).replace(/[\ud800-\udbff]$/, ''));

/** A word, and without the article that Arabic writes onto it: “نور” and “النور” meet whichever was written. */
export function formsOf(word: string): readonly string[] {
  return /^ال..+/u.test(word) ? [word, word.slice(2)] : [word];
}

/** The whole text with one space between words: what a phrase is looked for in. */
export const flat = (text: string): string => ` ${wordsOf(text).join(' ')} `;

/** How many slips of the finger a name of this length is forgiven. */
export function editsFor(word: string): 0 | 1 | 2 {
  if (/\p{N}/u.test(word) || word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/** Whether one word becomes the other by at most so many letters added, left out, changed or swapped with their neighbour. */
export function isWithin(edits: number, a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > edits) return false;
  if (a === b) return true;
  // Each slip changes two letters of a word at the most: most pairs are told apart without counting further.
  if (edits === 0 || bitsOf(lettersOf(a) ^ lettersOf(b)) > 2 * edits) return false;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > edits) return false;
    [before, last] = [last, row];
  }
  return (last[b.length] ?? edits + 1) <= edits;
}

/** Which letters a word has, as bits; letters may share one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

function bitsOf(number: number): number {
  let bits = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}
