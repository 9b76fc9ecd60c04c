import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Json, type Office, office } from '../identity/office.ts';

let o: Office;
let owner: Account;
beforeAll(async () => {
  o = await office();
  owner = await o.signUp();
});
afterAll(() => o.stop());

const membersOf = async (account: Account): Promise<Json[]> =>
  (await o.ask('GET', `/firms/${account.firm.id}/members`, { token: account.token })).json.data;
const setRole = (by: Account, user: string, role: string, version = 1) =>
  o.ask('PATCH', `/firms/${by.firm.id}/members/${user}`, { token: by.token, body: { role }, headers: { 'if-match': `"${version}"` } });
const remove = (by: Account, user: string) => o.ask('DELETE', `/firms/${by.firm.id}/members/${user}`, { token: by.token });

test('a changed role counts with the next request', async () => {
  const member = await o.member(owner, 'accountant');
  expect((await o.ask('GET', `/firms/${owner.firm.id}/events`, { token: member.token })).status).toBe(200);
  const { status, json, headers } = await setRole(owner, member.user.id, 'staff');
  expect([status, json.role, json.version, headers.etag]).toEqual([200, 'staff', 2, '"2"']);
  const refused = await o.ask('GET', `/firms/${owner.firm.id}/events`, { token: member.token });
  expect([refused.status, refused.json.code]).toEqual([403, 'permission.denied']);
  const { json: trail } = await o.ask('GET', `/firms/${owner.firm.id}/events`, { token: owner.token });
  expect(trail.data.at(-1)).toMatchObject({ type: 'member.role_changed', data: { from: 'accountant', to: 'staff' }, by: { id: owner.user.id } });
});

test('a removed member finds no such firm with the next request, and may come back', async () => {
  const boss = await o.signUp();
  const member = await o.member(boss, 'staff');
  expect((await remove(boss, member.user.id)).status).toBe(204);
  expect((await o.ask('GET', `/firms/${boss.firm.id}`, { token: member.token })).status).toBe(404);
  expect((await remove(boss, member.user.id)).status).toBe(404);
  expect(await membersOf(boss)).toHaveLength(1);

  await o.ask('POST', `/firms/${boss.firm.id}/invitations`, { token: boss.token, body: { email: member.email, role: 'auditor' } });
  const joined = await o.ask('POST', '/invitations/join', { token: member.token, body: { token: await o.linkTo(member.email, '/invitation') } });
  expect([joined.status, joined.json.role]).toEqual([201, 'auditor']);
  expect((await o.ask('GET', '/me', { token: member.token })).json.firms).toEqual([expect.objectContaining({ id: boss.firm.id, role: 'auditor' })]);
});

describe('the last owner', () => {
  test('stays owner, and stays', async () => {
    const boss = await o.signUp();
    for (const answer of [await setRole(boss, boss.user.id, 'staff'), await remove(boss, boss.user.id)]) {
      expect([answer.status, answer.json.code]).toEqual([409, 'member.last_owner']);
    }
  });

  test('may go once there is another', async () => {
    const boss = await o.signUp();
    const second = await o.member(boss, 'owner');
    expect((await remove(boss, boss.user.id)).status).toBe(204);
    expect((await membersOf(second)).map((member) => member.user)).toEqual([second.user.id]);
  });

  test.each([
    ['step down', (by: Account, other: Account) => setRole(by, other.user.id, 'staff')],
    ['leave', (by: Account, other: Account) => remove(by, other.user.id)],
  ])('is one of two owners who %s at once', async (_, act) => {
    for (let round = 0; round < 3; round++) {
      const one = await o.signUp();
      const two = await o.member(one, 'owner');
      const answers = await Promise.all([act(one, two), act(two, one), act(one, one), act(two, two)]);
      expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
      for (const { json } of answers.filter(({ status }) => status >= 300))
        expect(['member.last_owner', 'version.stale', 'request.not_found', 'request.conflict']).toContain(json.code);
      const left = (await o.ask('GET', `/firms/${one.firm.id}/members`, { token: one.token })).json?.data ?? (await membersOf(two));
      expect(left.filter((member: Json) => member.role === 'owner')).toHaveLength(1);
    }
  });
});

describe('a role is refused', () => {
  test.each([
    ['without a version', undefined, { role: 'staff' }, 428, 'version.missing'],
    ['of a version that is not the present one', '"7"', { role: 'staff' }, 412, 'version.stale'],
    ['that is none', '"1"', { role: 'king' }, 422, 'request.invalid'],
  ] as const)('%s', async (_, ifMatch, body, status, code) => {
    const path = `/firms/${owner.firm.id}/members/${owner.user.id}`;
    const answer = await o.ask('PATCH', path, { token: owner.token, body, headers: ifMatch === undefined ? {} : { 'if-match': ifMatch } });
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });

  test.each(['accountant', 'staff', 'auditor'])('from the hands of one who is %s', async (role) => {
    const member = await o.member(owner, role);
    for (const answer of [await setRole(member, member.user.id, 'owner'), await remove(member, owner.user.id)]) {
      expect([answer.status, answer.json.code]).toEqual([403, 'permission.denied']);
    }
  });

  test('for one who is no member', async () => {
    const stranger = await o.signUp();
    for (const user of [stranger.user.id, 'usr_00000000000000000000000000', 'nobody']) expect((await setRole(owner, user, 'staff')).status).toBe(404);
  });
});

test('members are read page by page, each once', async () => {
  const seen: string[] = [];
  let cursor = '';
  do {
    const { json } = await o.ask('GET', `/firms/${owner.firm.id}/members?limit=2${cursor && `&cursor=${cursor}`}`, { token: owner.token });
    seen.push(...json.data.map((member: Json) => member.user));
    cursor = json.next_cursor ?? '';
  } while (cursor !== '');
  expect(seen).toEqual((await membersOf(owner)).map((member) => member.user));
  expect(new Set(seen).size).toBe(seen.length);
});
