import { accountType } from './account-types.ts';
import { orderOf, type Pending, Settler } from './date-order.ts';
import type { JournalItem, JournalReader } from './journal.ts';
import { readPlainText } from './plain-text.ts';
import { PlainTextContext } from './plain-text-context.ts';
import { plainReading, type Seen } from './reading.ts';
import { RunningBalances } from './sums.ts';

/** Reads a journal as hledger does when it is asked for nothing more: assertions hold in the order of dates, automated entries post nothing. */
export const readHledger: JournalReader = (text) => plainReading(text, (seen) => readItems(text, seen));

function* readItems(text: string, seen: Seen): Iterable<JournalItem> {
  const context = new PlainTextContext('hledger');
  const ahead = lookAhead(text);
  const balancing = { apart: true, lots: false, decimalsOf: (commodity: string) => ahead().decimalsOf(commodity) };
  const settler = new Settler(new RunningBalances(), balancing);
  const order = orderOf(text);
  const held: (JournalItem | Pending)[] = [];
  for (const item of readPlainText(text, context)) {
    if (item.kind === 'rule') continue;
    const next = item.kind === 'fault' ? item : settler.begin(item.entry);
    if (order === 'scattered') held.push(next);
    else {
      if (order === 'dated' && 'entry' in next && 'faults' in next) for (const { run } of settler.steps(next)) run();
      yield* finished(next, seen);
    }
  }
  // Only a journal that asserts balances out of the order of its dates is held whole.
  const steps = held.flatMap((next) => ('faults' in next ? settler.steps(next) : []));
  for (const { run } of steps.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) run();
  for (const next of held) yield* finished(next, seen);
  for (const name of context.declaredAccounts) seen.account(name);
  seen.typeAccounts(({ name }) => accountType(name, context.declaredTypes));
}

function* finished(next: JournalItem | Pending, seen: Seen): Iterable<JournalItem> {
  if (!('faults' in next)) {
    yield next;
    return;
  }
  for (const fault of next.faults) yield { kind: 'fault', fault };
  if (next.balanced && next.balanced.postings.length > 0) yield seen.entry({ ...next.entry, postings: next.balanced.postings });
}

/** Goes through the whole text once, when first asked: hledger's decimals are those of the whole file. */
function lookAhead(text: string): () => PlainTextContext {
  let found: PlainTextContext | undefined;
  return () => {
    if (!found) {
      found = new PlainTextContext('hledger');
      for (const _ of readPlainText(text, found));
    }
    return found;
  };
}
