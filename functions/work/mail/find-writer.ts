import type { Role } from '../../../domain/firms/permissions.ts';
import { foldEmail } from '../../../domain/kernel/email.ts';
import type { Id } from '../../../domain/kernel/ids.ts';
import { type Language, languages } from '../../../domain/kernel/language.ts';
import type { Party } from '../../../domain/work/cases/case.ts';
import type { ReceivedMail } from '../../../domain/work/mail/received-mail.ts';
import { invoicingKeys } from '../../accounting/invoicing/keys.ts';
import { membersOf } from '../../firms/members.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';

export interface Writer {
  readonly party: Party;
  /** The role of a member; somebody outside has none. */
  readonly role: Role | undefined;
}

/** Who wrote: a member by their address, or somebody outside, who is answered in the language in which they write. */
export async function findWriter(
  { from, language }: Pick<ReceivedMail, 'from' | 'language'>,
  firm: { readonly language: Language },
  table: FirmTable,
): Promise<Writer> {
  const address = foldEmail(from.email);
  const member = (await membersOf(table)).find(({ email }) => foldEmail(email) === address);
  if (member) return { party: { id: member.user, name: member.name }, role: member.role };
  return { party: { ...from, language: language ?? firm.language }, role: undefined };
}

/** Contacts that are looked through for an address: beyond it a person says which contact it is. */
const MAX_PAGES = 5;

/** The contact with an address, where exactly one that is not archived has it. */
export async function contactByAddress(
  email: string,
  table: FirmTable,
): Promise<{ readonly id: Id<'contact'>; readonly language: Language | undefined } | undefined> {
  const address = foldEmail(email);
  const { pk } = invoicingKeys.contactsByName({ name: '', contact: '' });
  const attributes = ['id', 'email', 'archived', 'language'];
  const found = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const read = await table.query({ index: 'gsi1', pk, attributes, ...(cursor !== undefined && { cursor }) });
    for (const item of read.items)
      if (typeof item.email === 'string' && item.archived !== true && foldEmail(item.email) === address) found.push(item);
    cursor = read.cursor;
    if (cursor === undefined) break;
  }
  const [only] = found;
  if (!only || found.length > 1) return undefined;
  return { id: only.id as Id<'contact'>, language: languages.find((each) => each === only.language) };
}
