import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileName, isRunnable } from '../../../domain/kernel/file-name.ts';
import { confirmFile, MAX_FILE_BYTES } from '../../../domain/work/mail/case-file.ts';
import type { LocalHost } from '../../../infra/local/host.ts';
import { aHost, type Client, signUp } from '../../host.ts';
import { joinAs } from './office.ts';

let host: LocalHost;
let owner: Client;
let auditor: Client;
let caseId: string;
beforeAll(async () => {
  host = await aHost({ at: '2026-02-02T07:00:00.000Z' });
  owner = await signUp(host.url);
  auditor = await joinAs(host, owner, 'auditor', 'Adel');
  caseId = (await owner.post('/cases', { kind: 'incident', title: 'Down' })).body.id;
});
afterAll(() => host.stop());

const content = Buffer.from('%PDF-1.4 the manual');
const sha256 = createHash('sha256').update(content).digest('hex');
const announce = (more: object = {}, who = owner) =>
  who.post(`/cases/${caseId}/attachments`, { name: 'manual.pdf', type: 'application/pdf', bytes: content.length, ...more });
async function upload({ url, fields }: { url: string; fields: Record<string, string> }, bytes: Uint8Array<ArrayBuffer> = content): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([bytes], { type: 'application/pdf' }));
  return (await fetch(url, { method: 'POST', body: form })).status;
}
const list = async (who: Client) =>
  (await who.get(`/cases/${caseId}/attachments`)).body.data as { id: string; name: string; sha256: string; internal: boolean }[];

describe('a file of a case', () => {
  test('is announced, uploaded, confirmed, listed and downloaded', async () => {
    const { status, body } = await announce({ sha256 });
    expect(status).toBe(201);
    expect(await list(owner)).toEqual([]);
    expect((await owner.post(`/cases/${caseId}/attachments/${body.id}/confirm`)).body).toMatchObject({ status: 409, code: 'case_file.not_arrived' });
    expect(await upload(body.upload)).toBe(204);
    const confirmed = await owner.post(`/cases/${caseId}/attachments/${body.id}/confirm`);
    expect(confirmed.body).toMatchObject({ name: 'manual.pdf', bytes: content.length, sha256, internal: false, isMail: false, comment: null });
    expect((await owner.post(`/cases/${caseId}/attachments/${body.id}/confirm`)).body).toEqual(confirmed.body);
    expect((await list(auditor)).map(({ id }) => id)).toEqual([body.id]);
    const { url } = (await owner.get(`/cases/${caseId}/attachments/${body.id}`)).body;
    const file = await fetch(url);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(content);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment;/);
    const { events } = (await owner.get(`/cases/${caseId}`)).body;
    expect(events.filter(({ type }: { type: string }) => type === 'case.file_attached')).toMatchObject([{ data: { attachment: body.id, sha256 } }]);
  });

  test('among colleagues is not there for whoever sees no internal comments', async () => {
    const { body } = await announce({ internal: true });
    await upload(body.upload);
    await owner.post(`/cases/${caseId}/attachments/${body.id}/confirm`);
    expect((await list(owner)).some(({ id }) => id === body.id)).toBe(true);
    expect((await list(auditor)).some(({ id }) => id === body.id)).toBe(false);
    const hidden = await auditor.get(`/cases/${caseId}/attachments/${body.id}`);
    const missing = await auditor.get(`/cases/${caseId}/attachments/att_${'0'.repeat(26)}`);
    expect([hidden.status, hidden.body]).toEqual([404, missing.body]);
    const { events } = (await auditor.get(`/cases/${caseId}`)).body;
    expect(JSON.stringify(events)).not.toContain(body.id);
  });

  test.each([
    ['a program', { name: 'setup.exe' }, 422, 'case_file.type'],
    ['a program that calls itself a picture', { name: 'photo.jpg.scr', type: 'image/jpeg' }, 422, 'case_file.type'],
    ['a page that would run', { name: 'a', type: 'text/html' }, 422, 'case_file.type'],
    ['a file beyond the limit', { bytes: MAX_FILE_BYTES + 1 }, 422, 'case_file.too_large'],
    ['nothing', { bytes: 0 }, 422, 'request.invalid'],
    ['a name of nothing', { name: '' }, 422, 'request.invalid'],
    ['a type that is none', { type: 'pdf' }, 422, 'request.invalid'],
    ['a digest that is none', { sha256: 'abc' }, 422, 'request.invalid'],
  ])('%s is refused', async (_, more, status, code) => {
    const before = (await list(owner)).length;
    expect(await announce(more)).toMatchObject({ status, body: { code } });
    expect(await list(owner)).toHaveLength(before);
  });

  test('that is not the one announced is not taken', async () => {
    const { body } = await announce({ sha256: '0'.repeat(64) });
    expect(await upload(body.upload)).not.toBe(204);
    expect((await owner.post(`/cases/${caseId}/attachments/${body.id}/confirm`)).body.code).toBe('case_file.not_arrived');
    expect((await list(owner)).some(({ id }) => id === body.id)).toBe(false);
  });

  test('is what was confirmed, whatever is sent to its address afterwards', async () => {
    const { body } = await announce();
    await upload(body.upload);
    const confirmed = (await owner.post(`/cases/${caseId}/attachments/${body.id}/confirm`)).body;
    await upload(body.upload, Buffer.from('something else'));
    const { url } = (await owner.get(`/cases/${caseId}/attachments/${body.id}`)).body;
    expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(content);
    expect(confirmed.sha256).toBe(sha256);
  });

  test('among colleagues keeps its name from the events too', async () => {
    const { body } = await announce({ internal: true, name: 'salaries.pdf' });
    await upload(body.upload);
    expect((await owner.post(`/cases/${caseId}/attachments/${body.id}/confirm`)).body.name).toBe('salaries.pdf');
    expect(JSON.stringify((await auditor.get('/events?limit=200')).body)).not.toContain('salaries');
  });

  test('of a merged case is read in the one that goes on', async () => {
    const other = (await owner.post('/cases', { kind: 'incident', title: 'Down too' })).body.id;
    const { body } = await owner.post(`/cases/${other}/attachments`, { name: 'x.pdf', type: 'application/pdf', bytes: content.length });
    await upload(body.upload);
    await owner.post(`/cases/${other}/attachments/${body.id}/confirm`);
    await owner.post(`/cases/${other}/merge`, { into: caseId });
    expect(await list(owner)).toContainEqual(expect.objectContaining({ id: body.id, case: other }));
    expect((await owner.post(`/cases/${other}/attachments`, { name: 'y.pdf', type: 'application/pdf', bytes: 1 })).body.code).toBe('case.merged');
  });

  test('that nobody confirmed is forgotten after a day, with its bytes', async () => {
    const folder = join(host.dataDir, 'blobs', owner.firm);
    const kept = existsSync(folder) ? readdirSync(folder).length : 0;
    const { body } = await announce();
    await upload(body.upload);
    expect(readdirSync(folder).length).toBeGreaterThan(kept);
    // As a confirmation leaves it that died before its commit.
    await host.ports.blobs.put(`${owner.firm}/case-files/${body.id}.${sha256}`, content, 'application/pdf');
    await host.advanceTo('2026-02-03T07:30:00.000Z');
    expect(readdirSync(folder)).toHaveLength(kept);
    expect((await owner.post(`/cases/${caseId}/attachments/${body.id}/confirm`)).status).not.toBe(200);
  });

  test('of nothing has not arrived', async () => {
    const { body } = await announce();
    await upload(body.upload, Buffer.alloc(0));
    expect((await owner.post(`/cases/${caseId}/attachments/${body.id}/confirm`)).body.code).toBe('case_file.not_arrived');
  });
});

test.each([
  ['../../etc/passwd', 'text/plain', 'passwd'],
  ['C:\\temp\\report.pdf', 'application/pdf', 'report.pdf'],
  ['..', 'application/pdf', 'file.pdf'],
  ['', 'image/png', 'file.png'],
  ['a\u0000b\u202ecod.exe', 'image/png', 'abcod.exe'],
  [`${'ن'.repeat(300)}.pdf`, 'application/pdf', `${'ن'.repeat(146)}.pdf`],
])('a file called %j is kept as what it is', (sent, type, name) => expect(fileName(sent, type)).toBe(name));
test.each(['a.exe', 'a.pdf.SCR', 'a.lnk', 'a.html', 'a.svg', 'a.js'])('%s could run', (name) =>
  expect(isRunnable(name, 'application/octet-stream')).toBe(true),
);
test.each(['a.pdf', 'a.zip', 'exe', 'a.json', 'تقرير.docx'])('%s does not run', (name) =>
  expect(isRunnable(name, 'application/octet-stream')).toBe(false),
);

test('a file whose bytes are others than were announced is refused at its confirmation too', () => {
  const by = { id: 'usr_1', name: 'Mona' } as const;
  const file = {
    id: 'att_1',
    name: 'a',
    type: 'text/plain',
    bytes: 1,
    sha256,
    internal: false,
    by,
    at: '2026-01-01T00:00:00.000Z',
    state: 'expected',
    blob: 'x',
  } as const;
  expect(confirmFile(file, { bytes: 2, sha256: '0'.repeat(64) })).toMatchObject({ refused: 'case_file.damaged' });
  expect(confirmFile(file, { bytes: 2, sha256 })).toMatchObject({ state: 'kept', bytes: 2 });
});
