import { currencySymbols } from '../../kernel/currencies.ts';
import type { Book } from '../book.ts';
import { type Account, ChartOfAccounts, type Commodity } from '../chart-of-accounts.ts';
import type { JournalAccount, JournalReading } from '../journals/journal.ts';
import type { ImportOptions, PlannedAccount, PlannedCommodity } from './import-job.ts';

/** What a file's names become in this book, and the chart as it will be once they are there. */
export interface ImportPlan {
  readonly book: Book;
  readonly codeOf: ReadonlyMap<string, string>;
  readonly accounts: readonly PlannedAccount[];
  readonly commodities: readonly Omit<PlannedCommodity, 'withoutWorth'>[];
  readonly newAccounts: readonly Account[];
  readonly newCommodities: readonly Commodity[];
  /** Commodity of the file -> code in the book; empty for the book's own currency. */
  readonly currencyOf: ReadonlyMap<string, string>;
}

/** Plans an import once its reader is exhausted: which accounts are there, which are added and as what, and how many decimals each commodity keeps. */
export function planImport(book: Book, reading: Pick<JournalReading, 'accounts' | 'commodities'>, options: ImportOptions): ImportPlan {
  const accounts = [...reading.accounts.values()].map((account) => planAccount(book, account, options));
  const commodities = [...reading.commodities].map(([name, scale]) => {
    const code = currencyFor(name, book, options);
    const known = code === book.head.currency ? book.head.digits : book.chart.digitsOf(code);
    return { name, code, digits: known ?? scale, isNew: known === undefined };
  });
  return asPlanned(book, accounts, commodities);
}

/** The plan that a check made, taken up again to write: what it added meanwhile (a step before a crash) is there already. */
export function asPlanned(
  book: Book,
  accounts: readonly PlannedAccount[],
  commodities: readonly Omit<PlannedCommodity, 'withoutWorth'>[],
): ImportPlan {
  const { chart } = book;
  const newAccounts = unique(accounts.filter(({ isNew, code }) => isNew && !chart.accounts.has(code))).map(newAccount);
  const newCommodities = commodities
    .filter(({ isNew, code }) => isNew && !chart.commodities.has(code))
    .map(({ code, digits }): Commodity => ({ code, digits }));
  return {
    book: {
      ...book,
      chart: new ChartOfAccounts([...chart.accounts.values(), ...newAccounts], chart.dimensions.values(), [
        ...chart.commodities.values(),
        ...newCommodities,
      ]),
    },
    codeOf: new Map(accounts.map(({ name, code }) => [name, code])),
    accounts,
    commodities,
    newAccounts,
    newCommodities,
    currencyOf: new Map(commodities.map(({ name, code }) => [name, code === book.head.currency ? '' : code])),
  };
}

function planAccount({ chart }: Book, { name, type, cash }: JournalAccount, options: ImportOptions): PlannedAccount {
  const code = options.accounts?.[name] ?? name;
  const present = chart.accounts.get(code);
  if (present) return { name, code, type: present.type, isNew: false };
  const said = options.types?.[name] ?? type;
  const role = cash && said === 'asset' ? ('bank' as const) : undefined;
  return { name, code, type: said ?? 'asset', ...(role && { role }), isNew: true, ...(!said && { typeAssumed: true }) };
}

const newAccount = ({ code, type, role }: PlannedAccount): Account => ({
  code,
  name: { en: code, ar: code },
  type,
  ...(role && { role }),
  version: 1,
});

/** A bare number is in the book's currency; a dollar sign is the book's own dollar if it has one. */
function currencyFor(name: string, { head }: Book, options: ImportOptions): string {
  const said = options.currencies?.[name];
  if (said) return said;
  if (name === '') return head.currency;
  if (name === '$' && head.currency.endsWith('D') && /^(USD|CAD|AUD|NZD|SGD|HKD)$/.test(head.currency)) return head.currency;
  return (currencySymbols as Readonly<Record<string, string>>)[name] ?? name;
}

const unique = (accounts: readonly PlannedAccount[]): PlannedAccount[] => [...new Map(accounts.map((account) => [account.code, account])).values()];
