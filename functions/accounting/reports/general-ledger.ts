import { balancesOf } from '../../../domain/accounting/balances.ts';
import type { Book, Dimensions } from '../../../domain/accounting/book.ts';
import type { Movement } from '../../../domain/accounting/movements.ts';
import type { LedgerPlace } from '../../../domain/accounting/reports/account-ledger.ts';
import { generalLedger as build, type LedgerAccount } from '../../../domain/accounting/reports/general-ledger.ts';
import type { Period } from '../../../domain/accounting/reports/periods-compared.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import type { Sheet } from '../../platform/files/sheet.ts';
import { exactly } from '../exact.ts';
import { ledgerColumns, ledgerRows, MAX_FILE_LINES, wireLedgerLine } from './ledger-lines.ts';
import { dimensionsAsked, queryFault, rangeAsked } from './query.ts';
import { readMovements } from './read-movements.ts';
import { type LineInFull, linesInFull, placeOf, placeText, rangesOfPage, readRunning } from './read-running.ts';
import { reportAnswer, reportNotes, titles } from './report-file.ts';
import type { reportsRoutes } from './routes.ts';
import { ReportWire } from './wire-report.ts';

const title = { en: 'General ledger', ar: 'دفتر الأستاذ العام' };

/** An account on a page: some of its lines, and whether more stood before or will follow. */
interface AccountOnPage extends LedgerAccount {
  readonly lines: readonly LineInFull[];
  readonly continued: boolean;
}

/** Every account with its opening balance, its lines and its closing balance, page after page of lines. */
export const generalLedger: Verb<typeof reportsRoutes.generalLedger> = async (call) => {
  const { query } = call;
  const range = rangeAsked(query, call);
  if (isRefusal(range)) return range;
  const isFile = query.format !== 'json';
  const start = isFile || call.cursor.from === undefined ? undefined : startOf(call.cursor.from);
  const { book, value } = await exactly(call, async ({ head, chart }) => {
    const under = dimensionsAsked(query, chart);
    if (isRefusal(under)) return under;
    const movements = await readMovements(call, head, rangesOfPage(range, start?.after));
    return { ...under, movements, report: build(chart, balancesOf(movements, range, under)) };
  });
  if (isRefusal(value)) return value;
  const { report, movements, dimensions } = value;
  const page = await readPage(call, book, {
    accounts: report.accounts,
    movements,
    range,
    start,
    dimensions,
    limit: isFile ? MAX_FILE_LINES : query.limit,
  });
  if (isFile && page.next) return queryFault('/from', 'field.too_long', { maximum: MAX_FILE_LINES });
  const next = page.next ? call.cursor.next(page.next) : null;
  const wire = new ReportWire(book, call.firm.id, dimensions);
  const body = {
    ...wire.head(),
    ...range,
    rows: page.accounts.map(({ account, opening, debit, credit, closing, currencies, lines, continued }) => ({
      ...wire.account(account),
      ...range,
      opening: wire.amount(opening),
      debit: wire.amount(debit),
      credit: wire.amount(credit),
      closing: wire.amount(closing),
      ...wire.currencies(currencies),
      continued,
      lines: lines.map((line) => wireLedgerLine(line, wire)),
      ledger: wire.ledger(account.code, range),
    })),
    totals: {
      opening: wire.amount(report.totals.opening),
      debit: wire.amount(report.totals.debit),
      credit: wire.amount(report.totals.credit),
      closing: wire.amount(report.totals.closing),
    },
    has_more: next !== null,
    next_cursor: next,
  };
  return reportAnswer(call, query.format, body, () => ({
    ...sheetOf(page.accounts, wire),
    name: `general-ledger-${range.from}-${range.to}`,
    notes: reportNotes(call, book, range),
  }));
};

interface Start {
  readonly account: string;
  readonly after?: LedgerPlace | undefined;
}
/** A cursor names the account that comes next, and where in it the page before ended. */
function startOf(text: string): Start {
  const [account = '', ...place] = text.split('#');
  return { account, after: place.length > 0 ? placeOf(place.join('#')) : undefined };
}

interface PageQuestion {
  readonly accounts: readonly LedgerAccount[];
  readonly movements: readonly Movement[];
  readonly range: Period;
  readonly start: Start | undefined;
  readonly dimensions: Dimensions | undefined;
  readonly limit: number;
}

async function readPage(
  call: FirmCall,
  { head }: Book,
  question: PageQuestion,
): Promise<{ readonly accounts: readonly AccountOnPage[]; readonly next: string | undefined }> {
  const { accounts, movements, range, start, dimensions, limit } = question;
  const byAccount = Map.groupBy(movements, ({ key }) => key.account);
  const first = start ? accounts.findIndex(({ account }) => account.code >= start.account) : 0;
  const page: AccountOnPage[] = [];
  let left = limit;
  for (const row of first === -1 ? [] : accounts.slice(first)) {
    const { code } = row.account;
    if (left <= 0) return { accounts: page, next: code };
    const after = code === start?.account ? start.after : undefined;
    const read = await readRunning(call.table, head, byAccount.get(code) ?? [], { account: code, range, which: { dimensions }, after, limit: left });
    page.push({ ...row, lines: await linesInFull(call.table, read.lines), continued: after !== undefined });
    const last = read.lines.at(-1);
    if (read.more && last) return { accounts: page, next: `${code}#${placeText(last)}` };
    // An account without lines takes room too, so that a page ends.
    left -= Math.max(1, read.lines.length);
  }
  return { accounts: page, next: undefined };
}

function sheetOf(accounts: readonly AccountOnPage[], wire: ReportWire): Pick<Sheet, 'title' | 'columns' | 'rows'> {
  const foreign = accounts.some(({ lines }) => lines.some(({ currency }) => currency !== ''));
  return {
    title,
    columns: [{ title: titles.code, kind: 'text', width: 12 }, { title: titles.account, kind: 'text', width: 30 }, ...ledgerColumns(foreign)],
    rows: accounts.flatMap((row) =>
      ledgerRows(row, wire, foreign).map(({ cells, ...rest }) => ({ ...rest, cells: [row.account.code, row.account.name, ...cells] })),
    ),
  };
}
