import { join } from 'node:path';
import { apis } from '../../../functions/manifest.ts';
import type { Ports } from '../../../functions/platform/ports.ts';
import { TableUnavailable, type Write } from '../../../functions/platform/table/port.ts';
import { type HostOptions, startHost } from '../../../infra/local/host.ts';
import { gateway } from '../../../infra/local/http/gateway.ts';
import { jsonLinesLog } from '../../../infra/local/log.ts';
import { mailbox } from '../../../infra/local/mail/mailbox.ts';
import { eventOf } from '../platform/notes/world.ts';

export interface Asked {
  readonly body?: unknown;
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly address?: string;
}
// biome-ignore lint/suspicious/noExplicitAny: what a client knows of an answer is JSON.
export type Json = any;
export interface Answered {
  readonly status: number;
  readonly json: Json;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}
export interface Account {
  readonly email: string;
  readonly password: string;
  readonly token: string;
  readonly user: Json;
  readonly firm: Json;
}

let counted = 0;
/** An address that nobody has used before in this process. */
export const newEmail = (name = 'layla'): string => `${name}.${++counted}.${process.pid}@nakheel.test`;
export const PASSWORD = 'a walled garden in Taif';

/** The host, its mailbox, and short words for what the tests do all the time. */
export async function office(options: HostOptions = {}) {
  const lines: string[] = [];
  const host = await startHost({ log: jsonLinesLog('info', (line) => lines.push(line)), ...options });
  /** What the next transactions do instead of being written: how a test pulls the plug between two of them. */
  let cut: ((writes: readonly Write[]) => boolean) | undefined;
  const ports: Ports = {
    ...host.ports,
    async table(scopes) {
      const table = await host.ports.table(scopes);
      return {
        get: (key) => table.get(key),
        batchGet: (keys) => table.batchGet(keys),
        query: (query) => table.query(query),
        async transact(writes) {
          if (cut?.(writes)) throw new TableUnavailable('the plug was pulled');
          return table.transact(writes);
        },
      };
    },
  };
  const answer = gateway(apis, { ports: () => ports, checkAnswers: true, firmPerMinute: 100_000, addressFactor: 1_000 });
  const box = mailbox(join(host.dataDir, 'mail'), host.clock);

  async function ask(method: string, url: string, { body, token, headers, address }: Asked = {}): Promise<Answered> {
    const event = eventOf(method, `/v1${url}`, {
      ...(body !== undefined && { body }),
      ...(address !== undefined && { address }),
      headers: { ...headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    });
    const raw = await answer(event);
    const text = raw.body ?? '';
    return { status: raw.statusCode, headers: raw.headers, text, json: text === '' ? undefined : JSON.parse(text) };
  }

  const signUpBody = (over: Json = {}): Json => ({
    email: newEmail(),
    password: PASSWORD,
    name: 'Layla',
    locale: 'en',
    ...over,
    firm: { name: 'Nakheel', country: 'SA', currency: 'SAR', kind: 'business', plan: 'trial', ...over.firm },
  });
  async function signUp(over: Json = {}, asked: Asked = {}): Promise<Account> {
    const body = signUpBody(over);
    const { status, json, text } = await ask('POST', '/sign-up', { ...asked, body });
    if (status !== 201) throw new Error(`sign-up: ${status} ${text}`);
    return { email: body.email, password: body.password, token: json.session.token, user: json.user, firm: json.firm };
  }
  const signIn = (email: string, password: string, asked: Asked = {}): Promise<Answered> =>
    ask('POST', '/sessions', { ...asked, body: { email, password } });

  /** Counts a password tried, without the time that trying one takes. */
  const counted = (email: string, address = '192.0.2.1') =>
    Promise.all([host.ports.limiter.take(`password:${email}:${address}`, 20), host.ports.limiter.take(`password:${email}`, 60)]);

  /** The mails to an address, the newest first, once everything that is due has been done. */
  async function mailsTo(email: string) {
    await host.sweep();
    return (await box.list(10_000)).filter((mail) => mail.to === email);
  }
  /** The tokens of the links in the newest mail with this subject. */
  async function linksTo(email: string, page: string): Promise<string[]> {
    const mail = (await mailsTo(email)).find(({ text }) => text.includes(`${page}#token=`));
    return [...(mail?.text ?? '').matchAll(new RegExp(`${page}#token=(\\S+)`, 'g'))].map(([, token = '']) => token);
  }
  async function linkTo(email: string, page: string): Promise<string> {
    const [token] = await linksTo(email, page);
    if (token === undefined) throw new Error(`no link ${page} to ${email}`);
    return token;
  }

  /** Invites somebody new to a firm, who accepts. */
  async function member(owner: Account, role: string, over: Json = {}): Promise<Account> {
    const email = newEmail(role);
    const invited = await ask('POST', `/firms/${owner.firm.id}/invitations`, { token: owner.token, body: { email, role } });
    if (invited.status !== 201) throw new Error(`invitation: ${invited.text}`);
    const token = await linkTo(email, '/invitation');
    const accepted = await ask('POST', '/invitations/accept', { body: { token, name: role, password: PASSWORD, locale: 'en', ...over } });
    if (accepted.status !== 201) throw new Error(`accept: ${accepted.text}`);
    return { email, password: PASSWORD, token: accepted.json.session.token, user: accepted.json.user, firm: owner.firm };
  }

  const pull = (which: typeof cut): void => {
    cut = which;
  };

  return { host, pull, lines, ask, signUpBody, signUp, signIn, counted, mailsTo, linksTo, linkTo, member, stop: () => host.stop() };
}
export type Office = Awaited<ReturnType<typeof office>>;

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
