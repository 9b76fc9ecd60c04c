import { type Balanced, type Balancing, balanceEntry } from './balance-entry.ts';
import { multiply, quantityOf } from './decimal.ts';
import type { JournalPosting, LineFault } from './journal.ts';
import { type Lines, nameEnd, skipBlanks } from './lines.ts';
import type { PlainTextContext } from './plain-text-context.ts';
import { faultAt, isProblem, type Problem, problem } from './problem.ts';
import { ledgerQuery, type Query } from './query.ts';
import { readPosting } from './read-posting.ts';
import type { WrittenPosting } from './written-entry.ts';

/** An automated entry of Ledger, `= query`: postings that are added wherever the query matches one. */
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
  const matches = ledgerQuery(condition);
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

/** An amount without a commodity multiplies, and `(amount * 2)` says the same at length. */
function readRulePosting(text: string, line: number, context: PlainTextContext): { posting: WrittenPosting; multiplies: boolean } | Problem {
  const at = skipBlanks(text, nameEnd(text, skipBlanks(text, 0)));
  const formula = /^\(\s*amount\s*\*\s*(-?[0-9.]+)\s*\)/.exec(text.slice(at));
  const posting = readPosting(formula ? text.slice(0, at) + formula[1] + text.slice(at + formula[0].length) : text, line, NO_DATE, context);
  if (isProblem(posting)) return posting;
  if (!posting.amount) return problem('import.amount_missing');
  return { posting, multiplies: posting.amount.commodity === '' };
}

/** The postings that automated entries add to an entry. They balance by themselves, since the entry does. */
export function automatedPostings(
  postings: readonly JournalPosting[],
  payee: string,
  rules: readonly AutomatedRule[],
  balancing: Balancing,
): Balanced | Problem {
  const added: WrittenPosting[] = [];
  for (const { matches, postings: templates } of rules) {
    for (const matched of postings) {
      if (!matches(matched.account, payee)) continue;
      for (const { posting, multiplies } of templates) added.push(generated(posting, multiplies, matched));
    }
  }
  return added.length === 0 ? NONE : balanceEntry(added, balancing);
}

const NONE: Balanced = { postings: [], sources: [] };

function generated(template: WrittenPosting, multiplies: boolean, matched: JournalPosting): WrittenPosting {
  const date = template.date ?? matched.date;
  const base = { ...template, account: template.account.replaceAll('$account', matched.account), ...(date !== undefined && { date }) };
  const { amount } = template;
  if (!amount || !multiplies) return base;
  return { ...base, amount: quantityOf(multiply(matched.amount, amount), matched.amount.commodity) };
}
