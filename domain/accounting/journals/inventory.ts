import type { LocalDate } from '../../kernel/dates.ts';
import { add, type Decimal, trimmed, written } from './decimal.ts';

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
  readonly #positions = new Map<string, Position>();
  readonly #held = new Map<string, number>();

  constructor(positions: Iterable<Position> = []) {
    for (const position of positions) this.add(position);
  }

  get positions(): readonly Position[] {
    return [...this.#positions.values()];
  }

  add(position: Position): void {
    const key = keyOf(position);
    const held = this.#positions.get(key);
    const number = held ? add(held.number, position.number) : position.number;
    this.#count(position.currency, signOf(held?.number), -1);
    this.#count(position.currency, signOf(number), 1);
    if (number.quantity === 0n) this.#positions.delete(key);
    else this.#positions.set(key, { ...position, number });
  }

  /** Whether posting this would take away from what is held. */
  isReducedBy(number: Decimal, currency: string): boolean {
    const sign = signOf(number);
    return sign !== 0 && (this.#held.get(`${currency} ${-sign}`) ?? 0) > 0;
  }

  /** Counts positions by currency and sign, so that no purchase has to look at every lot held. */
  #count(currency: string, sign: number, change: number): void {
    const key = `${currency} ${sign}`;
    this.#held.set(key, (this.#held.get(key) ?? 0) + change);
  }

  /** The only currency held, if there is just one. */
  get onlyCurrency(): string | undefined {
    return only(this.positions.map(({ currency }) => currency));
  }
  get onlyCostCurrency(): string | undefined {
    return only(this.positions.flatMap(({ cost }) => (cost ? [cost.currency] : [])));
  }
}

function only(currencies: readonly string[]): string | undefined {
  return new Set(currencies).size === 1 ? currencies[0] : undefined;
}

function keyOf({ currency, cost }: Position): string {
  if (!cost) return currency;
  return `${currency} ${written(trimmed(cost.number, 0))} ${cost.currency} ${cost.date} ${cost.label ?? '\n'}`;
}

const signOf = (number: Decimal | undefined): number => (!number || number.quantity === 0n ? 0 : number.quantity < 0n ? -1 : 1);
