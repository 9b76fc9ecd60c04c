import type { LocalHost } from '../../../infra/local/host.ts';
import { type Client, client, PASSWORD } from '../../host.ts';

/** A second person in a firm, by invitation. */
export async function joinAs(
  host: LocalHost,
  owner: Client,
  role: string,
  name: string,
): Promise<Client & { readonly user: string; readonly email: string }> {
  const email = `${name.toLowerCase().replace(/\W/g, '')}-${owner.firm.slice(-6)}@example.com`;
  await owner.post('/invitations', { email, role });
  for (let tries = 0; tries < 100; tries++) {
    await host.sweep();
    const mails = await mailsTo(host, email);
    const token = /#token=([\w.~-]+)/.exec(mails[0]?.text ?? '')?.[1];
    if (!token) continue;
    const joined = await client(host.url, '', '').post('/v1/invitations/accept', { token, password: PASSWORD, name, locale: 'en' });
    if (joined.status !== 201) throw new Error(JSON.stringify(joined.body));
    const member = client(host.url, owner.firm, joined.body.session.token);
    const user = (await member.get('/v1/me')).body.user.id as string;
    return { ...member, user, email };
  }
  throw new Error(`no invitation came for ${name}`);
}

export interface ReceivedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}
export async function mailsTo(host: LocalHost, to: string): Promise<readonly ReceivedMail[]> {
  const { mails } = (await client(host.url, '', '').get('/local/mail.json')).body as { mails: readonly ReceivedMail[] };
  return mails.filter((mail) => mail.to === to);
}

/** Every event of a firm’s chain of one type. */
export async function eventsOf(who: Client, type: string) {
  const { body } = await who.get('/events?limit=200');
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what came over the wire.
  return (body.data as any[]).filter((event) => event.type === type);
}
