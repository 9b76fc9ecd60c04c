import * as z from 'zod';
import { accountCode, amount, anId, bilingual, line, localDate, month, words } from '../../platform/wire.ts';
import { accountType, currencyCode, dimensionKind, dimensions, documentRef } from '../shapes.ts';

/** What the reports look like on the wire. */
const reportHead = {
  seq: z.int().meta({ description: 'number of the entry at which the report is exact' }),
  currency: currencyCode,
  dimensions: dimensions.optional(),
};
const range = { from: localDate, to: localDate };
const accountMembers = { account: accountCode, name: bilingual, type: accountType };
const amounts = z.array(amount).meta({ description: 'one for each of `columns`' });
const ledger = z.string().meta({ description: 'address of the lines that the figure is the sum of' });
const currencies = z
  .array(z.strictObject({ currency: currencyCode, balance: amount }))
  .optional()
  .meta({ description: 'by currency, where the account holds others than the book’s' });
const inColumns = { amount, amounts };
const sectionOf = <const S extends readonly [string, ...string[]]>(names: S) =>
  z.strictObject({ section: z.enum(names), name: bilingual, ...inColumns });

const trialAmounts = { opening: amount, debit: amount, credit: amount, balance: amount, debitBalance: amount, creditBalance: amount };
export const trialBalance = z
  .strictObject({
    ...reportHead,
    asOf: localDate.optional(),
    from: localDate.optional(),
    to: localDate.optional(),
    columns: z.array(z.union([z.strictObject(range), z.strictObject({ asOf: localDate })])).optional(),
    rows: z.array(z.strictObject({ ...accountMembers, ...range, ...trialAmounts, currencies, balances: amounts.optional(), ledger })),
    totals: z.strictObject(trialAmounts),
  })
  .meta({ id: 'TrialBalance' });

const balanceTotals = z.strictObject({
  assets: amount,
  currentAssets: amount,
  fixedAssets: amount,
  liabilities: amount,
  equity: amount,
  liabilitiesAndEquity: amount,
});
const balanceSections = ['currentAssets', 'fixedAssets', 'liabilities', 'equity'] as const;
export const balanceSheet = z
  .strictObject({
    ...reportHead,
    asOf: localDate,
    columns: z.array(z.strictObject({ asOf: localDate, totals: balanceTotals })),
    rows: z.array(
      z.strictObject({
        section: z.enum(balanceSections),
        ...accountMembers,
        account: accountCode.nullable().meta({ description: 'null on a computed line' }),
        computed: z.enum(['currentYearEarnings', 'unclosedEarnings', 'restOfFirm']).optional(),
        ...range,
        ...inColumns,
        currencies,
        ledger: ledger.optional(),
      }),
    ),
    sections: z.array(sectionOf(balanceSections)),
    totals: balanceTotals,
  })
  .meta({ id: 'BalanceSheet' });

const profitTotals = z.strictObject({ income: amount, costOfSales: amount, grossProfit: amount, expenses: amount, net: amount });
const profitSections = ['income', 'costOfSales', 'expenses'] as const;
export const profitAndLoss = z
  .strictObject({
    ...reportHead,
    ...range,
    by: dimensionKind.optional(),
    columns: z.array(
      z.union([
        z.strictObject({ ...range, totals: profitTotals }),
        z
          .strictObject({ value: z.string().nullable(), name: z.string().nullable(), totals: profitTotals })
          .meta({ description: 'a value of the dimension; null for lines without one' }),
      ]),
    ),
    rows: z.array(z.strictObject({ section: z.enum(profitSections), ...accountMembers, ...range, ...inColumns, currencies, ledger })),
    sections: z.array(sectionOf(profitSections)),
    totals: profitTotals,
  })
  .meta({ id: 'ProfitAndLoss' });

const cashTotals = z.strictObject({ opening: amount, operating: amount, investing: amount, financing: amount, change: amount, closing: amount });
const cashSections = ['operating', 'investing', 'financing'] as const;
export const cashFlow = z
  .strictObject({
    ...reportHead,
    ...range,
    columns: z.array(z.strictObject({ ...range, totals: cashTotals })),
    accounts: z.array(z.strictObject({ ...accountMembers, opening: amount, change: amount, closing: amount, ledger })),
    rows: z.array(
      z.strictObject({
        section: z.enum(cashSections),
        ...accountMembers,
        ...range,
        ...inColumns,
        entries: z.string().meta({ description: 'address of this report with the entries behind the row' }),
      }),
    ),
    sections: z.array(sectionOf(cashSections)),
    totals: cashTotals,
    lines: z.array(z.strictObject({ entry: anId('entry'), seq: z.int(), date: localDate, memo: words, amount })).optional(),
  })
  .meta({ id: 'CashFlow' });

const ledgerLine = z
  .strictObject({
    entry: anId('entry'),
    seq: z.int(),
    line: z.int(),
    date: localDate,
    memo: words,
    reference: line.optional(),
    document: documentRef.optional(),
    contact: anId('contact').optional(),
    dimensions: dimensions.optional(),
    debit: amount,
    credit: amount,
    balance: amount,
    foreign: z.strictObject({ currency: currencyCode, debit: amount, credit: amount, balance: amount }).optional(),
  })
  .meta({ id: 'LedgerLine' });
const ledgerTotals = z.strictObject({ opening: amount, debit: amount, credit: amount, closing: amount });
const paged = { has_more: z.boolean(), next_cursor: z.string().nullable() };

export const accountLedger = z
  .strictObject({
    ...reportHead,
    ...accountMembers,
    ...range,
    currencies: z.array(z.strictObject({ currency: currencyCode, opening: amount, balance: amount })).optional(),
    rows: z.array(ledgerLine),
    totals: ledgerTotals.meta({ description: 'of the whole range, not of the page' }),
    ...paged,
  })
  .meta({ id: 'AccountLedger' });

export const generalLedger = z
  .strictObject({
    ...reportHead,
    ...range,
    rows: z.array(
      z.strictObject({
        ...accountMembers,
        ...range,
        opening: amount,
        debit: amount,
        credit: amount,
        closing: amount,
        currencies,
        continued: z.boolean().meta({ description: 'the page before ended inside this account' }),
        lines: z.array(ledgerLine),
        ledger,
      }),
    ),
    totals: ledgerTotals.meta({ description: 'of the whole book, not of the page' }),
    ...paged,
  })
  .meta({ id: 'GeneralLedger' });

const earned = { income: amount, expenses: amount, profit: amount };
export const reportSummary = z
  .strictObject({
    ...reportHead,
    ...range,
    rows: z
      .array(z.strictObject({ month, ...range, ...earned, cash: amount }))
      .meta({ description: 'the twelve months that end with `to`, oldest first' }),
    totals: z.strictObject({ cash: amount, receivable: amount, payable: amount, taxDue: amount, ...earned }),
  })
  .meta({ id: 'ReportSummary' });
