import * as z from 'zod';
import { viewOf } from '../due/work.ts';
import { platformKeys } from '../keys.ts';
import type { DueHandler, Mail } from '../ports.ts';
import type { Write } from '../table/port.ts';
import { language } from '../wire.ts';

export const MAIL_SEND = 'mail.send';

const StoredMail = z.object({ to: z.string(), subject: z.string(), text: z.string(), html: z.string().optional(), language, messageId: z.string() });

/**
 * A mail as one more item of the commit that causes it, due at once: it is sent if and only if that commit happened, and a sender that
 * is down delays it.
 */
export function mailWrite(id: string, mail: Mail, at: string): Write {
  return { kind: 'put', item: { ...platformKeys.mail({ mail: id }), mail: { ...mail }, due: { at, handler: MAIL_SEND } } };
}

/** Sends, then removes. A crash between the two sends again under the same message id, by which the receiver's side knows the repeat. */
export const sendMail: DueHandler = async (due, item, ports) => {
  const { html, ...mail } = StoredMail.parse(item.mail);
  await ports.mail.send({ ...mail, ...(html !== undefined && { html }) });
  const { table, key } = await viewOf(due, ports);
  await table.transact([{ kind: 'delete', key }]);
};
