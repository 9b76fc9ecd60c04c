import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalHost } from '../../../infra/local/host.ts';
import { type Answer, aHost, type Client, client, PASSWORD, signUp } from '../../host.ts';
import { eventsOf, joinAs, mailsTo } from '../work/office.ts';

let host: LocalHost;
let owner: Client;
let ownerId: string;
let staff: Awaited<ReturnType<typeof joinAs>>;
let accountant: Awaited<ReturnType<typeof joinAs>>;
let systems = 0;

beforeAll(async () => {
  host = await aHost({ at: '2026-01-10T09:00:00.000Z' });
  owner = await signUp(host.url, { country: 'GB', currency: 'GBP' });
  ownerId = (await owner.get('/v1/me')).body.user.id;
  staff = await joinAs(host, owner, 'staff', 'Sami');
  accountant = await joinAs(host, owner, 'accountant', 'Nour');
}, 30_000);
afterAll(() => host.stop());

// biome-ignore lint/suspicious/noExplicitAny: a test reads what came over the wire.
const made = (answer: Answer): any => {
  expect(answer.body, JSON.stringify(answer.body)).not.toHaveProperty('code');
  return answer.body;
};
const system = async (more: object = {}, who = owner) =>
  made(await who.post('/systems', { name: `System ${++systems}`, levels: ['read', 'admin'], ...more }));
const ask = (on: string, person: object, more: object = {}, who: Client = owner) =>
  who.post('/access-grants', { system: on, person, level: 'read', ...more });
/** Access that is in place: approved by the owner, put in place by the accountant. */
const granted = async (on: string, person: object, more: object = {}) => {
  const { id } = made(await ask(on, person, more));
  made(await owner.post(`/access-grants/${id}/approve`));
  return made(await accountant.post(`/access-grants/${id}/grant`));
};

describe('grants', () => {
  test('access is asked for, approved by the owner of the system, put in place by somebody else, and taken back with a reason', async () => {
    const on = await system();
    const one = made(await ask(on.id, { user: staff.user }, { level: 'ADMIN', reason: 'month end' }, accountant));
    expect(one).toMatchObject({
      state: 'requested',
      level: 'admin',
      person: { user: staff.user, name: 'Sami' },
      requested: { by: { id: accountant.user }, note: 'month end' },
    });
    expect((await accountant.post(`/access-grants/${one.id}/approve`)).body).toMatchObject({ status: 403, code: 'access.not_approver' });
    expect((await accountant.post(`/access-grants/${one.id}/grant`)).body).toMatchObject({ status: 409, code: 'access.transition' });
    made(await owner.post(`/access-grants/${one.id}/approve`));
    expect((await owner.post(`/access-grants/${one.id}/grant`)).body).toMatchObject({ status: 409, code: 'access.same_person' });
    made(await accountant.post(`/access-grants/${one.id}/grant`));
    expect((await owner.post(`/access-grants/${one.id}/revoke`, {})).status).toBe(422);
    const revoked = made(await owner.post(`/access-grants/${one.id}/revoke`, { reason: 'moved' }));
    expect(revoked).toMatchObject({
      state: 'revoked',
      approved: { by: { id: ownerId } },
      granted: { by: { id: accountant.user } },
      revoked: { note: 'moved' },
    });
    for (const act of ['approve', 'grant', 'revoke']) {
      const answer = await owner.post(`/access-grants/${one.id}/${act}`, act === 'revoke' ? { reason: 'x' } : {});
      expect(answer.body).toMatchObject({ status: 409, code: 'access.transition' });
    }
    expect((await eventsOf(owner, 'access.granted')).length).toBeGreaterThan(0);
  });

  test('in a firm of one the system may say that one person does both', async () => {
    const on = await system({ separateDuties: false });
    const { id } = made(await ask(on.id, { name: 'Guest' }));
    made(await owner.post(`/access-grants/${id}/approve`));
    expect(made(await owner.post(`/access-grants/${id}/grant`)).state).toBe('granted');
  });

  test('somebody has a level of a system once, whatever the race', async () => {
    const on = await system();
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(on.id, { user: staff.user })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
    made(await ask(on.id, { user: staff.user }, { level: 'admin' }));
    const { id } = answers.find(({ status }) => status === 201)?.body ?? {};
    made(await owner.post(`/access-grants/${id}/revoke`, { reason: 'x' }));
    made(await ask(on.id, { user: staff.user }));
  });

  test.each([
    ['a system that is none', { system: `sys_${'0'.repeat(26)}` }, 'system.unknown', '/system'],
    ['a level that it does not have', { level: 'god' }, 'access.level_unknown', '/level'],
    ['a day that has passed', { until: '2026-01-09' }, 'access.ended', '/until'],
    ['nobody', { person: {} }, 'request.invalid', '/person/user'],
    ['a member who is none', { person: { user: `usr_${'0'.repeat(26)}` } }, 'holder.unknown', '/person/user'],
  ])('%s is refused by the member', async (_, more, code, pointer) => {
    const on = await system();
    expect((await owner.post('/access-grants', { system: on.id, person: { name: 'x' }, level: 'read', ...more })).body).toMatchObject({
      status: 422,
      code,
      errors: [{ pointer }],
    });
  });

  test('a name of a system is its alone, and staff see nothing of the register', async () => {
    const on = await system();
    expect((await owner.post('/systems', { name: on.name.toUpperCase(), levels: ['x'] })).body.code).toBe('system.exists');
    expect((await owner.post('/systems', { name: 'Two of one', levels: ['a', 'A'] })).status).toBe(422);
    for (const path of ['/systems', '/access-grants', '/access-reviews', '/leavers']) expect((await staff.get(path)).status).toBe(403);
  });

  test('the register is read by person, by system and as a file', async () => {
    const [a, b] = [await system(), await system()];
    await granted(a.id, { name: 'Rana' });
    await granted(b.id, { name: 'رنا' });
    await granted(b.id, { name: 'Rana' });
    const names = async (query: string) =>
      (await owner.get(`/access-grants?${query}`)).body.data.map((one: { systemName: string }) => one.systemName);
    expect(await names('person=rana')).toEqual([b.name, a.name]);
    expect(await names(`system=${b.id}`)).toEqual([b.name, b.name]);
    expect(await names(`system=${a.id}&person=rana&state=granted`)).toEqual([a.name]);
    const paged = (await owner.get(`/access-grants?system=${b.id}&limit=1`)).body;
    expect(paged.has_more).toBe(true);
    expect((await owner.get(`/access-grants?system=${b.id}&limit=1&cursor=${paged.next_cursor}`)).body).toMatchObject({
      has_more: false,
      data: [{ person: { name: 'رنا' } }],
    });
    const file = await owner.get(`/access-grants/export?system=${b.id}`);
    expect(file.body).toContain('رنا');
    expect(file.body).not.toContain(a.name);
  });
});

describe('an access request', () => {
  const opened = async (named: string, who: Client = staff, more: object = {}) =>
    made(await who.post('/cases', { kind: 'access-request', title: 'Access please', fields: { system: named, level: 'read', ...more } }));
  const tick = (who: Client, id: string, item: string) => who.post(`/cases/${id}/checklist/${item}`, { done: true });
  const approve = async (id: string) => made(await owner.post(`/cases/${id}/decisions`, { outcome: 'approve' }));

  test('that is resolved is recorded as a grant, with the case as its evidence', async () => {
    const on = await system();
    const one = await opened(on.name.toLowerCase());
    await approve(one.id);
    await tick(owner, one.id, 'approved');
    await tick(owner, one.id, 'granted');
    expect((await owner.post(`/cases/${one.id}/move`, { to: 'resolved' })).body).toMatchObject({ status: 409, code: 'access.same_person' });
    expect((await owner.get(`/access-grants?system=${on.id}`)).body.data).toEqual([]);
    await owner.post(`/cases/${one.id}/checklist/granted`, { done: false });
    await tick(accountant, one.id, 'granted');
    made(await owner.post(`/cases/${one.id}/move`, { to: 'resolved' }));
    const [grant, ...others] = (await owner.get(`/access-grants?system=${on.id}`)).body.data;
    expect(others).toEqual([]);
    expect(grant).toMatchObject({
      state: 'granted',
      case: one.id,
      person: { user: staff.user },
      requested: { by: { id: staff.user } },
      approved: { by: { id: ownerId } },
      granted: { by: { id: accountant.user } },
    });
    made(await owner.post(`/cases/${one.id}/move`, { to: 'open' }));
    made(await owner.post(`/cases/${one.id}/move`, { to: 'resolved' }));
    expect((await owner.get(`/access-grants?system=${on.id}`)).body.data).toHaveLength(1);
  });

  test('in bulk too, and a system that the register does not know is left to the case', async () => {
    const on = await system({ separateDuties: false });
    const [known, unknown] = [await opened(on.name, staff, { person: 'nour' }), await opened('Somewhere else')];
    for (const { id } of [known, unknown]) {
      await approve(id);
      for (const item of ['approved', 'granted']) await tick(owner, id, item);
    }
    expect((await owner.post('/cases/bulk', { act: 'move', to: 'resolved', ids: [known.id, unknown.id] })).body).toMatchObject({ done: 2 });
    expect((await owner.get(`/access-grants?system=${on.id}`)).body.data).toMatchObject([{ case: known.id, person: { user: accountant.user } }]);
  });
});

describe('time', () => {
  test('access that runs out is flagged once and a case is opened to take it back; a review begins by itself each quarter', {
    timeout: 60_000,
  }, async () => {
    const own = await aHost({ at: '2026-01-10T09:00:00.000Z' });
    const email = 'reviewer@example.com';
    let firm = await signUp(own.url, { country: 'GB', currency: 'GBP' }, email);
    const on = await system({ separateDuties: false }, firm);
    expect(on.reviewOn).toBe('2026-04-10');
    const put = async (name: string, until?: string) => {
      const { id } = made(await ask(on.id, { name }, { until }, firm));
      await firm.post(`/access-grants/${id}/approve`);
      return made(await firm.post(`/access-grants/${id}/grant`));
    };
    const [short, long] = [await put('Short', '2026-02-01'), await put('Long')];
    const sweep = async (at: string) => {
      own.clock.moveTo(at);
      for (let i = 0; i < 4; i++) await own.sweep();
      const { token } = (await client(own.url, '', '').post('/v1/sessions', { email, password: PASSWORD })).body;
      firm = client(own.url, firm.firm, token);
    };
    await sweep('2026-02-01T23:00:00.000Z');
    expect((await firm.get(`/access-grants/${short.id}`)).body).toMatchObject({ expired: false, expiryCase: null });
    await sweep('2026-02-02T08:00:00.000Z');
    await sweep('2026-02-03T08:00:00.000Z');
    const flagged = (await firm.get(`/access-grants/${short.id}`)).body;
    expect(flagged).toMatchObject({ expired: true, state: 'granted' });
    expect((await firm.get('/cases')).body.data).toMatchObject([{ id: flagged.expiryCase, kind: 'service-request', state: 'new' }]);
    made(await firm.post(`/access-grants/${short.id}/revoke`, { reason: 'ran out' }));

    await sweep('2026-04-10T12:00:00.000Z');
    await sweep('2026-04-11T12:00:00.000Z');
    const reviews = (await firm.get('/access-reviews')).body.data;
    expect(reviews).toMatchObject([{ system: on.id, state: 'open', lineCount: 1, dueOn: '2026-04-24', overdue: false }]);
    expect((await mailsTo(own, email)).filter(({ subject }) => subject === `Review who has access to ${on.name}`)).toHaveLength(1);
    expect((await firm.get(`/systems/${on.id}`)).body).toMatchObject({ review: reviews[0].id, reviewOn: '2026-04-24' });
    await sweep('2026-04-25T12:00:00.000Z');
    expect((await firm.get('/access-reviews')).body.data[0].overdue).toBe(true);
    const done = made(await firm.post(`/access-reviews/${reviews[0].id}/lines/${long.id}`, { decision: 'kept', note: 'still here' }));
    expect(done).toMatchObject({ state: 'done', openLines: 0 });
    expect((await firm.get(`/systems/${on.id}`)).body).toMatchObject({ review: null, reviewOn: '2026-07-25', reviewOverdue: false });
    await own.stop();
  });
});

describe('reviews', () => {
  test('every line is kept or revoked by the owner of the system, with what it rests on', async () => {
    const on = await system({ owner: accountant.user });
    const [keep, drop] = [await granted(on.id, { name: 'Keep' }), await granted(on.id, { name: 'Drop' })];
    made(await ask(on.id, { name: 'Only asked' }));
    const review = made(await owner.post('/access-reviews', { system: on.id }));
    expect(review.lines.map(({ person }: { person: { name: string } }) => person.name).sort()).toEqual(['Drop', 'Keep']);
    expect((await owner.post('/access-reviews', { system: on.id })).body.code).toBe('review.running');
    const answer = (who: Client, grant: string, body: object) => who.post(`/access-reviews/${review.id}/lines/${grant}`, body);
    expect((await answer(accountant, keep.id, { decision: 'kept' })).status).toBe(422);
    made(await answer(accountant, keep.id, { decision: 'kept', note: 'works there' }));
    expect((await answer(accountant, keep.id, { decision: 'revoked', note: 'x' })).body.code).toBe('review.answered');
    expect(made(await answer(owner, drop.id, { decision: 'revoked', note: 'gone' })).state).toBe('done');
    expect((await owner.get(`/access-grants/${drop.id}`)).body).toMatchObject({ state: 'revoked', revoked: { note: 'gone' } });
    expect((await owner.get(`/access-grants/${keep.id}`)).body.state).toBe('granted');
    const mine = await system();
    await granted(mine.id, { name: 'x' });
    const other = made(await owner.post('/access-reviews', { system: mine.id }));
    expect((await accountant.post(`/access-reviews/${other.id}/lines/${other.lines[0].grant}`, { decision: 'kept', note: 'x' })).body).toMatchObject({
      status: 403,
      code: 'review.not_owner',
    });
  });

  test('two answers to one line at once: one counts', async () => {
    const on = await system();
    const one = await granted(on.id, { name: 'x' });
    const { id } = made(await owner.post('/access-reviews', { system: on.id }));
    const answers = await Promise.all(
      ['kept', 'revoked', 'kept', 'revoked'].map((decision) => owner.post(`/access-reviews/${id}/lines/${one.id}`, { decision, note: 'x' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const decided = (await owner.get(`/access-reviews/${id}`)).body.lines[0].decision;
    expect((await owner.get(`/access-grants/${one.id}`)).body.state).toBe(decided === 'kept' ? 'granted' : 'revoked');
  });
});

describe('P4: a leaver', () => {
  /** A person with one of everything. */
  async function somebody(name: string) {
    const leaver = await joinAs(host, owner, 'staff', name);
    const asset = made(await owner.post('/assets', { name: 'Laptop' }));
    const given = made(await owner.post('/hand-overs', { assets: [asset.id], to: { user: leaver.user }, condition: 'good' }));
    made(await leaver.post(`/hand-overs/${given.id}/accept`, {}));
    const licence = made(await owner.post('/licences', { product: 'Office', startsOn: '2020-01-01', seats: 5 }));
    const seat = made(await owner.post(`/licences/${licence.id}/seats`, { holder: { user: leaver.user } }));
    const on = await system();
    const grant = await granted(on.id, { user: leaver.user });
    const one = made(await owner.post('/cases', { kind: 'incident', title: 'Theirs', fields: {} }));
    made(await owner.post(`/cases/${one.id}/assign`, { assignee: leaver.user }));
    return { leaver, asset, licence, seat, grant, case: one };
  }
  const lineOf = (leaver: { lines: { line: string; kind: string }[] }, kind: string) => leaver.lines.find((line) => line.kind === kind)?.line ?? '';

  test('has a line for each thing they have, closed only by what shows it is settled, and the case with the last of them', async () => {
    const have = await somebody('Layla');
    const opened = made(await owner.post('/leavers', { person: { user: have.leaver.user }, lastDay: '2026-06-30' }));
    expect(opened.lines.map(({ kind }: { kind: string }) => kind)).toEqual(['asset', 'seat', 'access', 'case']);
    expect(opened).toMatchObject({ state: 'open', openLines: 4, isMember: true });
    expect((await owner.post('/leavers', { person: { user: have.leaver.user }, lastDay: '2026-06-30' })).body).toMatchObject({
      status: 409,
      code: 'leaver.exists',
    });
    const at = `/leavers/${opened.id}`;
    const close = (line: string, body: object, who: Client = owner) => who.post(`${at}/lines/${line}`, body);
    // Nothing is settled yet: no evidence is taken, the case does not end by any way.
    for (const { line, ref } of opened.lines)
      expect((await close(line, { evidence: ref })).body).toMatchObject({ status: 422, code: 'leaver.evidence' });
    expect((await close(lineOf(opened, 'asset'), {})).status).toBe(422);
    expect((await owner.post(`${at}/close`)).body).toMatchObject({ status: 409, code: 'leaver.lines_open' });
    expect((await owner.post(`/cases/${opened.id}/move`, { to: 'resolved' })).body).toMatchObject({ status: 409, code: 'leaver.case' });
    expect((await owner.post('/cases/bulk', { act: 'move', to: 'resolved', ids: [opened.id] })).body.results).toMatchObject([
      { done: false, code: 'leaver.case' },
    ]);

    const back = made(await owner.post('/returns', { assets: [have.asset.id], condition: 'good' }));
    const other = made(await owner.post('/assets', { name: 'Other' }));
    const given = made(await owner.post('/hand-overs', { assets: [other.id], to: { user: have.leaver.user }, condition: 'good' }));
    expect((await close(lineOf(opened, 'asset'), { evidence: given.id })).body.code).toBe('leaver.evidence');
    expect((await owner.get(at)).body.lines.find(({ kind }: { kind: string }) => kind === 'asset').proof).toBe(back.id);
    made(await close(lineOf(opened, 'asset'), { evidence: back.id }));
    expect((await close(lineOf(opened, 'asset'), { evidence: back.id })).body.code).toBe('leaver.line_closed');
    made(await owner.post(`/licences/${have.licence.id}/seats/${have.seat.id}/release`));
    made(await close(lineOf(opened, 'seat'), { evidence: have.seat.id }));
    made(await owner.post(`/access-grants/${have.grant.id}/revoke`, { reason: 'leaves' }));
    made(await close(lineOf(opened, 'access'), { evidence: have.grant.id }));
    expect((await close(lineOf(opened, 'case'), { waiver: 'mine' }, accountant)).body).toMatchObject({ status: 403, code: 'leaver.waiver_owner' });
    const waived = made(await close(lineOf(opened, 'case'), { waiver: 'handed to nobody' }));
    expect(waived.lines.at(-1).closed).toMatchObject({ waiver: 'handed to nobody', evidence: null, by: { id: ownerId } });

    // Meanwhile they were handed something more: closing finds it.
    const late = await owner.post(`${at}/close`);
    expect(late.body).toMatchObject({ status: 409, code: 'leaver.lines_open' });
    const now = (await owner.get(at)).body;
    expect(now.lines.at(-1)).toMatchObject({ kind: 'hand-over', ref: given.id, closed: null });
    made(await owner.post(`/hand-overs/${given.id}/withdraw`));
    made(await close(now.lines.at(-1).line, { evidence: given.id }));
    expect(made(await owner.post(`${at}/close`))).toMatchObject({ state: 'closed', openLines: 0, isMember: true });
    expect((await owner.get(`/cases/${opened.id}`)).body.state).toBe('resolved');
    expect((await owner.post(`${at}/close`)).body.code).toBe('leaver.closed');
    expect((await owner.send('DELETE', `/members/${have.leaver.user}`)).status).toBe(204);
    expect((await owner.get(at)).body.isMember).toBe(false);
  });

  test('what was returned and is theirs again opens anew', async () => {
    const have = await somebody('Karim');
    const opened = made(await owner.post('/leavers', { person: { user: have.leaver.user }, lastDay: '2026-06-30' }));
    made(await owner.post(`/access-grants/${have.grant.id}/revoke`, { reason: 'x' }));
    made(await owner.post(`/leavers/${opened.id}/lines/${lineOf(opened, 'access')}`, { evidence: have.grant.id }));
    const back = made(await owner.post('/returns', { assets: [have.asset.id], condition: 'good' }));
    made(await owner.post(`/leavers/${opened.id}/lines/${lineOf(opened, 'asset')}`, { evidence: back.id }));
    const again = made(await owner.post('/hand-overs', { assets: [have.asset.id], to: { user: have.leaver.user }, condition: 'good' }));
    made(await have.leaver.post(`/hand-overs/${again.id}/accept`, {}));
    await owner.post(`/leavers/${opened.id}/close`);
    const line = (await owner.get(`/leavers/${opened.id}`)).body.lines.filter(({ kind }: { kind: string }) => kind === 'asset');
    expect(line).toMatchObject([{ closed: null, proof: null }]);
  });

  test('who stays after all is cancelled with their case, and may leave later', async () => {
    const person = { name: 'Contractor' };
    const opened = made(await owner.post('/leavers', { person, lastDay: '2026-06-30' }));
    expect(opened).toMatchObject({ lines: [], isMember: false });
    made(await owner.post(`/cases/${opened.id}/move`, { to: 'cancelled', reason: 'stays' }));
    expect((await owner.get(`/leavers/${opened.id}`)).body.state).toBe('cancelled');
    const later = made(await owner.post('/leavers', { person, lastDay: '2026-12-31' }));
    expect(made(await owner.post(`/leavers/${later.id}/close`)).state).toBe('closed');
    expect((await owner.get('/leavers?state=closed')).body.data.map(({ id }: { id: string }) => id)).toContain(later.id);
  });

  test('delegations and approvals that wait for them are lines too', async () => {
    const leaver = await joinAs(host, owner, 'accountant', 'Hind');
    made(await leaver.post('/delegations', { to: staff.user, from: '2026-05-01', until: '2027-12-31' }));
    const opened = made(await owner.post('/leavers', { person: { user: leaver.user }, lastDay: '2026-06-30' }));
    const [line] = opened.lines.filter(({ kind }: { kind: string }) => kind === 'delegation');
    expect(line).toMatchObject({ kind: 'delegation' });
    expect((await owner.post(`/leavers/${opened.id}/lines/${line.line}`, { evidence: line.ref })).body.code).toBe('leaver.evidence');
    expect((await leaver.send('DELETE', `/delegations/${line.ref}`)).status).toBeLessThan(300);
    made(await owner.post(`/leavers/${opened.id}/lines/${line.line}`, { evidence: line.ref }));
  });
});
