import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalHost } from '../../../infra/local/host.ts';
import { aHost, type Client, signUp } from '../../host.ts';
import { aMail, deskOf, drop, multipart } from '../work/mail-in.ts';
import { eventsOf, joinAs } from '../work/office.ts';

let host: LocalHost;
let owner: Client;
let staff: Client;
let auditor: Client;
beforeAll(async () => {
  host = await aHost({ at: '2026-02-02T07:00:00.000Z' });
  owner = await signUp(host.url);
  staff = await joinAs(host, owner, 'staff', 'Sami');
  auditor = await joinAs(host, owner, 'auditor', 'Adel');
});
afterAll(() => host.stop());

const pdf = Buffer.from('%PDF-1.4 the contract');
/** A mail with one file, into a case of its own. */
async function mailed(to: Client, { name = 'contract.pdf', type = 'application/pdf', content = pdf } = {}) {
  const file = [
    `Content-Type: ${type}`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    content.toString('base64'),
  ].join('\r\n');
  const body = multipart('b', ['Content-Type: text/plain\r\n\r\nHere it is.', file]);
  const headers = ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'];
  const answer = await drop(host.url, aMail({ to: await deskOf(to), headers, body }));
  const [received] = answer.body.received as { case: string }[];
  const caseId = received?.case ?? '';
  const files = (await to.get(`/cases/${caseId}/attachments`)).body.data as { id: string; name: string; isMail: boolean }[];
  return { caseId, file: files.find(({ isMail }) => !isMail)?.id ?? '', mail: files.find(({ isMail }) => isMail)?.id ?? '' };
}

test('a file that came by mail is kept as a record of its case, byte for byte, by whoever may file', async () => {
  const { caseId, file } = await mailed(owner);
  const kept = await staff.post('/records/from-case', { case: caseId, file, tags: ['lease'] });
  expect(kept).toMatchObject({
    status: 201,
    body: { title: 'contract.pdf', tags: ['lease'], links: [{ kind: 'case', id: caseId }], confidential: false },
  });
  const [version] = kept.body.versions;
  expect(version).toMatchObject({ bytes: pdf.length, sha256: createHash('sha256').update(pdf).digest('hex') });
  const { url } = (await owner.get(`/records/${kept.body.id}/versions/${version.id}/download`)).body;
  expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(pdf);
  expect((await owner.get(`/records?link=case:${caseId}`)).body.data.map(({ id }: { id: string }) => id)).toEqual([kept.body.id]);
  expect((await eventsOf(owner, 'record.filed')).map((event) => event.entity.id)).toEqual([kept.body.id]);
  expect((await auditor.post('/records/from-case', { case: caseId, file })).status).toBe(403);
});

test('what colleagues keep among themselves stays confidential as a record', async () => {
  const { caseId, mail } = await mailed(owner, { name: 'second.pdf' });
  const kept = await owner.post('/records/from-case', { case: caseId, file: mail });
  expect(kept).toMatchObject({ status: 201, body: { confidential: true } });
  expect((await auditor.get(`/records/${kept.body.id}`)).status).toBe(404);
});

test('what is no record, is of another firm or is not there is refused, and leaves nothing behind', async () => {
  const { caseId, file } = await mailed(owner, { name: 'fake.pdf', content: Buffer.from('not a PDF at all') });
  expect((await owner.post('/records/from-case', { case: caseId, file })).body).toMatchObject({ code: 'record.type_differs' });
  const stranger = await signUp(host.url);
  expect((await stranger.post('/records/from-case', { case: caseId, file })).body).toMatchObject({
    code: 'record.link_unknown',
    errors: [{ pointer: '/file' }],
  });
  const other = await mailed(owner, { name: 'third.pdf' });
  expect((await owner.post('/records/from-case', { case: other.caseId, file })).body).toMatchObject({ code: 'record.link_unknown' });
  const before = await owner.get(`/records?link=case:${caseId}`);
  expect(before.body.data).toEqual([]);
});
