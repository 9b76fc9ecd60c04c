import { readTags } from './comment.ts';
import type { LineFault } from './journal.ts';
import { isBlank, type Lines, skipBlanks } from './lines.ts';
import type { PlainTextContext } from './plain-text-context.ts';
import { faultAt, isProblem, type Problem, problem, problemWith } from './problem.ts';
import { commented, readPosting } from './read-posting.ts';
import { isMatch } from './safe-pattern.ts';
import type { WrittenEntry, WrittenPosting } from './written-entry.ts';

/** No entry that a person wrote is longer; a file of one endless entry would fill the memory. */
const MAX_POSTINGS = 10_000;

/** Reads the entry that begins under the cursor, with its indented lines. Every line that is wrong gives a fault, and then there is no entry. */
export function readEntry(lines: Lines, context: PlainTextContext): WrittenEntry | LineFault[] {
  const line = lines.number;
  const faults: LineFault[] = [];
  const header = readHeader(lines.text, context);
  if (isProblem(header)) faults.push(faultAt(line, header));
  const date = isProblem(header) ? UNKNOWN_DATE : header.date;
  const { notes, postings } = readPostings(lines, date, isProblem(header) ? '' : header.payee, context, faults);
  if (isProblem(header) || faults.length > 0) return faults;
  for (const { amount, assertion } of postings) {
    if (amount) context.see(amount);
    else if (assertion) context.see(assertion.amount);
  }
  if (header.comment !== undefined) notes.unshift(header.comment);
  const { tags, memo } = noted(notes, header, context);
  const { payee, reference } = header;
  return { line, date, payee, memo, ...(reference !== undefined && { reference }), tags, postings };
}

/** Stands in while the rest of an entry without a date is read for its other faults. */
const UNKNOWN_DATE = '0001-01-01';

/** Reads the indented lines below the cursor: comments, which belong to the posting above them, and postings. */
export function readPostings(lines: Lines, date: string, payee: string, context: PlainTextContext, faults: LineFault[]) {
  const postings: WrittenPosting[] = [];
  const notes: string[] = [];
  while (lines.continues()) {
    lines.advance();
    const at = skipBlanks(lines.text, 0);
    const last = postings.at(-1);
    if (lines.text[at] === ';') {
      if (!last) notes.push(lines.text.slice(at + 1));
      else keep(commented(last, lines.text.slice(at + 1), date, context), (posting) => postings.splice(-1, 1, posting));
    } else if (context.dialect === 'hledger' || !/^(assert|check)\s/.test(lines.text.slice(at, at + 7))) {
      if (postings.length >= MAX_POSTINGS) faults.push(faultAt(lines.number, problem('import.entry_too_long', { limit: MAX_POSTINGS })));
      else
        keep(required(readPosting(lines.text, lines.number, date, context), context), (posting) => postings.push(renamed(posting, payee, context)));
    }
  }
  return { notes, postings };

  function keep(read: WrittenPosting | Problem, use: (posting: WrittenPosting) => void): void {
    if (isProblem(read)) faults.push(faultAt(lines.number, read));
    else use(read);
  }
}

/** Nothing balances a virtual posting, so nothing can work its amount out. hledger lets it stand and posts nothing. */
function required(read: WrittenPosting | Problem, { dialect }: PlainTextContext): WrittenPosting | Problem {
  const missing = dialect === 'ledger' && !isProblem(read) && read.kind === 'virtual' && !read.amount && !read.assertion;
  return missing ? problem('import.amount_missing') : read;
}

function renamed(posting: WrittenPosting, payee: string, context: PlainTextContext): WrittenPosting {
  const account = context.names.forPayee(posting.account, payee);
  return account === posting.account ? posting : { ...posting, account };
}

interface Header {
  readonly date: string;
  readonly secondary?: string;
  readonly reference?: string;
  readonly payee: string;
  readonly note: string;
  readonly comment?: string;
}

/** `2025/01/31=2025/02/01 * (code) payee | note  ; comment` */
function readHeader(text: string, context: PlainTextContext): Header | Problem {
  const { dates } = context;
  const date = dates.read(text, 0);
  if (isProblem(date)) return date;
  let at = dates.next;
  let secondary: string | undefined;
  if (text[at] === '=') {
    const read = dates.read(text, at + 1, Number(date.slice(0, 4)));
    if (isProblem(read)) return read;
    secondary = read;
    at = dates.next;
  }
  if (at < text.length && !isBlank(text.charCodeAt(at)) && text[at] !== ';') return problemWith('import.date_malformed', text.slice(0, at + 1));
  at = skipBlanks(text, at);
  if (text[at] === '*' || text[at] === '!') at = skipBlanks(text, at + 1);
  let reference: string | undefined;
  const closing = text[at] === '(' ? text.indexOf(')', at) : -1;
  if (text[at] === '(' && closing < 0 && context.dialect === 'hledger') return problemWith('import.line_not_understood', text);
  if (closing > 0) {
    reference = text.slice(at + 1, closing).trim();
    at = skipBlanks(text, closing + 1);
  }
  const end = commentStart(text, at, context);
  const { payee, note } = described(text.slice(at, end).trim(), context);
  const comment = end < text.length ? text.slice(end + 1) : undefined;
  return { date, payee, note, ...(secondary && { secondary }), ...(reference && { reference }), ...(comment !== undefined && { comment }) };
}

/** hledger ends the description at any semicolon; Ledger only at one after two spaces or a tab. */
function commentStart(text: string, from: number, { dialect }: PlainTextContext): number {
  for (let at = text.indexOf(';', from); at >= 0; at = text.indexOf(';', at + 1)) {
    if (dialect === 'hledger' || at === from || text[at - 1] === '\t' || (text[at - 1] === ' ' && isBlank(text.charCodeAt(at - 2)))) return at;
  }
  return text.length;
}

function described(description: string, context: PlainTextContext): { payee: string; note: string } {
  if (context.dialect === 'ledger')
    return { payee: context.payeeAliases.find(({ pattern }) => isMatch(pattern, description))?.payee ?? description, note: '' };
  const pipe = description.indexOf('|');
  return pipe < 0 ? { payee: description, note: '' } : { payee: description.slice(0, pipe).trim(), note: description.slice(pipe + 1).trim() };
}

/** An entry's tags, and what its note and its comments say besides them. */
function noted(comments: readonly string[], { note, secondary }: Header, { appliedTags, dialect }: PlainTextContext) {
  if (comments.length === 0 && appliedTags.length === 0 && secondary === undefined) return { tags: NO_TAGS, memo: note };
  const said = note === '' ? [] : [note];
  const tags = [...appliedTags];
  if (secondary !== undefined) tags.push(['date2', secondary]);
  for (const comment of comments) {
    const read = readTags(comment, dialect);
    tags.push(...read.tags);
    if (read.prose) said.push(comment.trim());
  }
  return { tags: Object.fromEntries(tags), memo: said.join('\n') };
}
const NO_TAGS: Readonly<Record<string, string>> = {};
