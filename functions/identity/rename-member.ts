import { renameMember as rename } from '../../domain/firms/rename-member.ts';
import type { FirmId } from '../../domain/kernel/ids.ts';
import { memberItem, memberOf } from '../firms/firm-items.ts';
import { memberKey } from '../platform/auth/keys.ts';
import { firmLog } from '../platform/firm-log.ts';
import { mintAt } from '../platform/mint.ts';
import type { DueHandler, Ports } from '../platform/ports.ts';
import { Reading } from '../platform/reading.ts';
import { FirmTable } from '../platform/table/firm-table.ts';
import { TransactionCancelled } from '../platform/table/port.ts';
import { anId } from '../platform/wire.ts';
import { IdentityStore } from './identity-store.ts';
import type { StoredUser } from './items.ts';

export const RENAME = 'identity.rename';

/** Tells a person's firms of the new name, each in a commit of its own. A repeat finds the name there and changes nothing. */
export const renameMember: DueHandler = async (_due, item, ports) => {
  const store = await IdentityStore.open(ports);
  const user = await store.user(anId('user').parse(item.sk));
  for (const firm of await store.firms(user.id)) await renameIn(firm, user, ports);
  try {
    await store.commit([{ kind: 'delete', key: { pk: item.pk, sk: item.sk }, when: { equals: ['at', String(item.at)] } }]);
  } catch (thrown) {
    // Renamed again meanwhile, or done by a twin: the later one is due by itself.
    if (!(thrown instanceof TransactionCancelled)) throw thrown;
  }
};

async function renameIn(firm: FirmId, user: StoredUser, ports: Ports): Promise<void> {
  const table = new FirmTable(await ports.table([firm]), firm);
  const seen = new Reading(table);
  const item = await seen.get(memberKey(user.id));
  if (!item) return;
  const renamed = rename(memberOf(item), user.name);
  if (!renamed) return;
  const now = ports.clock.now();
  const call = { ports, now, mint: mintAt(now, ports), actor: { kind: 'user', id: user.id, name: user.name } as const };
  const { member, happenings } = renamed;
  await firmLog(ports, firm, table).submit({
    call,
    seen,
    decide: () => ({ writes: [{ kind: 'put', item: memberItem(member) }], happenings, answer: null }),
  });
}
