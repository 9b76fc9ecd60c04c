import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { people } from '../../functions/platform/notes/people.ts';
import { notesHost, read } from './whole-host.ts';

const host = await notesHost();
const owner = await people(host.table, '9999-01-01').member('owner');
const notes = `${host.url}/v1/firms/${owner.firm}/notes`;
const authorization = `Bearer ${owner.token}`;
const json = { authorization, 'content-type': 'application/json' };

describe('a request over HTTP', () => {
  test('reaches the function of its context and comes back as it was answered', async () => {
    const written = await fetch(notes, { method: 'POST', headers: json, body: JSON.stringify({ text: 'نخيل' }) });
    expect([written.status, await written.json()]).toEqual([201, { id: expect.any(String), text: 'نخيل' }]);
    expect(written.headers.get('etag')).toBe('"1"');
    const listed = await fetch(`${notes}?limit=1&order=desc`, { headers: { authorization } });
    expect(await listed.json()).toMatchObject({ data: [{ text: 'نخيل' }] });
  });

  test('to an address that is nothing is answered by the default function', async () => {
    const answered = await fetch(`${host.url}/v1/firms/x/nothing`);
    expect([answered.status, answered.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });

  test('with a method that the address does not take says which it takes', async () => {
    const answered = await fetch(notes, { method: 'PUT', headers: { authorization } });
    expect([answered.status, answered.headers.get('allow')]).toEqual([405, 'POST, GET']);
  });

  test('may ask for the head alone', async () => {
    const answered = await fetch(notes, { method: 'HEAD', headers: { authorization } });
    expect([answered.status, await answered.text()]).toEqual([200, '']);
    expect(Number(answered.headers.get('content-length'))).toBeGreaterThan(10);
  });

  test('may send a file in another encoding', async () => {
    const body = Buffer.from([0xc7, 0xe1, 0xd5, 0xdd]);
    const answered = await fetch(`${notes}/import`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'text/csv; charset=windows-1256' },
      body,
    });
    expect(await answered.json()).toEqual({ length: 4, text: 'الصف' });
  });

  test('may be answered with bytes', async () => {
    const answered = await fetch(`${notes}/print?format=xlsx`, { headers: { authorization } });
    expect([...new Uint8Array(await answered.arrayBuffer())]).toEqual([0x50, 0x4b, 0xff]);
  });

  test.each([
    ['a megabyte and more', 1024 * 1024 + 1],
    ['what a Lambda is not given', 10 * 1024 * 1024],
  ])('with a body of %s is refused in the usual form', async (_fact, length) => {
    const answered = await fetch(notes, { method: 'POST', headers: json, body: 'x'.repeat(length) });
    expect([answered.status, (await read(answered)).code]).toEqual([413, 'request.too_large']);
  });

  test('of unknown length is cut off at the limit', async () => {
    const status = await new Promise((resolve, reject) => {
      const sending = request(notes, { method: 'POST', headers: json }, (response) => {
        resolve(response.statusCode);
        response.resume();
      });
      sending.on('error', reject);
      const chunk = Buffer.alloc(1024 * 1024, 'x');
      for (let i = 0; i < 8; i++) sending.write(chunk);
      sending.end();
    });
    expect(status).toBe(413);
  });

  test('under another firm’s limit is not slowed', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => fetch(notes, { headers: { authorization } })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });
});

test('a host that is stopped answers what has begun, and nothing more', async () => {
  const short = await notesHost();
  const who = await people(short.table, '9999-01-01').member('owner');
  const url = `${short.url}/v1/firms/${who.firm}/notes`;
  const body = JSON.stringify({ text: 'on the way' });
  const headers = { ...json, authorization: `Bearer ${who.token}` };
  const begun = Array.from({ length: 20 }, () => fetch(url, { method: 'POST', headers, body }));
  await new Promise((resolve) => setTimeout(resolve, 2));
  const stopping = short.stop();
  const settled = await Promise.allSettled(begun);
  await stopping;
  for (const answer of settled) if (answer.status === 'fulfilled') expect(answer.value.status).toBe(201);
  await expect(fetch(url)).rejects.toThrow();
});

test('nobody but this machine is let in', async () => {
  const { networkInterfaces } = await import('node:os');
  const other = Object.values(networkInterfaces())
    .flat()
    .find((found) => found && !found.internal && found.family === 'IPv4');
  if (other) await expect(fetch(`http://${other.address}:${new URL(host.url).port}/healthz`)).rejects.toThrow();
  expect(new URL(host.url).hostname).toBe('localhost');
});
