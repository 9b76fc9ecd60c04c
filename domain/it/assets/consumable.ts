import type { Instant } from '../../kernel/dates.ts';
import { type Outcome, refuseAt } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';

/** Things that are used up: toner, cables, cards. The stock is a counter beside this. */
export interface Consumable {
  readonly id: Id<'consumable'>;
  readonly name: string;
  readonly unit: string;
  readonly location?: string;
  /** At or below this the keepers are told, once until it is restocked. */
  readonly lowAt: number;
  readonly createdAt: Instant;
  readonly version: number;
}

/** Takes from the stock, or says how much there is. */
export function takeFromStock(stock: number, quantity: number): Outcome<number> {
  return quantity > stock ? refuseAt('/quantity', 'consumable.short', { stock }) : stock - quantity;
}
export const MAX_STOCK = 1_000_000;
export function addToStock(stock: number, quantity: number): Outcome<number> {
  return stock + quantity > MAX_STOCK ? refuseAt('/quantity', 'consumable.too_many', { maximum: MAX_STOCK }) : stock + quantity;
}
/** Whether this step goes from above the threshold to it or below: once per crossing. */
export const crosses = (before: number, after: number, lowAt: number): boolean => before > lowAt && after <= lowAt;
