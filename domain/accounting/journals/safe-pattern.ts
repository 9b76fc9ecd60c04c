import { type Problem, problemWith } from './problem.ts';

const LONGEST_PATTERN = 500;
/** What is matched is cut to this many characters: no name of an account or a payee is longer. */
export const LONGEST_NAME = 250;
/** More work than this for one name, by the estimate below, and a file could keep the reader busy for hours. */
const MAX_WORK = 250_000;
/** What each repetition is taken to multiply the work by. */
const REPETITION = 50;

/**
 * A pattern out of a file, ignoring case as the tools do. The file is not ours: a pattern that could take for ever to match is refused,
 * as is one that repeats a group or refers back to one.
 */
export function safePattern(source: string, flags = ''): RegExp | Problem {
  const bare = source.replace(/\\./g, '_').replace(/\[[^\]]*\]/g, '_');
  if (source.length > LONGEST_PATTERN || /\)[*+{]|\(\?|[*+?}][*+]/.test(bare) || /\\[1-9k]/.test(source) || workOf(bare) > MAX_WORK)
    return problemWith('import.pattern_refused', source);
  try {
    return new RegExp(source, `i${flags}`);
  } catch {
    return problemWith('import.pattern_refused', source);
  }
}

export const isMatch = (pattern: RegExp, text: string): boolean => pattern.test(text.length > LONGEST_NAME ? text.slice(0, LONGEST_NAME) : text);

/** How many ways there may be to try a pattern: alternatives and options multiply, repetitions do so many times over. A repetition at the end is tried once. */
function workOf(bare: string): number {
  const repetitions = bare.replace(/[*+]\)*\$?$/, '').match(/[*+{]/g)?.length ?? 0;
  let ways = bare.startsWith('^') ? 1 : REPETITION;
  const bars: number[] = [];
  for (const char of bare) {
    if (char === '(') bars.push(0);
    else if (char === '|' && bars.length > 0) bars.push((bars.pop() ?? 0) + 1);
    else if (char === ')') ways *= (bars.pop() ?? 0) + 1;
    else if (char === '?') ways *= 2;
  }
  return ways * REPETITION ** repetitions;
}
