import { fold } from '../../domain/kernel/fold.ts';

/** Whether every word of what was typed stands somewhere in the text, in any order, however either is spelled. */
export function matches(text: string, typed: string): boolean {
  const folded = fold(text);
  return fold(typed)
    .split(' ')
    .every((word) => folded.includes(word));
}
