import { hash } from 'node:crypto';
import type { Role } from '../../../domain/firms/permissions.ts';
import { pdfOf as smallPdf } from '../../../infra/local/demo/small-pdf.ts';
import type { LocalHost } from '../../../infra/local/host.ts';
import { type Answer, type Client, client, PASSWORD } from '../../host.ts';

export const sha256 = (content: Uint8Array | string): string => hash('sha256', content, 'hex');

export interface Sent {
  readonly content?: string | Uint8Array;
  readonly name?: string;
  readonly type?: string;
  readonly [member: string]: unknown;
}

/** Announces a file as a record. */
export function announce(
  who: Client,
  { content = 'hello', name = 'a.txt', type = 'text/plain', ...rest }: Sent = {},
  at = '/records',
): Promise<Answer> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return who.post(at, { name, type, bytes: bytes.length, sha256: sha256(bytes), ...rest });
}

/** Sends bytes to the address that was given. */
export async function send(
  upload: { readonly url: string; readonly fields: Readonly<Record<string, string>> },
  content: string | Uint8Array,
): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.set(name, value);
  form.set('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), 'file');
  const { status } = await fetch(upload.url, { method: 'POST', body: form });
  return status;
}

/** Files a record whole: announced, uploaded, completed. */
export async function file(who: Client, sent: Sent = {}): Promise<Answer> {
  const announced = await announce(who, sent);
  if (announced.status !== 201) return announced;
  await send(announced.body.upload, sent.content ?? 'hello');
  return who.post(announced.body.complete);
}

/** Somebody joins the firm with a role. */
export async function joinAs(host: LocalHost, owner: Client, role: Role, email = `${role}-${owner.firm.slice(-6)}@example.com`): Promise<Client> {
  await owner.post('/invitations', { email, role });
  for (let tries = 0; tries < 100; tries++) {
    await host.sweep();
    const { mails } = (await client(host.url, '', '').get('/local/mail.json')).body as { mails: readonly { to: string; text: string }[] };
    const token = /#token=([\w.~-]+)/.exec(mails.find(({ to }) => to === email)?.text ?? '')?.[1];
    if (!token) continue;
    const joined = await client(host.url, '', '').post('/v1/invitations/accept', { token, password: PASSWORD, name: role, locale: 'en' });
    return client(host.url, owner.firm, joined.body.session.token);
  }
  throw new Error(`no invitation came for ${role}`);
}

/** Waits until something holds, letting what is due happen. */
export async function until<T>(host: LocalHost, look: () => Promise<T | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    await host.sweep();
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it never came to be');
}

/** A PDF of one page that says something. */
export const pdfOf = (text: string): Uint8Array => smallPdf([text]);
