import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '../../../functions/platform/http/route.ts';
import { filingRoutes } from '../../../functions/records/filing/routes.ts';
import { retentionRoutes } from '../../../functions/records/retention/routes.ts';
import type { LocalHost } from '../../../infra/local/host.ts';
import { aHost, type Client, signUp } from '../../host.ts';
import { announce, file, joinAs, send, sha256, until } from './filing-office.ts';

let host: LocalHost;
let owner: Client;
let accountant: Client;
let staff: Client;
let auditor: Client;
beforeAll(async () => {
  host = await aHost({ at: '2026-03-10T09:00:00.000Z' });
  owner = await signUp(host.url);
  accountant = await joinAs(host, owner, 'accountant');
  staff = await joinAs(host, owner, 'staff');
  auditor = await joinAs(host, owner, 'auditor');
});
afterAll(() => host.stop());

let files = 0;
const filed = async (sent: Parameters<typeof file>[1] = {}, who = owner) => {
  const answer = await file(who, { content: `file ${++files}`, ...sent });
  expect(answer).toMatchObject({ status: 201 });
  return answer.body;
};
/** A record whose time was over long ago. */
const over = (sent: Parameters<typeof file>[1] = {}) => filed({ class: 'general', eventDate: '2015-01-01', ...sent });
const edit = async (id: string, change: object, who = owner) => {
  const { version } = (await who.get(`/records/${id}`)).body;
  return who.send('PATCH', `/records/${id}`, change, { 'if-match': `"${version}"` });
};
const propose = (records: readonly string[], who = owner) => who.post('/disposals', { records, reason: 'its time is over' });
const dispose = async (...records: string[]) => {
  const proposed = await propose(records);
  expect(proposed.status).toBe(201);
  expect((await accountant.post(`/disposals/${proposed.body.id}/approve`)).status).toBe(200);
  return until(host, async () => {
    const { body } = await owner.get(`/disposals/${proposed.body.id}`);
    return body.state === 'done' && body;
  });
};

describe('retention (R1)', () => {
  test('counts from the end of the fiscal year, the date of the document or the end of the contract', async () => {
    expect((await filed({ class: 'accounting', eventDate: '2024-05-05' })).retainUntil).toBe('2034-12-31');
    expect((await filed({ class: 'general', eventDate: '2024-02-29' })).retainUntil).toBe('2026-02-28');
    const contract = await filed({ class: 'contracts' });
    expect(contract).toMatchObject({ retainUntil: null, awaits: 'contract-end' });
    expect((await edit(contract.id, { contractEndsOn: '2026-06-30' })).body).toMatchObject({ retainUntil: '2036-06-30', awaits: null });
  });

  test.each([
    ['an earlier date of the document', { eventDate: '2001-01-01' }],
    ['an earlier period', { period: '2001-01', eventDate: null }],
    ['a class that keeps shorter', { class: 'general' }],
    ['a class that has no end yet', { class: 'contracts' }],
    ['a class that is over long ago', { class: 'general', eventDate: '1999-01-01' }],
  ] as const)('is not shortened by %s, for any role', async (_, change) => {
    for (const who of [owner, accountant, staff]) {
      const record = await filed({ class: 'accounting', eventDate: '2025-05-05' });
      const edited = await edit(record.id, change, 'class' in change && change.class === 'contracts' ? owner : who);
      expect(edited).toMatchObject({ status: 200, body: { retainUntil: '2035-12-31', state: 'kept' } });
    }
  });

  test('is lengthened by a later date, and by moving to a class that keeps longer', async () => {
    const record = await filed({ class: 'general', eventDate: '2025-05-05' });
    expect((await edit(record.id, { class: 'accounting' })).body.retainUntil).toBe('2035-12-31');
    expect((await edit(record.id, { eventDate: '2026-01-01' })).body.retainUntil).toBe('2036-12-31');
  });

  test('of a class is lengthened for what is filed already, and never shortened', async () => {
    const added = await owner.post('/record-classes', {
      code: 'visitors',
      name: { en: 'Visitors', ar: 'الزوار' },
      schedule: { trigger: 'event', months: 12 },
      source: { en: 'Our decision', ar: 'قرار المنشأة' },
    });
    expect(added).toMatchObject({ status: 201, body: { length: { en: '1 year', ar: 'سنة واحدة' } } });
    const record = await filed({ class: 'visitors', eventDate: '2026-01-31' });
    expect(record.retainUntil).toBe('2027-01-31');
    const change = (schedule: object, version: number) =>
      owner.send('PATCH', '/record-classes/visitors', { schedule }, { 'if-match': `"${version}"` });
    expect(await change({ trigger: 'event', months: 11 }, 1)).toMatchObject({ status: 422, body: { code: 'class.shorter' } });
    expect(await change({ trigger: 'contract-end', months: 99 }, 1)).toMatchObject({ status: 422, body: { code: 'class.shorter' } });
    expect((await change({ trigger: 'event', months: 13 }, 1)).status).toBe(200);
    await until(host, async () => (await owner.get(`/records/${record.id}`)).body.retainUntil === '2027-02-28');
    const shipped = await owner.send('PATCH', '/record-classes/accounting', { schedule: { trigger: 'event', months: 12 } }, { 'if-match': '"1"' });
    expect(shipped).toMatchObject({ status: 422, body: { code: 'class.shorter' } });
  });

  test('explains itself: rule, date, versions, holds, in both languages', async () => {
    const record = await filed({ class: 'accounting', eventDate: '2024-05-05' });
    const hold = (await owner.post('/record-holds', { matter: 'Dispute 7', reason: 'court', scope: { kind: 'records', records: [record.id] } })).body;
    const { body } = await staff.get(`/records/${record.id}/retention`);
    expect(body).toMatchObject({
      retainUntil: '2034-12-31',
      rule: { class: 'accounting', schedule: { trigger: 'fiscal-year-end', months: 120 }, from: '2024-12-31', until: '2034-12-31' },
      versions: [{ sha256: record.versions[0].sha256 }],
      holds: [{ id: hold.id, matter: 'Dispute 7' }],
      disposable: false,
    });
    const [en, ar] = ['en', 'ar'].map((language) => body.explanation.map((text: Record<string, string>) => text[language]).join(' '));
    for (const part of ['2034-12-31', '2024-12-31', 'Dispute 7']) expect([en, ar].every((text) => text?.includes(part))).toBe(true);
    expect([en?.includes('10 years'), ar?.includes('10 سنوات')]).toEqual([true, true]);
  });
});

describe('disposal (R3)', () => {
  test('is shown as due on the day after retention ends, and waits for people', async () => {
    const own = await aHost({ at: '2026-03-10T09:00:00.000Z' });
    try {
      const somebody = await signUp(own.url);
      const record = (await file(somebody, { class: 'general', eventDate: '2024-03-12' })).body;
      expect(record).toMatchObject({ state: 'kept', retainUntil: '2026-03-12' });
      await own.advanceTo('2026-03-12T23:00:00.000Z');
      expect((await somebody.get('/records?state=due')).body.data).toEqual([]);
      await own.advanceTo('2026-03-14T00:00:00.000Z');
      expect((await somebody.get('/records?state=due')).body.data).toMatchObject([{ id: record.id, state: 'due' }]);
      await own.advanceTo('2026-04-01T00:00:00.000Z');
      expect((await somebody.get(`/records/${record.id}`)).body.state).toBe('due');
    } finally {
      await own.stop();
    }
  });

  test('takes two people, leaves a stub with the digest and a certificate, and deletes the bytes', async () => {
    const record = await over({ content: 'goes away', title: 'A secret title', name: 'private name.txt' });
    const [{ id: versionId }] = record.versions;
    const proposed = await propose([record.id]);
    expect(proposed).toMatchObject({ status: 201, body: { state: 'proposed', mayApprove: false, lines: [{ title: 'A secret title' }] } });
    const at = `/disposals/${proposed.body.id}`;
    expect(await owner.post(`${at}/approve`)).toMatchObject({ status: 403, body: { code: 'disposal.same_person' } });
    expect((await staff.post(`${at}/approve`)).body.code).toBe('permission.denied');
    expect((await auditor.post(`${at}/approve`)).body.code).toBe('permission.denied');
    expect(await accountant.get(`${at}/certificate`)).toMatchObject({ status: 409, body: { code: 'disposal.not_done' } });
    expect((await accountant.post(`${at}/approve`)).body.state).toBe('approved');
    await until(host, async () => (await owner.get(at)).body.state === 'done');
    const stub = (await owner.get(`/records/${record.id}`)).body;
    expect(stub).toMatchObject({ state: 'disposed', title: null, tags: [], links: [], class: 'general', disposal: proposed.body.id });
    expect(stub.versions).toMatchObject([{ id: versionId, name: null, sha256: sha256('goes away'), bytes: 9 }]);
    expect(JSON.stringify(stub)).not.toContain('private name');
    const certificate = (await auditor.get(`${at}/certificate`)).body;
    expect(certificate).toMatchObject({
      proposed: { by: { name: 'Mona' } },
      approved: { by: { name: 'accountant' } },
      records: [{ record: record.id, class: 'general', versions: [{ sha256: sha256('goes away') }] }],
      kept: [],
      hidden: 0,
    });
    await until(host, async () => (await host.ports.blobs.get(`${owner.firm}/records/${versionId}`)) === undefined);
    expect((await owner.get(`/records/${record.id}/versions/${versionId}/download`)).status).toBe(404);
    expect((await owner.get(`/records/${record.id}/versions/${versionId}/text`)).status).toBe(404);
    expect((await owner.get('/records?state=disposed')).body.data.map(({ id }: { id: string }) => id)).toContain(record.id);
    const events = (await owner.get(`/events?entity=record:${record.id}`)).body.data.map(({ type }: { type: string }) => type);
    expect(events).toContain('record.disposed');
  });

  test('also deletes what comes by an address for an upload that is still good after it', async () => {
    const own = await aHost({ at: '2026-03-10T09:00:00.000Z' });
    try {
      const first = await signUp(own.url);
      const second = await joinAs(own, first, 'accountant');
      const announced = (await announce(first, { content: 'comes back', class: 'general', eventDate: '2015-01-01' })).body;
      await send(announced.upload, 'comes back');
      await first.post(announced.complete);
      const proposed = (await propose([announced.id], first)).body;
      await second.post(`/disposals/${proposed.id}/approve`);
      const blob = `${first.firm}/records/${announced.versionId}`;
      await until(own, async () => (await own.ports.blobs.get(blob)) === undefined);
      expect(await send(announced.upload, 'comes back')).toBe(204);
      expect(await own.ports.blobs.get(blob)).toBeDefined();
      await own.advanceTo('2026-03-10T11:00:00.000Z');
      expect(await own.ports.blobs.get(blob)).toBeUndefined();
      expect((await first.get(`/records/${announced.id}`)).body.state).toBe('disposed');
    } finally {
      await own.stop();
    }
  });

  test('is refused whole if one of its records is kept, and names which and why', async () => {
    const [free, kept, open] = [await over(), await filed({ class: 'accounting' }), await filed({ class: 'contracts' })];
    const refused = await propose([free.id, kept.id, open.id]);
    expect(refused).toMatchObject({ status: 409, body: { code: 'disposal.blocked' } });
    expect(refused.body.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code])).toEqual([
      ['/records/1', 'record.kept'],
      ['/records/2', 'record.no_end'],
    ]);
    expect(await propose([`rec_${'0'.repeat(26)}`])).toMatchObject({ status: 422, body: { code: 'record.unknown' } });
  });

  test('can be withdrawn by whoever proposed it and rejected by another: the records stay', async () => {
    const record = await over();
    const first = (await propose([record.id])).body;
    expect((await accountant.post(`/disposals/${first.id}/withdraw`)).body.code).toBe('disposal.not_yours');
    expect((await owner.post(`/disposals/${first.id}/withdraw`)).body.state).toBe('withdrawn');
    const second = (await propose([record.id])).body;
    expect((await accountant.post(`/disposals/${second.id}/reject`)).body.code).toBe('disposal.reason_required');
    expect((await accountant.post(`/disposals/${second.id}/reject`, { reason: 'not yet' })).body.state).toBe('rejected');
    expect((await accountant.post(`/disposals/${second.id}/approve`)).body.code).toBe('disposal.decided');
    expect((await owner.get(`/records/${record.id}`)).body.state).toBe('due');
  });

  test('that was approved twice at once, or proposed twice, happens once', async () => {
    const record = await over();
    const [a, b] = [(await propose([record.id])).body, (await propose([record.id], accountant)).body];
    const answers = await Promise.all([
      accountant.post(`/disposals/${a.id}/approve`),
      accountant.post(`/disposals/${a.id}/approve`),
      owner.post(`/disposals/${b.id}/approve`),
    ]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
    await until(host, async () => (await owner.get(`/records/${record.id}`)).body.state === 'disposed');
    const events = (await owner.get(`/events?entity=record:${record.id}&limit=100`)).body.data.filter(
      ({ type }: { type: string }) => type === 'record.disposed',
    );
    expect(events).toHaveLength(1);
  });

  test('leaves what is edited back to a longer life alone, even between proposal and approval', async () => {
    const record = await over();
    const proposed = (await propose([record.id])).body;
    expect((await edit(record.id, { class: 'accounting', eventDate: '2026-01-01' })).body.retainUntil).toBe('2036-12-31');
    expect(await accountant.post(`/disposals/${proposed.id}/approve`)).toMatchObject({ status: 409, body: { code: 'disposal.blocked' } });
  });
});

describe('holds (R2)', () => {
  const place = (scope: object, matter = 'Audit') => owner.post('/record-holds', { matter, reason: 'asked by the court', scope });

  test('any active one blocks disposal; releasing one of two changes nothing', async () => {
    const record = await over();
    const [a, b] = [
      (await place({ kind: 'records', records: [record.id] }, 'A')).body,
      (await place({ kind: 'query', class: 'general', from: '2015-01', to: '2015-01' }, 'B')).body,
    ];
    expect((await owner.get(`/records/${record.id}`)).body.holds.map(({ matter }: { matter: string }) => matter).sort()).toEqual(['A', 'B']);
    expect((await propose([record.id])).body.errors[0].code).toBe('record.held');
    await owner.post(`/record-holds/${a.id}/release`, { reason: 'over' });
    expect((await propose([record.id])).body.errors[0].code).toBe('record.held');
    await owner.post(`/record-holds/${b.id}/release`, { reason: 'over' });
    expect((await owner.post(`/record-holds/${b.id}/release`, { reason: 'again' })).body.code).toBe('hold.released');
    await dispose(record.id);
  });

  test('one by description catches what is filed later', async () => {
    const hold = (await place({ kind: 'query', tag: 'case-99' })).body;
    const record = await over({ tags: ['case-99'] });
    expect((await propose([record.id])).body.errors[0].code).toBe('record.held');
    await owner.post(`/record-holds/${hold.id}/release`, { reason: 'over' });
  });

  test('nobody edits a record out from under one', async () => {
    const hold = (await place({ kind: 'query', tag: 'slippery' })).body;
    const record = await over({ tags: ['slippery'] });
    expect((await edit(record.id, { tags: [] })).body.holds).toMatchObject([{ id: hold.id }]);
    expect((await propose([record.id])).body.errors[0].code).toBe('record.held');
    await owner.post(`/record-holds/${hold.id}/release`, { reason: 'over' });
    expect((await owner.get(`/records/${record.id}`)).body.holds).toEqual([]);
  });

  test('are no business of staff, who learn of one from the record that it holds', async () => {
    const record = await filed({ class: 'general' });
    const hold = (await place({ kind: 'records', records: [record.id] }, 'A quiet matter')).body;
    for (const path of ['/record-holds', `/record-holds/${hold.id}`]) {
      expect((await staff.get(path)).status).toBe(403);
      expect((await auditor.get(path)).status).toBe(200);
    }
    expect((await staff.get(`/records/${record.id}/retention`)).body.holds).toMatchObject([{ matter: 'A quiet matter' }]);
    await owner.post(`/record-holds/${hold.id}/release`, { reason: 'over' });
  });

  test('one placed between proposal and approval wins', async () => {
    const record = await over();
    const proposed = (await propose([record.id])).body;
    const hold = (await place({ kind: 'records', records: [record.id] })).body;
    expect(await accountant.post(`/disposals/${proposed.id}/approve`)).toMatchObject({ status: 409, body: { code: 'disposal.blocked' } });
    await owner.post(`/record-holds/${hold.id}/release`, { reason: 'over' });
  });

  test('one placed after approval still keeps what is not gone yet, and the certificate says so', async () => {
    const deaf = await aHost({ at: '2026-03-10T09:00:00.000Z', isDeaf: true });
    try {
      const first = await signUp(deaf.url);
      const second = await joinAs(deaf, first, 'accountant');
      const record = (await file(first, { class: 'general', eventDate: '2015-01-01' })).body;
      const proposed = (await propose([record.id], first)).body;
      await second.post(`/disposals/${proposed.id}/approve`);
      await first.post('/record-holds', { matter: 'Late', reason: 'x', scope: { kind: 'records', records: [record.id] } });
      await until(deaf, async () => (await first.get(`/disposals/${proposed.id}`)).body.state === 'done');
      expect((await first.get(`/records/${record.id}`)).body.state).toBe('due');
      expect((await first.get(`/disposals/${proposed.id}/certificate`)).body).toMatchObject({
        records: [],
        kept: [{ record: record.id, code: 'record.held' }],
      });
    } finally {
      await deaf.stop();
    }
  });

  test.each([
    ['without a scope', { kind: 'query' }, 'hold.scope_empty'],
    ['on a record that there is not', { kind: 'records', records: [`rec_${'0'.repeat(26)}`] }, 'record.unknown'],
    ['on a class that there is not', { kind: 'query', class: 'nothing' }, 'class.unknown'],
  ])('one %s is refused', async (_, scope, code) => {
    expect(await place(scope)).toMatchObject({ status: 422, body: { code } });
  });
});

describe('no other path ends a record (R1)', () => {
  const routes = Object.entries({ ...filingRoutes, ...retentionRoutes } as Readonly<Record<string, Route>>);

  test('every other method on every address of a record is refused', async () => {
    const record = await over();
    const [version] = record.versions;
    const base = `/v1/firms/${owner.firm}`;
    for (const [, route] of routes) {
      const path = `/v1${route.path}`.replace('{firmId}', owner.firm).replace('{recordId}', record.id).replace('{versionId}', version.id);
      if (!path.includes(record.id) || path.includes('{')) continue;
      for (const method of ['DELETE', 'PUT']) {
        if (routes.some(([, other]) => other.method === method && other.path === route.path)) continue;
        expect((await owner.send(method, path, method === 'PUT' ? {} : undefined)).status, `${method} ${path}`).toBe(405);
      }
    }
    for (const path of ['/records', '/record-classes/general', '/record-groups'])
      expect([404, 405], path).toContain((await owner.send('DELETE', `${base}${path}`)).status);
    expect((await owner.get(`/records/${record.id}`)).body.state).toBe('due');
  });

  test('no member of any body says that it ends', async () => {
    const record = await filed({ class: 'accounting' });
    for (const change of [
      { state: 'disposed' },
      { retainUntil: '2000-01-01' },
      { awaits: null },
      { heldBy: [] },
      { versions: [] },
      { deleted: true },
    ])
      expect((await edit(record.id, change)).status).toBe(422);
    expect((await owner.get(`/records/${record.id}`)).body).toMatchObject({
      state: 'kept',
      retainUntil: record.retainUntil,
      version: record.version,
    });
  });

  test('neither archiving its class or its contact, nor unlinking it, nor closing what it is linked to', async () => {
    const contact = (await owner.post('/contacts', { name: 'Left' })).body;
    await owner.post('/record-classes', {
      code: 'old-class',
      name: { en: 'Old', ar: 'قديم' },
      schedule: { trigger: 'event', months: 24 },
      source: { en: 'ours', ar: 'لنا' },
    });
    const record = await filed({ class: 'old-class', contact: contact.id, links: [{ kind: 'contact', id: contact.id }] });
    expect((await owner.send('PATCH', '/record-classes/old-class', { archived: true }, { 'if-match': '"1"' })).status).toBe(200);
    await owner.post(`/contacts/${contact.id}/archive`);
    await owner.send('DELETE', `/records/${record.id}/links/contact/${contact.id}`);
    expect((await announce(owner, { class: 'old-class' })).body.code).toBe('class.archived');
    expect((await owner.get(`/records/${record.id}`)).body).toMatchObject({ state: 'kept', retainUntil: record.retainUntil });
  });
});

describe('a confidential class', () => {
  test('is known to its readers alone: for others its records are not there, to the byte (A1)', async () => {
    const record = await filed({ class: 'hr', tags: ['salary-secret'], contractEndsOn: '2026-12-31' });
    const [version] = record.versions;
    const none = (text: string) => text.replaceAll(record.id, `rec_${'0'.repeat(26)}`).replaceAll(version.id, `ver_${'0'.repeat(26)}`);
    const asked: [string, string, unknown?][] = [
      ['GET', `/records/${record.id}`],
      ['PATCH', `/records/${record.id}`, { title: 'x' }],
      ['GET', `/records/${record.id}/retention`],
      ['GET', `/records/${record.id}/versions/${version.id}/download`],
      ['GET', `/records/${record.id}/versions/${version.id}/text`],
      ['POST', `/records/${record.id}/versions`, { name: 'a', type: 'text/plain', bytes: 1, sha256: '0'.repeat(64) }],
      ['POST', `/records/${record.id}/versions/${version.id}/complete`, {}],
      ['POST', `/records/${record.id}/links`, { kind: 'case', id: `cas_${'0'.repeat(26)}` }],
      ['DELETE', `/records/${record.id}/links/case/cas_${'0'.repeat(26)}`],
    ];
    for (const [method, path, body] of asked) {
      const headers = method === 'PATCH' ? { 'if-match': '"1"' } : {};
      const [hidden, missing] = [await staff.send(method, path, body, headers), await staff.send(method, none(path), body, headers)];
      expect(hidden.status, `${method} ${path}`).toBe(404);
      expect(JSON.stringify(hidden.body)).toBe(JSON.stringify(missing.body));
    }
    for (const who of [staff, auditor]) {
      for (const path of [
        '/records',
        '/records?class=hr',
        '/records?tag=salary-secret',
        '/record-classes',
        '/record-groups?by=class',
        '/record-groups?by=tag',
      ])
        expect(JSON.stringify((await who.get(path)).body), path).not.toMatch(/salary-secret|"hr"/);
      expect((await who.get(`/records/${record.id}`)).status).toBe(404);
    }
    expect((await announce(staff, { class: 'hr' })).body.code).toBe('class.unknown');
    const open = await filed({ class: 'general' }, staff);
    expect((await edit(open.id, { class: 'hr' }, staff)).body.code).toBe('class.unknown');
    for (const who of [owner, accountant]) expect((await who.get(`/records/${record.id}`)).status).toBe(200);
  });

  test('has every view and download in the trail, with who and which version', async () => {
    const record = await filed({ class: 'hr', title: 'Salary of Sara' });
    await accountant.get(`/records/${record.id}`);
    await accountant.get(`/records/${record.id}/versions/${record.versions[0].id}/download`);
    const events = (await owner.get(`/events?entity=record:${record.id}`)).body.data;
    const looks = events.filter(({ by, type }: { by: { name: string }; type: string }) => by.name === 'accountant' && type !== 'record.text_read');
    expect(looks.map(({ type, data }: { type: string; data: unknown }) => [type, data])).toEqual([
      ['record.viewed', { version: record.versions[0].id }],
      ['record.downloaded', { version: record.versions[0].id }],
    ]);
    // The trail is read by people who may not see the record: it names no more than its id.
    expect(JSON.stringify(events)).not.toContain('Salary');
  });

  test('a record that is not confidential writes nothing when it is read', async () => {
    const record = await filed({ class: 'general' });
    const count = async () =>
      (await owner.get(`/events?entity=record:${record.id}`)).body.data.filter(({ type }: { type: string }) => type !== 'record.text_read').length;
    const before = await count();
    await owner.get(`/records/${record.id}`);
    expect(await count()).toBe(before);
  });

  test('marking one record as confidential hides it from staff and auditors, and moving it out of its class does not reveal it', async () => {
    const record = await filed({ class: 'general' });
    expect((await edit(record.id, { confidential: true })).status).toBe(200);
    expect([(await staff.get(`/records/${record.id}`)).status, (await accountant.get(`/records/${record.id}`)).status]).toEqual([404, 200]);
    const secret = await filed({ class: 'hr', contractEndsOn: '2020-01-01' });
    expect((await edit(secret.id, { class: 'general' })).body.confidential).toBe(true);
    expect((await staff.get(`/records/${secret.id}`)).status).toBe(404);
  });

  test('is disposed of by people who may see it, and its certificate is for their eyes', async () => {
    const record = await filed({ class: 'hr', contractEndsOn: '2015-01-01' });
    const done = await dispose(record.id);
    expect((await auditor.get(`/disposals/${done.id}/certificate`)).body).toMatchObject({ records: [], hidden: 1 });
    expect((await accountant.get(`/disposals/${done.id}/certificate`)).body.records).toHaveLength(1);
  });
});

test('what somebody uploads is completed by them alone', async () => {
  const announced = (await announce(owner, { content: 'mine' })).body;
  await send(announced.upload, 'mine');
  expect((await staff.post(announced.complete)).status).toBe(404);
  expect((await owner.post(announced.complete)).status).toBe(201);
});
