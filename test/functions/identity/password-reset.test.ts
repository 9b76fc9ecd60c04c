import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { median, newEmail, type Office, office, PASSWORD } from './office.ts';

let o: Office;
beforeAll(async () => {
  o = await office({ at: '2031-01-01T08:00:00.000Z' });
});
afterAll(() => o.stop());

const NEXT = 'the well of Zamzam street';
const request = (email: string, headers = {}) => o.ask('POST', '/password-resets', { body: { email }, headers });
const complete = (token: string, password = NEXT, headers = {}) => o.ask('POST', '/password-resets/complete', { body: { token, password }, headers });

test('a new password is chosen by the link of a mail, once, and ends every session', async () => {
  const account = await o.signUp({ locale: 'ar' });
  expect((await request(account.email)).status).toBe(202);
  const [mail] = await o.mailsTo(account.email);
  expect(mail).toMatchObject({ language: 'ar', subject: 'كلمة مرور جديدة لديوان' });
  expect(mail?.html).toContain('dir="rtl"');

  const token = await o.linkTo(account.email, '/reset-password');
  expect((await complete(token)).status).toBe(204);
  expect((await o.ask('GET', '/me', { token: account.token })).status).toBe(401);
  expect((await o.signIn(account.email, PASSWORD)).status).toBe(401);
  const signedIn = await o.signIn(account.email, NEXT);
  expect((await o.ask('GET', '/me', { token: signedIn.json.token })).json.user).toEqual({ ...account.user, emailVerified: true });
  const again = await complete(token, 'yet another password');
  expect([again.status, again.json.code]).toEqual([422, 'link.invalid']);
});

test('of two who use a link at once one sets the password', async () => {
  const { email } = await o.signUp();
  await request(email);
  const token = await o.linkTo(email, '/reset-password');
  const answers = await Promise.all([complete(token, 'the first of two passwords'), complete(token, 'the second of two passwords')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 422]);
});

test('the same request under its Idempotency-Key is answered as the first time', async () => {
  const { email } = await o.signUp();
  await request(email);
  const token = await o.linkTo(email, '/reset-password');
  const headers = { 'idempotency-key': crypto.randomUUID() };
  expect((await complete(token, NEXT, headers)).status).toBe(204);
  expect((await complete(token, NEXT, headers)).status).toBe(204);
  expect((await complete(token, 'yet another password', headers)).json.code).toBe('idempotency.mismatch');
});

test('links sent before a password was set are spent with it', async () => {
  const { email } = await o.signUp();
  await request(email);
  const first = await o.linkTo(email, '/reset-password');
  o.host.clock.moveTo(new Date(Date.parse(o.host.clock.now()) + 1000).toISOString());
  await request(email);
  const second = await o.linkTo(email, '/reset-password');
  expect(second).not.toBe(first);
  expect((await complete(second)).status).toBe(204);
  expect((await complete(first, 'yet another password')).json.code).toBe('link.invalid');
});

test('a weak password is refused, and leaves the link good', async () => {
  const { email } = await o.signUp();
  await request(email);
  const token = await o.linkTo(email, '/reset-password');
  expect((await complete(token, email)).json.errors).toEqual([expect.objectContaining({ pointer: '/password', code: 'password.weak' })]);
  expect((await complete(token)).status).toBe(204);
});

describe('whose address it is', () => {
  test('is told by neither the answer nor its time', { retry: 3 }, async () => {
    const { email } = await o.signUp();
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let n = 0; n < 20; n++) {
      for (const [name, address] of [
        ['known', email],
        ['unknown', newEmail()],
      ] as const) {
        const from = performance.now();
        const { status, text } = await request(address);
        times[name].push(performance.now() - from);
        expect([status, text]).toEqual([202, '']);
      }
    }
    expect(Math.abs(median(times.known) - median(times.unknown))).toBeLessThan(2);
  });

  test('nobody’s gets no mail', async () => {
    const email = newEmail();
    await request(email);
    expect(await o.mailsTo(email)).toEqual([]);
  });

  test('several people’s: each gets a link of their own, told apart by when the account was opened', async () => {
    const first = await o.signUp();
    const second = await o.signUp({ email: first.email, password: 'another password altogether' });
    await request(first.email);
    const [later = '', earlier = ''] = await o.linksTo(first.email, '/reset-password');
    const mail = (await o.mailsTo(first.email)).find(({ text }) => text.includes('/reset-password#token='));
    expect(mail?.text.match(/The account opened at /g)).toHaveLength(2);
    expect((await complete(earlier)).status).toBe(204);
    expect((await complete(later, 'a third password for it')).status).toBe(204);
    const who = async (password: string) => {
      const { json } = await o.signIn(first.email, password);
      return (await o.ask('GET', '/me', { token: json.token })).json.user.id;
    };
    expect([await who(NEXT), await who('a third password for it')]).toEqual([first.user.id, second.user.id]);
  });
});

test('mails on request are a few an hour', async () => {
  const { email } = await o.signUp();
  for (let n = 0; n < 8; n++) await request(email);
  expect(await o.mailsTo(email)).toHaveLength(5);
});

test.each([
  ['made up', () => 'x'.repeat(43)],
  ['empty of sense', () => 'frm_1.ivt_2.x'],
])('a link that is %s is refused', async (_, token) => {
  expect((await complete(token())).json.code).toBe('link.invalid');
});

test('a link to verify an address sets no password', async () => {
  const { email } = await o.signUp();
  expect((await complete(await o.linkTo(email, '/verify-email'))).json.code).toBe('link.invalid');
});

test('a link works for an hour', async () => {
  const { email } = await o.signUp();
  await request(email);
  const token = await o.linkTo(email, '/reset-password');
  o.host.clock.moveTo(new Date(Date.parse(o.host.clock.now()) + 3_600_000).toISOString());
  expect((await complete(token)).json.code).toBe('link.invalid');
});
