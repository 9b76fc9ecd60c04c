import { hash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Clock, Mail, MailSender } from '../../../functions/platform/ports.ts';
import { mailLog } from './mail-log.ts';

const StoredMail = z.object({
  at: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
  language: z.enum(['en', 'ar']),
  messageId: z.string(),
  fromName: z.string().optional(),
  replyTo: z.string().optional(),
  references: z.array(z.string()).optional(),
});
export type MailInBox = z.infer<typeof StoredMail> & { readonly file: string };

/** The mails of this machine: written as the files that a mail program opens, and read on the mailbox page. Nothing leaves the machine. */
export interface Mailbox extends MailSender {
  /** The newest first. */
  list(limit: number): Promise<readonly MailInBox[]>;
  read(file: string): Promise<Uint8Array | undefined>;
}

export const MAIL_DOMAIN = 'diwan.localhost';
const ADDRESS = `no-reply@${MAIL_DOMAIN}`;
export const FROM = `Diwan <${ADDRESS}>`;

export function mailbox(folder: string, clock: Clock): Mailbox {
  mkdirSync(folder, { recursive: true });
  const log = mailLog(folder);
  return {
    async send(mail: Mail) {
      const at = clock.now();
      // The mail first: what the mailbox lists is there to be opened. What is flushed is what it can be made from again.
      await writeFile(join(folder, fileOf(mail.messageId)), await composed(mail, at));
      await log.append(JSON.stringify({ ...mail, at }));
      return undefined;
    },
    async list(limit) {
      const lines = await log.lines();
      const newest = new Map<string, MailInBox>();
      for (let i = lines.length - 1; i >= 0 && newest.size < limit; i--) {
        const mail = StoredMail.parse(JSON.parse(lines[i] ?? ''));
        const file = fileOf(mail.messageId);
        if (!newest.has(file)) newest.set(file, { ...mail, file });
      }
      return [...newest.values()];
    },
    async read(file) {
      if (!/^[0-9a-f]{24}\.eml$/.test(file)) return undefined;
      return readFile(join(folder, file)).catch(() => undefined);
    },
  };
}

/** Named by what the mail is, so that one sent again after a crash is the same file. */
const fileOf = (messageId: string): string => `${hash('sha256', messageId, 'hex').slice(0, 24)}.eml`;

/** The mail as RFC 5322 has it. Loaded with the first mail: a start without one does not pay for it. */
async function composed(mail: Mail, at: string): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const { to, subject, text, html, language, messageId, fromName, replyTo, references = [] } = mail;
  const bracketed = references.map((id) => `<${id}>`);
  return new MailComposer({
    from: fromName === undefined ? FROM : { name: fromName, address: ADDRESS },
    ...(replyTo !== undefined && { replyTo }),
    ...(bracketed.length > 0 && { references: bracketed, inReplyTo: bracketed.at(-1) }),
    to,
    subject,
    text,
    ...(html !== undefined && { html }),
    date: at,
    messageId: `<${messageId}@${MAIL_DOMAIN}>`,
    headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated', 'X-Diwan': messageId },
  })
    .compile()
    .build();
}
