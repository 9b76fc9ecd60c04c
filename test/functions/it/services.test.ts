import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalHost } from '../../../infra/local/host.ts';
import { aHost, type Client, client, signUp } from '../../host.ts';

let host: LocalHost;
beforeAll(async () => {
  host = await aHost({ at: '2026-03-01T06:00:00.000Z' });
});
afterAll(() => host.stop());

const mail = { name: { en: 'E-mail', ar: 'البريد الإلكتروني' }, description: 'Mailboxes and calendars' };
const advance = (by: string) => client(host.url, '', '').post('/local/clock', { advance: by });
const patch = (who: Client, id: string, body: object, version: number) => who.send('PATCH', `/services/${id}`, body, { 'if-match': `"${version}"` });

describe('a service', () => {
  test('stands as it was last told, and its days show the worst of each in the firm’s own time', async () => {
    const firm = await signUp(host.url);
    const { id, state } = (await firm.post('/services', mail)).body;
    expect(state).toBe('operational');
    await advance('P1D');
    const opened = await firm.post('/cases', { kind: 'incident', title: 'No mail' });
    const told = await firm.post(`/services/${id}/status`, { state: 'major-outage', message: 'No mail comes in.', case: opened.body.id });
    expect(told).toMatchObject({ status: 200, body: { state: 'major-outage', version: 2 } });
    expect((await firm.get('/service-status')).body).toMatchObject({
      state: 'major-outage',
      updates: [{ case: opened.body.id, to: 'major-outage' }],
    });
    await advance('PT6H');
    await firm.post(`/services/${id}/status`, { state: 'operational' });
    // Away from a rounding step: the clock runs on while the requests do.
    await advance('PT18H6M');
    const { body } = await firm.get('/service-status?days=7');
    expect(body.services).toMatchObject([
      {
        // The clock of a host runs on while it is asked.
        availability: '87.52',
        days: [
          { on: '2026-03-01', worst: 'operational' },
          { on: '2026-03-02', worst: 'major-outage' },
          { on: '2026-03-03', worst: 'operational' },
        ],
      },
    ]);
    expect((await firm.get(`/services/${id}/updates?limit=1`)).body).toMatchObject({ data: [{ to: 'operational' }], has_more: true });
  });

  test('has its names alone, whatever their case and spelling, until it takes others', async () => {
    const firm = await signUp(host.url);
    const { id } = (await firm.post('/services', mail)).body;
    expect(await firm.post('/services', { name: { en: 'e-MAIL', ar: 'آخر' } })).toMatchObject({
      status: 409,
      body: { code: 'service.exists', errors: [{ pointer: '/name/en' }] },
    });
    expect((await patch(firm, id, { name: { en: 'Post', ar: 'البريد' } }, 1)).status).toBe(200);
    expect((await firm.post('/services', mail)).status).toBe(201);
    const twins = await Promise.all(Array.from({ length: 10 }, () => firm.post('/services', { name: { en: 'Till', ar: 'الكاشير' } })));
    expect(twins.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)]);
  });

  test('that is archived leaves the page and is told of no more, until it comes back', async () => {
    const firm = await signUp(host.url);
    const { id } = (await firm.post('/services', mail)).body;
    await patch(firm, id, { archived: true }, 1);
    expect((await firm.get('/service-status')).body.services).toEqual([]);
    expect(await firm.post(`/services/${id}/status`, { state: 'degraded' })).toMatchObject({ status: 409, body: { code: 'service.archived' } });
    expect((await patch(firm, id, { archived: false, description: null }, 2)).body).toMatchObject({ archived: false, description: null });
  });

  test.each([
    ['the state that it has, without a word', { state: 'operational' }, 'service.nothing_new', '/message'],
    ['a case that is none', { state: 'degraded', case: `cas_${'0'.repeat(26)}` }, 'case.unknown', '/case'],
    ['a state that is none', { state: 'fine' }, 'request.invalid', '/state'],
  ])('is not told %s', async (_, body, code, pointer) => {
    const firm = await signUp(host.url);
    const { id } = (await firm.post('/services', mail)).body;
    expect((await firm.post(`/services/${id}/status`, body)).body).toMatchObject({ code, errors: [{ pointer }] });
    expect((await firm.get('/service-status')).body.updates).toEqual([]);
  });
});

test.each([
  ['/services', (name: string) => ({ name: { en: name, ar: 'بريد' } }), '/name/en'],
  ['/services', (name: string) => ({ name: { en: 'Mail', ar: name } }), '/name/ar'],
  ['/consumables', (name: string) => ({ name }), '/name'],
  ['/systems', (name: string) => ({ name, levels: ['read'] }), '/name'],
] as const)('%s: spaces and marks alone are no name', async (path, body, pointer) => {
  const firm = await signUp(host.url);
  for (const name of [' ', '\u200b', '\u064b\u0640']) {
    expect(await firm.post(path, body(name))).toMatchObject({ status: 422, body: { errors: [{ pointer, code: 'field.required' }] } });
  }
});
