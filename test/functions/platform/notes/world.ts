import { randomBytes } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { api } from '../../../../functions/platform/http/api.ts';
import type { HttpEvent, HttpResponse } from '../../../../functions/platform/http/exchange.ts';
import type { ApiHost } from '../../../../functions/platform/http/host.ts';
import type { Ports } from '../../../../functions/platform/ports.ts';
import { randomPool } from '../../../../functions/platform/random-pool.ts';
import { leadingKeyOf, withLeadingKeys } from '../../../../functions/platform/table/leading-keys.ts';
import type { Table } from '../../../../functions/platform/table/port.ts';
import { localLimiter } from '../../../../infra/local/limiter.ts';
import { jsonLinesLog, type LogLevel } from '../../../../infra/local/log.ts';
import { memoryTable } from '../../../../infra/local/table/memory-table.ts';
import { oneRoom } from '../../one-room.ts';
import { type Person, people } from './people.ts';
import { notesRoutes } from './routes.ts';
import { verbs } from './verbs.ts';

export interface Asked {
  readonly body?: unknown;
  /** The body as it is, instead of JSON. */
  readonly text?: string;
  readonly base64?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly as?: Person;
  readonly address?: string;
  readonly remainingMs?: number;
}
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers as they come
  readonly json: any;
  readonly raw: HttpResponse;
}
/** One table, the chain over it, and as many firms and people as a test asks for. */
export async function world(options: Partial<ApiHost> & { readonly over?: (table: Table) => Table; readonly level?: LogLevel } = {}) {
  const lines: Record<string, unknown>[] = [];
  const stored = memoryTable();
  const table = options.over ? options.over(stored) : stored;
  let now = '2026-03-15T21:30:00.000Z';
  const never = () => Promise.reject(new Error('no test of the chain asks for this'));
  const ports: Ports = {
    table: async (scopes) => withLeadingKeys(table, scopes.map(leadingKeyOf)),
    clock: { now: () => now },
    randomBytes: randomPool(),
    blobs: { put: never, get: never, delete: never, read: never, digest: never, uploadUrl: never, downloadUrl: never },
    mail: { send: never },
    limiter: localLimiter(),
    log: jsonLinesLog(options.level ?? 'info', (line) => lines.push(JSON.parse(line))),
    signingKey: randomBytes(32),
    receiptSecret: async () => new Uint8Array(32),
    pagesUrl: 'https://diwan.test',
  };
  const handler = api('notes', ...oneRoom(notesRoutes, verbs), { checkAnswers: true, ...options, ports: () => ports });

  async function ask(method: string, url: string, asked: Asked = {}): Promise<Answered> {
    const raw = await handler(eventOf(method, url, asked), contextOf(asked.remainingMs ?? 29_000));
    const text = raw.isBase64Encoded ? Buffer.from(raw.body ?? '', 'base64').toString('latin1') : (raw.body ?? '');
    return {
      status: raw.statusCode,
      headers: raw.headers,
      text,
      json: /json/.test(raw.headers['content-type'] ?? '') ? JSON.parse(text) : undefined,
      raw,
    };
  }
  return { ask, ...people(table), ports, stored, lines, at: (instant: string) => (now = instant) };
}

export function eventOf(method: string, url: string, { body, text, base64, headers = {}, as, address = '192.0.2.1' }: Asked = {}): HttpEvent {
  const [rawPath = '', rawQueryString = ''] = url.split('?');
  const content = text ?? (body === undefined ? undefined : JSON.stringify(body));
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...(as && { authorization: `Bearer ${as.token}` }), ...headers },
    requestContext: {
      accountId: '',
      apiId: '',
      domainName: '',
      domainPrefix: '',
      requestId: '',
      routeKey: '',
      stage: '$default',
      time: '',
      timeEpoch: 0,
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: address, userAgent: 'test' },
    },
    ...(content !== undefined && { body: base64 ? Buffer.from(content).toString('base64') : content }),
    isBase64Encoded: base64 ?? false,
  };
}

export function contextOf(remainingMs: number): Context {
  const nothing = () => undefined;
  return {
    functionName: 'notes',
    functionVersion: '',
    invokedFunctionArn: '',
    memoryLimitInMB: '',
    awsRequestId: '',
    logGroupName: '',
    logStreamName: '',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => remainingMs,
    done: nothing,
    fail: nothing,
    succeed: nothing,
  };
}
