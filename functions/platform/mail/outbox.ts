import { hash } from 'node:crypto';
import * as z from 'zod';
import type { Mint } from '../../../domain/kernel/ids.ts';
import type { WrittenLetter } from '../../../domain/kernel/letter.ts';
import { viewOf } from '../due/work.ts';
import { platformKeys } from '../keys.ts';
import type { DueHandler, Mail } from '../ports.ts';
import type { Key, Write } from '../table/port.ts';
import { language } from '../wire.ts';

export const MAIL_SEND = 'mail.send';

const StoredMail = z
  .object({ to: z.string(), subject: z.string(), text: z.string(), html: z.string().optional(), language, messageId: z.string() })
  .extend({ fromName: z.string().exactOptional(), replyTo: z.string().exactOptional(), references: z.array(z.string()).exactOptional() });
const StoredAbout = z.object({ case: z.string(), internal: z.boolean() });

/** What a mail is about, so that an answer to it finds the way. */
export type MailAbout = z.infer<typeof StoredAbout>;

/**
 * A mail as one more item of the commit that causes it, due at once: it is sent if and only if that commit happened, and a sender that
 * is down delays it.
 */
export function mailWrite(id: string, mail: Mail, at: string): Write {
  return { kind: 'put', item: { ...platformKeys.mail({ mail: id }), mail: { ...mail }, due: { at, handler: MAIL_SEND } } };
}

/** A letter to one address, under an id of its own. */
export function letterWrite(to: string, letter: WrittenLetter, { mint, now }: { readonly mint: Mint; readonly now: string }): Write {
  const id = mint('mail');
  return mailWrite(id, { to, messageId: id, ...letter }, now);
}

/** A mail about a case: remembered by its id from the moment of the commit, before anybody can answer it. */
export function caseMailWrites(id: string, mail: Mail, about: MailAbout, { at, domain }: { readonly at: string; readonly domain: string }): Write[] {
  return [
    { kind: 'put', item: { ...platformKeys.mail({ mail: id }), mail: { ...mail }, about: { ...about }, due: { at, handler: MAIL_SEND } } },
    { kind: 'put', item: { ...mailIdKey(`${mail.messageId}@${domain}`), v: 1, direction: 'out', ...about, at } },
  ];
}

/** By the digest of its Message-ID without brackets: ids of others may be of any length. */
export const mailIdKey = (messageId: string): Key => platformKeys.mailId({ digest: hash('sha256', messageId, 'hex') });

/** Sends, then removes. A crash between the two sends again under the same message id, by which the receiver's side knows the repeat. */
export const sendMail: DueHandler = async (due, item, ports) => {
  const { html, ...mail } = StoredMail.parse(item.mail);
  const sent = await ports.mail.send({ ...mail, ...(html !== undefined && { html }) });
  const { table, key } = await viewOf(due, ports);
  const about = item.about === undefined || !sent ? undefined : StoredAbout.parse(item.about);
  // SES gives a mail an id of its own, and that is the one which answers name.
  const alias: Write[] =
    sent && about ? [{ kind: 'put', item: { ...mailIdKey(sent.id), v: 1, direction: 'out', ...about, at: ports.clock.now() } }] : [];
  await table.transact([{ kind: 'delete', key }, ...alias]);
};
