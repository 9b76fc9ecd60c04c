import type { LocalHost } from '../../../infra/local/host.ts';
import { type Answer, type Client, client } from '../../host.ts';

/** Mails as they come over the wire, built from what matters of them. */
export interface RawMail {
  readonly from?: string;
  readonly to: string;
  readonly subject?: string;
  readonly id?: string;
  readonly headers?: readonly string[];
  readonly body?: string;
}
let mails = 0;
export function aMail({
  from = 'Huda <huda@client.example>',
  to,
  subject = 'Printer',
  id = `m${++mails}-${process.pid}@client.example`,
  headers = [],
  body,
}: RawMail): string {
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${id}>`,
    'Date: Sun, 01 Feb 2026 10:00:00 +0000',
    ...headers,
    '',
    body ?? 'It does not print.',
  ].join('\r\n');
}

/** Hands a mail in, as a mail server would. */
export async function drop(url: string, raw: string | Uint8Array<ArrayBuffer>, query = ''): Promise<Answer> {
  const answer = await fetch(`${url}/local/mail${query}`, { method: 'POST', headers: { 'content-type': 'message/rfc822' }, body: raw });
  return { status: answer.status, body: await answer.json(), headers: answer.headers };
}

export const deskOf = async (who: Client): Promise<string> => (await who.get('/desk-mail')).body.address;

export interface SentMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly replyTo?: string;
  readonly references?: readonly string[];
  readonly fromName?: string;
  readonly language: string;
}
/** What was sent to somebody, the newest first, once everything due is done. */
export async function sentTo(host: LocalHost, to: string): Promise<readonly SentMail[]> {
  await host.sweep();
  const { mails: all } = (await client(host.url, '', '').get('/local/mail.json')).body as { mails: readonly SentMail[] };
  return all.filter((mail) => mail.to === to);
}

/** A multipart of parts that are given whole. */
export const multipart = (boundary: string, parts: readonly string[]): string =>
  `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`;
export const base64 = (content: string | Uint8Array): string => Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n');
