import { currencySymbols } from '../../kernel/currencies.ts';
import type { Book } from '../book.ts';
import { type Account, ChartOfAccounts, type Commodity } from '../chart-of-accounts.ts';
import { COMMODITY_CODE_LENGTH, isAccountCode, isCommodityCode } from '../codes.ts';
import type { JournalAccount, JournalReading, LineFault } from '../journals/journal.ts';
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
  const code = own(options.accounts, name) ?? name;
  const present = chart.accounts.get(code);
  if (present) return { name, code, type: present.type, isNew: false };
  const said = own(options.types, name) ?? type;
  const role = cash && said === 'asset' ? ('bank' as const) : undefined;
  return { name, code, type: said ?? 'asset', ...(role && { role }), isNew: true, ...(!said && { typeAssumed: true }) };
}

/** Names of the file that would become codes which the book cannot keep. */
export function refusedNames({
  newAccounts,
  newCommodities,
  accounts,
  commodities,
}: ImportPlan): readonly { readonly name: string; readonly fault: Pick<LineFault, 'code' | 'values'> }[] {
  const badAccounts = new Set(newAccounts.filter(({ code }) => !isAccountCode(code)).map(({ code }) => code));
  const badCommodities = new Set(newCommodities.filter(({ code }) => !isCommodityCode(code)).map(({ code }) => code));
  return [
    ...accounts.flatMap(({ name, code }) =>
      badAccounts.has(code) ? [{ name, fault: { code: 'import.account_malformed' as const, values: { text: shown(name) } } }] : [],
    ),
    ...commodities.flatMap(({ name, code }) =>
      badCommodities.has(code)
        ? [{ name, fault: { code: 'import.commodity_malformed' as const, values: { text: shown(name), limit: COMMODITY_CODE_LENGTH } } }]
        : [],
    ),
  ];
}

const SHOWN = 80;
const shown = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

const newAccount = ({ code, type, role }: PlannedAccount): Account => ({
  code,
  name: { en: code, ar: code },
  type,
  ...(role && { role }),
  version: 1,
});

/** A bare number is in the book's currency; a dollar sign is the book's own dollar if it has one. */
function currencyFor(name: string, { head }: Book, options: ImportOptions): string {
  const said = own(options.currencies, name);
  if (said) return said;
  if (name === '') return head.currency;
  if (name === '$' && head.currency.endsWith('D') && /^(USD|CAD|AUD|NZD|SGD|HKD)$/.test(head.currency)) return head.currency;
  return own(currencySymbols, name) ?? name;
}

/** A file may call an account `constructor`: only what was put into a table is in it. */
const own = <T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  table && Object.hasOwn(table, name) ? table[name] : undefined;

const unique = (accounts: readonly PlannedAccount[]): PlannedAccount[] => [...new Map(accounts.map((account) => [account.code, account])).values()];
