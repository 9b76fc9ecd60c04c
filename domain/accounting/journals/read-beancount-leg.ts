import type { CostSpec, Leg, PriceSpec } from './beancount-directive.ts';
import { Tokens } from './beancount-tokens.ts';
import { type Decimal, ZERO } from './decimal.ts';
import { isProblem, type Problem, problem, problemWith } from './problem.ts';
import { dateOf } from './written-date.ts';

/** Reads one posting: `! Account  10 AAPL {185.40 USD, 2025-01-31} @ 193.02 USD`. */
export function readLeg(text: string, line: number): Leg | Problem {
  const plain = PLAIN.exec(text);
  if (plain) {
    const [, account = '', sign, whole = '', fraction = '', currency = ''] = plain;
    const size = BigInt(whole + fraction);
    return { line, account, number: { quantity: sign === '-' ? -size : size, scale: fraction.length }, currency };
  }
  const tokens = new Tokens(text);
  if (tokens.kind === 'mark' && /^[*!&#?%]$/.test(tokens.text)) tokens.advance();
  else if (tokens.kind === 'currency' && /^[PSTCURM]$/.test(tokens.text)) tokens.advance();
  const account = tokens.take('account');
  if (account === undefined) return notUnderstood(text);
  const number = tokens.expression();
  if (isProblem(number)) return number;
  const currency = tokens.take('currency');
  const cost = readCost(tokens);
  if (isProblem(cost)) return cost;
  const price = readPrice(tokens);
  if (isProblem(price)) return price;
  if (tokens.kind !== 'end') return notUnderstood(text);
  const wrong = inconsistency(number, cost, price);
  if (wrong) return wrong;
  const memo = tokens.comment;
  return {
    line,
    account,
    ...(number && { number }),
    ...(currency && { currency }),
    ...(cost && { cost }),
    ...(price && { price }),
    ...(memo && { memo }),
  };
}

/** Nearly every posting: an account, digits, a currency. */
const PLAIN = /^\s+([A-Z][A-Za-z0-9-]*(?::[A-Z0-9][A-Za-z0-9-]*)+)\s+(-?)(\d{1,15})(?:\.(\d{1,15}))?\s+([A-Z][A-Z]+)\s*$/;

const notUnderstood = (text: string): Problem => problemWith('import.line_not_understood', text.trim());
const malformed = (tokens: Tokens): Problem => problemWith('import.price_malformed', tokens.line.trim());

function inconsistency(number: Decimal | undefined, cost: CostSpec | undefined, price: PriceSpec | undefined): Problem | undefined {
  if (price?.number && price.number.quantity < 0n) return problem('import.price_negative');
  if (!number && (cost || price?.total)) return problem('import.amount_not_inferred');
  if (cost?.currency && price?.currency && cost.currency !== price.currency)
    return problemWith('import.price_malformed', `${cost.currency}, ${price.currency}`);
  return undefined;
}

/** `{}` and its parts, in any order; `{{}}` gives the cost of the whole. */
function readCost(tokens: Tokens): CostSpec | Problem | undefined {
  const doubled = tokens.take('mark', '{{') !== undefined;
  if (!doubled && !tokens.take('mark', '{')) return undefined;
  const closing = doubled ? '}}' : '}';
  let cost: CostSpec = doubled ? { per: ZERO } : {};
  while (!tokens.take('mark', closing)) {
    const label = tokens.take('string');
    const date = label === undefined ? tokens.take('date') : undefined;
    if (label !== undefined) cost = { ...cost, label };
    else if (date !== undefined) {
      const [year, month, day] = date.split(/[-/]/).map(Number);
      const on = dateOf(year ?? 0, month ?? 0, day ?? 0);
      if (!on) return problemWith('import.date_malformed', date);
      cost = { ...cost, date: on };
    } else {
      const amounts = readCostAmounts(tokens, doubled);
      if (isProblem(amounts)) return amounts;
      cost = { ...cost, ...amounts };
    }
    if (!tokens.take('mark', ',') && !(tokens.kind === 'mark' && tokens.text === closing)) return malformed(tokens);
  }
  return doubled && !cost.total ? malformed(tokens) : cost;
}

function readCostAmounts(tokens: Tokens, doubled: boolean): CostSpec | Problem {
  const first = tokens.expression();
  if (isProblem(first)) return first;
  const hash = !doubled && tokens.take('mark', '#') !== undefined;
  const second = hash ? tokens.expression() : undefined;
  if (isProblem(second)) return second;
  const currency = tokens.take('currency');
  if (!first && !hash && !currency) return malformed(tokens);
  if (doubled) return { ...(first && { total: first }), ...(currency && { currency }) };
  return {
    ...(first && { per: first }),
    ...(second && { total: second }),
    ...(hash && !second && { totalMissing: true }),
    ...(currency && { currency }),
  };
}

function readPrice(tokens: Tokens): PriceSpec | Problem | undefined {
  const total = tokens.take('mark', '@@') !== undefined;
  if (!total && !tokens.take('mark', '@')) return undefined;
  const number = tokens.expression();
  if (isProblem(number)) return number;
  const currency = tokens.take('currency');
  return { total, ...(number && { number }), ...(currency && { currency }) };
}
