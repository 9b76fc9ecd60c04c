import type { LocalDate } from '../../kernel/dates.ts';
import type { Leg, Transaction } from './beancount-directive.ts';
import type { BeancountOptions } from './beancount-options.ts';
import { Tokens } from './beancount-tokens.ts';
import type { LineFault } from './journal.ts';
import type { Lines } from './lines.ts';
import { faultAt, isProblem, type Problem, problem, problemWith } from './problem.ts';
import { readLeg } from './read-beancount-leg.ts';

const MAX_POSTINGS = 10_000;

interface Head {
  readonly line: number;
  readonly date: LocalDate;
  readonly options: BeancountOptions;
  readonly applied: Applied;
}

/** Reads a transaction whose date has been taken: flag, payee, narration, tags and links, then its postings and metadata. */
export function readTransaction(lines: Lines, tokens: Tokens, { line, date, options, applied }: Head, faults: LineFault[]): Transaction | Problem {
  tokens.advance();
  const texts: string[] = [];
  const links: string[] = [];
  const tags = applied.tags();
  while (tokens.kind !== 'end') {
    const text = tokens.take('string');
    if (text !== undefined) texts.push(text);
    else if (tokens.kind === 'mark' && tokens.text === '|' && options.allowPipe) tokens.advance();
    else if (!takeLabel(tokens, tags, links)) break;
  }
  const headless = tokens.kind !== 'end' || texts.length > 2;
  const legs: Leg[] = [];
  while (lines.continues()) {
    lines.advance();
    const wrong = readBelow(lines, legs, tags, links, options);
    if (wrong) faults.push(faultAt(lines.number, wrong));
  }
  if (headless) return problemWith('import.line_not_understood', tokens.line);
  const [payee, narration] = texts.length === 2 ? texts : ['', texts[0]];
  return { kind: 'transaction', line, date, payee: payee ?? '', narration: narration ?? '', links, tags: Object.fromEntries(tags), legs };
}

function takeLabel(tokens: Tokens, tags: Map<string, string>, links: string[]): boolean {
  const tag = tokens.take('tag');
  const link = tag === undefined ? tokens.take('link') : undefined;
  if (tag !== undefined) tags.set(tag, '');
  if (link !== undefined) links.push(link);
  return tag !== undefined || link !== undefined;
}

/** One line below the head: a posting, a tag or a link, a comment, or metadata, which is the entry's until the first posting. */
function readBelow(lines: Lines, legs: Leg[], tags: Map<string, string>, links: string[], { roots }: BeancountOptions): Problem | undefined {
  const start = /^\s+(?:([a-z][A-Za-z0-9_-]+:)|([#^][^\s])|(;))?/.exec(lines.text);
  if (start?.[3] !== undefined) return undefined;
  if (start?.[1] !== undefined) {
    const key = start[1].slice(0, -1);
    const value = lines.text.slice(start[0].length).trim();
    if (legs.length === 0) tags.set(key, /^"(.*)"$/s.exec(value)?.[1] ?? value);
    return undefined;
  }
  if (start?.[2] !== undefined) {
    const tokens = new Tokens(lines.text);
    while (takeLabel(tokens, tags, links));
    if (tokens.kind === 'end' && legs.length === 0) return undefined;
    if (tokens.line.trim().startsWith('^')) return problemWith('import.line_not_understood', lines.text.trim());
  }
  if (legs.length >= MAX_POSTINGS) return problem('import.entry_too_long', { limit: MAX_POSTINGS });
  const leg = readLeg(lines.text, lines.number);
  if (isProblem(leg)) return leg;
  if (!roots.has(leg.account.slice(0, leg.account.indexOf(':')))) return problemWith('import.account_malformed', leg.account);
  legs.push(leg);
  return undefined;
}

/** Tags and metadata that `pushtag` and `pushmeta` apply to every entry until they are popped. */
export class Applied {
  readonly #tags: { readonly name: string; readonly line: number }[] = [];
  readonly #values: { readonly name: string; readonly value: string; readonly line: number }[] = [];

  tags(): Map<string, string> {
    return new Map([...this.#tags.map(({ name }) => [name, ''] as const), ...this.#values.map(({ name, value }) => [name, value] as const)]);
  }

  /** Obeys one of these directives; `true` where it was one, with nothing wrong. */
  obey(word: string, tokens: Tokens, line: number): Problem | undefined | 'done' {
    const tag = tokens.take('tag');
    const key = tag === undefined ? tokens.take('key') : undefined;
    if (word === 'pushtag' && tag !== undefined) this.#tags.push({ name: tag, line });
    else if (word === 'poptag' && tag !== undefined) return removeLast(this.#tags, tag);
    else if (word === 'pushmeta' && key !== undefined) this.#values.push({ name: key, value: tokens.take('string') ?? tokens.text, line });
    else if (word === 'popmeta' && key !== undefined) return removeLast(this.#values, key);
    else return undefined;
    return 'done';
  }

  unclosed(): LineFault[] {
    return [...this.#tags, ...this.#values].map(({ name, line }) => ({ line, code: 'import.tag_not_closed', values: { name } }));
  }
}

function removeLast(open: { readonly name: string }[], name: string): Problem | 'done' {
  const at = open.findLastIndex((item) => item.name === name);
  if (at < 0) return problem('import.tag_not_open', { name });
  open.splice(at, 1);
  return 'done';
}
