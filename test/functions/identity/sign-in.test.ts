import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IdentityStore } from '../../../functions/identity/identity-store.ts';
import { credentialWrites } from '../../../functions/identity/items.ts';
import { digestAs, presentForm } from '../../../functions/identity/passwords.ts';
import { median, newEmail, type Office, office, PASSWORD } from './office.ts';

let o: Office;
beforeAll(async () => {
  o = await office();
});
afterAll(() => o.stop());

test('the right password opens a session, however the address is written', async () => {
  const { email, user } = await o.signUp();
  const { status, json } = await o.signIn(email.toUpperCase(), PASSWORD);
  expect(status).toBe(201);
  expect(Object.keys(json).sort()).toEqual(['expiresAt', 'token']);
  expect((await o.ask('GET', '/me', { token: json.token })).json.user.id).toBe(user.id);
});

test('a password is the same however a keyboard composes its letters', async () => {
  const { email } = await o.signUp({ password: 'caf\u00e9 \u0623\u062d\u0645\u062f on Fridays' });
  expect((await o.signIn(email, 'cafe\u0301 \u0627\u0654\u062d\u0645\u062f on Fridays')).status).toBe(201);
});

describe('an address that nobody uses', () => {
  test('is refused in the words of a wrong password', async () => {
    const { email } = await o.signUp();
    const wrong = await o.signIn(email, 'not the password at all', { headers: { 'accept-language': 'ar' } });
    const unknown = await o.signIn(newEmail(), 'not the password at all', { headers: { 'accept-language': 'ar' } });
    const { instance: _, ...told } = wrong.json;
    expect([wrong.status, told.code]).toEqual([401, 'credentials.wrong']);
    expect(unknown.status).toBe(401);
    expect(unknown.json).toMatchObject(told);
    expect(told.title).toMatch(/كلمة المرور/);
  });

  test('takes as long as a wrong password', { retry: 3 }, async () => {
    const { email } = await o.signUp();
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let n = 0; n < 11; n++) {
      for (const [name, tried] of [
        ['known', email],
        ['unknown', newEmail()],
      ] as const) {
        const from = performance.now();
        await o.signIn(tried, 'not the password at all');
        times[name].push(performance.now() - from);
      }
    }
    const [a, b] = [median(times.known), median(times.unknown)];
    expect(Math.abs(a - b) / Math.max(a, b)).toBeLessThan(0.2);
  });
});

describe('passwords tried', () => {
  test('many times from one place at one address are refused there for a while, and nowhere else', { retry: 2 }, async () => {
    const { email } = await o.signUp();
    const guesser = { address: '203.0.113.9' };
    let last = await o.signIn(email, 'guess number 0', guesser);
    for (let n = 1; n <= 20; n++) last = await o.signIn(email, `guess number ${n}`, guesser);
    expect([last.status, last.json.code]).toEqual([429, 'rate.limited']);
    expect((await o.signIn(newEmail(), 'guess number 0', guesser)).status).toBe(401);
    expect((await o.signIn(email, PASSWORD, { address: '198.51.100.1' })).status).toBe(201);
  });

  test('from many places at one address slow each other down, and keep nobody out', { retry: 2 }, async () => {
    const { email } = await o.signUp({}, { address: '198.51.100.1' });
    for (let n = 0; n < 61; n++) await o.counted(email, `203.0.113.${n}`);
    const from = performance.now();
    expect((await o.signIn(email, PASSWORD, { address: '198.51.100.1' })).status).toBe(201);
    expect(performance.now() - from).toBeGreaterThan(100);
  });

  test('at sign-up count as tried at sign-in, since the right one signs in there too', { retry: 2 }, async () => {
    const { email } = await o.signUp();
    const guesser = { address: '203.0.113.77' };
    for (let n = 0; n < 20; n++) await o.counted(email, guesser.address);
    expect((await o.ask('POST', '/sign-up', { ...guesser, body: o.signUpBody({ email }) })).status).toBe(429);
  });
});

test('twins under one Idempotency-Key open one session', async () => {
  const { email, token } = await o.signUp();
  const asked = { body: { email, password: PASSWORD }, headers: { 'idempotency-key': crypto.randomUUID() } };
  const answers = await Promise.all(Array.from({ length: 8 }, () => o.ask('POST', '/sessions', asked)));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect((await o.ask('GET', '/sessions', { token })).json.data).toHaveLength(2);
  const other = await o.ask('POST', '/sessions', { ...asked, body: { email, password: 'another password altogether' } });
  expect([other.status, other.json.code]).toEqual([422, 'idempotency.mismatch']);
});

test.each([
  ['argon2id at a lower cost', (salt: string) => `$argon2id$v=19$m=8192,t=1,p=1$${salt}`],
  ['scrypt', (salt: string) => `$scrypt$ln=14,r=8,p=1$${salt}`],
])('a password kept as %s signs in, and is kept as today from then on', async (_, form) => {
  const { email, user } = await o.signUp();
  const store = await IdentityStore.open(o.host.ports);
  const stored = await store.user(user.id);
  const credential = await store.credential(stored);
  const salt = credential.password.split('$').at(-2) ?? '';
  await store.commit(credentialWrites(email, credential, { ...credential, password: await digestAs(form(salt), PASSWORD) }));
  expect((await o.signIn(email, 'not the password at all')).status).toBe(401);
  expect((await o.signIn(email, PASSWORD)).status).toBe(201);
  expect((await store.credential(stored)).password).toBe(credential.password);
  expect(credential.password.startsWith(presentForm(salt))).toBe(true);
});
