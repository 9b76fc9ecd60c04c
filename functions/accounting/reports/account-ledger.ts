import { balancesOf, type Which } from '../../../domain/accounting/balances.ts';
import { figuresByAccount, NO_FIGURES } from '../../../domain/accounting/reports/figures.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import type { Sheet } from '../../platform/files/sheet.ts';
import { exactly } from '../exact.ts';
import { ledgerColumns, ledgerRows, MAX_FILE_LINES, wireLedgerLine } from './ledger-lines.ts';
import { dimensionsAsked, queryFault, rangeAsked } from './query.ts';
import { readMovements } from './read-movements.ts';
import { linesInFull, placeOf, placeText, rangesOfPage, readRunning } from './read-running.ts';
import { reportAnswer, reportNotes } from './report-file.ts';
import type { reportsRoutes } from './routes.ts';
import { ReportWire } from './wire-report.ts';

const title = { en: 'Account ledger', ar: 'كشف حساب' };

/** One account line by line, with the balance after each: what explains every figure of every other report. */
export const accountLedger: Verb<typeof reportsRoutes.accountLedger> = async (call) => {
  const { query } = call;
  const { code } = call.params;
  const range = rangeAsked(query, call);
  if (isRefusal(range)) return range;
  const isFile = query.format !== 'json';
  const after = isFile || call.cursor.from === undefined ? undefined : placeOf(call.cursor.from);
  const { book, value } = await exactly(call, async ({ head, chart }) => {
    if (!chart.accounts.has(code)) return refuse('request.not_found');
    const under = dimensionsAsked(query, chart);
    if (isRefusal(under)) return under;
    const which: Which = { ...under, withoutClosing: query.closing === 'exclude' };
    return { ...under, which, movements: await readMovements(call, head, rangesOfPage(range, after)) };
  });
  if (isRefusal(value)) return value;
  const { which, movements, dimensions } = value;
  const account = book.chart.accounts.get(code);
  if (!account) return refuse('request.not_found');
  const page = await readRunning(call.table, book.head, movements, {
    account: code,
    range,
    which,
    after,
    limit: isFile ? MAX_FILE_LINES : query.limit,
  });
  if (isFile && page.more) return queryFault('/from', 'field.too_long', { maximum: MAX_FILE_LINES });
  const lines = await linesInFull(call.table, page.lines);
  const last = page.lines.at(-1);
  const next = page.more && last ? call.cursor.next(placeText(last)) : null;
  const ofAccount = balancesOf(
    movements.filter(({ key }) => key.account === code),
    range,
    which,
  );
  const { opening, debit, credit, balance, currencies } = figuresByAccount(ofAccount).get(code) ?? NO_FIGURES;
  const wire = new ReportWire(book, call.firm.id, dimensions);
  const body = {
    ...wire.head(),
    ...wire.account(account),
    ...range,
    ...(currencies.length > 0 && {
      currencies: currencies.map((held) => ({
        currency: wire.currencyOf(held.currency),
        opening: wire.amountIn(held.currency, held.opening),
        balance: wire.amountIn(held.currency, held.balance),
      })),
    }),
    rows: lines.map((line) => wireLedgerLine(line, wire)),
    totals: { opening: wire.amount(opening), debit: wire.amount(debit), credit: wire.amount(credit), closing: wire.amount(balance) },
    has_more: next !== null,
    next_cursor: next,
  };
  const foreign = lines.some(({ currency }) => currency !== '');
  const name = `ledger-${code.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${range.from}-${range.to}`;
  return reportAnswer(
    call,
    query.format,
    body,
    (): Sheet => ({
      name,
      title,
      notes: [{ en: `${code} ${account.name.en}`, ar: `${code} ${account.name.ar}` }, ...reportNotes(call, book, range)],
      columns: ledgerColumns(foreign),
      rows: ledgerRows({ opening, debit, credit, closing: balance, lines }, wire, foreign),
    }),
  );
};
