import { createContact as decideContact } from '../../../domain/accounting/invoicing/create-contact.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import { formatAmount } from '../../../domain/kernel/money.ts';
import type { Verb } from '../../platform/call.ts';
import { commit } from '../../platform/commit.ts';
import { bookSerial } from '../book-store.ts';
import { wireContact } from './contact-balances.ts';
import { contactWrites } from './contact-items.ts';
import { firmSettings } from './firm-settings.ts';
import type { invoicingRoutes } from './routes.ts';

/** Adds a contact, and the rows under which its names are found. */
export const createContact: Verb<typeof invoicingRoutes.createContact> = async (call) => {
  const { dueDays } = await firmSettings(call);
  const id = call.mint('contact');
  return commit(call, {
    serial: bookSerial,
    decide: ({ head }) => {
      const contact = decideContact(id, call.body, { country: call.firm.country, language: call.firm.language, paymentTermsDays: dueDays });
      if (isRefusal(contact)) return contact;
      const nothing = formatAmount(0n, head.digits);
      return {
        writes: contactWrites(undefined, contact),
        happenings: [
          { type: 'contact.created', entity: { kind: 'contact', id, version: contact.version }, data: { name: contact.name, kind: contact.kind } },
        ],
        answer: { status: 201 as const, body: wireContact(contact, { receivable: nothing, payable: nothing }), version: contact.version },
      };
    },
  });
};
