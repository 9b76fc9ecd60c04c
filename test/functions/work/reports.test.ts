import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalHost } from '../../../infra/local/host.ts';
import { aHost, type Client, client, signUp } from '../../host.ts';

let host: LocalHost;
beforeAll(async () => {
  // A Sunday morning in Riyadh: the desk is open.
  host = await aHost({ at: '2026-03-01T06:00:00.000Z' });
});
afterAll(() => host.stop());
const advance = (by: string) => client(host.url, '', '').post('/local/clock', { advance: by });
const open = async (firm: Client, body: object = {}) =>
  (await firm.post('/cases', { kind: 'incident', title: 'No mail', ...body })).body.id as string;
const move = (firm: Client, id: string, to: string, reason = 'r') => firm.post(`/cases/${id}/move`, { to, reason });
const resolve = async (firm: Client, id: string) => {
  for (const item of ['cause', 'tested']) await firm.post(`/cases/${id}/checklist/${item}`, {});
  const answer = await move(firm, id, 'resolved');
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
};

describe('the report of the desk', () => {
  test('tells what opened, what was resolved and how, and how old the rest is, by queue and by device', async () => {
    const firm = await signUp(host.url);
    const quick = await open(firm, { fields: { asset: 'Till 1' } });
    const late = await open(firm, { fields: { asset: 'till 1' }, impact: 'high', urgency: 'high' });
    const left = await open(firm, { kind: 'general-request' });
    const gone = await open(firm);
    await advance('PT10M');
    await resolve(firm, quick);
    await move(firm, gone, 'cancelled');
    await advance('P2D');
    await resolve(firm, late);
    const { body } = await firm.get('/desk-report?by=queue');
    expect(body.total).toMatchObject({ opened: 4, resolved: 2, breached: 1, firstContact: 2, backlog: [0, 1, 0, 0, 0] });
    expect(body.lines.map((line: { key: string; opened: number }) => [line.key, line.opened])).toEqual([
      ['it-support', 3],
      ['office', 1],
    ]);
    expect(body.lines[0].name).toEqual({ en: 'IT support', ar: 'الدعم التقني' });
    const byAsset = (await firm.get('/desk-report?by=asset')).body.lines;
    expect(byAsset.map((line: { key: string | null; opened: number }) => [line.key, line.opened])).toEqual(
      expect.arrayContaining([
        ['till 1', 2],
        [null, 2],
      ]),
    );
    expect((await firm.get('/desk-report?from=2026-03-02&to=2026-03-03')).body.total).toMatchObject({ opened: 0, resolved: 1 });
    await move(firm, late, 'open');
    expect((await firm.get('/desk-report')).body.total).toMatchObject({ resolved: 1, backlog: [0, 2, 0, 0, 0] });
    expect(left).toMatch(/^cas_/);
  });

  test('comes as a file in either language', async () => {
    const firm = await signUp(host.url);
    await open(firm);
    const csv = await firm.get('/desk-report?format=csv', { 'accept-language': 'ar' });
    expect(csv.headers.get('content-type')).toMatch('text/csv');
    expect(csv.body).toMatch('الدعم التقني,1,0');
    expect((await firm.get('/desk-report?format=xlsx')).status).toBe(200);
  });

  test.each([
    ['longer than a year', 'from=2025-01-01&to=2026-03-01'],
    ['that ends before it begins', 'from=2026-03-02&to=2026-03-01'],
  ])('over a stretch %s is refused', async (_, query) => {
    const firm = await signUp(host.url);
    expect(await firm.get(`/desk-report?${query}`)).toMatchObject({ status: 422, body: { code: 'desk_report.range' } });
  });
});

test('before the first year that can be asked for there is no report', async () => {
  const firm = await signUp(host.url);
  expect(await firm.get('/desk-report?to=0001-01-01')).toMatchObject({ status: 400, body: { errors: [{ pointer: '/to', code: 'date.not_real' }] } });
});

test('incidents that repeat are found, and a problem record links them as their cause', async () => {
  const firm = await signUp(host.url);
  const incidents = [await open(firm, { fields: { service: 'Network' } }), await open(firm, { fields: { service: 'network' } })];
  expect((await firm.get('/repeated-incidents')).body.data).toEqual([]);
  incidents.push(await open(firm, { fields: { service: 'Network' } }));
  const [found] = (await firm.get('/repeated-incidents')).body.data;
  expect(found).toMatchObject({ of: 'service', name: 'Network', count: 3 });
  const problem = await open(firm, { kind: 'problem', title: 'The network drops', fields: { service: 'Network' } });
  for (const { id } of found.incidents) expect((await firm.post(`/cases/${problem}/links`, { to: id, relation: 'causes' })).status).toBe(200);
  const { links } = (await firm.get(`/cases/${incidents[0]}`)).body;
  expect(links).toMatchObject([{ relation: 'caused-by' }]);
});
