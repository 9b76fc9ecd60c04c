import type { Directive } from './beancount-directive.ts';
import type { BeancountOptions } from './beancount-options.ts';
import { subtract, written } from './decimal.ts';
import type { JournalItem, LineFault } from './journal.ts';
import { type Booked, balanceTolerance } from './pad-accounts.ts';
import { faultAt, problem } from './problem.ts';
import type { Seen } from './reading.ts';
import { RunningBalances } from './sums.ts';
import { isWithin } from './tolerances.ts';

type Open = Extract<Directive, { kind: 'open' }>;

/** Checks directives in the order of their dates: accounts are open when they are used and take the currency, and balances hold. */
export class BeancountChecker {
  readonly #opened = new Map<string, Open>();
  readonly #closed = new Set<string>();
  readonly #balances = new RunningBalances();
  readonly #options: BeancountOptions;
  readonly #seen: Seen;

  constructor(options: BeancountOptions, seen: Seen) {
    this.#options = options;
    this.#seen = seen;
  }

  *check({ directive, postings = [] }: Booked): Iterable<JournalItem> {
    for (const fault of this.#faults(directive, postings)) yield { kind: 'fault', fault };
    if (directive.kind !== 'transaction') return;
    for (const { account, amount } of postings) this.#balances.post(account, amount);
    const { line, date, payee, narration, links, tags } = directive;
    const entry = {
      line,
      date,
      payee,
      memo: narration,
      ...(links.length > 0 && { reference: links.join(' ') }),
      tags,
      postings: postings.map(({ atCost: _atCost, ...posting }) => posting),
    };
    if (postings.length > 0) yield this.#seen.entry(entry);
  }

  #faults(directive: Directive, postings: NonNullable<Booked['postings']>): LineFault[] {
    const at = (wrong: Parameters<typeof faultAt>[1]): LineFault[] => [faultAt(directive.line, wrong)];
    switch (directive.kind) {
      case 'open':
        if (this.#opened.has(directive.account)) return at(problem('import.account_opened_twice', { account: directive.account }));
        this.#opened.set(directive.account, directive);
        this.#seen.account(directive.account);
        return [];
      case 'close':
        if (this.#closed.has(directive.account)) return at(problem('import.account_closed_twice', { account: directive.account }));
        this.#closed.add(directive.account);
        return this.#opened.has(directive.account) ? [] : this.#notOpen(directive, [directive.account]);
      case 'balance':
        return [...this.#notOpen(directive, this.#opened.has(directive.account) ? [] : [directive.account]), ...this.#unequal(directive)];
      case 'pad':
        return this.#notOpen(directive, [directive.account, directive.source]);
      case 'note':
        return directive.account !== undefined && !this.#opened.has(directive.account) ? this.#notOpen(directive, [directive.account]) : [];
      case 'transaction': {
        const misplaced = postings.find(({ account, amount }) => this.#refuses(account, amount.commodity));
        const wrong = misplaced
          ? at(problem('import.currency_not_allowed', { account: misplaced.account, currency: misplaced.amount.commodity }))
          : [];
        return [...this.#notOpen(directive, new Set(postings.map(({ account }) => account))), ...wrong];
      }
      default:
        return directive satisfies never;
    }
  }

  #notOpen({ line, date }: Directive, accounts: Iterable<string>): LineFault[] {
    if (this.#options.opensAccounts) return [];
    return [...accounts]
      .filter((account) => !this.#opened.has(account) || this.#closed.has(account))
      .map((account) => faultAt(line, problem('import.account_not_open', { account, date })));
  }

  #refuses(account: string, currency: string): boolean {
    const currencies = this.#opened.get(account)?.currencies ?? [];
    return currencies.length > 0 && !currencies.includes(currency);
  }

  #unequal(balance: Extract<Directive, { kind: 'balance' }>): LineFault[] {
    const { line, account, number, currency } = balance;
    if (this.#refuses(account, currency)) return [faultAt(line, problem('import.currency_not_allowed', { account, currency }))];
    const held = this.#balances.held(account, currency, true);
    if (isWithin(subtract(held, number), balanceTolerance(balance, this.#options))) return [];
    return [faultAt(line, problem('import.assertion_failed', { account, actual: written(held, currency), expected: written(number, currency) }))];
  }
}
