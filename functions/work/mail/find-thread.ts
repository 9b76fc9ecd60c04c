import type { FirmId } from '../../../domain/kernel/ids.ts';
import type { DeskAddress } from '../../../domain/work/mail/desk-address.ts';
import type { ReceivedMail } from '../../../domain/work/mail/received-mail.ts';
import { mailIdKey } from '../../platform/mail/outbox.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Reading } from '../../platform/reading.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import type { StoredCase } from '../case-items.ts';
import { loadCase } from '../change-case.ts';
import { caseNumberKey } from '../keys.ts';
import { isSealed } from './reply-seal.ts';

export interface Thread {
  readonly stored: StoredCase;
  /** The mail that is answered went among colleagues. */
  readonly internal: boolean;
}

/** Cases that went one into the other; more than people make by hand. */
const MAX_MERGES = 10;

/**
 * The case that a mail is about: by an address that we sealed, or by the ids of mails that we know. A number in a subject is no proof of anything:
 * everybody can count.
 */
export async function findThread(
  mail: Pick<ReceivedMail, 'references' | 'automatic'>,
  addresses: readonly DeskAddress[],
  from: { readonly firm: FirmId; readonly table: FirmTable; readonly seen: Reading; readonly ports: Ports },
): Promise<Thread | undefined> {
  const found = (await bySeal(addresses, from)) ?? (await byReferences(mail, from));
  if (!found) return undefined;
  let stored = await loadCase(from.seen, found.case);
  for (let merges = 0; stored?.case.mergedInto && merges < MAX_MERGES; merges++) stored = await loadCase(from.seen, stored.case.mergedInto);
  return stored && { stored, internal: found.internal };
}

interface Found {
  readonly case: string;
  readonly internal: boolean;
}
type From = Parameters<typeof findThread>[2];

async function bySeal(addresses: readonly DeskAddress[], { table, ports }: From): Promise<Found | undefined> {
  for (const address of addresses) {
    if (address.kind !== 'reply' || !isSealed(address, ports)) continue;
    const item = await table.get(caseNumberKey(address.number));
    if (item) return { case: String(item.case), internal: address.internal };
  }
  return undefined;
}

async function byReferences({ references, automatic }: Pick<ReceivedMail, 'references' | 'automatic'>, { table }: From): Promise<Found | undefined> {
  const ids = automatic?.kind === 'bounce' ? [...automatic.about, ...references] : references;
  const items = await table.batchGet([...new Set(ids)].map(mailIdKey));
  const item = items.find((each) => each?.case !== undefined);
  return item && { case: String(item.case), internal: item.internal === true };
}
