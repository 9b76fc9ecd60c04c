import type { LineFault } from './journal.ts';
import type { JournalRefusal } from './refusals.ts';

/** What is wrong with a piece of a line, before anyone knows which line it is on. */
export interface Problem {
  readonly problem: JournalRefusal;
  readonly values?: Readonly<Record<string, string | number>>;
}

const LONGEST_QUOTE = 80;
export const problem = (code: JournalRefusal, values?: Problem['values']): Problem => ({ problem: code, ...(values && { values }) });
/** A problem that quotes what was written, shortened. */
export const problemWith = (code: JournalRefusal, text: string): Problem => problem(code, { text: shorten(text) });

export const isProblem = (value: unknown): value is Problem => typeof value === 'object' && value !== null && 'problem' in value;

export const faultAt = (line: number, { problem: code, values }: Problem): LineFault => ({ line, code, ...(values && { values }) });

const shorten = (text: string): string => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);
