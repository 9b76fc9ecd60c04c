import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalHost } from '../../../infra/local/host.ts';
import { aHost, type Client, signUp } from '../../host.ts';
import { eventsOf, joinAs } from './office.ts';

let host: LocalHost;
let owner: Client;
let ownerId: string;
let staff: Awaited<ReturnType<typeof joinAs>>;
let accountant: Awaited<ReturnType<typeof joinAs>>;
let auditor: Awaited<ReturnType<typeof joinAs>>;

beforeAll(async () => {
  host = await aHost();
  owner = await signUp(host.url);
  ownerId = (await owner.get('/v1/me')).body.user.id;
  staff = await joinAs(host, owner, 'staff', 'Sami');
  accountant = await joinAs(host, owner, 'accountant', 'Nour Haddad');
  auditor = await joinAs(host, owner, 'auditor', 'Omar');
}, 30_000);
afterAll(() => host.stop());

// biome-ignore lint/suspicious/noExplicitAny: a test reads what came over the wire.
const open = async (who: Client, more: object = {}): Promise<any> => {
  const answer = await who.post('/cases', { kind: 'incident', title: 'The printer is dead', fields: {}, ...more });
  expect(answer.status).toBe(201);
  return answer.body;
};

describe('opening', () => {
  test('a case is numbered, routed, prioritised and counted', async () => {
    const one = await open(staff, {
      impact: 'high',
      urgency: 'high',
      description: 'No paper comes out.',
      fields: { service: 'Print', affected: 12 },
    });
    expect(one).toMatchObject({
      state: 'new',
      queue: 'it-support',
      priority: 'urgent',
      requester: { id: staff.user, name: 'Sami' },
      assignee: null,
      version: 1,
    });
    expect(one.clocks.map(({ name, state }: { name: string; state: string }) => [name, state])).toEqual([
      ['firstResponse', 'running'],
      ['resolution', 'running'],
    ]);
    expect(one.moves.map(({ to, allowed }: { to: string; allowed: boolean }) => [to, allowed])).toEqual([
      ['open', true],
      ['waiting', true],
      ['resolved', true],
      ['cancelled', true],
    ]);
    const read = await owner.get(`/cases/${one.id}`);
    expect(read.status).toBe(200);
    expect(read.body).toMatchObject({
      number: one.number,
      fields: { service: 'Print', affected: 12 },
      comments: [],
      events: [{ type: 'case.opened' }],
    });
    expect(read.headers.get('etag')).toBe('"1"');
  });

  test('twenty at once take twenty numbers without a gap', async () => {
    const firm = await signUp(host.url);
    const opened = await Promise.all(Array.from({ length: 20 }, (_, i) => open(firm, { title: `Case ${i}` })));
    expect(opened.map(({ number }) => number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  test('a case that is refused takes no number', async () => {
    const firm = await signUp(host.url);
    expect((await firm.post('/cases', { kind: 'incident', title: 'x', fields: {}, queue: 'nowhere' })).body).toMatchObject({
      status: 422,
      code: 'queue.unknown',
    });
    expect((await open(firm)).number).toBe(1);
  });

  test('the same Idempotency-Key opens one case', async () => {
    const key = { 'idempotency-key': 'open-1' };
    const body = { kind: 'incident', title: 'Twice', fields: {} };
    const [first, second] = [await owner.post('/cases', body, key), await owner.post('/cases', body, key)];
    expect(second.body.id).toBe(first.body.id);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
  });

  test.each([
    ['an unknown kind', { kind: 'mystery', title: 'x', fields: {} }, 'request.invalid', '/kind'],
    ['a member that the form does not have', { kind: 'incident', title: 'x', fields: { colour: 'red' } }, 'request.invalid', '/fields/colour'],
    [
      'a change without its plan',
      { kind: 'change', title: 'x', fields: { risk: 'low', backOut: 'b', window: { from: '2026-01-01T00:00:00Z', to: '2026-01-01T01:00:00Z' } } },
      'request.invalid',
      '/fields/plan',
    ],
    [
      'a window that ends before it begins',
      {
        kind: 'change',
        title: 'x',
        fields: { risk: 'low', plan: 'p', backOut: 'b', window: { from: '2026-01-01T02:00:00Z', to: '2026-01-01T01:00:00Z' } },
      },
      'request.invalid',
      '/fields/window/to',
    ],
    ['a contact that is not there', { kind: 'complaint', title: 'x', fields: {}, contact: `con_${'0'.repeat(26)}` }, 'contact.unknown', '/contact'],
  ] as const)('%s is refused', async (_, body, code, pointer) => {
    const answer = await owner.post('/cases', body);
    expect(answer.body).toMatchObject({ status: 422, code, errors: [{ pointer }] });
  });

  test('a case may name a contact, by whose name it is shown', async () => {
    const contact = (await owner.post('/contacts', { name: 'Acme', nameAr: 'أكمي' })).body.id;
    const one = await open(owner, { kind: 'client-question', contact });
    expect((await owner.get(`/cases/${one.id}`)).body).toMatchObject({ contact, contactName: { name: 'Acme', nameAr: 'أكمي' } });
    await owner.post(`/contacts/${contact}/archive`);
    expect((await owner.post('/cases', { kind: 'complaint', title: 'x', fields: {}, contact })).body.code).toBe('contact.archived');
  });
});

describe('moving', () => {
  test('a refused transition names those that are open', async () => {
    const one = await open(owner);
    const answer = await owner.post(`/cases/${one.id}/move`, { to: 'closed' });
    expect(answer.body).toMatchObject({ status: 409, code: 'case.transition' });
    expect(answer.body.title).toContain('in progress, waiting, resolved, cancelled');
  });

  test('waiting takes a reason, which stays in the trail', async () => {
    const one = await open(owner);
    expect((await owner.post(`/cases/${one.id}/move`, { to: 'waiting' })).body).toMatchObject({
      status: 422,
      code: 'case.reason_required',
      errors: [{ pointer: '/reason' }],
    });
    const moved = await owner.post(`/cases/${one.id}/move`, { to: 'waiting', reason: 'Toner ordered' });
    expect(moved.body.clocks.map(({ state }: { state: string }) => state)).toEqual(['paused', 'paused']);
    expect((await owner.get(`/cases/${one.id}`)).body.events[0]).toMatchObject({
      type: 'case.moved',
      data: { from: 'new', to: 'waiting', reason: 'Toner ordered' },
    });
  });

  test('a change is authorised by the right role, and done with its checklist', async () => {
    const window = { from: '2026-01-01T00:00:00Z', to: '2026-01-01T01:00:00Z' };
    const one = await open(staff, { kind: 'change', fields: { risk: 'low', plan: 'p', backOut: 'b', window } });
    expect(one.moves[0]).toMatchObject({ to: 'open', allowed: false, code: 'case.role' });
    expect((await staff.post(`/cases/${one.id}/move`, { to: 'open' })).body).toMatchObject({ status: 403, code: 'case.role' });
    expect((await owner.post(`/cases/${one.id}/decisions`, { outcome: 'approve' })).status).toBe(201);
    expect((await accountant.post(`/cases/${one.id}/move`, { to: 'open' })).status).toBe(200);
    expect((await staff.post(`/cases/${one.id}/move`, { to: 'resolved' })).body).toMatchObject({ status: 409, code: 'case.checklist_open' });
    expect((await staff.post(`/cases/${one.id}/checklist/nothing`)).status).toBe(404);
    for (const item of ['backup', 'told', 'verified'])
      expect((await staff.post(`/cases/${one.id}/checklist/${item}`, { evidence: `see ${item}.log` })).status).toBe(200);
    expect((await staff.post(`/cases/${one.id}/move`, { to: 'resolved' })).body.checklist[0]).toMatchObject({
      item: 'backup',
      done: true,
      by: { name: 'Sami' },
      evidence: 'see backup.log',
    });
    expect((await staff.post(`/cases/${one.id}/move`, { to: 'closed' })).body.code).toBe('case.role');
  });

  test('of two moves at once one wins, and the other is told where the case stands', async () => {
    const one = await open(owner);
    const answers = await Promise.all([
      owner.post(`/cases/${one.id}/move`, { to: 'resolved' }),
      staff.post(`/cases/${one.id}/move`, { to: 'cancelled', reason: 'no longer' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const read = (await owner.get(`/cases/${one.id}`)).body;
    expect(read.version).toBe(2);
    expect(read.events).toHaveLength(2);
    expect(['resolved', 'cancelled']).toContain(read.state);
  });

  test('what is over is not edited or assigned until it is reopened', async () => {
    const one = await open(owner);
    await owner.post(`/cases/${one.id}/move`, { to: 'resolved' });
    const closed = (await owner.post(`/cases/${one.id}/move`, { to: 'closed' })).body;
    expect((await owner.send('PATCH', `/cases/${one.id}`, { title: 'y' }, { 'if-match': `"${closed.version}"` })).body.code).toBe('case.ended');
    expect((await owner.post(`/cases/${one.id}/assign`, { assignee: staff.user })).body.code).toBe('case.ended');
    const reopened = await owner.post(`/cases/${one.id}/move`, { to: 'open' });
    expect(reopened.body).toMatchObject({ state: 'open', endedAt: null });
    expect(reopened.body.clocks[1].state).toBe('running');
  });
});

describe('editing', () => {
  test('a new priority gives new due times and says what changed', async () => {
    const one = await open(owner);
    const edited = await owner.send(
      'PATCH',
      `/cases/${one.id}`,
      { impact: 'high', urgency: 'high', fields: { asset: 'HP 4000' } },
      { 'if-match': '"1"' },
    );
    expect(edited.body).toMatchObject({ priority: 'urgent', fields: { asset: 'HP 4000' }, version: 2 });
    expect(edited.body.clocks[1].dueAt < one.clocks[1].dueAt).toBe(true);
    expect((await owner.get(`/cases/${one.id}`)).body.events[0]).toMatchObject({
      type: 'case.changed',
      data: { priority: { from: 'normal', to: 'urgent' } },
    });
  });

  test('takes the version that was read', async () => {
    const one = await open(owner);
    expect((await owner.send('PATCH', `/cases/${one.id}`, { title: 'y' })).status).toBe(428);
    expect((await owner.send('PATCH', `/cases/${one.id}`, { title: 'y' }, { 'if-match': '"7"' })).body.code).toBe('version.stale');
    expect((await owner.send('PATCH', `/cases/${one.id}`, { fields: { colour: 'red' } }, { 'if-match': '"1"' })).body).toMatchObject({
      code: 'request.invalid',
      errors: [{ pointer: '/fields/colour', code: 'field.unknown' }],
    });
  });
});

describe('comments', () => {
  test('the first public word from somebody else is the first response', async () => {
    const one = await open(staff);
    await staff.post(`/cases/${one.id}/comments`, { text: 'Any news?' });
    await owner.post(`/cases/${one.id}/comments`, { text: 'Who knows this one?', internal: true });
    expect((await owner.get(`/cases/${one.id}`)).body.clocks[0].state).toBe('running');
    const replied = await owner.post(`/cases/${one.id}/comments`, { text: 'We are on it.' });
    expect(replied.status).toBe(201);
    expect(replied.body.case.clocks[0].state).toBe('met');
  });

  test('whoever is mentioned watches, by name, address or id', async () => {
    const one = await open(owner);
    const said = await owner.post(`/cases/${one.id}/comments`, { text: `@Nour Haddad and @${staff.email}, please look. Not @Sam.` });
    expect(said.body.comment.mentions.map(({ name }: { name: string }) => name).sort()).toEqual(['Nour Haddad', 'Sami']);
    expect(said.body.case.watchers).toHaveLength(2);
    expect((await staff.send('DELETE', `/cases/${one.id}/watch`)).body.watchers).toHaveLength(1);
    expect((await staff.post(`/cases/${one.id}/watch`)).body.watchers).toHaveLength(2);
  });

  test('what colleagues say among themselves is theirs: an auditor reads neither it nor that it was said', async () => {
    const one = await open(owner);
    await owner.post(`/cases/${one.id}/comments`, { text: 'between us', internal: true });
    await owner.post(`/cases/${one.id}/comments`, { text: 'for all' });
    const asAuditor = (await auditor.get(`/cases/${one.id}`)).body;
    expect(asAuditor.comments.map(({ text }: { text: string }) => text)).toEqual(['for all']);
    expect(asAuditor.commentCount).toBe(1);
    expect(JSON.stringify(asAuditor)).not.toContain('between us');
    expect((await auditor.get(`/cases/${one.id}/comments`)).body.data).toHaveLength(1);
    expect((await staff.get(`/cases/${one.id}`)).body.comments).toHaveLength(2);
    expect(JSON.stringify((await auditor.get('/events?limit=200')).body)).not.toContain('between us');
  });

  test('pages go back to the first one', async () => {
    const one = await open(owner);
    for (let i = 0; i < 5; i++) await owner.post(`/cases/${one.id}/comments`, { text: `word ${i}` });
    const seen: string[] = [];
    for (let path: string | null = `/cases/${one.id}/comments?limit=2`; path; ) {
      const { body } = await owner.get(path);
      seen.push(...body.data.map(({ text }: { text: string }) => text));
      path = body.next_cursor && `/cases/${one.id}/comments?limit=2&cursor=${body.next_cursor}`;
    }
    expect(seen).toEqual(['word 4', 'word 3', 'word 2', 'word 1', 'word 0']);
  });
});

describe('assigning', () => {
  test('to somebody who works on cases, to another queue, and back', async () => {
    const one = await open(owner);
    expect((await owner.post(`/cases/${one.id}/assign`, { assignee: staff.user })).body.assignee).toEqual({ id: staff.user, name: 'Sami' });
    expect((await owner.post(`/cases/${one.id}/assign`, { assignee: null, queue: 'office' })).body).toMatchObject({
      assignee: null,
      queue: 'office',
    });
    expect((await owner.post(`/cases/${one.id}/assign`, { assignee: auditor.user })).body).toMatchObject({ status: 422, code: 'assignee.role' });
    expect((await owner.post(`/cases/${one.id}/assign`, { assignee: `usr_${'0'.repeat(26)}` })).body.code).toBe('assignee.unknown');
    expect((await owner.post(`/cases/${one.id}/assign`, { queue: 'nowhere' })).body.code).toBe('queue.unknown');
    expect((await owner.post(`/cases/${one.id}/assign`, {})).body.code).toBe('request.invalid');
  });

  test('of two who take it at once, seeing that nobody has it, one gets it', async () => {
    const one = await open(owner);
    const answers = await Promise.all(
      [owner, staff, accountant].map((who, i) =>
        who.post(`/cases/${one.id}/assign`, { assignee: [ownerId, staff.user, accountant.user][i], from: null }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual(['case.taken', 'case.taken']);
    const read = (await owner.get(`/cases/${one.id}`)).body;
    expect(read.assignee).toEqual(answers.find(({ status }) => status === 200)?.body.assignee);
    expect(read.version).toBe(2);
  });
});

describe('links', () => {
  test('both cases say so, each from its side, until it is taken back', async () => {
    const [a, b] = [await open(owner, { title: 'A' }), await open(owner, { title: 'B' })];
    await owner.post(`/cases/${a.id}/links`, { to: b.id, relation: 'blocks' });
    expect((await owner.get(`/cases/${a.id}`)).body.linked).toEqual([{ id: b.id, number: b.number, title: 'B', state: 'new', relation: 'blocks' }]);
    expect((await owner.get(`/cases/${b.id}`)).body.linked[0]).toMatchObject({ id: a.id, relation: 'blocked-by' });
    expect((await owner.post(`/cases/${b.id}/links`, { to: a.id, relation: 'relates' })).body.code).toBe('case.linked');
    expect((await owner.post(`/cases/${a.id}/links`, { to: a.id, relation: 'relates' })).body.code).toBe('case.itself');
    expect((await owner.post(`/cases/${a.id}/links`, { to: `cas_${'0'.repeat(26)}`, relation: 'relates' })).body.code).toBe('case.unknown');
    expect((await owner.send('DELETE', `/cases/${b.id}/links/${a.id}`)).status).toBe(200);
    expect((await owner.get(`/cases/${a.id}`)).body.links).toEqual([]);
    expect((await owner.send('DELETE', `/cases/${b.id}/links/${a.id}`)).status).toBe(404);
  });

  test('a part has one whole, and no whole is a part of its part', async () => {
    const [a, b, c] = [await open(owner), await open(owner), await open(owner)];
    await owner.post(`/cases/${a.id}/links`, { to: b.id, relation: 'parent' });
    await owner.post(`/cases/${b.id}/links`, { to: c.id, relation: 'parent' });
    expect((await owner.post(`/cases/${c.id}/links`, { to: a.id, relation: 'parent' })).body.code).toBe('case.circle');
    expect((await owner.post(`/cases/${a.id}/links`, { to: c.id, relation: 'parent' })).body.code).toBe('case.has_parent');
  });
});

describe('merging', () => {
  test('loses nothing: comments, people, links, tags and hours go on in the other case', async () => {
    const [from, into, other] = [
      await open(staff, { title: 'Same again' }),
      await open(owner, { title: 'The one' }),
      await open(owner, { title: 'Third' }),
    ];
    await staff.post(`/cases/${from.id}/comments`, { text: 'mine too' });
    await owner.post(`/cases/${from.id}/comments`, { text: 'hm', internal: true });
    await accountant.post(`/cases/${from.id}/watch`);
    await owner.post(`/cases/${from.id}/tags`, { add: ['printer'] });
    await owner.post(`/cases/${from.id}/time`, { minutes: 25, billable: true, note: 'looked' });
    await owner.post(`/cases/${from.id}/links`, { to: other.id, relation: 'blocks' });
    await owner.post(`/cases/${into.id}/comments`, { text: 'ours' });
    const merged = await owner.post(`/cases/${from.id}/merge`, { into: into.id });
    expect(merged.body).toMatchObject({ state: 'closed', mergedInto: into.id, links: [], moves: [] });
    const read = (await owner.get(`/cases/${into.id}`)).body;
    expect(read.comments.map(({ text, case: at }: { text: string; case: string }) => [text, at])).toEqual([
      ['mine too', from.id],
      ['hm', from.id],
      ['ours', into.id],
    ]);
    expect(read.watchers.map(({ name }: { name: string }) => name).sort()).toEqual(['Nour Haddad', 'Sami']);
    expect(read).toMatchObject({
      tags: ['printer'],
      minutes: { billable: 25, other: 0 },
      merged: [from.id],
      time: [{ minutes: 25, note: 'looked' }],
    });
    expect(read.linked).toMatchObject([{ id: other.id, relation: 'blocks' }]);
    expect((await owner.get(`/cases/${other.id}`)).body.linked).toMatchObject([{ id: into.id, relation: 'blocked-by' }]);
    expect((await owner.get(`/cases/${from.id}`)).body.comments).toHaveLength(2);
  });

  test('what was merged takes nothing more, and cannot go into itself', async () => {
    const [a, b] = [await open(owner), await open(owner)];
    expect((await owner.post(`/cases/${a.id}/merge`, { into: a.id })).body.code).toBe('case.itself');
    await owner.post(`/cases/${a.id}/merge`, { into: b.id });
    for (const [path, body] of [
      ['comments', { text: 'x' }],
      ['move', { to: 'open' }],
      ['assign', { assignee: null }],
      ['merge', { into: b.id }],
      ['tags', { add: ['x'] }],
      ['time', { minutes: 1 }],
      ['watch', {}],
    ] as const)
      expect((await owner.post(`/cases/${a.id}/${path}`, body)).body).toMatchObject({ status: 409, code: 'case.merged' });
    expect((await owner.post(`/cases/${b.id}/merge`, { into: a.id })).body.code).toBe('case.merged');
  });
});

describe('time, tags and rating', () => {
  test('time is added up, and not written down ahead', async () => {
    const one = await open(owner);
    await owner.post(`/cases/${one.id}/time`, { minutes: 30, billable: true });
    expect((await owner.post(`/cases/${one.id}/time`, { minutes: 15, date: '2026-01-01' })).body.minutes).toEqual({ billable: 30, other: 15 });
    expect((await owner.post(`/cases/${one.id}/time`, { minutes: 15, date: '2999-01-01' })).body.code).toBe('time.future');
  });

  test('tags come once and go', async () => {
    const one = await open(owner);
    await owner.post(`/cases/${one.id}/tags`, { add: ['printer', 'طابعة', 'printer'] });
    const tagged = await owner.post(`/cases/${one.id}/tags`, { add: ['hall'], remove: ['printer'] });
    expect(tagged.body.tags).toEqual(['طابعة', 'hall']);
    expect((await owner.post(`/cases/${one.id}/tags`, { add: ['hall'] })).body.version).toBe(tagged.body.version);
    expect((await owner.get('/cases?tag=hall')).body.data).toHaveLength(1);
  });

  test('whoever asked rates it, once, after it was closed', async () => {
    const one = await open(staff);
    expect((await staff.post(`/cases/${one.id}/rating`, { score: 5 })).body.code).toBe('rating.not_closed');
    await owner.post(`/cases/${one.id}/move`, { to: 'resolved' });
    await staff.post(`/cases/${one.id}/move`, { to: 'closed' });
    expect((await owner.post(`/cases/${one.id}/rating`, { score: 5 })).body).toMatchObject({ status: 403, code: 'rating.not_requester' });
    expect((await staff.post(`/cases/${one.id}/rating`, { score: 4, comment: 'quick' })).body.rating).toMatchObject({ score: 4, comment: 'quick' });
    expect((await staff.post(`/cases/${one.id}/rating`, { score: 1 })).body.code).toBe('rating.given');
  });
});

describe('in bulk', () => {
  test('each case is decided for itself and reported', async () => {
    const [a, b, c] = [await open(owner), await open(owner), await open(owner)];
    await owner.post(`/cases/${b.id}/move`, { to: 'resolved' });
    const missing = `cas_${'0'.repeat(26)}`;
    const body = { ids: [a.id, b.id, c.id, missing], act: 'move', to: 'resolved' };
    const first = await owner.post('/cases/bulk', body, { 'idempotency-key': 'bulk-1' });
    expect(first.body).toMatchObject({ done: 2, refused: 2 });
    expect(first.body.results.map(({ code }: { code: string | null }) => code)).toEqual([null, 'case.transition', null, 'request.not_found']);
    expect((await owner.post('/cases/bulk', body, { 'idempotency-key': 'bulk-1' })).body).toEqual(first.body);
    expect((await owner.post('/cases/bulk', { ids: [a.id, b.id], act: 'assign', assignee: staff.user })).body).toMatchObject({ done: 2 });
    expect((await owner.post('/cases/bulk', { ids: [a.id, b.id], act: 'tag', add: ['x'] })).body).toMatchObject({ done: 2 });
    expect((await owner.post('/cases/bulk', { ids: [a.id, a.id], act: 'tag', add: ['x'] })).status).toBe(422);
  });

  test('fifty fit', async () => {
    const firm = await signUp(host.url);
    const ids = (await Promise.all(Array.from({ length: 50 }, () => open(firm)))).map(({ id }) => id);
    expect((await firm.post('/cases/bulk', { ids, act: 'tag', add: ['moved'] })).body).toMatchObject({ done: 50, refused: 0 });
    expect((await eventsOf(firm, 'case.tagged')).length).toBe(50);
  });
});
