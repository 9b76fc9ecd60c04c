import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { acceptedLanguage } from '../../../functions/platform/http/accept-language.ts';
import { attachment } from '../../../functions/platform/http/respond.ts';
import type { Ports } from '../../../functions/platform/ports.ts';
import type { BlobFiles } from '../blobs/blob-files.ts';
import { openLink } from '../blobs/link.ts';
import { BLOBS_PATH } from '../blobs/local-blobs.ts';
import { atMost, BadUpload, ofDigest, readUploadForm } from '../blobs/upload-form.ts';
import type { LocalClock } from '../clock.ts';
import { laterBy } from '../duration.ts';
import { dropMail } from '../mail/drop-mail.ts';
import type { Mailbox } from '../mail/mailbox.ts';
import { mailboxPage, mailboxScript } from '../mail/mailbox-page.ts';
import { readWhole } from './read-whole.ts';

/** What only the local host has: its mailbox, its clock, and the links to its blobs. None of it exists on AWS. */
export interface LocalEndpoints {
  readonly mail: Mailbox;
  readonly clock: LocalClock;
  readonly blobs: BlobFiles;
  readonly signingKey: Uint8Array;
  /** Moves the test clock, doing on the way everything that falls due. */
  readonly advanceTo: (instant: string) => Promise<{ readonly fired: number }>;
  readonly ports: Ports;
}

const MAILS_SHOWN = 200;
const SMALL_BODY_BYTES = 10_000;

export async function serveLocal(request: IncomingMessage, response: ServerResponse, path: string, host: LocalEndpoints): Promise<void> {
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  const { method = 'GET' } = request;
  const on = `${method} ${path}`;
  if (on === `POST ${BLOBS_PATH}`) return upload(request, response, host);
  if (method === 'GET' && path.startsWith(`${BLOBS_PATH}/`)) return download(response, path.slice(BLOBS_PATH.length + 1), host);
  if (!isFromThisMachine(request)) return json(response, 403, { error: 'this is for the machine itself' });
  if (on === 'GET /local/mail') return showMailbox(request, response, host);
  if (on === 'POST /local/mail') return dropMail(request, response, host.ports);
  if (on === 'GET /local/mail.js') return showScript(response);
  if (on === 'GET /local/mail.json') return json(response, 200, { mails: await host.mail.list(MAILS_SHOWN) });
  if (method === 'GET' && path.startsWith('/local/mail/')) return showMail(response, path.slice('/local/mail/'.length), host);
  if (on === 'GET /local/clock') return json(response, 200, { now: host.clock.now(), moved: host.clock.isMoved() });
  if (on === 'POST /local/clock') return moveClock(request, response, host);
  return json(response, 404, { error: 'there is nothing here' });
}

/** By its address, and by the name it used: a page of another site that has made its name point here is not this machine's own. */
function isFromThisMachine(request: IncomingMessage): boolean {
  const { remoteAddress = '' } = request.socket;
  const name = /^(.*?)(?::\d+)?$/.exec(request.headers.host ?? '')?.[1] ?? '';
  return /^(?:127\.|::1$|::ffff:127\.)/.test(remoteAddress) && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(name);
}

async function showMailbox(request: IncomingMessage, response: ServerResponse, { mail }: LocalEndpoints): Promise<void> {
  const page = mailboxPage(await mail.list(MAILS_SHOWN), acceptedLanguage(request.headers['accept-language']) ?? 'en');
  response.setHeader(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'",
  );
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
}

function showScript(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(mailboxScript);
}

async function showMail(response: ServerResponse, file: string, { mail }: LocalEndpoints): Promise<void> {
  const content = await mail.read(file);
  if (!content) return json(response, 404, { error: 'there is no such mail' });
  response.writeHead(200, { 'content-type': 'message/rfc822', 'content-disposition': attachment(file) }).end(content);
}

/** A page of another site cannot send JSON here without being asked first, and nobody answers that question. */
async function moveClock(request: IncomingMessage, response: ServerResponse, { clock, advanceTo }: LocalEndpoints): Promise<void> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return json(response, 415, { error: 'send application/json' });
  const body = await readWhole(request, SMALL_BODY_BYTES);
  const target = body instanceof Buffer ? targetOf(body, clock.now()) : undefined;
  if (target === undefined) return json(response, 400, { error: 'send {"at": "2031-01-31T02:00:00Z"} or {"advance": "P30D"}' });
  if (target < clock.now()) return json(response, 409, { error: 'time only moves forward', now: clock.now() });
  const { fired } = await advanceTo(target);
  return json(response, 200, { now: clock.now(), fired });
}

function targetOf(body: Buffer, now: string): string | undefined {
  let asked: unknown;
  try {
    asked = JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
  if (typeof asked !== 'object' || asked === null) return undefined;
  if ('advance' in asked && typeof asked.advance === 'string') return laterBy(now, asked.advance);
  if (!('at' in asked) || typeof asked.at !== 'string') return undefined;
  const atMs = Date.parse(asked.at);
  return Number.isNaN(atMs) ? undefined : new Date(atMs).toISOString();
}

/** As S3 takes a presigned form: 204 when it is stored, 403 for a link that is not ours or is over, 400 for a file that is too large. */
async function upload(request: IncomingMessage, response: ServerResponse, { blobs, clock, signingKey }: LocalEndpoints): Promise<void> {
  try {
    const { fields, file } = await readUploadForm(request, request.headers['content-type']);
    const link = openLink(signingKey, fields.token ?? '', 'upload', clock.now());
    if (!link || fields['Content-Type'] !== link.type) return refuseUpload(request, response, 403, 'this link is over or was changed');
    await blobs.write(link.key, link.type, ofDigest(atMost(file, link.maximumBytes), link.sha256));
    response.writeHead(204).end();
  } catch (error) {
    if (!(error instanceof BadUpload)) throw error;
    refuseUpload(request, response, 400, error.message);
  }
}

/** What is still on its way is not waited for. */
function refuseUpload(request: IncomingMessage, response: ServerResponse, status: number, error: string): void {
  request.unpipe();
  request.resume();
  response.setHeader('connection', 'close');
  json(response, status, { error });
}

async function download(response: ServerResponse, token: string, { blobs, clock, signingKey }: LocalEndpoints): Promise<void> {
  const link = openLink(signingKey, token, 'download', clock.now());
  if (!link) return json(response, 403, { error: 'this link is over or was changed' });
  const content = await blobs.stream(link.key);
  if (!content) return json(response, 404, { error: 'there is no such file' });
  const type = (await blobs.typeOf(link.key)) ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'content-disposition': attachment(link.name) });
  // Whoever goes away in the middle is nobody's fault.
  await pipeline(content, response).catch(() => response.destroy());
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
