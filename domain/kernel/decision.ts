import type { RefusalCode } from '../refusals.ts';

/** What is wrong with one member of what was sent: a JSON pointer to it, a stable code, and the figures that the message needs. */
export interface Fault {
  readonly pointer: string;
  readonly code: RefusalCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A refusal is expected: the caller can act on it. It is returned, never thrown, and changes nothing. */
export interface Refusal<C extends RefusalCode = RefusalCode> {
  readonly refused: C;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly Fault[];
}

export type Outcome<T, C extends RefusalCode = RefusalCode> = T | Refusal<C>;

/** Refuses: `values` fill the message's placeholders, `errors` point at the members at fault. */
export function refuse<const C extends RefusalCode>(code: C, values?: Refusal['values'], errors?: readonly Fault[]): Refusal<C> {
  return { refused: code, ...(values && { values }), ...(errors && { errors }) };
}

/** Refuses one member of the request: the usual case, `refuseAt('/lines/0/account', 'account.unknown', { account })`. */
export function refuseAt<const C extends RefusalCode>(pointer: string, code: C, values?: Refusal['values']): Refusal<C> {
  return refuse(code, values, [{ pointer, code, ...(values && { values }) }]);
}

export function isRefusal(outcome: unknown): outcome is Refusal {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome;
}

/** Ours, not the caller's: a broken invariant crashes this request and nothing else. */
export function assert(holds: boolean, invariant: string): asserts holds {
  if (!holds) throw new Error(`broken invariant: ${invariant}`);
}
