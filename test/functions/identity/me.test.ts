import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, type Office, office, PASSWORD } from './office.ts';

let o: Office;
beforeAll(async () => {
  o = await office({ at: '2031-01-01T08:00:00.000Z' });
});
afterAll(() => o.stop());

test('a name that was changed is told by every session, and by the firms a moment later', async () => {
  const account = await o.signUp();
  const elsewhere = (await o.signIn(account.email, PASSWORD)).json.token;
  const { status, json } = await o.ask('PATCH', '/me', { token: account.token, body: { name: 'Layla Haddad', language: 'ar' } });
  expect([status, json]).toEqual([200, { ...account.user, name: 'Layla Haddad', language: 'ar' }]);
  expect((await o.ask('GET', '/me', { token: elsewhere })).json.user).toEqual(json);
  expect((await o.ask('GET', '/me/nothing', { token: elsewhere })).status).toBe(404);

  await o.host.sweep();
  const members = await o.ask('GET', `/firms/${account.firm.id}/members`, { token: elsewhere });
  expect(members.json.data).toEqual([expect.objectContaining({ user: account.user.id, name: 'Layla Haddad', version: 2 })]);
  const events = await o.ask('GET', `/firms/${account.firm.id}/events`, { token: elsewhere });
  expect(events.json.data.at(-1)).toMatchObject({ type: 'member.renamed', data: { from: 'Layla', to: 'Layla Haddad' }, by: { id: account.user.id } });
  // In her own language from now on.
  expect((await o.ask('PATCH', '/me', { token: elsewhere, body: { name: '' } })).headers['content-language']).toBe('ar');
});

test('a change to what is there already changes nothing', async () => {
  const { token, user } = await o.signUp();
  expect((await o.ask('PATCH', '/me', { token, body: { name: user.name } })).json).toEqual(user);
  expect((await o.ask('PATCH', '/me', { token, body: {} })).json).toEqual(user);
});

test.each([
  ['an empty name', { name: '' }, '/name'],
  ['another language', { language: 'fr' }, '/language'],
  ['an address', { email: 'other@nakheel.test' }, '/email'],
])('%s is refused', async (_, body, pointer) => {
  const { token } = await o.signUp();
  const { status, json } = await o.ask('PATCH', '/me', { token, body });
  expect([status, json.errors[0].pointer]).toEqual([422, pointer]);
});

describe('another password is refused', () => {
  test.each([
    ['with a wrong present one', { current: 'not the password at all', next: 'the well of Zamzam street' }, 'password.wrong', '/current'],
    ['when it is weak', { current: PASSWORD, next: 'qwertyuiop' }, 'password.weak', '/next'],
  ])('%s', async (_, body, code, pointer) => {
    const { token } = await o.signUp();
    const { status, json } = await o.ask('POST', '/me/password', { token, body });
    expect([status, json.code, json.errors[0].pointer]).toEqual([422, code, pointer]);
  });

  test('after many tries from one place', { retry: 2 }, async () => {
    const { token, email } = await o.signUp();
    for (let n = 0; n < 20; n++) await o.counted(email);
    const { status } = await o.ask('POST', '/me/password', { token, body: { current: PASSWORD, next: 'the well of Zamzam street' } });
    expect(status).toBe(429);
  });
});

test('a change of password is made once under its Idempotency-Key', async () => {
  const { token } = await o.signUp();
  const asked = { token, body: { current: PASSWORD, next: 'the well of Zamzam street' }, headers: { 'idempotency-key': 'one' } };
  expect((await o.ask('POST', '/me/password', asked)).status).toBe(204);
  const again = await o.ask('POST', '/me/password', asked);
  expect([again.status, again.headers['idempotency-replayed']]).toEqual([204, 'true']);
});

describe('an address is verified', () => {
  const complete = (token: string) => o.ask('POST', '/email-verifications/complete', { body: { token } });

  test('by the link of a mail, once', async () => {
    const account = await o.signUp();
    const token = await o.linkTo(account.email, '/verify-email');
    expect((await complete(token)).status).toBe(204);
    expect((await o.ask('GET', '/me', { token: account.token })).json.user.emailVerified).toBe(true);
    expect((await o.signIn(account.email, PASSWORD)).status).toBe(201);
    expect((await complete(token)).json.code).toBe('link.invalid');
  });

  test('by another mail, if the first was lost; and when it is, none is sent', async () => {
    const account = await o.signUp();
    expect((await o.ask('POST', '/email-verifications', { token: account.token })).status).toBe(202);
    expect(await o.mailsTo(account.email)).toHaveLength(2);
    expect((await complete(await o.linkTo(account.email, '/verify-email'))).status).toBe(204);
    expect((await o.ask('POST', '/email-verifications', { token: account.token })).status).toBe(202);
    expect(await o.mailsTo(account.email)).toHaveLength(2);
  });

  test('within seven days', async () => {
    const { email } = await o.signUp();
    const token = await o.linkTo(email, '/verify-email');
    o.host.clock.moveTo(new Date(Date.parse(o.host.clock.now()) + 7 * 24 * 3_600_000).toISOString());
    expect((await complete(token)).json.code).toBe('link.invalid');
  });

  test('the mail to it carries no word of whoever typed it', async () => {
    const { email } = await o.signUp({ name: 'Win a prize at evil.example', firm: { name: 'evil.example' } });
    for (const { subject, text, html } of await o.mailsTo(email)) expect(subject + text + html).not.toContain('evil');
  });
});

test('firms are listed with the role held in them now, and those left are not', async () => {
  const owner = await o.signUp();
  const staff = await o.member(owner, 'staff');
  const own = (await o.ask('GET', '/me', { token: staff.token })).json.firms;
  expect(own.map((firm: Json) => [firm.id, firm.role])).toEqual([[owner.firm.id, 'staff']]);
  await o.ask('DELETE', `/firms/${owner.firm.id}/members/${staff.user.id}`, { token: owner.token });
  expect((await o.ask('GET', '/me', { token: staff.token })).json.firms).toEqual([]);
});
