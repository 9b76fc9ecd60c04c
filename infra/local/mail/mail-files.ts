import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MailInBox } from './mailbox.ts';

export const MAIL_DOMAIN = 'diwan.localhost';
const ADDRESS = `no-reply@${MAIL_DOMAIN}`;
export const FROM = `Diwan <${ADDRESS}>`;

/** The files of the mails, as a mail program opens them. What they are made from is in the log: a file that is missing is made when it is asked for. */
export interface MailFiles {
  /** When the host has nothing better to do. */
  writeLater(mail: MailInBox): void;
  read(file: string): Promise<Uint8Array | undefined>;
}

const QUIET_MS = 250;

export function mailFiles(folder: string, find: (file: string) => Promise<MailInBox | undefined>): MailFiles {
  const waiting: MailInBox[] = [];
  let quiet: NodeJS.Timeout | undefined;
  let drafts = 0;
  const write = async (mail: MailInBox): Promise<Buffer> => {
    const content = await composed(mail);
    // Whole or not at all: what a crash cuts off would be read as the mail.
    const draft = join(folder, `${mail.file}.${drafts++}.tmp`);
    await writeFile(draft, content);
    await rename(draft, join(folder, mail.file));
    return content;
  };
  const writeOne = async (): Promise<void> => {
    const mail = waiting.shift();
    // The folder may be gone with its host; the next reader tries again.
    if (mail) await write(mail).catch(() => undefined);
    if (waiting.length > 0) quiet = setTimeout(() => void writeOne(), 0).unref();
  };
  return {
    writeLater(mail) {
      waiting.push(mail);
      clearTimeout(quiet);
      quiet = setTimeout(() => void writeOne(), QUIET_MS).unref();
    },
    async read(file) {
      if (!/^[0-9a-f]{24}\.eml$/.test(file)) return undefined;
      const kept = await readFile(join(folder, file)).catch(() => undefined);
      if (kept) return kept;
      const mail = await find(file);
      return mail && write(mail);
    },
  };
}

/** The mail as RFC 5322 has it. Loaded with the first mail: a start without one does not pay for it. */
async function composed(mail: MailInBox): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const { at, to, subject, text, html, language, messageId, fromName, replyTo, references = [] } = mail;
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
