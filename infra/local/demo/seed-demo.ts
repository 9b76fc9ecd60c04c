import { roles } from '../../../domain/firms/permissions.ts';
import { setDeadlines } from './deadlines.ts';
import { askForDecisions } from './decisions.ts';
import { assistant, bookkeeper, clients, DEMO_PASSWORD, type DemoFirm, provider } from './demo-firms.ts';
import { workAtTheDesk } from './desk.ts';
import { keepAssets } from './it.ts';
import { shareKnowledge } from './knowledge.ts';
import { type PublicApi, publicApi } from './public-api.ts';
import { fileRecords } from './records.ts';
import { liveAYear } from './year-of-life.ts';

export interface DemoSignIn {
  readonly firm: string;
  readonly email: string;
  readonly password: string;
}

/** What the demo needs of its host: where it answers, and what day it is. */
export interface DemoHost {
  readonly url: string;
  readonly today: string;
}

/**
 * Makes the demo through the public commands alone: people sign up, invite, invoice and are paid, as anybody would. Every command has a key,
 * so a demo that was cut short is completed by the next start, and one that is there already changes nothing.
 */
export async function seedDemo(host: DemoHost): Promise<readonly DemoSignIn[]> {
  const api = publicApi(host.url);
  const [, ...founded] = await Promise.all([
    signUp(api, provider).then(async ({ token, firm }) => {
      const owner = api.as(token);
      await owner.post(`/v1/firms/${firm}/invitations`, { email: assistant.email, role: 'staff' }, 'demo-mizan-invite');
      await liveAYear(owner, firm, provider, host.today);
      await workAtTheDesk({ owner, asks: await joinAssistant(api), works: owner }, firm, provider, host.today);
      await setDeadlines(api.as(token), firm, provider, host.today);
      await fileRecords(owner, firm, provider, host.today);
      await shareKnowledge(owner, firm, provider);
      await keepAssets(owner, firm, provider, host.today);
    }),
    ...clients.map(async (client) => {
      const { token, firm } = await signUp(api, client);
      const owner = api.as(token);
      await owner.post(`/v1/firms/${firm}/invitations`, { email: bookkeeper.email, role: 'accountant' }, `demo-${client.key}-invite`);
      await liveAYear(owner, firm, client, host.today);
      await Promise.all([
        setDeadlines(owner, firm, client, host.today),
        fileRecords(owner, firm, client, host.today),
        shareKnowledge(owner, firm, client),
        keepAssets(owner, firm, client, host.today),
      ]);
      return { client, token, firm };
    }),
  ]);
  const signedIn = await joinClients(api);
  await Promise.all(
    founded.map(({ client, token, firm }) => {
      const owner = api.as(token);
      return workAtTheDesk({ owner, asks: owner, works: signedIn }, firm, client, host.today);
    }),
  );
  await Promise.all(
    founded.map(({ client, token, firm }) => askForDecisions({ owner: api.as(token), bookkeeper: signedIn }, firm, client, host.today)),
  );
  const owners = [provider, ...clients].map(({ firm, owner }) => ({ firm: firm.name, email: owner.email, password: DEMO_PASSWORD }));
  return [...owners, { firm: `${provider.firm.name} (${roles.staff.ar})`, email: assistant.email, password: DEMO_PASSWORD }];
}

async function signUp(api: PublicApi, { key, owner, firm, details }: DemoFirm): Promise<{ readonly token: string; readonly firm: string }> {
  const body = { email: owner.email, password: DEMO_PASSWORD, name: owner.name, locale: owner.locale, firm: { ...firm, plan: 'trial' } };
  const founded = await api.post<{ session: { token: string }; firm: { id: string } }>('/v1/sign-up', body, `demo-${key}-sign-up`);
  const { token } = founded.session;
  const at = `/v1/firms/${founded.firm.id}`;
  const found = await api.as(token).get<{ taxNumber?: string; version: number }>(at);
  if (!found.taxNumber) await api.as(token).patch(at, details, found.version, `demo-${key}-details`);
  return { token, firm: founded.firm.id };
}

const MAIL_WAIT_MS = 50;
const MAIL_WAITS = 60;

/** A member of the provider’s staff opens the invitation and joins, or signs in where they have joined already. */
async function joinAssistant(api: PublicApi): Promise<PublicApi> {
  const credentials = { email: assistant.email, password: DEMO_PASSWORD };
  for (let wait = 0; wait < MAIL_WAITS; wait++) {
    const { mails } = await api.get<{ mails: readonly { to: string; text: string }[] }>('/local/mail.json');
    const link = mails.filter(({ to }) => to === assistant.email).flatMap(({ text }) => /#token=([\w.~-]+)/.exec(text)?.[1] ?? [])[0];
    if (link) {
      const joining = { token: link, password: DEMO_PASSWORD, name: assistant.name, locale: 'ar' };
      const { token } = await api
        .post<{ session: { token: string } }>('/v1/invitations/accept', joining, 'demo-assistant-joins')
        .then(({ session }) => session)
        .catch(() => api.post<{ token: string }>('/v1/sessions', credentials, 'demo-assistant-session'));
      return api.as(token);
    }
    await new Promise((resolve) => setTimeout(resolve, MAIL_WAIT_MS));
  }
  throw new Error('the invitation of the demo’s assistant did not arrive');
}

/** The bookkeeper opens the invitations in the mailbox, as a person would, and joins each client firm. */
async function joinClients(api: PublicApi): Promise<PublicApi> {
  const { token } = await api.post<{ token: string }>(
    '/v1/sessions',
    { email: bookkeeper.email, password: DEMO_PASSWORD },
    'demo-bookkeeper-session',
  );
  const signedIn = api.as(token);
  const isMember = async (): Promise<boolean> => (await signedIn.get<{ firms: readonly unknown[] }>('/v1/me')).firms.length > clients.length;
  for (let wait = 0; wait < MAIL_WAITS; wait++) {
    const { mails } = await api.get<{ mails: readonly { to: string; text: string }[] }>('/local/mail.json');
    const links = mails
      .filter(({ to }) => to === bookkeeper.email)
      .flatMap(({ text }) => [...text.matchAll(/#token=([\w.~-]+)/g)].map(([, link]) => link ?? ''));
    for (const link of links) await signedIn.post('/v1/invitations/join', { token: link }, `demo-join-${link.slice(-24)}`).catch(() => undefined);
    if (await isMember()) return signedIn;
    await new Promise((resolve) => setTimeout(resolve, MAIL_WAIT_MS));
  }
  throw new Error('the invitations of the demo did not arrive');
}
