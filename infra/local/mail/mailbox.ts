import { hash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import * as z from 'zod';
import type { Clock, Mail, MailSender } from '../../../functions/platform/ports.ts';
import { mailFiles } from './mail-files.ts';
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
  references: z.array(z.string()).readonly().optional(),
});
export type MailInBox = z.infer<typeof StoredMail> & { readonly file: string };

/** The mails of this machine: written as the files that a mail program opens, and read on the mailbox page. Nothing leaves the machine. */
export interface Mailbox extends MailSender {
  /** The newest first. */
  list(limit: number): Promise<readonly MailInBox[]>;
  read(file: string): Promise<Uint8Array | undefined>;
}

export function mailbox(folder: string, clock: Clock): Mailbox {
  mkdirSync(folder, { recursive: true });
  const log = mailLog(folder);
  const newest = async (limit: number): Promise<readonly MailInBox[]> => {
    const lines = await log.lines();
    const found = new Map<string, MailInBox>();
    for (let i = lines.length - 1; i >= 0 && found.size < limit; i--) {
      const mail = StoredMail.parse(JSON.parse(lines[i] ?? ''));
      const file = fileOf(mail.messageId);
      if (!found.has(file)) found.set(file, { ...mail, file });
    }
    return [...found.values()];
  };
  const files = mailFiles(folder, async (file) => (await newest(Number.POSITIVE_INFINITY)).find((mail) => mail.file === file));
  return {
    async send(mail: Mail) {
      const at = clock.now();
      await log.append(JSON.stringify({ ...mail, at }));
      files.writeLater({ ...mail, at, file: fileOf(mail.messageId) });
      return undefined;
    },
    list: newest,
    read: files.read,
  };
}

/** Named by what the mail is, so that one sent again after a crash is the same file. */
const fileOf = (messageId: string): string => `${hash('sha256', messageId, 'hex').slice(0, 24)}.eml`;
