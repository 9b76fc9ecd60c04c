import { type Outcome, refuse } from '../../domain/kernel/decision.ts';
import { type FirmId, type Id, idPrefixes } from '../../domain/kernel/ids.ts';
import { sameDigest } from '../identity/tokens.ts';
import { tokenHash } from '../platform/auth/keys.ts';
import type { Ports } from '../platform/ports.ts';
import { Reading } from '../platform/reading.ts';
import { FirmTable } from '../platform/table/firm-table.ts';
import { anId } from '../platform/wire.ts';
import { invitationOf, type StoredInvitation } from './firm-items.ts';
import { firmKeys } from './keys.ts';

/** The token of an invitation's link says where the invitation lies, so that no directory across firms has to; its secret says that the bearer had the mail. */
export const tokenOf = (firm: FirmId, invitation: Id<'invitation'>, secret: string): string => `${firm}.${invitation}.${secret}`;

const TOKEN = new RegExp(`^(${idPrefixes.firm}_\\w+)\\.(${idPrefixes.invitation}_\\w+)\\.([\\w-]{43})$`);

export interface FoundInvitation {
  readonly firmId: FirmId;
  readonly table: FirmTable;
  readonly seen: Reading;
  readonly invitation: StoredInvitation;
}

/** The invitation that a token belongs to, answered or not. Whatever else the token may be, it is told apart in nothing. */
export async function findInvitation(token: string, ports: Ports): Promise<Outcome<FoundInvitation, 'link.invalid'>> {
  const [, firm, id, secret = ''] = TOKEN.exec(token) ?? [];
  const firmId = anId('firm').safeParse(firm);
  const invitationId = anId('invitation').safeParse(id);
  if (!firmId.success || !invitationId.success) return refuse('link.invalid');
  const table = new FirmTable(await ports.table([firmId.data]), firmId.data);
  const seen = new Reading(table);
  const item = await seen.get(firmKeys.invitation({ invitation: invitationId.data }));
  if (!item) return refuse('link.invalid');
  const invitation = invitationOf(item);
  if (!sameDigest(tokenHash(secret), invitation.digest)) return refuse('link.invalid');
  return { firmId: firmId.data, table, seen, invitation };
}
