import type { Standing } from './search-doc.ts';

/** A document under a term: its number in the index, and how the term stands in it. */
export interface Posting {
  readonly n: number;
  readonly standing: Standing;
}

/** Five characters each, in base 36: lists are read by the hundred thousand, so they are text that is sliced and not parsed. */
export const POSTING_LENGTH = 5;
export const MAX_NUMBER = Math.floor((36 ** POSTING_LENGTH - 1) / 4);

export const postingText = ({ n, standing }: Posting): string => (n * 4 + standing).toString(36).padStart(POSTING_LENGTH, '0');

export function eachPosting(list: string, visit: (n: number, standing: number) => void): void {
  for (let at = 0; at + POSTING_LENGTH <= list.length; at += POSTING_LENGTH) {
    let value = 0;
    for (let i = at; i < at + POSTING_LENGTH; i++) {
      const code = list.charCodeAt(i);
      value = value * 36 + (code < 58 ? code - 48 : code - 87);
    }
    visit(Math.floor(value / 4), value & 3);
  }
}

/** Whether a list names the posting already. */
export function hasPosting(list: string, posting: string): boolean {
  for (let at = list.indexOf(posting); at >= 0; at = list.indexOf(posting, at + 1)) if (at % POSTING_LENGTH === 0) return true;
  return false;
}
export const countOf = (list: string): number => list.length / POSTING_LENGTH;
