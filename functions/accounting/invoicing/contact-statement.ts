import type { Contact, Ledger } from '../../../domain/accounting/invoicing/contact.ts';
import { customerStatement, type StatementItem } from '../../../domain/accounting/invoicing/customer-statement.ts';
import { ledgerOf } from '../../../domain/accounting/invoicing/settle.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Text } from '../../../domain/kernel/language.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { amountCell, amountText, type Sheet } from '../../platform/files/sheet.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { exactly } from '../exact.ts';
import { rangeAsked } from '../reports/query.ts';
import { reportAnswer, reportNotes, titles } from '../reports/report-file.ts';
import { contactLinesOf } from './contact-lines.ts';
import { openDocumentOf } from './document-items.ts';
import { invoicingKeys } from './keys.ts';
import { documentKey, loadContact } from './load-documents.ts';
import type { invoicingRoutes } from './routes.ts';
import { contactRef } from './wire-document.ts';

const texts = {
  title: { en: 'Statement of account', ar: 'كشف حساب' },
  date: { en: 'Date', ar: 'التاريخ' },
  document: { en: 'Document', ar: 'المستند' },
  number: { en: 'Number', ar: 'الرقم' },
  due: { en: 'Due', ar: 'الاستحقاق' },
} as const satisfies Record<string, Text>;
const kinds = {
  invoice: { en: 'Invoice', ar: 'فاتورة' },
  'credit-note': { en: 'Credit note', ar: 'إشعار دائن' },
  payment: { en: 'Payment', ar: 'دفعة' },
  entry: { en: 'Journal entry', ar: 'قيد يومية' },
} as const satisfies Record<StatementItem['kind'], Text>;

/** What a contact was told that it owes: opening balance, documents and payments in order, closing balance. */
export const contactStatement: Verb<typeof invoicingRoutes.contactStatement> = async (call) => {
  const range = rangeAsked(call.query, call);
  if (isRefusal(range)) return range;
  const contact = await loadContact(call.table, call.params.contactId);
  if (!contact) return refuse('request.not_found');
  const ledger = call.query.ledger ?? (contact.kind === 'supplier' ? 'payable' : 'receivable');
  const { book, value: items } = await exactly(call, ({ chart }) => itemsOf(call, contact, ledger, chart.accountWithRole(ledger)?.code));
  const { opening, lines, closing } = customerStatement(items, range.from, range.to);
  const { digits, currency, seq } = book.head;
  const money = (minor: bigint) => amountCell(minor, digits);
  const sum = (side: 'debit' | 'credit') => money(lines.reduce((total, line) => total + line[side], 0n));
  const body = {
    seq,
    currency,
    contact: contactRef(contact),
    ledger,
    from: range.from,
    to: range.to,
    opening: amountText(money(opening)),
    rows: lines.map(({ dueOn, debit, credit, balance, ...line }) => ({
      ...line,
      dueDate: dueOn,
      debit: amountText(money(debit)),
      credit: amountText(money(credit)),
      balance: amountText(money(balance)),
    })),
    totals: { debit: amountText(sum('debit')), credit: amountText(sum('credit')), closing: amountText(money(closing)) },
  };
  const sheet = (): Sheet => ({
    name: `statement-${range.from}-${range.to}`,
    title: texts.title,
    notes: [contact.name, ...reportNotes(call, book, range)],
    columns: [
      { title: texts.date, kind: 'date' },
      { title: texts.document, kind: 'text', width: 16 },
      { title: texts.number, kind: 'text', width: 20 },
      { title: texts.due, kind: 'date' },
      ...[titles.debit, titles.credit, titles.balance].map((title) => ({ title, kind: 'amount' as const })),
    ],
    rows: [
      { cells: [{ date: range.from }, titles.opening, null, null, null, null, money(opening)] },
      ...lines.map((line) => ({
        cells: [
          { date: line.date },
          kinds[line.kind],
          line.number ?? line.reference ?? '',
          line.dueOn === null ? null : { date: line.dueOn },
          money(line.debit),
          money(line.credit),
          money(line.balance),
        ],
      })),
      { cells: [{ date: range.to }, titles.closing, null, null, sum('debit'), sum('credit'), money(closing)], look: 'total' as const },
    ],
  });
  return reportAnswer(call, call.query.format, body, sheet);
};

/** The contact's documents on a ledger, and the lines that name it without one. */
async function itemsOf({ table }: FirmCall, contact: Contact, ledger: Ledger, account: string | undefined): Promise<StatementItem[]> {
  const places = await queryAll(table, { pk: invoicingKeys.contactDocument({ contact: contact.id, kind: '', date: '', document: '' }).pk });
  const stored = await table.batchGet(places.flatMap(({ sk }) => documentKey(sk.slice(sk.lastIndexOf('#') + 1)) ?? []));
  const documents = stored.flatMap((item): StatementItem[] => {
    const open = item && openDocumentOf(item);
    if (!open || ledgerOf(open) !== ledger) return [];
    const { kind, document } = open;
    return [
      {
        kind,
        id: document.id,
        number: document.number,
        reference: document.reference ?? null,
        dueOn: kind === 'payment' ? null : document.dueOn,
        moves: document.moves,
      },
    ];
  });
  const lines = account === undefined ? [] : await contactLinesOf(table, account);
  return [
    ...documents,
    ...lines
      .filter((line) => line.contact === contact.id)
      .map(
        ({ entry, memo, date, amount }): StatementItem => ({
          kind: 'entry',
          id: entry,
          number: null,
          reference: memo,
          dueOn: null,
          moves: [{ on: date, amount, base: amount, kind: 'document' }],
        }),
      ),
  ];
}
