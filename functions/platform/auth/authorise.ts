import * as z from 'zod';
import { may, type Permission, type Role, roles } from '../../../domain/firms/permissions.ts';
import { type Outcome, refuse } from '../../../domain/kernel/decision.ts';
import type { Actor } from '../../../domain/kernel/event.ts';
import { type FirmId, idPattern } from '../../../domain/kernel/ids.ts';
import type { Caller, Firm } from '../call.ts';
import type { Ports } from '../ports.ts';
import { FirmTable } from '../table/firm-table.ts';
import { language } from '../wire.ts';
import { firmKey, memberKey } from './keys.ts';

/** A person's standing in the firm of the URL. */
export interface Standing {
  readonly firm: Firm;
  readonly role: Role;
  readonly table: FirmTable;
  readonly actor: Actor;
}

const StoredFirm = z.object({
  name: z.string(),
  country: z.string(),
  currency: z.string(),
  language,
  timeZone: z.string(),
  kind: z.enum(['business', 'provider']),
  plan: z.string(),
  fiscalYearStart: z.number(),
  v: z.number(),
});
const StoredMember = z.object({ role: z.enum(Object.keys(roles) as [Role, ...Role[]]) });
const FIRM_ID = idPattern('firm');
const isFirmId = (text: string): text is FirmId => FIRM_ID.test(text);

/**
 * What the caller may do in the firm that the URL names, looked up on every request (A2). Somebody who is no member learns nothing: not even
 * that the firm exists. A member whose role does not allow it is told which permission it takes.
 */
export async function authorise(
  firmId: string,
  permission: Permission | 'signed-in',
  caller: Caller,
  ports: Ports,
): Promise<Outcome<Standing, 'request.not_found' | 'permission.denied'>> {
  if (!isFirmId(firmId)) return refuse('request.not_found');
  const table = new FirmTable(await ports.table([firmId]), firmId);
  const [storedFirm, storedMember] = await table.batchGet([firmKey, memberKey(caller.user.id)]);
  if (!storedFirm || !storedMember) return refuse('request.not_found');
  const { role } = StoredMember.parse(storedMember);
  if (permission !== 'signed-in' && !may(role, permission)) return refuse('permission.denied', { permission });
  const { v: version, ...fields } = StoredFirm.parse(storedFirm);
  return { firm: { id: firmId, ...fields, version }, role, table, actor: { kind: 'user', id: caller.user.id, name: caller.user.name } };
}
