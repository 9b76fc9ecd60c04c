import type { Quantity } from './journal.ts';
import { type Lines, skipBlanks, withoutComment } from './lines.ts';
import type { DecimalMark } from './number-text.ts';
import type { PlainTextContext } from './plain-text-context.ts';
import { isProblem, type Problem, problemWith } from './problem.ts';

/** `commodity $1,000.00`, or `commodity $` with `format $1,000.00` below it: how the commodity's amounts are written. */
export function declareCommodity(rest: string, lines: Lines, context: PlainTextContext, note: (wrong: Problem | undefined) => void): void {
  const sample = withoutComment(rest);
  const symbol = sample.replace(/^"(.*)"$/, '$1');
  if (/\d/.test(sample.replace(/"[^"]*"/g, ''))) note(readStyle(sample, context));
  while (lines.continues()) {
    lines.advance();
    const below = lines.text.slice(skipBlanks(lines.text, 0));
    const [, word, value = ''] = /^(\S+)\s+(.*)$/.exec(below) ?? [];
    if (word === 'format') note(readStyle(withoutComment(value), context));
    else if (word === 'alias' && context.dialect === 'ledger') context.commodityAliases.set(value.replace(/^"(.*)"$/, '$1'), symbol);
  }
}

function readStyle(sample: string, context: PlainTextContext): Problem | undefined {
  const amount = readSample(sample, context);
  if (isProblem(amount)) return amount;
  context.declaredDecimals.set(amount.commodity, amount.scale);
  return undefined;
}

/** `D $1,000.00`: in hledger, bare numbers below are of that commodity; Ledger takes only the style. */
export function readDefaultCommodity(rest: string, context: PlainTextContext): Problem | undefined {
  context.defaultCommodity = undefined;
  const amount = readSample(withoutComment(rest), context);
  if (isProblem(amount)) return amount;
  if (context.dialect === 'ledger') context.see(amount);
  else {
    context.defaultCommodity = amount.commodity;
    if (!context.declaredDecimals.has(amount.commodity)) context.declaredDecimals.set(amount.commodity, amount.scale);
  }
  return undefined;
}

/** `P 2025-01-31 EUR $1.35`: a market price posts nothing, but hledger counts its decimals. */
export function readMarketPrice(rest: string, context: PlainTextContext, text: string): Problem | undefined {
  const date = context.dates.read(rest, 0);
  if (isProblem(date)) return date;
  const [, price] = /^\s+(?:\d+:\d+(?::\d+)?\s+)?(?:"[^"]*"|[^\s\d"]+)\s*(.*)$/.exec(rest.slice(context.dates.next)) ?? [];
  const amount = price === undefined ? undefined : context.amounts.read(price, 0);
  if (amount === undefined) return problemWith('import.line_not_understood', text);
  if (isProblem(amount)) return amount;
  if (context.dialect === 'hledger') context.see(amount);
  return undefined;
}

/** Reads a sample amount, whose last mark is the decimal one even where no digit follows it: `EUR 1.000,`. */
function readSample(sample: string, context: PlainTextContext): Quantity | Problem {
  const figures = /\d[\d.,\s]*/.exec(sample.replace(/"[^"]*"/g, ''))?.[0] ?? '';
  const marks = figures.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  // Ledger reads no number that ends in its mark.
  const readable = context.dialect === 'ledger' ? sample.replace(/(\d)[.,](?=\D*$)/, '$1') : sample;
  const amount = context.amounts.read(readable, 0);
  if (isProblem(amount)) return amount;
  if (context.dialect === 'hledger' && (last === '.' || last === ','))
    context.marks.set(amount.commodity, marks.length > 1 && marks[0] === last ? otherMark(last) : last);
  return amount;
}
const otherMark = (mark: DecimalMark): DecimalMark => (mark === '.' ? ',' : '.');
