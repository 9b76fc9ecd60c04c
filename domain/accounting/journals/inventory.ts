import type { LocalDate } from '../../kernel/dates.ts';
import { add, compare, type Decimal } from './decimal.ts';

/** What one unit of a lot cost, and when. */
export interface LotCost {
  readonly number: Decimal;
  readonly currency: string;
  readonly date: LocalDate;
  readonly label?: string;
}

export interface Position {
  readonly number: Decimal;
  readonly currency: string;
  readonly cost?: LotCost;
}

/** What an account holds: a sum per currency, and each lot bought at its own cost. */
export class Inventory {
  #positions: Position[];

  constructor(positions: readonly Position[] = []) {
    this.#positions = [...positions];
  }

  get positions(): readonly Position[] {
    return this.#positions;
  }

  add(position: Position): void {
    const at = this.#positions.findIndex((held) => held.currency === position.currency && sameCost(held.cost, position.cost));
    const held = this.#positions[at];
    if (!held) {
      if (position.number.quantity !== 0n) this.#positions.push(position);
      return;
    }
    const number = add(held.number, position.number);
    if (number.quantity === 0n) this.#positions.splice(at, 1);
    else this.#positions[at] = { ...held, number };
  }

  /** Whether posting this would take away from what is held. */
  isReducedBy(number: Decimal, currency: string): boolean {
    if (number.quantity === 0n) return false;
    return this.#positions.some((held) => held.currency === currency && held.number.quantity < 0n !== number.quantity < 0n);
  }

  /** The only currency held, if there is just one. */
  get onlyCurrency(): string | undefined {
    return only(this.#positions.map(({ currency }) => currency));
  }
  get onlyCostCurrency(): string | undefined {
    return only(this.#positions.flatMap(({ cost }) => (cost ? [cost.currency] : [])));
  }
}

function only(currencies: readonly string[]): string | undefined {
  return new Set(currencies).size === 1 ? currencies[0] : undefined;
}

function sameCost(a: LotCost | undefined, b: LotCost | undefined): boolean {
  if (!a || !b) return a === b;
  return a.currency === b.currency && a.date === b.date && a.label === b.label && compare(a.number, b.number) === 0;
}
