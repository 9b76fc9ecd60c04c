import { createHmac } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newFolder, notesHost } from './whole-host.ts';

const host = await notesHost({ dataDir: newFolder(), at: '2026-03-15T21:30:00.000Z' });
const { blobs } = host.ports;
const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const rules = { type: 'text/csv', maximumBytes: 1000, seconds: 300 };

type Form = Awaited<ReturnType<typeof blobs.uploadUrl>>;
async function upload({ url, fields }: Form, content: Uint8Array, changed: Record<string, string> = {}): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...changed })) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(content)]), 'statement.csv');
  return (await fetch(url, { method: 'POST', body: form })).status;
}

describe('a blob', () => {
  test('is what was put, until it is deleted', async () => {
    await blobs.put('frm_1/a', bytes('one'), 'text/plain');
    await blobs.put('frm_1/a', bytes('two'), 'text/plain');
    expect(Buffer.from((await blobs.get('frm_1/a')) ?? []).toString()).toBe('two');
    await blobs.delete('frm_1/a');
    expect(await blobs.get('frm_1/a')).toBeUndefined();
    await blobs.delete('frm_1/a');
  });

  test('lies in the folder of its firm, whatever its key says', async () => {
    await blobs.put('frm_2/../../../escaped', bytes('x'), 'text/plain');
    expect(readdirSync(host.dataDir)).not.toContain('escaped');
    expect(readdirSync(join(host.dataDir, 'blobs'))).toContain('frm_2');
    expect(readdirSync(join(host.dataDir, 'blobs', 'frm_2')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('is read by a link under the name that the link says', async () => {
    await blobs.put('frm_1/b', bytes('id,text'), 'text/csv');
    const answered = await fetch(await blobs.downloadUrl('frm_1/b', { name: 'كشف.csv', seconds: 60 }));
    expect([answered.status, await answered.text(), answered.headers.get('content-type')]).toEqual([200, 'id,text', 'text/csv']);
    expect(answered.headers.get('content-disposition')).toContain(encodeURIComponent('كشف.csv'));
  });

  test('is written by a form as S3 takes it', async () => {
    const content = new Uint8Array(1000).map((_, i) => i % 256);
    expect(await upload(await blobs.uploadUrl('frm_1/c', rules), content)).toBe(204);
    expect(await blobs.get('frm_1/c')).toEqual(Buffer.from(content));
  });

  test('of a large size is taken as it comes', async () => {
    const content = new Uint8Array(9_000_000).map((_, i) => (i * 31) % 256);
    expect(await upload(await blobs.uploadUrl('frm_1/large', { ...rules, maximumBytes: 9_000_000 }), content)).toBe(204);
    expect(Buffer.compare(Buffer.from((await blobs.get('frm_1/large')) ?? []), Buffer.from(content))).toBe(0);
  });

  test('of a byte too many is refused and leaves nothing', async () => {
    expect(await upload(await blobs.uploadUrl('frm_1/d', rules), new Uint8Array(1001))).toBe(400);
    expect(await blobs.get('frm_1/d')).toBeUndefined();
    expect(readdirSync(join(host.dataDir, 'blobs', 'frm_1')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('whose closing boundary comes in pieces is whole', async () => {
    const { url, fields } = await blobs.uploadUrl('frm_1/e', rules);
    const part = (name: string, value: string) => `--b0\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const head = `${part('token', fields.token ?? '')}${part('Content-Type', 'text/csv')}--b0\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n`;
    const status = await new Promise((resolve) => {
      const sending = request(url, { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=b0' } }, (response) =>
        resolve(response.statusCode),
      );
      const pieces = [...`${head}a\r\n--b\r\n--b0x`.matchAll(/[\s\S]{1,7}/g)].map(([piece]) => piece);
      pieces.push('\r', '\n-', '-b', '0--\r\n');
      const next = (): void => {
        const piece = pieces.shift();
        if (piece === undefined) sending.end();
        else sending.write(piece, () => setImmediate(next));
      };
      next();
    });
    expect(status).toBe(204);
    expect(Buffer.from((await blobs.get('frm_1/e')) ?? []).toString()).toBe('a\r\n--b');
  });
});

describe('a link', () => {
  const payloadOf = (token: string) => token.split('.')[0] ?? '';
  const markOf = (token: string) => token.split('.')[1] ?? '';
  const forged = (token: string, change: Record<string, unknown>) =>
    Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(payloadOf(token), 'base64url').toString()), ...change })).toString('base64url');

  test.each([
    ['for another key', (token: string) => `${forged(token, { key: 'frm_2/a' })}.${markOf(token)}`],
    ['for longer', (token: string) => `${forged(token, { until: '2099-01-01' })}.${markOf(token)}`],
    [
      'sealed by somebody else',
      (token: string) => `${payloadOf(token)}.${createHmac('sha256', 'guess').update(payloadOf(token)).digest('base64url')}`,
    ],
    ['without a seal', (token: string) => payloadOf(token)],
    ['that is nothing', () => 'nothing'],
  ])('%s opens nothing', async (_fact, change) => {
    await blobs.put('frm_2/a', bytes('theirs'), 'text/plain');
    const url = new URL(await blobs.downloadUrl('frm_1/b', { name: 'x', seconds: 60 }));
    const token = url.pathname.split('/').at(-1) ?? '';
    expect((await fetch(`${host.url}/local/blobs/${change(token)}`)).status).toBe(403);
  });

  test('to upload does not download, nor the other way round', async () => {
    const { fields } = await blobs.uploadUrl('frm_1/b', rules);
    expect((await fetch(`${host.url}/local/blobs/${fields.token}`)).status).toBe(403);
    const download = (await blobs.downloadUrl('frm_1/b', { name: 'x', seconds: 60 })).split('/').at(-1) ?? '';
    expect(await upload(await blobs.uploadUrl('frm_1/f', rules), bytes('x'), { token: download })).toBe(403);
  });

  test('takes the type that it was made for alone', async () => {
    expect(await upload(await blobs.uploadUrl('frm_1/g', rules), bytes('x'), { 'Content-Type': 'text/html' })).toBe(403);
  });

  test('is over when its time is', async () => {
    const link = await blobs.downloadUrl('frm_1/b', { name: 'x', seconds: 300 });
    const form = await blobs.uploadUrl('frm_1/h', rules);
    await host.advanceTo(new Date(Date.parse(host.clock.now()) + 301_000).toISOString());
    expect([(await fetch(link)).status, await upload(form, bytes('x'))]).toEqual([403, 403]);
  });

  test.each([
    ['no form', 'application/json', '{}'],
    ['a form without a file', 'multipart/form-data; boundary=b0', '--b0\r\nContent-Disposition: form-data; name="token"\r\n\r\nx\r\n--b0--\r\n'],
    ['a form that breaks off', 'multipart/form-data; boundary=b0', '--b0\r\nContent-Disp'],
    ['a part without a name', 'multipart/form-data; boundary=b0', '--b0\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b0--\r\n'],
  ])('given %s is refused', async (_fact, type, body) => {
    expect((await fetch(`${host.url}/local/blobs`, { method: 'POST', headers: { 'content-type': type }, body })).status).toBe(400);
  });
});
