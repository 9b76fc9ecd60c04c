import type { LocalDate } from '../../kernel/dates.ts';
import type { Directive } from './beancount-directive.ts';
import { BeancountLines, isSilent } from './beancount-lines.ts';
import { type BeancountOptions, harmlessPlugins, knownOptions } from './beancount-options.ts';
import { Tokens } from './beancount-tokens.ts';
import type { LineFault } from './journal.ts';
import { faultAt, isProblem, type Problem, problem, problemWith } from './problem.ts';
import { Applied, readTransaction } from './read-beancount-transaction.ts';
import { dateOf } from './written-date.ts';

export type Read = { readonly kind: 'directive'; readonly directive: Directive } | { readonly kind: 'fault'; readonly fault: LineFault };

/** Reads a Beancount file directive by directive, in the order of the file. */
export function* readDirectives(text: string, options: BeancountOptions): Iterable<Read> {
  const lines = new BeancountLines(text);
  const applied = new Applied();
  while (lines.advance()) {
    if (isSilent(lines.text)) continue;
    const line = lines.begun;
    const faults: LineFault[] = [];
    const read = readOne(lines, line, options, applied, faults);
    if (isProblem(read)) faults.unshift(faultAt(line, read));
    for (const fault of faults) yield { kind: 'fault', fault };
    if (read && !isProblem(read) && faults.length === 0) yield { kind: 'directive', directive: read };
  }
  for (const fault of applied.unclosed()) yield { kind: 'fault', fault };
}

function readOne(
  lines: BeancountLines,
  line: number,
  options: BeancountOptions,
  applied: Applied,
  faults: LineFault[],
): Directive | Problem | undefined {
  if (/^\s/.test(lines.text)) return problem('import.line_indented');
  if (lines.unclosed) return problem('import.text_not_closed');
  const tokens = new Tokens(lines.text);
  const written = tokens.take('date');
  if (written === undefined) {
    const wrong = obey(tokens, line, applied);
    if (wrong) skipIndented(lines);
    return wrong;
  }
  const [year, month, day] = written.split(/[-/]/).map(Number);
  const date = dateOf(year ?? 0, month ?? 0, day ?? 0);
  const word = tokens.kind === 'word' ? tokens.text : '';
  const dated = dateDirectives.get(word);
  if (!dated) {
    if (!isTransaction(tokens)) {
      skipIndented(lines);
      return date ? notUnderstood(tokens) : problemWith('import.date_malformed', written);
    }
    const transaction = readTransaction(lines, tokens, { line, date: date ?? '0001-01-01', options, applied }, faults);
    return date ? transaction : problemWith('import.date_malformed', written);
  }
  tokens.advance();
  const directive = date ? dated(tokens, line, date) : problemWith('import.date_malformed', written);
  readMetadata(lines, faults);
  if (isProblem(directive) || (FREE.has(word) ? false : tokens.kind !== 'end')) return isProblem(directive) ? directive : notUnderstood(tokens);
  return misnamed(directive, options) ?? directive;
}

const isTransaction = ({ kind, text }: Tokens): boolean =>
  (kind === 'word' && text === 'txn') || (kind === 'mark' && /^[*!&#?%]$/.test(text)) || (kind === 'currency' && /^[PSTCURM]$/.test(text));

/** Directives whose values are any text. */
const FREE: ReadonlySet<string> = new Set(['custom', 'document', 'note', 'query', 'event']);

type Dated = (tokens: Tokens, line: number, date: LocalDate) => Directive | Problem;
/** A map, since a file may as well write `constructor`. */
const dateDirectives = new Map<string, Dated>(
  Object.entries<Dated>({
    open: (tokens, line, date) => {
      const account = tokens.take('account');
      const currencies: string[] = [];
      for (let currency = tokens.take('currency'); currency !== undefined; currency = tokens.take('mark', ',') && tokens.take('currency'))
        currencies.push(currency);
      const booking = tokens.take('string');
      return account === undefined
        ? problem('import.account_missing')
        : { kind: 'open', line, date, account, currencies, ...(booking !== undefined && { booking: booking.toUpperCase() }) };
    },
    close: (tokens, line, date) => {
      const account = tokens.take('account');
      return account === undefined ? problem('import.account_missing') : { kind: 'close', line, date, account };
    },
    pad: (tokens, line, date) => {
      const account = tokens.take('account');
      const source = tokens.take('account');
      return account === undefined || source === undefined ? problem('import.account_missing') : { kind: 'pad', line, date, account, source };
    },
    balance: (tokens, line, date) => {
      const account = tokens.take('account');
      if (account === undefined) return problem('import.account_missing');
      const number = tokens.expression();
      const tolerance = tokens.take('mark', '~') ? tokens.expression() : undefined;
      const currency = tokens.take('currency');
      if (isProblem(number) || isProblem(tolerance)) return isProblem(number) ? number : notUnderstood(tokens);
      if (!number || currency === undefined) return problemWith('import.amount_malformed', tokens.line.trim());
      return { kind: 'balance', line, date, account, number, currency, ...(tolerance && { tolerance }) };
    },
    price: (tokens, line, date) => {
      const commodity = tokens.take('currency');
      const number = tokens.expression();
      const currency = tokens.take('currency');
      return commodity === undefined || !number || isProblem(number) || currency === undefined ? notUnderstood(tokens) : { kind: 'note', line, date };
    },
    commodity: (tokens, line, date) => (tokens.take('currency') === undefined ? notUnderstood(tokens) : { kind: 'note', line, date }),
    note: ofAccount,
    document: ofAccount,
    event: ofText,
    query: ofText,
    custom: ofText,
  }),
);

function ofAccount(tokens: Tokens, line: number, date: LocalDate): Directive | Problem {
  const account = tokens.take('account');
  return account === undefined
    ? problem('import.account_missing')
    : tokens.take('string') === undefined
      ? notUnderstood(tokens)
      : { kind: 'note', line, date, account };
}
function ofText(tokens: Tokens, line: number, date: LocalDate): Directive | Problem {
  return tokens.take('string') === undefined ? notUnderstood(tokens) : { kind: 'note', line, date };
}

function misnamed(directive: Directive, { roots }: BeancountOptions): Problem | undefined {
  const names = 'account' in directive && directive.account !== undefined ? [directive.account] : [];
  if (directive.kind === 'pad') names.push(directive.source);
  const wrong = names.find((name) => !roots.has(name.slice(0, name.indexOf(':'))));
  return wrong === undefined ? undefined : problemWith('import.account_malformed', wrong);
}

/** Obeys a directive that has no date. */
function obey(tokens: Tokens, line: number, applied: Applied): Problem | undefined {
  const word = tokens.take('word') ?? tokens.take('key') ?? '';
  const name = tokens.take('string');
  if (word === 'option')
    return name !== undefined && tokens.take('string') !== undefined && knownOptions.has(name)
      ? undefined
      : problem('import.option_unknown', { name: name ?? '' });
  if (word === 'include') return problem('import.include_refused', { path: name ?? '' });
  if (word === 'plugin') return name !== undefined && harmlessPlugins.has(name) ? undefined : problem('import.plugin_refused', { name: name ?? '' });
  const done = applied.obey(word, tokens, line) ?? notUnderstood(tokens);
  return done === 'done' ? undefined : done;
}

function readMetadata(lines: BeancountLines, faults: LineFault[]): void {
  while (lines.continues()) {
    lines.advance();
    const tokens = new Tokens(lines.text);
    if (tokens.kind !== 'key' && tokens.kind !== 'tag' && tokens.kind !== 'link' && tokens.kind !== 'end')
      faults.push(faultAt(lines.number, notUnderstood(tokens)));
  }
}
function skipIndented(lines: BeancountLines): void {
  while (lines.continues()) lines.advance();
}

const notUnderstood = (tokens: Tokens): Problem => problemWith('import.line_not_understood', tokens.line.trim());
