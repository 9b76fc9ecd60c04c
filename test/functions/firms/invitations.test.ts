import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Json, newEmail, type Office, office, PASSWORD } from '../identity/office.ts';

let o: Office;
let owner: Account;
beforeAll(async () => {
  o = await office({ at: '2031-01-01T08:00:00.000Z' });
  owner = await o.signUp({ firm: { name: 'Rimal' } });
});
afterAll(() => o.stop());

const invite = (body: Json, by = owner, headers = {}) => o.ask('POST', `/firms/${by.firm.id}/invitations`, { token: by.token, body, headers });
const withdraw = (id: string, by = owner) => o.ask('DELETE', `/firms/${by.firm.id}/invitations/${id}`, { token: by.token });
const accept = (body: Json, headers = {}) => o.ask('POST', '/invitations/accept', { body, headers });
async function invited(role = 'staff', by = owner) {
  const email = newEmail('guest');
  const { json } = await invite({ email, role }, by);
  return { email, id: json.id, token: await o.linkTo(email, '/invitation') };
}
const person = { name: 'Omar', password: PASSWORD, locale: 'ar' };

test('an invitation goes by mail in the language asked, says who asks, and shows on the list', async () => {
  const email = newEmail('guest');
  const { status, json } = await invite({ email, role: 'accountant', language: 'ar' });
  expect([status, json]).toEqual([
    201,
    {
      id: expect.stringMatching(/^ivt_/),
      email,
      role: 'accountant',
      invitedBy: 'Layla',
      invitedAt: expect.any(String),
      expiresAt: expect.any(String),
      state: 'pending',
    },
  ]);
  const [mail] = await o.mailsTo(email);
  expect(mail?.subject).toMatch(/Rimal/);
  expect(mail?.text).toMatch(/محاسب/);
  const list = await o.ask('GET', `/firms/${owner.firm.id}/invitations`, { token: owner.token });
  expect(list.json.data[0]).toEqual(json);
});

test('a new person joins with a name and a password, and is in, with the address verified', async () => {
  const { email, token } = await invited('accountant');
  expect((await o.ask('POST', '/invitations/show', { body: { token } })).json).toMatchObject({
    firm: { name: 'Rimal' },
    email,
    role: 'accountant',
    invitedBy: 'Layla',
  });
  const { status, json } = await accept({ token, ...person });
  expect(status).toBe(201);
  expect(json).toMatchObject({ user: { name: 'Omar', email, language: 'ar', emailVerified: true }, firm: { id: owner.firm.id }, role: 'accountant' });
  expect((await o.ask('GET', '/me', { token: json.session.token })).json.firms).toEqual([
    expect.objectContaining({ id: owner.firm.id, role: 'accountant' }),
  ]);
  expect((await o.signIn(email, PASSWORD)).status).toBe(201);

  const trail = await o.ask('GET', `/firms/${owner.firm.id}/events`, { token: owner.token });
  expect(trail.json.data.slice(-2)).toMatchObject([
    { type: 'invitation.accepted' },
    { type: 'member.joined', data: { name: 'Omar', role: 'accountant' }, by: { id: json.user.id } },
  ]);
  expect(JSON.stringify(trail.json)).not.toContain(token.split('.')[2]);
  const list = await o.ask('GET', `/firms/${owner.firm.id}/invitations`, { token: owner.token });
  expect(list.json.data.find((invitation: Json) => invitation.email === email).state).toBe('accepted');
});

test('a person who has an account joins with its password, and stays the same person', async () => {
  const known = await o.signUp();
  await invite({ email: known.email, role: 'auditor' });
  const { json } = await accept({ token: await o.linkTo(known.email, '/invitation'), password: PASSWORD });
  expect(json.user.id).toBe(known.user.id);
  expect((await o.ask('GET', '/me', { token: known.token })).json.firms).toHaveLength(2);
});

test('a person who is signed in joins by the link alone, whatever address it went to', async () => {
  const known = await o.signUp();
  const { token } = await invited('staff');
  const joined = await o.ask('POST', '/invitations/join', { token: known.token, body: { token } });
  expect([joined.status, joined.json.role]).toEqual([201, 'staff']);
  const again = await invited('owner');
  const twice = await o.ask('POST', '/invitations/join', { token: known.token, body: { token: again.token } });
  expect([twice.status, twice.json.code]).toEqual([409, 'member.exists']);
});

describe('a link', () => {
  test('works once', async () => {
    const { token } = await invited();
    const answers = await Promise.all([accept({ token, ...person }), accept({ token, ...person, password: 'another password altogether' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect((await accept({ token, ...person })).json.code).toBe('link.invalid');
    expect((await o.ask('POST', '/invitations/show', { body: { token } })).json.code).toBe('link.invalid');
  });

  test('gives its Idempotency-Key the first answer again, token and all', async () => {
    const { token } = await invited();
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const answers = await Promise.all(Array.from({ length: 4 }, () => accept({ token, ...person }, headers)));
    const later = await accept({ token, ...person }, headers);
    expect(new Set([...answers, later].map(({ text }) => text)).size).toBe(1);
    expect((await o.ask('GET', '/me', { token: later.json.session.token })).status).toBe(200);
  });

  test('stops working when the invitation is withdrawn', async () => {
    const { id, token } = await invited();
    expect((await withdraw(id)).status).toBe(204);
    expect((await accept({ token, ...person })).json.code).toBe('link.invalid');
    const twice = await withdraw(id);
    expect([twice.status, twice.json.code]).toEqual([409, 'invitation.answered']);
  });

  test('accepted while it is withdrawn does one or the other', async () => {
    const { id, token } = await invited();
    const [accepted, withdrawn] = await Promise.all([accept({ token, ...person }), withdraw(id)]);
    expect([accepted.status === 201, withdrawn.status === 204].filter(Boolean)).toHaveLength(1);
  });

  test.each([
    ['with another secret', (token: string) => `${token.slice(0, -43)}${'x'.repeat(43)}`],
    ['to another firm', (token: string) => token.replace(/^frm_\w+/, 'frm_00000000000000000000000000')],
    ['to another invitation', (token: string) => token.replace(/ivt_\w+/, 'ivt_00000000000000000000000000')],
    ['without form', () => 'x'],
  ])('%s is refused alike', async (_, changed) => {
    const { token } = await invited();
    for (const path of ['/invitations/accept', '/invitations/show']) {
      const { status, json } = await o.ask('POST', path, { body: { token: changed(token), ...(path.endsWith('accept') && person) } });
      expect([status, json.code]).toEqual([422, 'link.invalid']);
    }
    expect((await o.ask('POST', '/invitations/join', { token: owner.token, body: { token: changed(token) } })).json.code).toBe('link.invalid');
  });
});

test('a plug that is pulled between the person and the membership leaves the link good, and the repeat makes one member', async () => {
  const { email, token } = await invited();
  const headers = { 'idempotency-key': crypto.randomUUID() };
  o.pull((writes) => writes.some((write) => write.kind === 'put' && write.item.pk.startsWith(`F#${owner.firm.id}#`)));
  expect((await accept({ token, ...person }, headers)).status).toBe(503);
  o.pull(undefined);
  const joined = await accept({ token, ...person }, headers);
  expect(joined.status).toBe(201);
  expect((await o.ask('GET', '/me', { token: joined.json.session.token })).json.firms).toHaveLength(1);
  const members = await o.ask('GET', `/firms/${owner.firm.id}/members?limit=200`, { token: owner.token });
  expect(members.json.data.filter((member: Json) => member.email === email)).toHaveLength(1);
});

describe('joining is refused', () => {
  test('for a new person without a name, or with a weak password; the link stays good', async () => {
    const { token, email } = await invited();
    const nameless = await accept({ token, password: PASSWORD });
    expect([nameless.status, nameless.json.errors]).toEqual([422, [expect.objectContaining({ pointer: '/name', code: 'field.required' })]]);
    const weak = await accept({ token, ...person, password: email });
    expect(weak.json.errors).toEqual([expect.objectContaining({ pointer: '/password', code: 'password.weak' })]);
    expect((await accept({ token, ...person })).status).toBe(201);
  });

  test('without a session where one is needed', async () => {
    expect((await o.ask('POST', '/invitations/join', { body: { token: 'x' } })).status).toBe(401);
  });
});

describe('an invitation is refused', () => {
  test('to a member', async () => {
    const { status, json } = await invite({ email: owner.email.toUpperCase(), role: 'staff' });
    expect([status, json.code]).toEqual([409, 'member.exists']);
  });

  test('to an address that is invited, until that is withdrawn', async () => {
    const { email, id } = await invited();
    expect((await invite({ email, role: 'owner' })).json.code).toBe('invitation.exists');
    await withdraw(id);
    expect((await invite({ email, role: 'owner' })).status).toBe(201);
  });

  test('twice at once to one address', async () => {
    const email = newEmail('guest');
    const answers = await Promise.all([invite({ email, role: 'staff' }), invite({ email, role: 'owner' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('beyond the seats of the plan, those invited counted, also at once', async () => {
    const small = await o.signUp({ firm: { plan: 'starter' } });
    const answers = await Promise.all([1, 2, 3].map(() => invite({ email: newEmail('guest'), role: 'staff' }, small)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
    const refused = await invite({ email: newEmail('guest'), role: 'staff' }, small);
    expect(refused.json.code).toBe('seats.full');
    expect(refused.json.title).toMatch(/3 members/);
  });

  test.each([
    ['to no address', { email: 'omar', role: 'staff' }],
    ['to a role that is none', { email: 'omar@nakheel.test', role: 'king' }],
    ['in another language', { email: 'omar@nakheel.test', role: 'staff', language: 'fr' }],
  ])('%s', async (_, body) => {
    expect((await invite(body)).status).toBe(422);
  });

  test.each(['accountant', 'staff', 'auditor'])('from the hands of one who is %s', async (role) => {
    const member = await o.member(owner, role);
    expect((await invite({ email: newEmail(), role: 'owner' }, member)).json.code).toBe('permission.denied');
    expect((await withdraw('ivt_00000000000000000000000000', member)).status).toBe(403);
  });
});

test('sent twice under one Idempotency-Key it is one invitation and one mail', async () => {
  const email = newEmail('guest');
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const answers = await Promise.all([1, 2, 3].map(() => invite({ email, role: 'staff' }, owner, headers)));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(await o.mailsTo(email)).toHaveLength(1);
});

test('a firm’s name begins no other line of the mail, and no element of its page', async () => {
  const rude = await o.signUp({ name: '<b>Omar</b>\r\nBcc: all@nakheel.test', firm: { name: 'A\u202e<img src=x>' } });
  const email = newEmail('guest');
  await invite({ email, role: 'staff' }, rude);
  const [mail] = await o.mailsTo(email);
  expect(mail?.subject).not.toMatch(/[\r\n]/);
  expect(mail?.html).not.toMatch(/<b>|<img/);
  expect(mail?.text).not.toContain('\u202e');
});

test('an invitation is open for seven days, and then stands in nobody’s way', async () => {
  const small = await o.signUp({ firm: { plan: 'starter' } });
  const { email, token } = await invited('staff', small);
  o.host.clock.moveTo(new Date(Date.parse(o.host.clock.now()) + 7 * 24 * 3_600_000).toISOString());
  expect((await accept({ token, ...person })).json.code).toBe('link.invalid');
  const list = await o.ask('GET', `/firms/${small.firm.id}/invitations`, { token: small.token });
  expect(list.json.data.map((invitation: Json) => invitation.state)).toEqual(['expired']);
  expect((await invite({ email, role: 'staff' }, small)).status).toBe(201);
  expect((await invite({ email: newEmail(), role: 'staff' }, small)).status).toBe(201);
});
