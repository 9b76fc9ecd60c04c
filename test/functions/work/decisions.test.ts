import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyReceipt } from '../../../domain/work/decisions/receipt.ts';
import { sha256, signedByOneOf } from '../../../functions/work/decisions/seal-receipt.ts';
import type { LocalHost } from '../../../infra/local/host.ts';
import { type Answer, aHost, type Client, client, signUp } from '../../host.ts';
import { eventsOf, joinAs, mailsTo } from './office.ts';

type Member = Awaited<ReturnType<typeof joinAs>>;
const NOW = '2026-03-02T08:00:00.000Z';
const window = { from: '2026-04-01T00:00:00Z', to: '2026-04-01T02:00:00Z' };
const change = { kind: 'change', title: 'A new server', fields: { risk: 'low', plan: 'buy it', backOut: 'return it', window } };

let host: LocalHost;
let owner: Client;
let ownerId: string;
let nour: Member;
let sami: Member;
let huda: Member;
let ali: Member;
let omar: Member;

beforeAll(async () => {
  host = await aHost({ at: NOW });
  owner = await signUp(host.url);
  ownerId = (await owner.get('/v1/me')).body.user.id;
  nour = await joinAs(host, owner, 'accountant', 'Nour');
  sami = await joinAs(host, owner, 'staff', 'Sami');
  huda = await joinAs(host, owner, 'staff', 'Huda');
  ali = await joinAs(host, owner, 'staff', 'Ali');
  omar = await joinAs(host, owner, 'auditor', 'Omar');
}, 60_000);
afterAll(() => host.stop());

// biome-ignore lint/suspicious/noExplicitAny: a test reads what came over the wire.
const done = (answer: Answer, status = 201): any => {
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status });
  return answer.body;
};
const open = async (who: Client, body: object = change) => done(await who.post('/cases', body));
const requestOf = async (id: string, who: Client = owner) => done(await who.get(`/decision-requests/${id}`), 200);
/** Something that the kind of case asks nobody about, with steps of one’s own. */
const asked = async (steps: readonly object[], more: object = {}, by: Client = sami) => {
  const one = await open(by, { kind: 'general-request', title: 'A chair', fields: { details: 'one chair' } });
  return { one, request: done(await by.post(`/cases/${one.id}/decision-requests`, { steps, ...more })) };
};
const decide = (who: Client, request: { id: string }, outcome: string, more: object = {}) =>
  who.post(`/decision-requests/${request.id}/decisions`, { outcome, ...more });
const waiting = async (who: Client) => (await who.get('/decision-requests?waiting-for=me&limit=200')).body.data.map(({ id }: { id: string }) => id);

describe('a case whose kind needs an approval', () => {
  test('asks by itself as it opens, and goes on once it is approved', async () => {
    const one = await open(sami);
    expect(one.approval).toMatchObject({ state: 'pending' });
    expect(one.moves.find(({ to }: { to: string }) => to === 'open')).toMatchObject({ allowed: false });
    const missing = await nour.post(`/cases/${one.id}/move`, { to: 'open' });
    expect(missing).toMatchObject({ status: 409, body: { code: 'case.approval_pending' } });
    const request = await requestOf(one.approval.request);
    expect(request).toMatchObject({
      subject: { kind: 'case', id: one.id, number: one.number, title: 'A new server' },
      policy: { code: 'change', version: 1 },
      steps: [{ need: 'any', required: 1, state: 'open', approvers: [{ id: ownerId }] }],
      mine: { decide: [{ inNameOf: null, allowed: true }] },
    });
    expect(request.material.map(({ name }: { name: string }) => name)).toEqual(['risk', 'plan', 'backOut', 'window', 'systems']);
    const approved = done(await owner.post(`/cases/${one.id}/decisions`, { outcome: 'approve', comment: 'Go.' }));
    expect(approved).toMatchObject({ state: 'approved', decisions: [{ outcome: 'approve', comment: 'Go.', by: { id: ownerId }, self: false }] });
    expect(done(await nour.post(`/cases/${one.id}/move`, { to: 'open' }), 200)).toMatchObject({ state: 'open', approval: { state: 'approved' } });
  });

  test('an access request is worked on before it is approved, and resolved only after', async () => {
    const one = await open(sami, { kind: 'access-request', title: 'ERP for Sami', fields: { system: 'ERP', level: 'read' } });
    done(await sami.post(`/cases/${one.id}/move`, { to: 'open' }), 200);
    expect(await sami.post(`/cases/${one.id}/move`, { to: 'resolved' })).toMatchObject({
      status: 409,
      body: { code: 'case.approval_pending' },
    });
    done(await owner.post(`/cases/${one.id}/decisions`, { outcome: 'approve' }));
    expect(await sami.post(`/cases/${one.id}/move`, { to: 'resolved' })).toMatchObject({ status: 409, body: { code: 'case.checklist_open' } });
  });

  test('of the one owner is their own to approve: the receipt says self', async () => {
    const one = await open(owner);
    expect(done(await owner.post(`/cases/${one.id}/decisions`, { outcome: 'approve' })).decisions).toMatchObject([{ self: true }]);
    expect(done(await owner.get(`/decision-requests/${one.approval.request}/receipt`), 200).decisions).toMatchObject([{ self: true, for: null }]);
    expect(await mailsTo(host, (await owner.get('/v1/me')).body.user.email)).not.toContainEqual(
      expect.objectContaining({ subject: 'Approved: A new server' }),
    );
  });

  test('that ends takes the question with it', async () => {
    const one = await open(sami);
    done(await sami.post(`/cases/${one.id}/move`, { to: 'cancelled', reason: 'no longer' }), 200);
    expect(await requestOf(one.approval.request)).toMatchObject({ state: 'withdrawn', because: 'subject-ended', waitingFor: [] });
    expect(await waiting(owner)).not.toContain(one.approval.request);
    expect(await owner.post(`/cases/${one.id}/decisions`, { outcome: 'approve' })).toMatchObject({ status: 409, body: { code: 'decision.settled' } });
  });
});

describe('W4: a decision binds a digest of the material fields', () => {
  const edit = async (id: string, body: object, version: number) =>
    done(await sami.send('PATCH', `/cases/${id}`, body, { 'if-match': `"${version}"` }), 200);

  test.each([
    ['pending', false],
    ['approved', true],
  ])('W4: a material edit voids what is %s in the same transaction', async (from, approve) => {
    const one = await open(sami);
    if (approve) done(await owner.post(`/cases/${one.id}/decisions`, { outcome: 'approve' }));
    const { version } = (await sami.get(`/cases/${one.id}`)).body;
    const edited = await edit(one.id, { fields: { ...change.fields, plan: 'rent it' } }, version);
    expect(edited.approval).toEqual({ request: one.approval.request, state: 'void' });
    expect(await requestOf(one.approval.request)).toMatchObject({ state: 'void', because: 'material-edit' });
    const { body } = await owner.get('/events?limit=200');
    const [changed, voided] = body.data.slice(-2);
    expect([changed.type, voided.type, voided.data.from]).toEqual(['case.changed', 'decision.voided', from]);
    expect(await nour.post(`/cases/${one.id}/move`, { to: 'open' })).toMatchObject({ status: 409, body: { code: 'case.approval_missing' } });
    const again = done(await sami.post(`/cases/${one.id}/decision-requests`, {}));
    expect(again.digest).not.toBe((await requestOf(one.approval.request)).digest);
    expect((await sami.get(`/decision-requests?case=${one.id}`)).body.data.map(({ state }: { state: string }) => state)).toEqual(['pending', 'void']);
  });

  test('W4: any other edit notifies and voids nothing', async () => {
    const one = await open(sami);
    const edited = await edit(one.id, { title: 'A newer server', description: 'soon', priority: 'high' }, 1);
    expect(edited.approval.state).toBe('pending');
    expect(await requestOf(one.approval.request)).toMatchObject({ state: 'pending', subject: { title: 'A newer server' } });
    await host.sweep();
    const { email } = (await owner.get('/v1/me')).body.user;
    expect((await mailsTo(host, email)).map(({ subject }) => subject)).toContain(`#${one.number} was edited: A newer server`);
    done(await owner.post(`/cases/${one.id}/decisions`, { outcome: 'approve' }));
    const { version } = (await sami.get(`/cases/${one.id}`)).body;
    expect((await edit(one.id, { title: 'x', fields: change.fields }, version)).approval.state).toBe('approved');
  });

  test('W4: an approval and a material edit at once: one is the other’s past, and never an approval of what is no longer there', async () => {
    for (let round = 0; round < 6; round++) {
      const one = await open(sami);
      const [edited, decided] = await Promise.all([
        sami.send('PATCH', `/cases/${one.id}`, { fields: { ...change.fields, plan: `plan ${round}` } }, { 'if-match': '"1"' }),
        owner.post(`/cases/${one.id}/decisions`, { outcome: 'approve' }),
      ]);
      const { state } = await requestOf(one.approval.request);
      const now = (await sami.get(`/cases/${one.id}`)).body;
      expect(now.approval.state).toBe(state);
      if (edited.status === 200) expect(state).toBe('void');
      else expect([edited.status, decided.status, state]).toEqual([412, 201, 'approved']);
      if (decided.status !== 201) expect(decided.body.code).toBe('decision.settled');
    }
  });

  test('W4: a change of mind is a new decision while the step is open, and both are kept', async () => {
    const { request } = await asked([{ need: 'all', people: [huda.user, ali.user] }]);
    done(await decide(huda, request, 'approve'));
    expect(await decide(huda, request, 'approve')).toMatchObject({ status: 409, body: { code: 'decision.same' } });
    const { request: two } = await asked([{ need: { atLeast: 2 }, people: [huda.user, ali.user, nour.user] }]);
    done(await decide(huda, two, 'reject'));
    const turned = done(await decide(huda, two, 'approve', { comment: 'I was wrong.' }));
    expect(turned.decisions.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['reject', 'approve']);
    expect(done(await decide(nour, two, 'approve')).state).toBe('approved');
    expect(await decide(huda, two, 'reject')).toMatchObject({ status: 409, body: { code: 'decision.settled' } });
    expect((await eventsOf(owner, 'decision.made')).filter(({ entity }) => entity.id === two.id)).toHaveLength(3);
  });
});

describe('W5: steps', () => {
  test('W5: all, then any: each is asked when it is its turn, and the inbox says so', async () => {
    const { request } = await asked([
      { need: 'all', people: [huda.user, ali.user], name: { en: 'Colleagues', ar: 'الزملاء' } },
      { need: 'any', role: 'accountant' },
    ]);
    expect(await waiting(huda)).toContain(request.id);
    expect(await waiting(nour)).not.toContain(request.id);
    done(await decide(huda, request, 'approve'));
    expect(await waiting(huda)).not.toContain(request.id);
    expect(await decide(nour, request, 'approve')).toMatchObject({ status: 403, body: { code: 'decision.not_asked' } });
    expect(done(await decide(ali, request, 'approve'))).toMatchObject({
      state: 'pending',
      step: 2,
      steps: [{ state: 'approved' }, { state: 'open' }],
    });
    expect(await waiting(nour)).toContain(request.id);
    expect(done(await decide(nour, request, 'approve'))).toMatchObject({ state: 'approved', step: null });
    expect(await waiting(nour)).not.toContain(request.id);
  });

  test('W5: concurrent final decisions give one outcome', async () => {
    for (let round = 0; round < 8; round++) {
      const { request } = await asked([{ need: 'any', people: [huda.user, ali.user, nour.user] }]);
      const answers = await Promise.all([decide(huda, request, 'approve'), decide(ali, request, 'reject'), decide(nour, request, 'request-changes')]);
      const taken = answers.filter(({ status }) => status === 201);
      const { state, decisions } = await requestOf(request.id);
      // A "no" of one of three leaves an `any` step open; whatever settled it was the last word.
      expect(decisions).toHaveLength(taken.length);
      expect(['approved', 'changes-requested']).toContain(state);
      for (const { status, body } of answers) if (status !== 201) expect([status, body.code]).toEqual([409, 'decision.settled']);
      expect(
        (await eventsOf(owner, state === 'approved' ? 'decision.approved' : 'decision.changes_requested')).filter(
          ({ entity }) => entity.id === request.id,
        ),
      ).toHaveLength(1);
      expect(done(await owner.get(`/decision-requests/${request.id}/receipt`), 200).outcome).toBe(state);
    }
  });

  test('W5: a GET never decides', async () => {
    const one = await open(sami);
    const before = await requestOf(one.approval.request);
    for (const path of [
      `/decision-requests/${before.id}`,
      `/decision-requests/${before.id}/decisions?outcome=approve`,
      `/cases/${one.id}/decisions?outcome=approve`,
      `/decision-requests/${before.id}/withdraw`,
    ])
      await owner.get(path);
    expect(await requestOf(before.id)).toEqual(before);
  });

  test('W5: expiry is told once, on its day of the calendar, and frees the case', async () => {
    const { one, request } = await asked([{ need: 'any', people: [huda.user] }], { expiresOn: '2026-03-05' });
    expect(request.expiresAt).toBe('2026-03-05T20:59:00.000Z');
    const pk = `F#${owner.firm}#CALENDAR#2026-03`;
    const days = async () => (await host.table.query({ pk, prefix: '2026-03-05#decision-expiry' })).items;
    expect(await days()).toMatchObject([{ id: request.id, title: 'A chair' }]);
    await host.advanceTo('2026-03-06T00:00:00.000Z');
    await Promise.all([host.sweep(), host.sweep()]);
    expect(await requestOf(request.id)).toMatchObject({ state: 'expired', waitingFor: [] });
    expect((await eventsOf(owner, 'decision.expired')).filter(({ entity }) => entity.id === request.id)).toMatchObject([{ by: { kind: 'system' } }]);
    expect(await days()).toEqual([]);
    expect(await decide(huda, request, 'approve')).toMatchObject({ status: 409, body: { code: 'decision.settled' } });
    expect((await sami.get(`/cases/${one.id}`)).body.approval.state).toBe('expired');
    expect((await mailsTo(host, sami.email)).map(({ subject }) => subject)).toContain('Nobody decided in time: A chair');
    done(await sami.post(`/cases/${one.id}/decision-requests`, { steps: [{ need: 'any', people: [ali.user] }] }));
  });
});

test('two who choose the same idempotency key both decide', async () => {
  const { request } = await asked([{ need: 'all', people: [huda.user, ali.user] }]);
  const key = { 'idempotency-key': '1' };
  const send = (who: Client) => who.post(`/decision-requests/${request.id}/decisions`, { outcome: 'approve' }, key);
  done(await send(huda));
  expect(done(await send(ali)).decisions.map(({ by }: { by: { name: string } }) => by.name)).toEqual(['Huda', 'Ali']);
  expect((await send(ali)).headers.get('idempotency-replayed')).toBe('true');
  expect((await requestOf(request.id)).state).toBe('approved');
});

describe('W5: deputies', () => {
  test('W5: decide within their dates, and the receipt names both', async () => {
    const { request } = await asked([{ need: 'any', people: [huda.user] }]);
    const today = (await host.clock.now()).slice(0, 10);
    const day = (offset: number) => new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10);
    expect(await decide(ali, request, 'approve')).toMatchObject({ status: 403, body: { code: 'decision.not_asked' } });
    const later = done(await huda.post('/delegations', { to: ali.user, from: day(2), until: day(5) }));
    expect(later).toMatchObject({ person: { name: 'Huda' }, to: { name: 'Ali' }, active: false });
    expect(await decide(ali, request, 'approve', { onBehalfOf: huda.user })).toMatchObject({ status: 403, body: { code: 'decision.not_deputy' } });
    expect(await waiting(ali)).not.toContain(request.id);
    const now = done(await huda.send('PATCH', `/delegations/${later.id}`, { from: today }, { 'if-match': '"1"' }), 200);
    expect(now.active).toBe(true);
    const inbox = (await ali.get('/decision-requests?waiting-for=me')).body.data;
    expect(inbox.find(({ id }: { id: string }) => id === request.id)).toMatchObject({ inNameOf: { name: 'Huda' } });
    expect((await requestOf(request.id, ali)).mine.decide).toMatchObject([{ inNameOf: { name: 'Huda' }, allowed: true }]);
    done(await decide(ali, request, 'approve', { onBehalfOf: huda.user }));
    expect(done(await owner.get(`/decision-requests/${request.id}/receipt`), 200).decisions).toMatchObject([
      { by: { name: 'Ali' }, for: { name: 'Huda' } },
    ]);
    expect(await sami.send('DELETE', `/delegations/${later.id}`)).toMatchObject({ status: 403, body: { code: 'delegation.not_yours' } });
    done(await huda.send('DELETE', `/delegations/${later.id}`), 200);
    const { request: next } = await asked([{ need: 'any', people: [huda.user] }]);
    expect(await decide(ali, next, 'approve')).toMatchObject({ status: 403 });
  });

  test('one whose delegation ends at the same time either decided before or does not decide', async () => {
    for (let round = 0; round < 5; round++) {
      const { request } = await asked([{ need: 'any', people: [huda.user] }]);
      const today = host.clock.now().slice(0, 10);
      const delegation = done(await huda.post('/delegations', { to: ali.user, from: today, until: today }));
      const [decided] = await Promise.all([decide(ali, request, 'approve'), huda.send('DELETE', `/delegations/${delegation.id}`)]);
      const { body } = await owner.get('/events?limit=200');
      const types = body.data
        .filter(({ entity }: { entity: { id: string } }) => [request.id, delegation.id].includes(entity.id))
        .map(({ type }: { type: string }) => type);
      expect([201, 403]).toContain(decided.status);
      if (decided.status === 201) expect(types.indexOf('decision.made')).toBeLessThan(types.indexOf('delegation.ended'));
      else expect(types).not.toContain('decision.made');
    }
  });

  test.each([
    ['a stranger', () => ({ to: `usr_${'0'.repeat(26)}` }), 'delegation.nobody', '/to'],
    ['oneself', () => ({ to: huda.user }), 'delegation.self', '/to'],
    ['an auditor', () => ({ to: omar.user }), 'delegation.role', '/to'],
    ['dates that end first', () => ({ to: ali.user, from: '2027-01-02', until: '2027-01-01' }), 'delegation.backwards', '/until'],
    ['days that are over', () => ({ to: ali.user, from: '2020-01-01', until: '2020-01-02' }), 'delegation.over', '/until'],
    ['30 February', () => ({ to: ali.user, from: '2027-02-30' }), 'request.invalid', '/from'],
  ])('are not %s', async (_, body, code, pointer) => {
    const answer = await huda.post('/delegations', { from: '2027-01-01', until: '2027-02-01', ...body() });
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });

  test('of somebody who has left the firm decide nothing in their name', async () => {
    const gone = await joinAs(host, owner, 'staff', 'Gone');
    const { request } = await asked([{ need: 'any', people: [gone.user] }]);
    const today = host.clock.now().slice(0, 10);
    const { id } = done(await gone.post('/delegations', { to: ali.user, from: today, until: '2090-01-01' }));
    done(await owner.send('DELETE', `/members/${gone.user}`, undefined, { 'if-match': '"1"' }), 204);
    expect(await decide(ali, request, 'approve')).toMatchObject({ status: 403, body: { code: 'decision.principal_gone' } });
    expect((await requestOf(request.id, ali)).mine.decide).toMatchObject([{ allowed: false, code: 'decision.principal_gone' }]);
    done(await owner.send('DELETE', `/delegations/${id}`), 200);
  });

  test('of one person are so many at the most, and take nothing from anybody else', async () => {
    const body = { to: ali.user, from: '2080-01-01', until: '2080-01-02' };
    const added = [];
    for (let i = 0; i < 20; i++) added.push(done(await nour.post('/delegations', body)).id);
    expect(await nour.post('/delegations', body)).toMatchObject({ status: 409, body: { code: 'delegation.too_many' } });
    added.push(done(await huda.post('/delegations', body)).id);
    for (const id of added) done(await owner.send('DELETE', `/delegations/${id}`), 200);
  });

  test('are listed a page at a time, all of them or those that concern somebody', async () => {
    for (const to of [ali.user, nour.user, sami.user]) done(await huda.post('/delegations', { to, from: '2027-01-01', until: '2027-02-01' }));
    const first = (await owner.get('/delegations?limit=2')).body;
    const rest = (await owner.get(`/delegations?limit=2&cursor=${first.next_cursor}`)).body;
    expect([...first.data, ...rest.data].map(({ to }: { to: { name: string } }) => to.name)).toEqual(['Sami', 'Nour', 'Ali']);
    expect((await nour.get('/delegations?of=me')).body.data).toMatchObject([{ to: { name: 'Nour' } }]);
    for (const { id } of [...first.data, ...rest.data]) done(await owner.send('DELETE', `/delegations/${id}`), 200);
  });
});

describe('a mail that asks', () => {
  const linkIn = (text: string, outcome: string) => new RegExp(`choose=${outcome}[^#]*#token=([\\w-]+)`).exec(text)?.[1] ?? '';

  test('carries a link that works once, for whom it was sent to, until the request is settled', async () => {
    const { request } = await asked([{ need: { atLeast: 2 }, people: [huda.user, ali.user, nour.user] }]);
    await host.sweep();
    const mailOf = async ({ email }: Member) => (await mailsTo(host, email)).filter(({ text }) => text.includes(request.id));
    const [mail] = await mailOf(huda);
    const link = linkIn(mail?.text ?? '', 'approve');
    expect(mail?.subject).toBe('Your decision is needed: A chair');
    expect(link).toHaveLength(43);
    expect(linkIn(mail?.text ?? '', 'reject')).toBe(link);
    expect(JSON.stringify(await host.table.query({ pk: `F#${owner.firm}#DECISION-REQUEST#${request.id}` }))).not.toContain(link);
    expect(await decide(ali, request, 'approve', { link })).toMatchObject({ status: 422, body: { code: 'link.invalid' } });
    expect(await decide(client(host.url, owner.firm, ''), request, 'approve', { link })).toMatchObject({ status: 401 });
    done(await decide(huda, request, 'reject', { link }));
    expect(await decide(huda, request, 'approve', { link })).toMatchObject({ status: 422, body: { code: 'link.invalid' } });
    done(await decide(huda, request, 'approve'));
    const [other] = await mailOf(ali);
    done(await decide(nour, request, 'approve'));
    expect(await decide(ali, request, 'approve', { link: linkIn(other?.text ?? '', 'approve') })).toMatchObject({
      status: 409,
      body: { code: 'decision.settled' },
    });
    expect((await requestOf(request.id)).state).toBe('approved');
    await host.sweep();
    expect((await mailsTo(host, sami.email)).map(({ subject }) => subject)).toContain('Approved: A chair');
  });
});

describe('a receipt', () => {
  test('verifies offline by the published key, is of the outcome, and is kept as it was signed', async () => {
    const one = await open(sami);
    done(await owner.post(`/cases/${one.id}/decisions`, { outcome: 'approve' }));
    const path = `/decision-requests/${one.approval.request}/receipt`;
    const receipt = await omar.get(path);
    const { keys } = done(await client(host.url, '', '').get('/v1/receipt-keys'), 200);
    const proof = { sha256, isSigned: signedByOneOf(keys) };
    const text = JSON.stringify(receipt.body);
    expect(verifyReceipt(text, proof)).toMatchObject({ verified: true });
    expect(JSON.stringify((await omar.get(path)).body)).toBe(text);
    for (let at = 7; at < text.length; at += 11) {
      const flipped = Buffer.from(text);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      expect(verifyReceipt(flipped.toString(), proof).verified).toBe(false);
    }
    const { version } = (await sami.get(`/cases/${one.id}`)).body;
    done(await sami.send('PATCH', `/cases/${one.id}`, { fields: { ...change.fields, risk: 'high' } }, { 'if-match': `"${version}"` }), 200);
    const later = await omar.get(path);
    expect(later.body).toMatchObject({ outcome: 'void', because: 'material-edit', material: { risk: 'low' } });
    expect(verifyReceipt(JSON.stringify(later.body), proof)).toMatchObject({ verified: true });
  });

  test('is not there before anything is settled', async () => {
    const one = await open(sami);
    expect(await sami.get(`/decision-requests/${one.approval.request}/receipt`)).toMatchObject({
      status: 409,
      body: { code: 'decision.no_receipt' },
    });
  });
});

describe('refused', () => {
  test('to ask twice, or about what is over, merged or approved', async () => {
    const one = await open(sami);
    const ask = (id: string, body: object = {}) => sami.post(`/cases/${id}/decision-requests`, body);
    expect(await ask(one.id)).toMatchObject({ status: 409, body: { code: 'decision.pending' } });
    done(await owner.post(`/cases/${one.id}/decisions`, { outcome: 'approve' }));
    expect(await ask(one.id)).toMatchObject({ status: 409, body: { code: 'decision.approved' } });
    const two = await open(sami, { kind: 'incident', title: 'x', fields: {} });
    expect(await ask(two.id)).toMatchObject({ status: 422, body: { code: 'decision.no_steps' } });
    expect(await owner.post(`/cases/${two.id}/decisions`, { outcome: 'approve' })).toMatchObject({ status: 409, body: { code: 'decision.none' } });
    const three = await open(sami, { kind: 'incident', title: 'y', fields: {} });
    done(await sami.post(`/cases/${three.id}/merge`, { into: two.id }), 200);
    expect(await ask(three.id)).toMatchObject({ status: 409, body: { code: 'case.merged' } });
    done(await sami.post(`/cases/${two.id}/move`, { to: 'cancelled', reason: 'x' }), 200);
    expect(await ask(two.id)).toMatchObject({ status: 409, body: { code: 'case.ended' } });
  });

  test.each([
    ['neither people nor a role', { steps: [{ need: 'any' }] }, 422, 'request.invalid'],
    ['both', { steps: [{ need: 'any', role: 'owner', people: [`usr_${'0'.repeat(26)}`] }] }, 422, 'request.invalid'],
    ['an unknown member', { steps: [{ need: 'any', people: [`usr_${'0'.repeat(26)}`] }] }, 422, 'decision.not_decider'],
    ['none of the people', { steps: [{ need: { atLeast: 0 }, role: 'owner' }] }, 422, 'request.invalid'],
    ['more than there are', { steps: [{ need: { atLeast: 9 }, role: 'owner' }] }, 422, 'decision.too_few'],
    ['a day that is over', { steps: [{ need: 'any', role: 'owner' }], expiresOn: '2020-01-01' }, 422, 'decision.expiry_past'],
    ['six steps', { steps: Array.from({ length: 6 }, () => ({ need: 'any', role: 'owner' })) }, 422, 'request.invalid'],
    ['an unknown member of the body', { nonsense: 1 }, 422, 'request.invalid'],
  ])('to ask with %s', async (_, body, status, code) => {
    const one = await open(sami, { kind: 'general-request', title: 'A desk', fields: {} });
    expect(await sami.post(`/cases/${one.id}/decision-requests`, body)).toMatchObject({ status, body: { code } });
    expect((await sami.get(`/cases/${one.id}`)).body.approval).toBeNull();
  });

  test('one’s own wish where somebody else is asked, in any name', async () => {
    const { request } = await asked([{ need: 'any', people: [sami.user, huda.user] }]);
    expect(request.steps[0].approvers.map(({ name }: { name: string }) => name)).toEqual(['Huda']);
    expect(await decide(sami, request, 'approve')).toMatchObject({ status: 403, body: { code: 'decision.not_asked' } });
    const today = host.clock.now().slice(0, 10);
    const { id } = done(await huda.post('/delegations', { to: sami.user, from: today, until: today }));
    expect(await decide(sami, request, 'approve')).toMatchObject({ status: 403, body: { code: 'decision.self' } });
    done(await huda.send('DELETE', `/delegations/${id}`), 200);
  });

  test('to authorise what is not what was asked about, however it came to stand there', async () => {
    const one = await open(sami);
    const key = { pk: `F#${owner.firm}#DECISION-REQUEST#${one.approval.request}`, sk: 'REQUEST' };
    const item = await host.table.get(key);
    if (!item) throw new Error('no request');
    await host.table.transact([{ kind: 'put', item: { ...item, digest: 'f'.repeat(64) } }]);
    expect(await owner.post(`/cases/${one.id}/decisions`, { outcome: 'approve' })).toMatchObject({ status: 409, body: { code: 'decision.stale' } });
  });

  test('to whoever only audits, and to take back what is not one’s own', async () => {
    const { request } = await asked([{ need: 'any', people: [huda.user] }]);
    expect(await decide(omar, request, 'approve')).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
    expect(await ali.post(`/decision-requests/${request.id}/withdraw`)).toMatchObject({ status: 403, body: { code: 'decision.not_yours' } });
    expect(done(await sami.post(`/decision-requests/${request.id}/withdraw`), 200)).toMatchObject({ state: 'withdrawn', because: 'asked' });
    expect(await sami.post(`/decision-requests/${request.id}/withdraw`)).toMatchObject({ status: 409, body: { code: 'decision.settled' } });
    expect(await decide(huda, request, 'maybe')).toMatchObject({ status: 422, body: { code: 'request.invalid' } });
  });

  test('whoever has lost the role by which they were asked', async () => {
    const mark = await joinAs(host, owner, 'owner', 'Mark');
    const { request } = await asked([{ need: 'any', role: 'owner' }]);
    const { body: members } = await owner.get('/members');
    const { version } = members.data.find(({ user }: { user: string }) => user === mark.user) ?? {};
    done(await owner.send('PATCH', `/members/${mark.user}`, { role: 'staff' }, { 'if-match': `"${version ?? 1}"` }), 200);
    expect(await decide(mark, request, 'approve')).toMatchObject({ status: 403, body: { code: 'decision.role_lost' } });
    expect((await requestOf(request.id, mark)).mine.decide).toMatchObject([{ allowed: false, code: 'decision.role_lost' }]);
    done(await decide(owner, request, 'approve'));
  });
});

test('requests come newest first, a page at a time, each once, of all states or of one', async () => {
  const all: string[] = [];
  let cursor: string | null = '';
  do {
    const { body } = await owner.get(`/decision-requests?limit=3${cursor ? `&cursor=${cursor}` : ''}`);
    all.push(...body.data.map(({ id }: { id: string }) => id));
    cursor = body.next_cursor;
  } while (cursor !== null);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual([...all].sort().reverse());
  const approved = (await owner.get('/decision-requests?state=approved&limit=200')).body.data;
  expect(approved.length).toBeGreaterThan(2);
  expect(approved.every(({ state, id }: { state: string; id: string }) => state === 'approved' && all.includes(id))).toBe(true);
  expect(await owner.get('/decision-requests?limit=3&cursor=abc')).toMatchObject({ status: 400, body: { code: 'cursor.invalid' } });
});
