import type { Outcome } from '../../domain/kernel/decision.ts';
import type { Happening } from '../../domain/kernel/event.ts';
import type { FirmCall } from './call.ts';
import type { Ports } from './ports.ts';
import type { Reading } from './reading.ts';
import type { FirmTable } from './table/firm-table.ts';
import type { Item, Write } from './table/port.ts';

/** A serial log of a firm (the book): how its state is read and how a move of it is written, conditional on where it stood. */
export interface Serial<State> {
  readonly name: string;
  load(table: FirmTable, previous: State | undefined): Promise<State>;
  /** The conditional write of the head from one state to the next. */
  move(from: State, to: State): Write;
}

/** What a decision comes to: the next state of the serial log if it moved, the items written, what happened, and the answer. */
export interface Decided<State, A> {
  readonly state?: State;
  readonly writes: readonly Write[];
  readonly happenings: readonly Happening[];
  readonly answer: A;
}

export interface Submission<State, A> {
  readonly call: FirmCall;
  readonly seen?: Reading;
  readonly serial?: Serial<State>;
  readonly decide: (state: State) => Outcome<Decided<State, A>>;
}

/** Something that the decision rested on has changed: load and decide again. */
export class Moved extends Error {
  override readonly name = 'Moved';
}

/** A twin with the same key committed first: its stored answer is the answer. */
export class AnsweredMeanwhile extends Error {
  override readonly name = 'AnsweredMeanwhile';
  readonly stored: Item;
  constructor(stored: Item) {
    super('answered meanwhile');
    this.stored = stored;
  }
}

export interface FirmLog {
  submit<State, A>(submission: Submission<State, A>): Promise<Outcome<A>>;
}

export function firmLog(_ports: Ports, _firm: string, _table: FirmTable): FirmLog {
  throw new Error('being written');
}
