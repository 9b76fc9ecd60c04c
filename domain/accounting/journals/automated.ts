import { type Balanced, type Balancing, balanceEntry } from './balance-entry.ts';
import type { Dialect } from './comment.ts';
import { magnitude, multiply, quantityOf } from './decimal.ts';
import type { JournalPosting, LineFault, Quantity } from './journal.ts';
import { type Lines, nameEnd, skipBlanks, withoutComment } from './lines.ts';
import type { PlainTextContext } from './plain-text-context.ts';
import { faultAt, isProblem, type Problem, problem } from './problem.ts';
import { hledgerQuery, ledgerQuery, type Query } from './query.ts';
import { readPosting } from './read-posting.ts';
import type { WrittenPosting } from './written-entry.ts';

/** An automated entry, `= query`: postings that are added wherever the query matches one. */
export interface AutomatedRule {
  readonly line: number;
  readonly matches: Query;
  readonly postings: readonly { readonly posting: WrittenPosting; readonly multiplies: boolean }[];
}

const NO_DATE = '0001-01-01';

/** Reads the automated entry under the cursor. */
export function readRule(lines: Lines, context: PlainTextContext): AutomatedRule | LineFault[] {
  const { number: line, text } = lines;
  const faults: LineFault[] = [];
  const condition = text.slice(1).trim();
  const matches = context.dialect === 'hledger' ? hledgerQuery(withoutComment(condition)) : ledgerQuery(condition);
  if (isProblem(matches)) faults.push(faultAt(line, matches));
  const postings: { posting: WrittenPosting; multiplies: boolean }[] = [];
  while (lines.continues()) {
    lines.advance();
    if (lines.text[skipBlanks(lines.text, 0)] === ';') continue;
    const read = readRulePosting(lines.text, lines.number, context);
    if (isProblem(read)) faults.push(faultAt(lines.number, read));
    else postings.push(read);
  }
  return isProblem(matches) || faults.length > 0 ? faults : { line, matches, postings };
}

/** hledger marks a multiplier with a star; in Ledger an amount without a commodity is one, and `(amount * 2)` says the same at length. */
function readRulePosting(text: string, line: number, context: PlainTextContext): { posting: WrittenPosting; multiplies: boolean } | Problem {
  const at = skipBlanks(text, nameEnd(text, skipBlanks(text, 0)));
  const starred = context.dialect === 'hledger' && text[at] === '*';
  const formula = context.dialect === 'ledger' ? /^\(\s*amount\s*\*\s*(-?[0-9.]+)\s*\)/.exec(text.slice(at)) : undefined;
  const plain = starred
    ? `${text.slice(0, at)} ${text.slice(at + 1)}`
    : formula
      ? text.slice(0, at) + formula[1] + text.slice(at + formula[0].length)
      : text;
  const posting = readPosting(plain, line, NO_DATE, context);
  if (isProblem(posting)) return posting;
  if (context.dialect === 'ledger' && !posting.amount) return problem('import.amount_missing');
  return { posting, multiplies: context.dialect === 'hledger' ? starred : posting.amount?.commodity === '' };
}

/** The postings that automated entries add to an entry. They balance by themselves, since the entry does. */
export function automatedPostings(
  postings: readonly JournalPosting[],
  payee: string,
  rules: readonly AutomatedRule[],
  dialect: Dialect,
  balancing: Balancing,
): Balanced | Problem {
  const added: WrittenPosting[] = [];
  for (const { matches, postings: templates } of rules) {
    // hledger's rules also see what the rules before them added; Ledger's do not.
    const seen: readonly (JournalPosting | WrittenPosting)[] = dialect === 'hledger' ? [...postings, ...added] : postings;
    for (const matched of seen) {
      if (!matches(matched.account, payee)) continue;
      for (const { posting, multiplies } of templates) added.push(generated(posting, multiplies, matched, dialect));
    }
  }
  return added.length === 0 ? NONE : balanceEntry(added, balancing);
}

const NONE: Balanced = { postings: [], sources: [] };

function generated(template: WrittenPosting, multiplies: boolean, matched: JournalPosting | WrittenPosting, dialect: Dialect): WrittenPosting {
  const account = dialect === 'ledger' ? template.account.replaceAll('$account', matched.account) : template.account;
  const date = template.date ?? matched.date;
  const base = { ...template, account, ...(date !== undefined && { date }) };
  const { amount } = template;
  if (!amount || !matched.amount) return base;
  if (!multiplies) return amount.commodity === '' && dialect === 'hledger' ? { ...base, amount: quantityOf(amount, matched.amount.commodity) } : base;
  const product = quantityOf(multiply(matched.amount, amount), amount.commodity === '' ? matched.amount.commodity : amount.commodity);
  return { ...base, amount: product, ...worthOf(matched, amount, dialect) };
}

/** hledger multiplies what the matched amount is worth as well. */
function worthOf(matched: JournalPosting | WrittenPosting, factor: Quantity, dialect: Dialect): Pick<WrittenPosting, 'price'> {
  if (dialect === 'ledger' || factor.commodity !== '' || !('worth' in matched) || !matched.worth) return {};
  return { price: { amount: quantityOf(magnitude(multiply(matched.worth, factor)), matched.worth.commodity), total: true } };
}
