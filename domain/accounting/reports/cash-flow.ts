import { assert } from '../../kernel/decision.ts';
import type { Text } from '../../kernel/language.ts';
import type { AccountBalance } from '../balances.ts';
import type { Entry } from '../book.ts';
import type { Account, ChartOfAccounts } from '../chart-of-accounts.ts';
import { accountsIn, columnSums, figuresByAccount, sumOf } from './figures.ts';

export const cashSections = {
  operating: { en: 'Operating activities', ar: 'الأنشطة التشغيلية' },
  investing: { en: 'Investing activities', ar: 'الأنشطة الاستثمارية' },
  financing: { en: 'Financing activities', ar: 'الأنشطة التمويلية' },
} as const satisfies Record<string, Text>;
export type CashSection = keyof typeof cashSections;

/** What came in (above zero) or went out by way of one other account. */
export interface CashRow {
  readonly section: CashSection;
  readonly account: Account;
  readonly amounts: readonly bigint[];
}

/** One cash or bank account: what it had, what moved, what it has. */
export interface CashAccountRow {
  readonly account: Account;
  readonly columns: readonly { readonly opening: bigint; readonly change: bigint; readonly closing: bigint }[];
}

export type CashTotals = Readonly<Record<'opening' | CashSection | 'change' | 'closing', bigint>>;

export interface CashFlow {
  readonly rows: readonly CashRow[];
  readonly accounts: readonly CashAccountRow[];
  /** One per column. */
  readonly totals: readonly CashTotals[];
}

export interface CashColumn {
  readonly balances: readonly AccountBalance[];
  /** The entries of the range that move cash: those that have a line on a cash or bank account. */
  readonly entries: Iterable<Pick<Entry, 'lines'>>;
}

/** The accounts that are cash: those in the role of cash or bank, archived ones included, for they had balances once. */
export const cashAccounts = (chart: ChartOfAccounts): readonly Account[] => chart.inOrder().filter(isCash);
const isCash = ({ role }: Account): boolean => role === 'cash' || role === 'bank';

/**
 * Where cash came from and went, by the direct method: what an entry moves on cash accounts is what it moves, the other way, on its other
 * accounts, to the unit. An entry that only moves money between cash accounts is no flow.
 */
export function cashFlow(chart: ChartOfAccounts, columns: readonly CashColumn[]): CashFlow {
  const cash = new Set(cashAccounts(chart).map(({ code }) => code));
  const flows = columns.map(({ entries }) => flowsByAccount(entries, cash));
  const counterparts = new Set(flows.flatMap((column) => [...column].filter(([, amount]) => amount !== 0n).map(([code]) => code)));
  const rows: CashRow[] = chart
    .inOrder()
    .filter(({ code }) => counterparts.has(code))
    .map((account) => ({ section: sectionOf(account), account, amounts: flows.map((column) => column.get(account.code) ?? 0n) }))
    .sort((a, b) => ORDER[a.section] - ORDER[b.section]);
  const accounts = accountsIn(
    chart,
    columns.map(({ balances }) => figuresByAccount(balances.filter(({ account }) => cash.has(account)))),
  ).map(({ account, figures }) => ({
    account,
    columns: figures.map(({ opening, balance }) => ({ opening, change: balance - opening, closing: balance })),
  }));
  const sums = (section: CashSection) =>
    columnSums(
      rows.filter((row) => row.section === section).map(({ amounts }) => amounts),
      columns.length,
    );
  const [operating, investing, financing] = [sums('operating'), sums('investing'), sums('financing')];
  const totals = columns.map((_, i): CashTotals => {
    const opening = sumOf(accounts.map((row) => row.columns[i]?.opening ?? 0n));
    const closing = sumOf(accounts.map((row) => row.columns[i]?.closing ?? 0n));
    const by = { operating: operating[i] ?? 0n, investing: investing[i] ?? 0n, financing: financing[i] ?? 0n };
    assert(by.operating + by.investing + by.financing === closing - opening, 'the flows of cash add up to its change');
    return { opening, ...by, change: closing - opening, closing };
  });
  return { rows, accounts, totals };
}

/** What each line of an entry did to cash; nothing for an entry that leaves cash as it was. */
export function cashEffects(
  entry: Pick<Entry, 'lines'>,
  isCashAccount: (code: string) => boolean,
): readonly { readonly account: string; readonly amount: bigint }[] {
  const moved = sumOf(entry.lines.filter(({ account }) => isCashAccount(account)).map(({ amount }) => amount));
  return moved === 0n
    ? []
    : entry.lines.filter(({ account }) => !isCashAccount(account)).map(({ account, amount }) => ({ account, amount: -amount }));
}

function flowsByAccount(entries: Iterable<Pick<Entry, 'lines'>>, cash: ReadonlySet<string>): ReadonlyMap<string, bigint> {
  const flows = new Map<string, bigint>();
  for (const entry of entries) {
    for (const { account, amount } of cashEffects(entry, (code) => cash.has(code))) flows.set(account, (flows.get(account) ?? 0n) + amount);
  }
  return flows;
}

const ORDER: Record<CashSection, number> = { operating: 0, investing: 1, financing: 2 };

/** What is bought to keep is invested; what owners and lenders put in and take out is finance; all else is the business. */
function sectionOf({ type, role }: Account): CashSection {
  if (role === 'fixed-asset' || role === 'accumulated-depreciation') return 'investing';
  return role === 'loan' || type === 'equity' ? 'financing' : 'operating';
}
