import type { Contact } from '../../../domain/accounting/invoicing/contact.ts';
import { foldedKey } from '../../../domain/kernel/fold.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { inBatches, rowsFrom } from '../../platform/lists/rows-from.ts';
import { pageBody, takePage } from '../../platform/lists/take-page.ts';
import { readBook } from '../read-book.ts';
import { wireContacts } from './contact-balances.ts';
import { contactOf, namesOf } from './contact-items.ts';
import { invoicingKeys } from './keys.ts';
import type { invoicingRoutes } from './routes.ts';

/** Contacts by name, or those of which a word of a name begins with what was asked for. */
export const listContacts: Verb<typeof invoicingRoutes.listContacts> = async (call) => {
  const { limit, q, kind, archived } = call.query;
  const asked = q === undefined ? '' : foldedKey(q);
  const page = await takePage(
    asked === '' ? byName(call) : bySearch(call, asked),
    limit,
    (contact) => contact.archived === (archived === 'true') && (kind === undefined || contact.kind === kind || contact.kind === 'both'),
  );
  return { status: 200, body: pageBody(call, await wireContacts(call, await readBook(call), page.data), page.next) };
};

interface Row {
  readonly at: string;
  readonly value: Contact | undefined;
}

async function* byName({ table, cursor }: FirmCall): AsyncGenerator<Row> {
  const { pk } = invoicingKeys.contactsByName({ name: '', contact: '' });
  for await (const item of rowsFrom(table, { index: 'gsi1', pk }, cursor.from)) yield { at: String(item.gsi1sk), value: contactOf(item) };
}

/** A contact may be found by several of its words: only the first of them gives it, so that no page has it twice. */
async function* bySearch({ table, cursor }: FirmCall, asked: string): AsyncGenerator<Row> {
  const { pk } = invoicingKeys.contactName({ name: '', contact: '' });
  for await (const items of inBatches(rowsFrom(table, { pk, prefix: asked }, cursor.from), LOOKED_UP_TOGETHER)) {
    const ids = items.map(({ sk }) => sk.slice(sk.lastIndexOf('#') + 1));
    const contacts = await table.batchGet(ids.map((contact) => invoicingKeys.contact({ contact })));
    for (const [i, { sk }] of items.entries()) {
      const found = contacts[i];
      const contact = found && contactOf(found);
      const [first] = contact
        ? namesOf(contact)
            .filter((name) => name.startsWith(asked))
            .sort()
        : [];
      yield { at: sk, value: contact && sk === `${first}#${contact.id}` ? contact : undefined };
    }
  }
}

const LOOKED_UP_TOGETHER = 50;
