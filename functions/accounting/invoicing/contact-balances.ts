import type { Book } from '../../../domain/accounting/book.ts';
import type { Contact, Ledger } from '../../../domain/accounting/invoicing/contact.ts';
import { formatAmount } from '../../../domain/kernel/money.ts';
import type { FirmCall } from '../../platform/call.ts';
import { contactLinesOf } from './contact-lines.ts';
import { invoicingKeys } from './keys.ts';

/** What contacts owe and are owed: by their documents, and by lines that name them without one. */
export async function wireContacts(call: FirmCall, { head, chart }: Book, contacts: readonly Contact[]) {
  const [balances, receivable, payable] = await Promise.all([
    call.table.batchGet(contacts.map((contact) => invoicingKeys.contactBalance({ contact: contact.id }))),
    linesByContact(call, chart.accountWithRole('receivable')?.code),
    linesByContact(call, chart.accountWithRole('payable')?.code),
  ]);
  return contacts.map((contact, i) => {
    const stored = (ledger: Ledger): bigint => BigInt(Number(balances[i]?.[ledger] ?? 0));
    return wireContact(contact, {
      receivable: formatAmount(stored('receivable') + (receivable.get(contact.id) ?? 0n), head.digits),
      // What is owed to it is shown above zero.
      payable: formatAmount(-(stored('payable') + (payable.get(contact.id) ?? 0n)), head.digits),
    });
  });
}

/** A contact on the wire. */
export function wireContact(contact: Contact, balance: { readonly receivable: string; readonly payable: string }) {
  const { id, kind, name, country, paymentTermsDays, language, archived, version, address } = contact;
  return {
    id,
    kind,
    name,
    nameAr: contact.nameAr ?? null,
    email: contact.email ?? null,
    phone: contact.phone ?? null,
    taxNumber: contact.taxNumber ?? null,
    address: address ? { ...address } : null,
    country,
    paymentTermsDays,
    language,
    currency: contact.currency ?? null,
    archived,
    balance,
    version,
  };
}

async function linesByContact({ table }: FirmCall, account: string | undefined): Promise<ReadonlyMap<string, bigint>> {
  const sums = new Map<string, bigint>();
  for (const { contact, amount } of account === undefined ? [] : await contactLinesOf(table, account))
    sums.set(contact, (sums.get(contact) ?? 0n) + amount);
  return sums;
}
