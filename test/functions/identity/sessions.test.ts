import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Json, type Office, office, PASSWORD } from './office.ts';

let o: Office;
beforeAll(async () => {
  o = await office({ at: '2031-01-01T08:00:00.000Z' });
});
afterAll(() => o.stop());

const isIn = async (token: string): Promise<boolean> => (await o.ask('GET', '/me', { token })).status === 200;
const another = async ({ email, password }: Account, address = '192.0.2.1'): Promise<string> =>
  (await o.signIn(email, password, { address })).json.token;

describe('a session that was ended opens nothing with the next request', () => {
  test('by signing out', async () => {
    const { token, firm } = await o.signUp();
    expect((await o.ask('DELETE', '/sessions/current', { token })).status).toBe(204);
    const { status, json, headers } = await o.ask('GET', `/firms/${firm.id}`, { token });
    expect([status, json.code, headers['www-authenticate']]).toEqual([401, 'session.required', 'Bearer']);
  });

  test('by its person from elsewhere', async () => {
    const account = await o.signUp();
    const lost = await another(account);
    const { json } = await o.ask('GET', '/sessions', { token: account.token });
    expect(json.data.map((session: Json) => session.current).sort()).toEqual([false, true]);
    const other = json.data.find((session: Json) => !session.current);
    expect(other).toMatchObject({ address: '192.0.2.1', userAgent: 'test' });
    expect((await o.ask('DELETE', `/sessions/${other.id}`, { token: account.token })).status).toBe(204);
    expect([await isIn(lost), await isIn(account.token)]).toEqual([false, true]);
  });

  test('by another password, which leaves the session that set it', async () => {
    const account = await o.signUp();
    const others = [await another(account), await another(account)];
    const { status } = await o.ask('POST', '/me/password', { token: account.token, body: { current: PASSWORD, next: 'the well of Zamzam street' } });
    expect(status).toBe(204);
    expect(await Promise.all([account.token, ...others].map(isIn))).toEqual([true, false, false]);
    expect((await o.signIn(account.email, PASSWORD)).status).toBe(401);
    expect((await o.signIn(account.email, 'the well of Zamzam street')).status).toBe(201);
    expect((await o.mailsTo(account.email)).map(({ subject }) => subject)).toContain('Your Diwan password was changed');
  });
});

test('sign-ins that race a change of the password are refused, or their sessions are ended with it', async () => {
  for (let round = 0; round < 3; round++) {
    const account = await o.signUp();
    const [change, ...signIns] = await Promise.all([
      o.ask('POST', '/me/password', { token: account.token, body: { current: PASSWORD, next: `the well of Zamzam ${round}` } }),
      ...Array.from({ length: 4 }, () => o.signIn(account.email, PASSWORD)),
    ]);
    expect(change?.status).toBe(204);
    for (const { status, json } of signIns) expect(status === 201 ? await isIn(json.token) : false).toBe(false);
  }
});

test('the session of another person is not there', async () => {
  const [mine, theirs] = [await o.signUp(), await o.signUp()];
  const { json } = await o.ask('GET', '/sessions', { token: theirs.token });
  const foreign = await o.ask('DELETE', `/sessions/${json.data[0].id}`, { token: mine.token });
  const missing = await o.ask('DELETE', '/sessions/ses_00000000000000000000000000', { token: mine.token });
  expect([foreign.status, foreign.text]).toEqual([404, missing.text]);
  expect(await isIn(theirs.token)).toBe(true);
});

test.each([
  ['none', undefined],
  ['made up', 'x'.repeat(43)],
])('a token that is %s signs nobody in', async (_, token) => {
  for (const [method, path] of [
    ['GET', '/me'],
    ['PATCH', '/me'],
    ['GET', '/sessions'],
    ['DELETE', '/sessions/current'],
    ['POST', '/me/password'],
  ] as const) {
    expect((await o.ask(method, path, { token, body: {} })).status).toBe(401);
  }
});

test('a person has forty sessions at most: the oldest makes room', async () => {
  const account = await o.signUp();
  for (let n = 0; n < 40; n++) await another(account, `192.0.2.${n % 4}`);
  expect(await isIn(account.token)).toBe(false);
  const token = await another(account, '192.0.2.9');
  expect((await o.ask('GET', '/sessions', { token })).json.data).toHaveLength(40);
}, 20_000);

test('a session ends after thirty days, whatever its use', async () => {
  const { token } = await o.signUp();
  o.host.clock.moveTo('2031-01-31T07:59:00.000Z');
  expect(await isIn(token)).toBe(true);
  o.host.clock.moveTo('2031-01-31T08:10:00.000Z');
  expect(await isIn(token)).toBe(false);
});
