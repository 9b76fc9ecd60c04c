import type { FirmProfile } from '../../domain/firms/firm.ts';
import type { Role } from '../../domain/firms/permissions.ts';
import type { FirmId, UserId } from '../../domain/kernel/ids.ts';
import { firmOf, memberOf } from '../firms/firm-items.ts';
import { firmKey, memberKey } from '../platform/auth/keys.ts';
import type { Verb } from '../platform/call.ts';
import type { Ports } from '../platform/ports.ts';
import { FirmTable } from '../platform/table/firm-table.ts';
import { IdentityStore } from './identity-store.ts';
import type { identityRoutes } from './routes.ts';
import { wireUser } from './wire-user.ts';

/** Firms asked at a time. Each is asked in a session of its own: none is open to two firms. */
const FIRMS_AT_ONCE = 20;

/** Who is asking, and the firms that they work in right now: each firm's own word counts, not the directory's. */
export const getMe: Verb<typeof identityRoutes.getMe> = async (call) => {
  const store = await IdentityStore.open(call.ports);
  const { id } = call.caller.user;
  const [user, firmIds] = await Promise.all([store.user(id), store.firms(id)]);
  const firms = (await memberships(call.ports, id, firmIds)).map(({ firm, role }) => {
    const { id: firmId, name, country, currency, kind, plan, language } = firm;
    return { id: firmId, name, country, currency, kind, plan, language, role };
  });
  return { status: 200, body: { user: wireUser(user), firms } };
};

async function memberships(
  ports: Ports,
  user: UserId,
  firmIds: readonly FirmId[],
): Promise<readonly { readonly firm: FirmProfile; readonly role: Role }[]> {
  const found: { readonly firm: FirmProfile; readonly role: Role }[] = [];
  for (let from = 0; from < firmIds.length; from += FIRMS_AT_ONCE) {
    const some = firmIds.slice(from, from + FIRMS_AT_ONCE);
    const pairs = await Promise.all(some.map(async (firm) => new FirmTable(await ports.table([firm]), firm).batchGet([firmKey, memberKey(user)])));
    for (const [firm, member] of pairs) if (firm && member) found.push({ firm: firmOf(firm), role: memberOf(member).role });
  }
  return found;
}
