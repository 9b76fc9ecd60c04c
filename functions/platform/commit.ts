import type { Outcome } from '../../domain/kernel/decision.ts';
import type { FirmCall } from './call.ts';
import { type Decided, firmLog, type Serial } from './firm-log.ts';
import type { Reading } from './reading.ts';

export { Reading } from './reading.ts';

/** What a verb hands to its one commit. */
export interface Commitment<State, A> {
  /** The items that were read for the decision: the commit is conditional on every one of them being as it was. */
  readonly seen?: Reading;
  /** The serial log that the decision extends (the book), where it does. */
  readonly serial?: Serial<State>;
  /** Pure: may be asked again with a later state when others were faster. The answer is what the caller gets, and what a repeat of the same key gets. */
  readonly decide: (state: State) => Outcome<Decided<State, A>>;
}

/**
 * One command, one transaction: state, event and idempotency record together, or nothing. Commands of one firm that wait in this process are taken
 * together; each is decided in turn, and one that is refused does not hold up the others. Throws `Moved` when something that was read has changed:
 * the chain then runs the verb again, a bounded number of times.
 */
export function commit<A, State = undefined>(call: FirmCall, commitment: Commitment<State, A>): Promise<Outcome<A>> {
  return firmLog(call.ports, call.firm.id, call.table).submit({ call, ...commitment });
}
