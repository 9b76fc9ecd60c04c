import type { Dialect } from './comment.ts';
import { type Problem, problemWith } from './problem.ts';
import { isMatch, LONGEST_NAME } from './safe-pattern.ts';

/** What a posting's account is called in full: aliases, a parent applied to a region of the file, and Ledger's payee rules. */
export class AccountNames {
  readonly #dialect: Dialect;
  readonly #parents: string[] = [];
  #aliases: Alias[] = [];
  readonly #payees: { readonly pattern: RegExp; readonly account: string }[] = [];
  readonly #known = new Map<string, string>();

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  /** The full name of an account as written, unless aliases made it endless; the same text gives the same string, so that names are held once. */
  resolve(written: string): string | Problem {
    let name = this.#known.get(written);
    if (name === undefined) {
      name = this.#rewrite(written);
      if (name.length > LONGEST_NAME) return problemWith('import.account_malformed', name);
      this.#known.set(written, name);
    }
    return name;
  }

  /** Ledger's `payee` rule: an account that ends in Unknown is named by who is paid. */
  forPayee(name: string, payee: string): string {
    if (this.#payees.length === 0 || !/(^|:)Unknown$/.test(name)) return name;
    return this.#payees.find(({ pattern }) => isMatch(pattern, payee))?.account ?? name;
  }

  alias(from: string | RegExp, to: string): void {
    this.#known.clear();
    const alias = { from, to };
    if (this.#dialect === 'hledger') this.#aliases.unshift(alias);
    else this.#aliases = [alias, ...this.#aliases.filter((other) => other.from !== from)];
  }
  endAliases(): void {
    this.#known.clear();
    this.#aliases = [];
  }
  applyParent(parent: string): void {
    this.#known.clear();
    this.#parents.push(parent);
  }
  endParent(): boolean {
    this.#known.clear();
    return this.#parents.pop() !== undefined;
  }
  namePayee(pattern: RegExp, account: string): void {
    this.#payees.push({ pattern, account });
  }

  /** hledger puts the parent before the name and then obeys aliases; Ledger does it the other way round. */
  #rewrite(written: string): string {
    const within = (name: string): string => [...this.#parents, name].join(':');
    return this.#dialect === 'hledger' ? this.#aliases.reduce(rewriteAll, within(written)) : within(this.#rewriteFirst(written));
  }

  /** Ledger: an alias stands for the whole name or for its first part, and is not looked up again. */
  #rewriteFirst(written: string): string {
    const colon = written.indexOf(':');
    const whole = this.#aliases.find(({ from }) => from === written);
    const first = colon < 0 ? undefined : this.#aliases.find(({ from }) => from === written.slice(0, colon));
    return whole?.to ?? (first ? first.to + written.slice(colon) : written);
  }
}

interface Alias {
  readonly from: string | RegExp;
  readonly to: string;
}

/** hledger: each alias sees what the nearer ones made of the name; a plain one also renames the account's subaccounts. */
function rewriteAll(name: string, { from, to }: Alias): string {
  // Each alias may double a name; one that is too long already is refused as it is.
  if (name.length > LONGEST_NAME) return name;
  if (typeof from !== 'string') return name.replace(from, to);
  if (name === from) return to;
  return name.startsWith(`${from}:`) ? to + name.slice(from.length) : name;
}
