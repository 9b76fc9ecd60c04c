import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { newFolder, notesHost } from './whole-host.ts';

const webDir = join(newFolder(), 'web');
const script = 'console.log("ديوان");'.repeat(50);
mkdirSync(join(webDir, 'assets'), { recursive: true });
writeFileSync(join(webDir, 'index.html'), '<!doctype html><title>Diwan</title>');
writeFileSync(join(webDir, 'assets', 'app-1a2b.js'), script);
writeFileSync(join(webDir, 'assets', 'app-1a2b.js.br'), brotliCompressSync(script));
writeFileSync(join(webDir, 'assets', 'app-1a2b.js.gz'), gzipSync(script));
writeFileSync(join(webDir, 'favicon.svg'), '<svg/>');
writeFileSync(join(webDir, '..', 'secret.txt'), 'secret');
const { url } = await notesHost({ webDir });

/** As it is, where fetch would tidy the path and unpack the body. */
const get = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; headers: Record<string, unknown>; length: number; text: string }>((resolve, reject) => {
    request(`${url}/`, { path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          length: Buffer.concat(chunks).length,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    })
      .on('error', reject)
      .end();
  });

describe('the pages', () => {
  test.each(['/', '/index.html', '/firms/frm_1/invoices', '/nothing'])('%s is the page, asked for every time', async (path) => {
    const { status, headers, text } = await get(path);
    expect([status, text]).toEqual([200, '<!doctype html><title>Diwan</title>']);
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
    expect(headers['content-security-policy']).toContain("default-src 'self'");
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('take no %s', async (method) => {
    const { status, headers } = await fetch(`${url}/index.html`, { method });
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('keep for a year what is named by its digest', async () => {
    const { headers, text } = await get('/assets/app-1a2b.js');
    expect(text).toBe(script);
    expect(headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-type': 'text/javascript; charset=utf-8' });
  });

  test.each([
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['identity', undefined],
  ])('are packed for who takes %s as %s', async (accepted, encoding) => {
    const { headers, length } = await get('/assets/app-1a2b.js', { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary).toBe('Accept-Encoding');
    if (encoding) expect(length).toBeLessThan(Buffer.byteLength(script) / 2);
  });

  test('are not sent again to who has them', async () => {
    const { headers } = await get('/favicon.svg');
    expect(headers['content-type']).toBe('image/svg+xml');
    const again = await get('/favicon.svg', { 'if-none-match': String(headers.etag) });
    expect([again.status, again.length]).toEqual([304, 0]);
  });

  test.each(['/assets/app-9z9z.js', '/missing.png'])('%s is a file that is not there, not the page', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test.each(['/../secret.txt', '/assets/../../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/%00', '/%E0%A4%A'])(
    '%s leads nowhere outside',
    async (path) => {
      expect((await get(path)).text).not.toContain('secret');
    },
  );

  test('that are not built say how', async () => {
    const bare = await notesHost({ webDir: join(webDir, 'nowhere') });
    const answered = await fetch(bare.url);
    expect([answered.status, await answered.text()]).toEqual([404, expect.stringContaining('npm run build:web')]);
  });
});
