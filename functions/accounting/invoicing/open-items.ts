import type { OpenItem } from '../../../domain/accounting/invoicing/ageing.ts';
import type { Ledger } from '../../../domain/accounting/invoicing/contact.ts';
import { addDays, type LocalDate } from '../../../domain/kernel/dates.ts';
import type { Id } from '../../../domain/kernel/ids.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import type { Item } from '../../platform/table/port.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { contactLinesOf } from './contact-lines.ts';
import { movesOf } from './document-items.ts';
import { invoicingKeys } from './keys.ts';

/**
 * What was open on a control account at the end of a date: documents settled after it or not at all, and the lines that name a contact without one.
 * It costs what is open, and what was settled since; not the history. With it the accounts that documents stand on: one, unless the role moved.
 */
export async function openItemsAt(
  table: FirmTable,
  ledger: Ledger,
  account: string | undefined,
  asOf: LocalDate,
): Promise<{ readonly items: readonly OpenItem[]; readonly accounts: ReadonlySet<string> }> {
  const { pk } = invoicingKeys.openItem({ ledger, settledOn: '', document: '' });
  const rows = await queryAll(table, { pk, from: addDays(asOf, 1), attributes: ['kind', 'contact', 'control', 'dueOn', 'moves'] });
  const accounts = new Set([...(account === undefined ? [] : [account]), ...rows.map(({ control }) => String(control))]);
  const lines = await Promise.all([...accounts].map((code) => contactLinesOf(table, code)));
  return {
    items: [
      ...rows.map(openItemOf),
      ...lines.flat().map(
        ({ contact, date, amount }): OpenItem => ({
          contact,
          aged: false,
          dueOn: date,
          moves: [{ on: date, amount, base: amount, kind: 'document' }],
        }),
      ),
    ],
    accounts,
  };
}

const openItemOf = ({ kind, contact, dueOn, moves }: Item): OpenItem => ({
  contact: contact as Id<'contact'>,
  aged: kind === 'invoice',
  dueOn: String(dueOn),
  moves: movesOf(moves),
});
