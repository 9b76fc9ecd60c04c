import { add, divide, multiply, negate, quantityOf } from './decimal.ts';
import type { Quantity } from './journal.ts';
import { skipBlanks } from './lines.ts';
import { isProblem, type Problem, problemWith } from './problem.ts';

type ReadAmount = (text: string, at: number) => { readonly amount: Quantity | Problem; readonly next: number };

/** An amount that Ledger works out: `($10.00 + $20.00)`, `(9 EUR * 6)`. Only arithmetic; anything else in parentheses is refused. */
export function readExpression(text: string, start: number, readAmount: ReadAmount): { readonly amount: Quantity; readonly next: number } | Problem {
  let at = start;
  const value = factor(0);
  return isProblem(value) ? value : { amount: value, next: at };

  function sum(depth: number): Quantity | Problem {
    let left = product(depth);
    for (let sign = operator('+', '-'); sign && !isProblem(left); sign = operator('+', '-')) {
      const right = product(depth);
      if (isProblem(right)) return right;
      if (right.commodity !== left.commodity) return refused();
      left = quantityOf(add(left, sign === '+' ? right : negate(right)), left.commodity);
    }
    return left;
  }
  function product(depth: number): Quantity | Problem {
    let left = factor(depth);
    for (let sign = operator('*', '/'); sign && !isProblem(left); sign = operator('*', '/')) {
      const right = factor(depth);
      if (isProblem(right)) return right;
      const result = sign === '*' ? multiply(left, right) : divided(left, right);
      if (!result || result.scale > MAX_DECIMALS) return refused();
      left = quantityOf(result, left.commodity === '' ? right.commodity : left.commodity);
    }
    return left;
  }
  function factor(depth: number): Quantity | Problem {
    at = skipBlanks(text, at);
    if (depth > MAX_DEPTH) return refused();
    if (text[at] === '(') {
      at++;
      const inner = sum(depth + 1);
      return isProblem(inner) || operator(')') ? inner : refused();
    }
    if (text[at] === '-' && text[skipBlanks(text, at + 1)] === '(') {
      at++;
      const inner = factor(depth + 1);
      return isProblem(inner) ? inner : quantityOf(negate(inner), inner.commodity);
    }
    const { amount, next } = readAmount(text, at);
    at = next;
    return isProblem(amount) ? refused() : amount;
  }
  function operator(...signs: string[]): string | undefined {
    const found = skipBlanks(text, at);
    const sign = signs.find((possible) => possible === text[found]);
    if (sign !== undefined) at = found + 1;
    return sign;
  }
  function refused(): Problem {
    return problemWith('import.expression_refused', text.slice(start).trim());
  }
}

const MAX_DECIMALS = 100;
const MAX_DEPTH = 20;

/** A quotient that is a decimal; Ledger would keep the fraction of any other. */
function divided(left: Quantity, right: Quantity) {
  if (right.quantity === 0n) return undefined;
  const quotient = divide(left, right);
  const exact = add(multiply(quotient, right), negate(left));
  return exact.quantity === 0n ? quotient : undefined;
}
