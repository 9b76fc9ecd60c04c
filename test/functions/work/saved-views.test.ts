import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalHost } from '../../../infra/local/host.ts';
import { aHost, type Client, signUp } from '../../host.ts';
import { joinAs } from './office.ts';

let host: LocalHost;
let owner: Client;
let staff: Awaited<ReturnType<typeof joinAs>>;
let accountant: Awaited<ReturnType<typeof joinAs>>;
let auditor: Awaited<ReturnType<typeof joinAs>>;

beforeAll(async () => {
  host = await aHost();
  owner = await signUp(host.url);
  staff = await joinAs(host, owner, 'staff', 'Sami');
  accountant = await joinAs(host, owner, 'accountant', 'Nour');
  auditor = await joinAs(host, owner, 'auditor', 'Omar');
}, 30_000);
afterAll(() => host.stop());

const query = { queue: 'it-support', state: 'active', assignee: 'me', sort: 'due' } as const;
const save = async (who: Client, more: object = {}) => (await who.post('/saved-views', { name: 'Mine', query, ...more })).body;
const namesOf = async (who: Client) => (await who.get('/saved-views')).body.data.map(({ name }: { name: string }) => name);

describe('a saved view', () => {
  test('is its owner’s alone: nobody else lists, changes or deletes it', async () => {
    const view = await save(staff, { name: 'Private' });
    expect(view).toMatchObject({ name: 'Private', shared: false, mine: true, query, version: 1 });
    expect(await namesOf(staff)).toContain('Private');
    for (const other of [owner, accountant]) {
      expect(await namesOf(other)).not.toContain('Private');
      expect((await other.send('PATCH', `/saved-views/${view.id}`, { name: 'x' }, { 'if-match': '"1"' })).status).toBe(404);
      expect((await other.send('DELETE', `/saved-views/${view.id}`)).status).toBe(404);
    }
    expect((await staff.send('DELETE', `/saved-views/${view.id}`)).status).toBe(204);
    expect(await namesOf(staff)).not.toContain('Private');
  });

  test('is shown to everybody once it is shared, and changed by its owner or whoever sets up the desk', async () => {
    const view = await save(staff, { name: 'Ours', shared: true });
    expect((await accountant.get('/saved-views')).body.data).toContainEqual(expect.objectContaining({ name: 'Ours', shared: true, mine: false }));
    expect(await namesOf(auditor)).toContain('Ours');
    expect((await accountant.send('PATCH', `/saved-views/${view.id}`, { name: 'x' }, { 'if-match': '"1"' })).body.code).toBe('view.not_yours');
    expect((await accountant.send('DELETE', `/saved-views/${view.id}`)).body.code).toBe('view.not_yours');
    expect((await owner.send('PATCH', `/saved-views/${view.id}`, { name: 'Renamed' }, { 'if-match': '"1"' })).body).toMatchObject({
      name: 'Renamed',
      version: 2,
    });
    expect((await staff.send('PATCH', `/saved-views/${view.id}`, { shared: false }, { 'if-match': '"1"' })).body.code).toBe('version.stale');
    expect((await staff.send('PATCH', `/saved-views/${view.id}`, { shared: false }, { 'if-match': '"2"' })).body).toMatchObject({
      shared: false,
      version: 3,
    });
    expect(await namesOf(accountant)).not.toContain('Renamed');
    expect(await namesOf(staff)).toContain('Renamed');
  });

  test('asks for what a list of cases can be asked for, and nothing else', async () => {
    expect((await staff.post('/saved-views', { name: 'x', query: { state: 'lost' } })).body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/query/state' }],
    });
    expect((await staff.post('/saved-views', { name: 'x', query: { colour: 'red' } })).body).toMatchObject({
      status: 422,
      errors: [{ code: 'field.unknown' }],
    });
    expect((await staff.post('/saved-views', { name: '', query: {} })).body.errors).toMatchObject([{ pointer: '/name' }]);
    const { id, query: kept } = await save(staff, { name: 'Used' });
    expect((await staff.get(`/cases?${new URLSearchParams(kept)}`)).status).toBe(200);
    expect((await staff.send('PATCH', `/saved-views/${id}`, { query: { tag: 'printer' } }, { 'if-match': '"1"' })).body.query).toEqual({
      tag: 'printer',
    });
  });

  test('comes to fifty and no further', async () => {
    for (let i = 0; i < 50; i++) expect((await accountant.post('/saved-views', { name: `View ${i}`, query: {} })).status).toBe(201);
    expect((await accountant.post('/saved-views', { name: 'One more', query: {} })).body).toMatchObject({ status: 409, code: 'view.too_many' });
  });

  test('is not shared beyond what the firm shares', async () => {
    for (let i = (await namesOf(owner)).length; i < 50; i++) await save(owner, { shared: true });
    const own = await save(owner);
    const shared = await owner.send('PATCH', `/saved-views/${own.id}`, { shared: true }, { 'if-match': '"1"' });
    expect(shared).toMatchObject({ status: 409, body: { code: 'view.too_many' } });
    expect((await owner.send('PATCH', `/saved-views/${own.id}`, { name: 'Still mine' }, { 'if-match': '"1"' })).body).toMatchObject({
      shared: false,
    });
  });
});
