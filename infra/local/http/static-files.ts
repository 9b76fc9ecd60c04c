import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
};
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** Scripts and data come from here alone; react-aria positions its popovers by inline style. */
export const PAGES_POLICY =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/**
 * The pages as CloudFront serves them: what is named by its digest is kept for a year, the page itself is asked for every time, and an address
 * that is no file is the page, which knows its own addresses.
 */
export function staticFiles(root: string): (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void> {
  return async (request, response, path) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD', 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' });
      response.end('Method not allowed\n');
      return;
    }
    const wanted = fileIn(root, path);
    const found = wanted && (await isFile(wanted)) ? wanted : undefined;
    const file = found ?? (extname(path) === '' || extname(path) === '.html' ? join(root, 'index.html') : undefined);
    if (!file || !(await isFile(file))) return notFound(response, path === '/' || extname(path) === '');
    await sendFile(request, response, file, found !== undefined && /^\/assets\//.test(path));
  };
}

function fileIn(root: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0')) return undefined;
  const file = normalize(join(root, decoded));
  return file.startsWith(normalize(root) + sep) ? file : undefined;
}

async function sendFile(request: IncomingMessage, response: ServerResponse, file: string, isNamedByDigest: boolean): Promise<void> {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const candidates = ENCODINGS.filter(([encoding]) => accepted.includes(encoding));
  let encoding: string | undefined;
  let source = file;
  for (const [name, suffix] of candidates) {
    if (encoding || !(await isFile(file + suffix))) continue;
    [encoding, source] = [name, file + suffix];
  }
  const content = await readFile(source);
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
  response.setHeader('cache-control', isNamedByDigest ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('etag', etag);
  response.setHeader('vary', 'Accept-Encoding');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'same-origin');
  if (extname(file) === '.html') response.setHeader('content-security-policy', PAGES_POLICY);
  if (encoding) response.setHeader('content-encoding', encoding);
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('content-length', content.length);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : content);
}

function notFound(response: ServerResponse, isPage: boolean): void {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' });
  response.end(isPage ? 'The pages are not built: npm run build:web\nلم تُبنَ الصفحات بعد: npm run build:web\n' : 'Not found\n');
}

const isFile = async (file: string): Promise<boolean> => (await stat(file).catch(() => undefined))?.isFile() ?? false;
