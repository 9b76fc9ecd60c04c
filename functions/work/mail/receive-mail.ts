import { hash } from 'node:crypto';
import { isRefusal, type Outcome, refuse } from '../../../domain/kernel/decision.ts';
import type { FirmId, Id } from '../../../domain/kernel/ids.ts';
import { type DeskAddress, readDeskAddress } from '../../../domain/work/mail/desk-address.ts';
import { MAX_FIRMS, type ReceivedMail } from '../../../domain/work/mail/received-mail.ts';
import { firmOf } from '../../firms/firm-items.ts';
import { firmKey } from '../../platform/auth/keys.ts';
import { untilSettled } from '../../platform/http/retry.ts';
import type { Ports } from '../../platform/ports.ts';
import { FirmTable } from '../../platform/table/firm-table.ts';
import { mailSettings } from './mail-items.ts';
import { type Envelope, parseMail } from './parse-mail.ts';
import { takeMail } from './take-mail.ts';

/** What became of a mail in a firm. */
export type Received =
  | { readonly outcome: 'opened' | 'threaded' | 'noted'; readonly firm: FirmId; readonly case: Id<'case'>; readonly number: number }
  /** It came before; nothing is new. */
  | { readonly outcome: 'duplicate'; readonly firm: FirmId }
  /** A machine wrote it: it opens nothing, and nobody answers it. */
  | { readonly outcome: 'ignored'; readonly firm: FirmId; readonly why: 'auto-reply' | 'list' | 'loop' | 'bounce' };

export interface Delivery extends Envelope {
  /** The host found it forged, or infected. */
  readonly isUnsafe?: boolean;
}

/**
 * A mail to the desk, on both hosts. It opens a case or goes onto the one that it answers, in each firm that it is written to; or it is refused and
 * leaves nothing behind. The same mail twice is once.
 */
export async function receiveMail(raw: Uint8Array, delivery: Delivery, ports: Ports): Promise<Outcome<readonly Received[]>> {
  const domain = ports.mailDomain;
  if (domain === undefined) return refuse('mail.no_such_address');
  if (delivery.isUnsafe) return refuse('mail.unsafe');
  const mail = await parseMail(raw, delivery, domain);
  if (isRefusal(mail)) return mail;
  const byFirm = addressesByFirm(mail, domain);
  const received: Received[] = [];
  let refused: Outcome<never> = refuse('mail.no_such_address');
  for (const [firm, addresses] of [...byFirm].slice(0, MAX_FIRMS)) {
    const outcome = await receiveIn(firm, addresses, { raw, mail }, ports);
    // It is given again whole: where it was taken it is then a twin, and where it met others it is taken after all.
    if (isRefusal(outcome) && outcome.refused === 'request.conflict') return outcome;
    if (isRefusal(outcome)) refused = outcome;
    else received.push(outcome);
  }
  return received.length > 0 ? received : refused;
}

/** The firms that a mail is written to, each with its addresses. One named twice is named once. */
function addressesByFirm({ to }: ReceivedMail, domain: string): ReadonlyMap<FirmId, readonly DeskAddress[]> {
  const byFirm = new Map<FirmId, DeskAddress[]>();
  for (const address of new Set(to.map((each) => each.toLowerCase()))) {
    const read = readDeskAddress(address, domain);
    if (read) byFirm.set(read.firm, [...(byFirm.get(read.firm) ?? []), read]);
  }
  return byFirm;
}

async function receiveIn(
  id: FirmId,
  addresses: readonly DeskAddress[],
  { raw, mail }: { readonly raw: Uint8Array; readonly mail: ReceivedMail },
  ports: Ports,
): Promise<Outcome<Received>> {
  const table = new FirmTable(await ports.table([id]), id);
  const item = await table.get(firmKey);
  if (!item) return refuse('mail.no_such_address');
  const firm = firmOf(item);
  if (!(await mailSettings(table)).accepts) return refuse('mail.not_accepted');
  const digest = hash('sha256', raw, 'hex');
  const taken = await untilSettled(
    () => takeMail({ mail, raw, digest, addresses, firm, table, ports }),
    () => undefined,
  );
  return taken;
}
