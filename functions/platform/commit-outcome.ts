import type { Item, TransactionCancelled, Write } from './table/port.ts';

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

/** Why a lone command was cancelled: its twin answered, something it read moved, or only the heads moved and it may go again. */
export function judge(error: TransactionCancelled, writes: readonly Write[], heads: number): 'again' | Error {
  let verdict: 'again' | Error = 'again';
  for (const reason of error.reasons) {
    if (reason.code !== 'condition') continue;
    const write = writes[reason.index];
    if (write?.kind === 'put' && write.item.pk === 'IDEMPOTENCY') return reason.current ? new AnsweredMeanwhile(reason.current) : new Moved();
    if (reason.index >= heads) verdict = new Moved();
  }
  return verdict;
}
