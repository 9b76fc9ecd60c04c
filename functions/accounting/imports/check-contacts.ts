import type { ImportPreview } from '../../../domain/accounting/imports/import-job.ts';
import type { Contact } from '../../../domain/accounting/invoicing/contact.ts';
import { type ContactDefaults, createContact } from '../../../domain/accounting/invoicing/create-contact.ts';
import type { LineFault } from '../../../domain/accounting/journals/journal.ts';
import { type ContactRow, readContactsCsv } from '../../../domain/accounting/journals/read-contacts-csv.ts';
import { isRefusal, type Outcome } from '../../../domain/kernel/decision.ts';
import type { Id } from '../../../domain/kernel/ids.ts';

const UNMINTED: Id<'contact'> = `con_${'0'.repeat(26)}`;

/** A contact as its row asks for it. */
export const contactOfRow = ({ line: _line, ...row }: ContactRow, id: Id<'contact'>, defaults: ContactDefaults): Outcome<Contact> =>
  createContact(id, row, defaults);

export function checkContacts(text: string, defaults: ContactDefaults, most: number): ImportPreview {
  const { rows, faults } = readContactsCsv(text);
  const refused = rows.flatMap((row): LineFault[] => {
    const contact = contactOfRow(row, UNMINTED, defaults);
    if (!isRefusal(contact)) return [];
    const fault = contact.errors?.[0];
    return [{ line: row.line, code: (fault?.code ?? contact.refused) as LineFault['code'], ...(fault?.values && { values: fault.values }) }];
  });
  const all = [...faults, ...refused].sort((a, b) => a.line - b.line);
  if (rows.length === 0 && all.length === 0) all.push({ line: 1, code: 'import.file_empty' });
  return {
    entries: rows.length,
    lines: rows.length,
    accounts: [],
    commodities: [],
    faults: all.slice(0, most),
    moreFaults: Math.max(0, all.length - most),
  };
}
