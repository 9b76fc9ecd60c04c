import { type Problem, problemWith } from './problem.ts';

/** More repetitions than this in one pattern make matching slow on names written to that end. */
const MAX_REPETITIONS = 4;
const LONGEST_PATTERN = 500;

/**
 * A pattern out of a file, ignoring case as the tools do. The file is not ours: one that could take for ever to match is refused,
 * which is one that repeats a group, refers back to one, or repeats too often.
 */
export function safePattern(source: string, flags = ''): RegExp | Problem {
  const bare = source.replace(/\\./g, '_').replace(/\[[^\]]*\]/g, '_');
  const repetitions = bare.match(/[*+{]/g)?.length ?? 0;
  if (source.length > LONGEST_PATTERN || repetitions > MAX_REPETITIONS || /\)[*+{]|\(\?/.test(bare) || /\\[1-9k]/.test(source))
    return problemWith('import.pattern_refused', source);
  try {
    return new RegExp(source, `i${flags}`);
  } catch {
    return problemWith('import.pattern_refused', source);
  }
}
