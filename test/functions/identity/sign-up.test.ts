import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, newEmail, type Office, office, PASSWORD } from './office.ts';

let o: Office;
beforeAll(async () => {
  o = await office();
});
afterAll(() => o.stop());

test('signing up founds a person, a firm with its country’s first values, a membership and a session', async () => {
  const body = o.signUpBody({ locale: 'ar', firm: { plan: undefined } });
  const { status, json } = await o.ask('POST', '/sign-up', { body });
  expect(status).toBe(201);
  expect(json.user).toEqual({ id: expect.stringMatching(/^usr_/), name: 'Layla', email: body.email, language: 'ar', emailVerified: false });
  expect(json.firm).toMatchObject({
    id: expect.stringMatching(/^frm_/),
    country: 'SA',
    currency: 'SAR',
    kind: 'business',
    plan: 'trial',
    language: 'ar',
    timeZone: 'Asia/Riyadh',
    fiscalYearStart: 1,
    version: 1,
    invoicing: { taxRounding: { level: 'document', mode: 'half-up' }, dueDays: 30 },
  });
  expect(json.firm.trialEndsOn > json.firm.foundedAt.slice(0, 10)).toBe(true);
  const { token, expiresAt } = json.session;
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(Date.parse(expiresAt) - Date.parse(json.firm.foundedAt)).toBe(30 * 24 * 3_600_000);

  const me = await o.ask('GET', '/me', { token });
  expect(me.json.firms).toEqual([expect.objectContaining({ id: json.firm.id, role: 'owner' })]);
  expect((await o.ask('GET', `/firms/${json.firm.id}`, { token })).json).toEqual(json.firm);
});

test('the history of a firm begins with its founding', async () => {
  const { firm, token, user } = await o.signUp();
  const { json } = await o.ask('GET', `/firms/${firm.id}/events`, { token });
  expect(json.data.map((event: Json) => [event.type, event.by.id])).toEqual([
    ['firm.founded', user.id],
    ['member.joined', user.id],
  ]);
});

describe('a request with faults founds nothing', () => {
  test.each([
    ['an unknown country', { firm: { country: 'XX' } }, '/firm/country', 'country.unknown'],
    ['an unknown currency', { firm: { currency: 'ABC' } }, '/firm/currency', 'currency.unknown'],
    ['a plan that is not sold', { firm: { plan: 'gold' } }, '/firm/plan', 'plan.unknown'],
    ['a plan of providers for a business', { firm: { plan: 'provider' } }, '/firm/plan', 'plan.for_providers'],
    ['a kind that is none', { firm: { kind: 'charity' } }, '/firm/kind', 'field.choice'],
    ['a short password', { password: 'short1234' }, '/password', 'password.weak'],
    ['a common password', { password: 'Password1234' }, '/password', 'password.weak'],
    ['the address as password', { email: 'huda.saleh@nakheel.test', password: 'huda.saleh@nakheel.test' }, '/password', 'password.weak'],
    ['no address', { email: 'huda' }, '/email', 'field.format'],
    ['no name', { name: '' }, '/name', 'field.required'],
    ['an unknown language', { locale: 'fr' }, '/locale', 'field.choice'],
    ['a member that there is not', { role: 'owner' }, '/role', 'field.unknown'],
  ] as const)('%s', async (_, over, pointer, code) => {
    const { status, json } = await o.ask('POST', '/sign-up', { body: o.signUpBody(over) });
    expect(status).toBe(422);
    expect(json.errors).toEqual([expect.objectContaining({ pointer, code })]);
  });

  test('all faults of the firm are told at once', async () => {
    const { json } = await o.ask('POST', '/sign-up', {
      body: o.signUpBody({ firm: { country: 'XX', currency: 'ABC' } }),
      headers: { 'accept-language': 'ar' },
    });
    expect(json.code).toBe('request.invalid');
    expect(json.errors.map((fault: Json) => fault.pointer)).toEqual(['/firm/country', '/firm/currency']);
    expect(json.errors[0].message).toMatch(/ليس رمز دولة/);
  });
});

describe('an address that is used already', () => {
  test('is told by nothing of the answer, and the first account stays as it was', async () => {
    const first = await o.signUp();
    const again = await o.ask('POST', '/sign-up', {
      body: o.signUpBody({ email: first.email.toUpperCase(), password: 'another password altogether' }),
    });
    const fresh = await o.ask('POST', '/sign-up', { body: o.signUpBody({ email: newEmail() }) });
    expect(again.status).toBe(fresh.status);
    expect(shape(again.json)).toEqual(shape(fresh.json));
    expect(Object.keys(again.headers).sort()).toEqual(Object.keys(fresh.headers).sort());
    expect(again.json.user.id).not.toBe(first.user.id);

    expect((await o.ask('GET', `/firms/${first.firm.id}`, { token: again.json.session.token })).status).toBe(404);
    expect((await o.ask('GET', '/me', { token: first.token })).json.firms).toHaveLength(1);
    const signedIn = await o.signIn(first.email, first.password);
    expect((await o.ask('GET', '/me', { token: signedIn.json.token })).json.user.id).toBe(first.user.id);
    const other = await o.signIn(first.email, 'another password altogether');
    expect((await o.ask('GET', '/me', { token: other.json.token })).json.user.id).toBe(again.json.user.id);
  });

  test('with its password is a sign-in, and the same person founds another firm', async () => {
    const first = await o.signUp();
    const second = await o.signUp({ email: first.email, name: 'Somebody', firm: { name: 'Rimal' } });
    expect(second.user).toEqual(first.user);
    const { json } = await o.ask('GET', '/me', { token: second.token });
    expect(json.firms.map((firm: Json) => firm.name).sort()).toEqual(['Nakheel', 'Rimal']);
    expect(await o.mailsTo(first.email)).toHaveLength(1);
  });

  test('by many sign-ups in a row is told neither: the latest three sign in whether somebody was there before or not', async () => {
    const passwords = [1, 2, 3, 4].map((n) => `one of four passwords ${n}`);
    const worked = async (email: string) => {
      for (const password of passwords) await o.signUp({ email, password });
      return Promise.all(passwords.map(async (password) => (await o.signIn(email, password)).status));
    };
    const used = (await o.signUp()).email;
    expect(await worked(used)).toEqual(await worked(newEmail()));
  });

  test('keeps its verified owner whatever others sign up with', async () => {
    const owner = await o.signUp();
    await o.ask('POST', '/email-verifications/complete', { body: { token: await o.linkTo(owner.email, '/verify-email') } });
    for (const n of [1, 2, 3, 4]) await o.signUp({ email: owner.email, password: `one of four passwords ${n}` });
    const { status, json } = await o.signIn(owner.email, owner.password);
    expect(status).toBe(201);
    expect((await o.ask('GET', '/me', { token: json.token })).json.user).toEqual({ ...owner.user, emailVerified: true });
  });

  test('gets a few mails an hour, however often it is typed', async () => {
    const email = newEmail();
    for (let n = 0; n < 7; n++) await o.signUp({ email, password: `one of seven passwords ${n}` });
    expect(await o.mailsTo(email)).toHaveLength(5);
  });
});

describe('sent again under the same Idempotency-Key', () => {
  test('a sign-up gives the first answer, token and all, and founds one firm', async () => {
    const asked = { body: o.signUpBody(), headers: { 'idempotency-key': crypto.randomUUID() } };
    const first = await o.ask('POST', '/sign-up', asked);
    const again = await o.ask('POST', '/sign-up', asked);
    expect(again.text).toBe(first.text);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect((await o.ask('GET', '/me', { token: again.json.session.token })).json.firms).toHaveLength(1);
  });

  test('fifty twins at once found one firm', async () => {
    const asked = { body: o.signUpBody(), headers: { 'idempotency-key': crypto.randomUUID() } };
    const answers = await Promise.all(Array.from({ length: 50 }, () => o.ask('POST', '/sign-up', asked)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await o.ask('GET', '/me', { token: answers[0]?.json.session.token })).json.firms).toHaveLength(1);
  });

  test('another sign-up is refused', async () => {
    const headers = { 'idempotency-key': crypto.randomUUID() };
    await o.ask('POST', '/sign-up', { body: o.signUpBody(), headers });
    const other = await o.ask('POST', '/sign-up', { body: o.signUpBody(), headers });
    expect([other.status, other.json.code]).toEqual([422, 'idempotency.mismatch']);
  });

  test('neither the token nor a quick hash of the password is kept', async () => {
    const body = o.signUpBody();
    const { json } = await o.ask('POST', '/sign-up', { body, headers: { 'idempotency-key': crypto.randomUUID() } });
    const kept = await everythingKept();
    expect(kept).toContain(body.email);
    expect(kept).not.toContain(json.session.token);
    expect(kept).not.toContain(PASSWORD);
    expect(kept).not.toContain(hash('sha256', `POST /v1/sign-up?\n${JSON.stringify(body)}`, 'hex'));
    expect(o.lines.join('\n')).not.toContain(json.session.token);
  });
});

test('two who sign up at once with one address and one password are one person', async () => {
  const email = newEmail();
  const [one, two] = await Promise.all([o.signUp({ email }), o.signUp({ email })]);
  expect(one.user.id).toBe(two.user.id);
  expect((await o.ask('GET', '/me', { token: one.token })).json.firms).toHaveLength(2);
});

/** The structure of a body, with the types of its members. */
const shape = (value: Json): Json =>
  value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shape(member)]))
    : typeof value;

/** The whole table as it would lie on a disk. */
async function everythingKept(): Promise<string> {
  const file = join(o.host.dataDir, 'copy.sqlite');
  await o.host.table.backup(file);
  return readFileSync(file, 'latin1');
}
