import { balancesOf } from '../../../domain/accounting/balances.ts';
import { AGEING_EDGES, type AgedRow, type Ageing, agedReceivables as age } from '../../../domain/accounting/invoicing/ageing.ts';
import type { Ledger } from '../../../domain/accounting/invoicing/contact.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import { fold } from '../../../domain/kernel/fold.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { amountCell, amountText, type Sheet } from '../../platform/files/sheet.ts';
import { exactly } from '../exact.ts';
import { dayAsked } from '../reports/query.ts';
import { readMovements } from '../reports/read-movements.ts';
import { reportAnswer, reportNotes, titles } from '../reports/report-file.ts';
import { contactNames } from './contact-names.ts';
import { openItemsAt } from './open-items.ts';
import type { invoicingRoutes } from './routes.ts';
import type { ContactRef } from './wire-document.ts';

const texts = {
  receivable: { en: 'Aged receivables', ar: 'أعمار ذمم العملاء' },
  payable: { en: 'Aged payables', ar: 'أعمار ذمم الموردين' },
  contact: { en: 'Contact', ar: 'جهة الاتصال' },
  nobody: { en: 'Lines without a contact', ar: 'سطور بلا جهة اتصال' },
  unallocated: { en: 'Unallocated', ar: 'غير مخصّص' },
  buckets: [
    { en: 'Not due yet', ar: 'لم يستحق بعد' },
    { en: '1–30 days', ar: '1–30 يومًا' },
    { en: '31–60 days', ar: '31–60 يومًا' },
    { en: '61–90 days', ar: '61–90 يومًا' },
    { en: 'Over 90 days', ar: 'أكثر من 90 يومًا' },
  ],
} as const;

/** Who owes what since when, at the end of any day: always what the control account says (rule B9). */
export const agedReceivables: Verb<typeof invoicingRoutes.agedReceivables> = (call) => aged(call, call.query, 'receivable');

/** Whom the firm owes what, at the end of any day. */
export const agedPayables: Verb<typeof invoicingRoutes.agedPayables> = (call) => aged(call, call.query, 'payable');

async function aged(call: FirmCall, query: { readonly 'as-of'?: string | undefined; readonly format: 'json' | 'csv' | 'xlsx' }, ledger: Ledger) {
  const asOf = dayAsked(query, call);
  if (isRefusal(asOf)) return asOf;
  const { book, value } = await exactly(call, async ({ head, chart }) => {
    const account = chart.accountWithRole(ledger)?.code;
    const { items, accounts } = await openItemsAt(call.table, ledger, account, asOf);
    const movements = await readMovements(call, head, [{ to: asOf }]);
    const control = balancesOf(movements, { to: asOf }).reduce((sum, row) => (accounts.has(row.account) ? sum + row.balance : sum), 0n);
    return { items, control };
  });
  const { items, control } = value;
  const ageing = withRest(age(items, asOf), control);
  const named = await contactNames(
    call.table,
    ageing.rows.flatMap(({ contact }) => contact ?? []),
  );
  const rows = ageing.rows.map((row) => ({ ...row, contact: row.contact && named(row.contact) })).sort((a, b) => byName(a.contact, b.contact));
  const { digits, currency, seq } = book.head;
  // What is owed is shown above zero on both sides.
  const sign = ledger === 'payable' ? -1n : 1n;
  const sums = ({ unallocated, buckets, total }: Omit<AgedRow, 'contact'>) => ({
    unallocated: amountCell(sign * unallocated, digits),
    buckets: buckets.map((bucket) => amountCell(sign * bucket, digits)),
    total: amountCell(sign * total, digits),
  });
  const written = (row: Omit<AgedRow, 'contact'>) => wireSums(sums(row));
  const body = {
    seq,
    currency,
    asOf,
    edges: [...AGEING_EDGES],
    rows: rows.map(({ contact, ...row }) => ({ contact: contact && { ...contact }, ...written(row) })),
    totals: written(ageing.totals),
    control: wireSums(sums({ ...ageing.totals, total: control })).total,
  };
  const cells = (row: Omit<AgedRow, 'contact'>) => {
    const { unallocated, buckets, total } = sums(row);
    return [...buckets, unallocated, total];
  };
  const sheet = (): Sheet => ({
    name: `aged-${ledger}s-${asOf}`,
    title: texts[ledger],
    notes: reportNotes(call, book, { asOf }),
    columns: [
      { title: texts.contact, kind: 'text', width: 40 },
      ...[...texts.buckets, texts.unallocated, titles.total].map((title) => ({ title, kind: 'amount' as const })),
    ],
    rows: [
      ...rows.map(({ contact, ...row }) => ({ cells: [contact?.name ?? texts.nobody, ...cells(row)] })),
      { cells: [titles.total, ...cells(ageing.totals)], look: 'total' as const },
    ],
  });
  return reportAnswer(call, query.format, body, sheet);
}

/** What no document and no contact stands for: lines that were entered by hand on the control account without one (ADR 30). */
function withRest({ rows, totals }: Ageing, control: bigint): Ageing {
  const rest = control - totals.total;
  if (rest === 0n) return { rows, totals };
  const nobody: AgedRow = { contact: null, unallocated: rest, buckets: totals.buckets.map(() => 0n), total: rest };
  return { rows: [...rows, nobody], totals: { ...totals, unallocated: totals.unallocated + rest, total: control } };
}

function byName(a: ContactRef | null, b: ContactRef | null): number {
  if (!a || !b) return a ? -1 : 1;
  return fold(a.name) < fold(b.name) ? -1 : 1;
}

type Cells = { readonly [M in 'unallocated' | 'total']: ReturnType<typeof amountCell> } & {
  readonly buckets: readonly ReturnType<typeof amountCell>[];
};
const wireSums = ({ unallocated, buckets, total }: Cells) => ({
  unallocated: amountText(unallocated),
  buckets: buckets.map(amountText),
  total: amountText(total),
});
