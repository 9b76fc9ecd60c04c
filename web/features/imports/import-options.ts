import type { AccountType } from '../../../domain/accounting/charts/chart.ts';

/** What the importer says about the file, beyond what the file says itself. */
export interface Options {
  readonly accounts: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, AccountType>>;
  readonly currencies: Readonly<Record<string, string>>;
}
export const unchanged: Options = { accounts: {}, types: {}, currencies: {} };
export const changed = ({ accounts, types, currencies }: Options): boolean =>
  [accounts, types, currencies].some((part) => Object.keys(part).length > 0);

/** A member said, or unsaid again. */
export function withMember<V extends string>(part: Readonly<Record<string, V>>, name: string, value: V | ''): Readonly<Record<string, V>> {
  const { [name]: _, ...rest } = part;
  return value === '' ? (rest as Record<string, V>) : { ...(rest as Record<string, V>), [name]: value };
}
