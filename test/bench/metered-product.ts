import { createHash } from 'node:crypto';
import { dueHandlers } from '../../functions/due-handlers.ts';
import { apis } from '../../functions/manifest.ts';
import { work } from '../../functions/platform/due/work.ts';
import type { HttpEvent } from '../../functions/platform/http/exchange.ts';
import type { DueItem, Ports } from '../../functions/platform/ports.ts';
import { meteredTable } from '../../functions/platform/table/request-units.ts';
import { gateway } from '../../infra/local/http/gateway.ts';
import { localPorts } from '../../infra/local/ports.ts';
import { memoryTable } from '../../infra/local/table/memory-table.ts';

/** What a command came to on the table, in DynamoDB's units. */
export interface Spent {
  readonly read: number;
  readonly write: number;
  readonly storedBytes: number;
}

/** The product over a table that counts what each call would cost on AWS. Its clock stands still and its chance is drawn by rule: every run costs the same. */
export interface MeteredProduct {
  /** What the work came to, what it made due at once included. */
  spent(work: () => Promise<unknown>): Promise<Spent>;
  // biome-ignore lint/suspicious/noExplicitAny: the bench reads what came over the wire, as the tests do.
  ask(method: string, path: string, body?: unknown, token?: string): Promise<any>;
  /** A function that has just started: it remembers nothing of any firm. */
  forget(): void;
}

export const NOW = '2026-03-15T09:00:00.000Z';

export function meteredProduct(): MeteredProduct {
  const sum = { read: 0, write: 0, storedBytes: 0 };
  const table = meteredTable(memoryTable(), ({ read, write, storedBytes }) => {
    sum.read += read;
    sum.write += write;
    sum.storedBytes += storedBytes;
  });
  const due: DueItem[] = [];
  const files = new Map<string, Uint8Array>();
  let drawn = 0;
  const randomBytes = (count: number): Uint8Array => createHash('shake256', { outputLength: count }).update(`bench ${drawn++}`).digest();
  const start = (): Ports => ({
    ...localPorts({
      table,
      clock: { now: () => NOW, isMoved: () => false, moveTo: () => false },
      blobs: {
        put: async (key, content) => void files.set(key, content),
        get: async (key) => files.get(key),
        delete: async (key) => void files.delete(key),
        read: async () => undefined,
        digest: async () => undefined,
        uploadUrl: async () => ({ url: '', fields: {} }),
        downloadUrl: async () => '',
      },
      mail: { send: async () => undefined },
      limiter: { take: async (_, perMinute) => ({ limit: perMinute, remaining: perMinute, resetSeconds: 60 }) },
      log: { info: () => undefined, warn: () => undefined, error: (message, fields) => console.error(message, fields), metric: () => undefined },
      signingKey: new Uint8Array(32),
      receiptSecret: async () => new Uint8Array(32),
      baseUrl: () => 'https://diwan.example',
      wake: (item) => due.push(item),
    }),
    randomBytes,
  });
  let ports = start();
  const answer = gateway(apis, { ports: () => ports });

  return {
    async spent(command) {
      const before = { ...sum };
      await command();
      for (let item = due.shift(); item; item = due.shift()) await work(item, ports, dueHandlers);
      return { read: sum.read - before.read, write: sum.write - before.write, storedBytes: sum.storedBytes - before.storedBytes };
    },
    async ask(method, path, body, token) {
      const { statusCode, body: text = 'null' } = await answer(eventOf(method, path, body, token, `bench-${drawn++}`));
      if (statusCode >= 300) throw new Error(`${method} ${path}: ${statusCode} ${text}`);
      return JSON.parse(text);
    },
    forget: () => {
      ports = start();
    },
  };
}

function eventOf(method: string, path: string, body: unknown, token: string | undefined, key: string): HttpEvent {
  const [rawPath = '', rawQueryString = ''] = path.split('?');
  const isText = typeof body === 'string';
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': isText ? 'text/plain' : 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': key }),
    },
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
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'bench' },
    },
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    isBase64Encoded: false,
  };
}
