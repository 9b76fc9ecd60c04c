import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { may, type Permission, permissions, type Role, roleNames } from '../../../domain/firms/permissions.ts';
import type { Route } from '../../../functions/platform/http/route.ts';
import { pathOf } from '../../../functions/platform/http/route-index.ts';
import { routeTables } from '../../../functions/route-tables.ts';
import type { LocalHost } from '../../../infra/local/host.ts';
import { aHost, type Client, client, PASSWORD, signUp } from '../../host.ts';
import { file, until } from '../records/filing-office.ts';

/** Every route that works in a firm, made from the tables: a route that is added is tried without anybody remembering to. */
const inFirm = Object.values(routeTables)
  .flatMap((routes) => Object.entries(routes as Readonly<Record<string, Route>>))
  .filter(([, route]) => route.path.includes('{firmId}'))
  .map(([name, route]) => ({ name, route, path: pathOf(route) }));

let host: LocalHost;
let owner: Client;
let stranger: Client;
/** Real ids of the owner's firm, by the name of the path's parameter. */
let ids: Record<string, string>;
const members = {} as Record<Role, Client>;

beforeAll(async () => {
  host = await aHost();
  owner = await signUp(host.url);
  stranger = await signUp(host.url);
  const contact = (await owner.post('/contacts', { name: 'Acme' })).body.id;
  const line = { text: 'work', unitPrice: '100', taxCode: 'S' };
  const draft = async () => (await owner.post('/invoices', { contact, date: '2026-01-10', lines: [line] })).body.id;
  const invoice = await draft();
  await owner.post(`/invoices/${invoice}/post`);
  const creditNote = (await owner.post('/credit-notes', { contact, date: '2026-01-11', lines: [line] })).body.id;
  const payment = (
    await owner.post('/payments', { direction: 'in', contact, bankAccount: '1111', date: '2026-01-12', amount: '10.00', allocations: [] })
  ).body.id;
  const entry = (
    await owner.post('/entries', {
      date: '2026-01-05',
      lines: [
        { account: '1101', debit: '1.00' },
        { account: '3101', credit: '1.00' },
      ],
    })
  ).body.id;
  const attachment = (await owner.post(`/entries/${entry}/attachments`, { name: 'a.pdf', type: 'application/pdf', bytes: 10 })).body.id;
  const imported = (await owner.send('POST', '/imports?name=a.journal&format=hledger&preview=true', '2026-01-01 x\n  assets:cash  1\n  equity\n'))
    .body.id;
  const invitation = (await owner.post('/invitations', { email: 'somebody@example.com', role: 'staff' })).body.id;
  await owner.post('/dimensions', { kind: 'branch', code: 'RUH', name: 'Riyadh' });
  const openCase = async () => (await owner.post('/cases', { kind: 'incident', title: 'Down', fields: {} })).body.id;
  const [caseId, linkedCaseId] = [await openCase(), await openCase()];
  const access = await owner.post('/cases', { kind: 'access-request', title: 'ERP', fields: { system: 'ERP', level: 'read' } });
  const decisionRequestId = (await owner.post(`/cases/${access.body.id}/decisions`, { outcome: 'approve' })).body.id;
  const viewId = (await owner.post('/saved-views', { name: 'Ours', shared: true, query: {} })).body.id;
  const deadlineId = (await owner.post('/deadlines', { title: 'Fee', firstOn: '2030-01-31' })).body.id;
  ids = {
    deadlineId,
    date: '2030-01-31',
    viewId,
    decisionRequestId,
    contactId: contact,
    invoiceId: invoice,
    creditNoteId: creditNote,
    paymentId: payment,
    entryId: entry,
    attachmentId: attachment,
    caseFileId: await aCaseFile(caseId),
    importId: imported,
    invitationId: invitation,
    caseId,
    linkedCaseId,
    item: 'cause',
    clock: 'resolution',
    queue: 'office',
    code: '1101',
    kind: 'branch',
    value: 'RUH',
    month: '2026-01',
    year: '2026',
  };
  ids.userId = (await owner.get('/v1/me')).body.user.id;
  expect(Object.entries(ids).filter(([, id]) => id === undefined)).toEqual([]);
  for (const role of roleNames) members[role] = role === 'owner' ? owner : await joinAs(role);
  await withRecords();
  await withAssets();
  await withKnowledge();
  const deputy = (await members.staff.get('/v1/me')).body.user.id;
  ids.delegationId = (await owner.post('/delegations', { to: deputy, from: '2090-01-01', until: '2090-02-01' })).body.id;
});
afterAll(() => host.stop());

/** A file of a case, uploaded and confirmed. */
async function aCaseFile(caseId: string): Promise<string> {
  const { id, upload } = (await owner.post(`/cases/${caseId}/attachments`, { name: 'a.txt', type: 'text/plain', bytes: 1 })).body;
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.set(name, String(value));
  form.set('file', new Blob(['a']));
  await fetch(upload.url, { method: 'POST', body: form });
  return (await owner.post(`/cases/${caseId}/attachments/${id}/confirm`)).body.id;
}

/** An article that everybody reads, and a service of which something was told. */
async function withKnowledge(): Promise<void> {
  const articleId = (await owner.post('/articles', { wordings: { en: { title: 'Printer', body: 'Turn it off.' } } })).body.id;
  await owner.post(`/articles/${articleId}/publish`);
  const serviceId = (await owner.post('/services', { name: { en: 'E-mail', ar: 'البريد' } })).body.id;
  Object.assign(ids, { articleId, serviceId });
}

/** An asset that is handed over, a consumable, a licence with a seat, access under review, somebody who leaves. */
async function withAssets(): Promise<void> {
  const made = async (path: string, body: unknown) => (await owner.post(path, body)).body;
  const assetId = (await made('/assets', { name: 'Laptop' })).id;
  const handOverId = (await made('/hand-overs', { assets: [assetId], to: { name: 'Guest' }, condition: 'good' })).id;
  const consumableId = (await made('/consumables', { name: 'Toner' })).id;
  const discoveryId = (await owner.send('POST', '/discoveries', 'serial\nS-1\n')).body.id;
  const licenceId = (await made('/licences', { product: 'Office', startsOn: '2020-01-01', seats: 2 })).id;
  const seatId = (await made(`/licences/${licenceId}/seats`, { holder: { name: 'Guest' } })).id;
  const systemId = (await made('/systems', { name: 'ERP', levels: ['read'], separateDuties: false })).id;
  const grantId = (await made('/access-grants', { system: systemId, person: { name: 'Guest' }, level: 'read' })).id;
  for (const act of ['approve', 'grant']) await owner.post(`/access-grants/${grantId}/${act}`);
  const reviewId = (await made('/access-reviews', { system: systemId })).id;
  const leaver = await made('/leavers', { person: { name: 'Guest' }, lastDay: '2030-01-01' });
  Object.assign(ids, { assetId, handOverId, consumableId, discoveryId, licenceId, seatId, systemId, grantId, reviewId });
  Object.assign(ids, { leaverId: leaver.id, line: leaver.lines[0].line });
  expect(Object.entries(ids).filter(([, id]) => id === undefined)).toEqual([]);
}

/** A record, one that was disposed of by two people, a hold and a rule. */
async function withRecords(): Promise<void> {
  const record = (await file(owner, { content: 'kept', links: [{ kind: 'case', id: ids.caseId }] })).body;
  const gone = (await file(owner, { content: 'gone', eventDate: '2001-01-01' })).body;
  const disposalId = (await owner.post('/disposals', { records: [gone.id], reason: 'over' })).body.id;
  await members.accountant.post(`/disposals/${disposalId}/approve`);
  await until(host, async () => (await owner.get(`/disposals/${disposalId}`)).body.state === 'done');
  // What is due of them is done before anybody watches who reads what.
  await until(host, async () => (await owner.get(`/records/${record.id}`)).body.versions[0].text === 'read');
  await until(host, async () => (await host.ports.blobs.get(`${owner.firm}/records/${gone.versions[0].id}`)) === undefined);
  const holdId = (await owner.post('/record-holds', { matter: 'm', reason: 'r', scope: { kind: 'query', tag: 't' } })).body.id;
  const filingRuleId = (await owner.post('/filing-rules', { name: 'r', contains: 'x', class: 'general' })).body.id;
  Object.assign(ids, { recordId: record.id, versionId: record.versions[0].id, disposalId, holdId, filingRuleId });
  Object.assign(ids, { classCode: 'general', linkKind: 'case', linkedId: ids.caseId });
  expect(Object.entries(ids).filter(([, id]) => id === undefined)).toEqual([]);
}

async function joinAs(role: Role): Promise<Client> {
  const email = `${role}@example.com`;
  await owner.post('/invitations', { email, role });
  for (let tries = 0; tries < 100; tries++) {
    await host.sweep();
    const { mails } = (await client(host.url, '', '').get('/local/mail.json')).body as { mails: readonly { to: string; text: string }[] };
    const token = /#token=([\w.~-]+)/.exec(mails.find(({ to }) => to === email)?.text ?? '')?.[1];
    if (!token) continue;
    const joined = await client(host.url, '', '').post('/v1/invitations/accept', { token, password: PASSWORD, name: role, locale: 'en' });
    expect(joined.status).toBe(201);
    return client(host.url, owner.firm, joined.body.session.token);
  }
  throw new Error(`no invitation came for ${role}`);
}

const filled = (path: string, firm: string, withIds = ids): string =>
  path.replace('{firmId}', firm).replace(/\{(\w+)\}/g, (_, name: string) => withIds[name] ?? 'x');
const ask = (who: Client, { route, path }: (typeof inFirm)[number], firm: string, withIds = ids) => {
  const required = route.query?.shape ?? {};
  const query =
    'from' in required && 'to' in required
      ? '?from=2026-01-01&to=2026-01-31'
      : required.q && !required.q.safeParse(undefined).success
        ? '?q=word'
        : '';
  return who.send(
    route.method,
    `${filled(path, firm, withIds)}${query}`,
    route.method === 'GET' || route.method === 'DELETE' ? undefined : route.accepts ? 'text' : {},
    route.versioned ? { 'if-match': '"1"' } : {},
  );
};

describe('a stranger', () => {
  // What follows the firm’s events reads its keys too: not while reads are counted.
  beforeAll(() => host.sweep());

  test.each(inFirm)('learns nothing from $name of another firm', async (operation) => {
    const reads = spyOnReads();
    const foreign = await ask(stranger, operation, owner.firm);
    reads.restore();
    const missing = await ask(stranger, operation, `frm_${'0'.repeat(26)}`);
    expect(foreign.status).toBe(404);
    expect(foreign.headers.get('content-type')).toContain('application/problem+json');
    expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' });
    // The door itself (is this person a member?) is all that is read.
    expect(reads.keys.filter((key) => key.startsWith(`F#${owner.firm}#`)).every((key) => /#(FIRM|MEMBERS)$/.test(key))).toBe(true);
  });

  test.each(inFirm.filter(({ path }) => /\{(\w+Id)\}/.test(path.replace('{firmId}', ''))))(
    'finds nothing at home by the ids of another firm: $name',
    async (operation) => {
      const reads = spyOnReads();
      const foreign = await ask(stranger, operation, stranger.firm);
      reads.restore();
      const missing = await ask(
        stranger,
        operation,
        stranger.firm,
        Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, id.replace(/_[0-9a-z]{26}$/, `_${'0'.repeat(26)}`)])),
      );
      expect({ status: foreign.status, body: { ...foreign.body, instance: '' } }).toEqual({
        status: missing.status,
        body: { ...missing.body, instance: '' },
      });
      expect(foreign.status).toBeGreaterThanOrEqual(400);
      expect(reads.keys.filter((key) => key.startsWith(`F#${owner.firm}#`))).toEqual([]);
    },
  );

  test.each(inFirm)('without a session is told to sign in: $name', async (operation) => {
    expect(await ask(client(host.url, '', ''), operation, owner.firm)).toMatchObject({ status: 401, body: { code: 'session.required' } });
  });
});

describe('every route for every role', () => {
  const guarded = inFirm.filter(({ route }) => route.permission in permissions);
  for (const role of roleNames) {
    test.each(guarded.filter(({ route }) => !may(role, route.permission as Permission)))(`${role} is refused $name`, async (operation) => {
      expect(await ask(members[role], operation, owner.firm)).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
    });
    test.each(guarded.filter(({ route }) => may(role, route.permission as Permission) && route.method === 'GET'))(
      `${role} is let in to $name`,
      async (operation) => {
        expect((await ask(members[role], operation, owner.firm)).status).toBeLessThan(300);
      },
    );
    test.each(guarded.filter(({ route }) => may(role, route.permission as Permission) && route.method !== 'GET' && role !== 'owner'))(
      `${role} is not stopped at the door of $name`,
      async (operation) => {
        const nowhere = Object.fromEntries(
          Object.keys(ids).map((name) => [name, name.endsWith('Id') ? (ids[name] ?? '').replace(/_[0-9a-z]{26}$/, `_${'0'.repeat(26)}`) : 'none']),
        );
        expect([401, 403, 500]).not.toContain((await ask(members[role], operation, owner.firm, nowhere)).status);
      },
    );
  }
});

test('every permission is asked for by some route', () => {
  const asked = new Set(inFirm.map(({ route }) => route.permission));
  expect(Object.keys(permissions).filter((permission) => !asked.has(permission as Permission))).toEqual([]);
});

/** The partitions that are read while the spy looks. */
function spyOnReads() {
  const keys: string[] = [];
  const spies = [vi.spyOn(host.table, 'get').mockName('get'), vi.spyOn(host.table, 'batchGet'), vi.spyOn(host.table, 'query')] as const;
  return {
    keys,
    restore() {
      keys.push(
        ...spies[0].mock.calls.map(([key]) => key.pk),
        ...spies[1].mock.calls.flatMap(([many]) => many.map(({ pk }) => pk)),
        ...spies[2].mock.calls.map(([query]) => query.pk),
      );
      for (const spy of spies) spy.mockRestore();
    },
  };
}
