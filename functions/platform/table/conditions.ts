import type { Placeholders } from './dynamo-expressions.ts';
import type { Condition, Item } from './port.ts';

/** Whether the stored item (undefined when there is none) is as the condition says. */
export function holds(condition: Condition, item: Item | undefined): boolean {
  if ('exists' in condition) return condition.exists === (item !== undefined);
  if ('equals' in condition) return item?.[condition.equals[0]] === condition.equals[1];
  if ('lacks' in condition) return item?.[condition.lacks] === undefined;
  if ('atMost' in condition) return isWithin(item?.[condition.atMost[0]], -Infinity, condition.atMost[1]);
  if ('atLeast' in condition) return isWithin(item?.[condition.atLeast[0]], condition.atLeast[1], Infinity);
  if ('all' in condition) return condition.all.every((part) => holds(part, item));
  return condition.any.some((part) => holds(part, item));
}

/** The same condition in DynamoDB's words. */
export function conditionExpression(condition: Condition, placeholders: Placeholders): string {
  const { name, value } = placeholders;
  if ('exists' in condition) return `${condition.exists ? 'attribute_exists' : 'attribute_not_exists'}(${name('pk')})`;
  if ('equals' in condition) return `${name(condition.equals[0])} = ${value(condition.equals[1])}`;
  if ('lacks' in condition) return `attribute_not_exists(${name(condition.lacks)})`;
  if ('atMost' in condition) return `${name(condition.atMost[0])} <= ${value(condition.atMost[1])}`;
  if ('atLeast' in condition) return `${name(condition.atLeast[0])} >= ${value(condition.atLeast[1])}`;
  if ('all' in condition) return joined(condition.all, 'AND', placeholders);
  return joined(condition.any, 'OR', placeholders);
}

/** As DynamoDB, which compares like with like only: a text is neither at most nor at least a number. */
function isWithin(value: Item[string], least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}

/** DynamoDB refuses doubled parentheses and empty lists: one part stands bare, and none is spelled out as always (all) or never (any). */
function joined(parts: readonly Condition[], by: 'AND' | 'OR', placeholders: Placeholders): string {
  const [first, ...rest] = parts;
  if (first === undefined) {
    const key = placeholders.name('pk');
    return `attribute_exists(${key}) ${by === 'AND' ? 'OR' : 'AND'} attribute_not_exists(${key})`;
  }
  if (rest.length === 0) return conditionExpression(first, placeholders);
  return parts
    .map((part) => (isCompound(part) ? `(${conditionExpression(part, placeholders)})` : conditionExpression(part, placeholders)))
    .join(` ${by} `);
}

function isCompound(condition: Condition): boolean {
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined;
  if (parts === undefined) return false;
  const [only] = parts;
  return parts.length !== 1 || (only !== undefined && isCompound(only));
}
