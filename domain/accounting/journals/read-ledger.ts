import { accountType } from './account-types.ts';
import { LedgerBalances } from './assertions.ts';
import { type AutomatedRule, automatedPostings } from './automated.ts';
import { type Balanced, type Balancing, balanceEntry } from './balance-entry.ts';
import type { JournalItem, JournalReader } from './journal.ts';
import { readPlainText } from './plain-text.ts';
import { PlainTextContext } from './plain-text-context.ts';
import { faultAt, isProblem, type Problem } from './problem.ts';
import { plainReading, type Seen } from './reading.ts';
import { RunningBalances } from './sums.ts';
import type { WrittenEntry, WrittenPosting } from './written-entry.ts';

/** Reads a journal as Ledger 3 does: assertions hold in the order of the file, and automated entries apply to what is below them. */
export const readLedger: JournalReader = (text) => plainReading(text, (seen) => readItems(text, seen));

function* readItems(text: string, seen: Seen): Iterable<JournalItem> {
  const context = new PlainTextContext('ledger');
  // Ledger shows every digit of a bare number, so none is too small to see.
  const decimalsOf = (commodity: string): number | undefined => (commodity === '' ? undefined : context.decimalsOf(commodity));
  const balances = new LedgerBalances(new RunningBalances(), new RunningBalances(), decimalsOf);
  const asserts = hasAssertion(text);
  const balancing: Balancing = { apart: false, lots: true, decimalsOf };
  const rules: AutomatedRule[] = [];
  for (const item of readPlainText(text, context)) {
    if (item.kind === 'rule') rules.push(item.rule);
    else if (item.kind === 'fault') yield item;
    else {
      const { entry } = item;
      const settled = asserts ? settle(entry, balances) : { postings: entry.postings, faults: [] };
      yield* settled.faults.map((fault): JournalItem => ({ kind: 'fault', fault }));
      if (!settled.postings) continue;
      const balanced = complete(settled.postings, entry, context, balancing, rules);
      if (isProblem(balanced)) {
        yield { kind: 'fault', fault: faultAt(entry.line, balanced) };
        continue;
      }
      if (asserts) for (const [index, posting] of balanced.postings.entries()) balances.post(posting, balanced.sources[index]?.kind !== 'real');
      if (balanced.postings.length > 0) yield seen.entry({ ...entry, postings: balanced.postings });
    }
  }
  for (const name of context.declaredAccounts) seen.account(name);
  seen.typeAccounts(({ name }) => accountType(name, context.declaredTypes));
}

/** Whether any posting may assert a balance: without one, no balances need be kept. */
const hasAssertion = (text: string): boolean => /^[ \t][^;\n]*=/m.test(text);

function settle(entry: WrittenEntry, balances: LedgerBalances) {
  const postings: WrittenPosting[] = [];
  const faults: ReturnType<typeof faultAt>[] = [];
  let unclear = false;
  for (const posting of entry.postings) {
    const settled = balances.settle(posting, postings);
    if (isProblem(settled)) {
      faults.push(faultAt(posting.line, settled));
      unclear ||= !posting.amount;
      postings.push(posting);
    } else postings.push(settled);
  }
  return { postings: unclear ? undefined : postings, faults };
}

function complete(
  written: readonly WrittenPosting[],
  { line, payee }: WrittenEntry,
  context: PlainTextContext,
  balancing: Balancing,
  rules: readonly AutomatedRule[],
): Balanced | Problem {
  const { bucket } = context;
  const lone = written.length === 1 && written[0]?.amount !== undefined && written[0].kind !== 'virtual';
  const all: readonly WrittenPosting[] = bucket !== undefined && lone ? [...written, { line, account: bucket, kind: 'real' }] : written;
  const balanced = balanceEntry(all, balancing);
  if (isProblem(balanced) || rules.length === 0) return balanced;
  const added = automatedPostings(balanced.postings, payee, rules, balancing);
  return isProblem(added) ? added : { postings: [...balanced.postings, ...added.postings], sources: [...balanced.sources, ...added.sources] };
}
