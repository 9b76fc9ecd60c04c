import { may, type Permission } from '../../domain/firms/permissions.ts';
import type { Mint } from '../../domain/kernel/ids.ts';
import type { Language } from '../../domain/kernel/language.ts';
import { type Letter, writeLetter } from '../../domain/kernel/letter.ts';
import { membersOf } from '../firms/members.ts';
import { letterWrite } from '../platform/mail/outbox.ts';
import type { Ports } from '../platform/ports.ts';
import type { FirmTable } from '../platform/table/firm-table.ts';
import type { Write } from '../platform/table/port.ts';

/** Mails of one act: a transaction holds no more beside it. */
const MAX_TOLD = 20;

export interface Telling {
  readonly table: FirmTable;
  readonly ports: Pick<Ports, 'pagesUrl'>;
  readonly mint: Mint;
  readonly now: string;
  readonly firm: { readonly id: string; readonly name: string; readonly language: Language };
}

/** The mails of an act, as items of its transaction: to those members whom it concerns, in the firm’s language. */
export async function tell(
  { table, ports, mint, now, firm }: Telling,
  to: { readonly users: readonly string[] } | { readonly permission: Permission },
  letter: Letter,
  values: Readonly<Record<string, string | number>>,
  path: string,
): Promise<Write[]> {
  const members = await membersOf(table);
  const told = members.filter(({ user, role }) => ('users' in to ? to.users.includes(user) : may(role, to.permission)));
  const written = writeLetter(letter, firm.language, { firm: firm.name, ...values }, [{ url: `${ports.pagesUrl}/firms/${firm.id}${path}` }]);
  return told.slice(0, MAX_TOLD).map(({ email }) => letterWrite(email, written, { mint, now }));
}
