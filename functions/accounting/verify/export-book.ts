import { creditNoteStateNames, invoiceStateNames, paymentStateNames } from '../../../domain/accounting/invoicing/states.ts';
import type { Verb } from '../../platform/call.ts';
import { eachItem } from '../../platform/table/each-item.ts';
import type { Query } from '../../platform/table/port.ts';
import { exactly } from '../exact.ts';
import { invoicingKeys } from '../invoicing/keys.ts';
import { bookKeys } from '../keys.ts';
import type { verifyRoutes } from './routes.ts';

const DOWNLOAD_SECONDS = 900;

/** The format of an export: a first line that says what it is, then one item a line, addressed relative to the firm. */
export const EXPORT_FORMAT = 'diwan-export-1';

/** Everything of the book at one moment as JSON lines, kept as a file of the firm and given as an address. `npm run verify -- --file` reads it. */
export const exportBook: Verb<typeof verifyRoutes.exportBook> = async (call) => {
  const { book, value: lines } = await exactly(call, async ({ head, chart }) => {
    const read = [JSON.stringify({ format: EXPORT_FORMAT, firm: call.firm.id, name: call.firm.name, seq: head.seq, hash: head.hash, at: call.now })];
    for (const query of exported([...chart.accounts.keys()])) for await (const item of eachItem(call.table, query)) read.push(JSON.stringify(item));
    return read;
  });
  const blob = `${call.firm.id}/exports/${call.mint('job')}.jsonl`;
  await call.ports.blobs.put(blob, new TextEncoder().encode(`${lines.join('\n')}\n`), 'application/x-ndjson');
  const url = await call.ports.blobs.downloadUrl(blob, { name: `diwan-${call.today}.jsonl`, seconds: DOWNLOAD_SECONDS });
  return { status: 200, body: { url, items: lines.length - 1, seq: book.head.seq, hash: book.head.hash } };
};

/** What an export holds, as the queries that find it. */
function exported(accounts: readonly string[]): Query[] {
  const inState = (key: (values: { state: string; date: string; document: string }) => { readonly pk: string }, states: readonly string[]): Query[] =>
    states.map((state) => ({ index: 'gsi1', pk: key({ state, date: '', document: '' }).pk }));
  return [
    ...['BOOK', 'CHART', 'JOURNAL', 'REVERSALS', 'MOVEMENTS', 'EVENT-HEAD', 'EVENTS', 'FIRM', 'MEMBERS', 'TAX-CODES'].map((pk) => ({ pk })),
    ...accounts.map((account) => ({ pk: bookKeys.ledger({ account, month: '', seq: '', part: '' }).pk })),
    { index: 'gsi1', pk: invoicingKeys.contactsByName({ name: '', contact: '' }).pk },
    ...inState(invoicingKeys.invoicesByState, invoiceStateNames),
    ...inState(invoicingKeys.creditNotesByState, creditNoteStateNames),
    ...inState(invoicingKeys.paymentsByState, paymentStateNames),
    ...['receivable', 'payable'].map((ledger) => ({ pk: invoicingKeys.openItem({ ledger, settledOn: '', document: '' }).pk })),
  ];
}
