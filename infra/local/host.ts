import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { refuse } from '../../domain/kernel/decision.ts';
import { IMPORT_WORK } from '../../functions/accounting/imports/import-items.ts';
import { dueHandlers } from '../../functions/due-handlers.ts';
import { type ApiRow, apis as everyApi } from '../../functions/manifest.ts';
import { sweep } from '../../functions/platform/due/sweep.ts';
import { type DueHandlers, setAside, work } from '../../functions/platform/due/work.ts';
import type { ApiHost } from '../../functions/platform/http/host.ts';
import { refuseRequest } from '../../functions/platform/http/refuse-request.ts';
import type { DueItem, Log, Ports } from '../../functions/platform/ports.ts';
import { advanceClock } from './advance-clock.ts';
import { blobFiles } from './blobs/blob-files.ts';
import { localBlobs } from './blobs/local-blobs.ts';
import { type LocalClock, localClock } from './clock.ts';
import { gateway } from './http/gateway.ts';
import { serveLocal } from './http/local-endpoints.ts';
import { readWhole } from './http/read-whole.ts';
import { send } from './http/send.ts';
import { listen } from './http/server.ts';
import { staticFiles } from './http/static-files.ts';
import { toEvent } from './http/to-event.ts';
import { localLimiter } from './limiter.ts';
import { jsonLinesLog } from './log.ts';
import { mailbox } from './mail/mailbox.ts';
import { localPorts } from './ports.ts';
import { localQueue } from './queue.ts';
import { every } from './schedule.ts';
import { signingKeyIn } from './signing-key.ts';
import type { EmbeddedTable } from './table/embedded-table.ts';
import { memoryTable } from './table/memory-table.ts';
import { openTable } from './table/open-table.ts';

export interface HostOptions {
  /** Where everything is kept. Without it, nothing is: a table in memory, files in a folder that goes with the host. */
  readonly dataDir?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** 127.0.0.1 unless said otherwise: nobody but this machine is let in. */
  readonly address?: string;
  /** The instant at which the test clock starts. */
  readonly at?: string;
  readonly webDir?: string;
  readonly log?: Log;
  /** Holds every answer against its schema. */
  readonly checkAnswers?: boolean;
  readonly firmPerMinute?: number;
  readonly addressFactor?: number;
  readonly apis?: readonly ApiRow[];
  readonly dueHandlers?: DueHandlers;
  /** For tests of what is lost: a host that never hears of a commit and has only the sweep. */
  readonly isDeaf?: boolean;
  readonly retryAfterMs?: readonly number[];
}

export interface LocalHost {
  readonly url: string;
  readonly table: EmbeddedTable;
  readonly ports: Ports;
  readonly clock: LocalClock;
  readonly dataDir: string;
  /** Looks for what is due and waits until it is done. */
  sweep(): Promise<void>;
  /** Moves the test clock, doing on the way everything that falls due. */
  advanceTo(instant: string): Promise<{ readonly fired: number }>;
  /** Answers what has begun, finishes what runs, closes the table. */
  stop(): Promise<void>;
}

const SWEEP_EVERY_MS = 60_000;
const GRACE_MS = 10_000;
/** Four imports at once are what the memory of a small machine holds. */
const IMPORT_WEIGHT = 6;
/** What a Lambda is given at the most. */
const BODY_LIMIT_BYTES = 6 * 1024 * 1024;
/** One machine serves its own people: the limit stands where only a program gone wild would meet it. */
const LOCAL_FIRM_PER_MINUTE = 600_000;
/** Everybody on one machine has the same address. */
const LOCAL_ADDRESS_FACTOR = 10;
const BUILT_PAGES = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** The whole product in one process: the same handlers as on AWS behind a server, a table, a queue and a schedule of its own. */
export async function startHost(options: HostOptions = {}): Promise<LocalHost> {
  const isKept = options.dataDir !== undefined;
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'diwan-'));
  mkdirSync(dataDir, { recursive: true });
  const keptIn = (name: string): string | undefined => (isKept ? join(dataDir, name) : undefined);

  const log = options.log ?? jsonLinesLog('warn');
  const table = isKept ? openTable(join(dataDir, 'table.sqlite')) : memoryTable();
  const clock = localClock(keptIn('clock.json'), options.at);
  const signingKey = signingKeyIn(keptIn('signing.key'));
  // Apart from the other, which may be turned: a receipt has to verify as long as it is kept.
  const receiptSecret = signingKeyIn(keptIn('receipt.key'));
  const files = blobFiles(join(dataDir, 'blobs'));
  const mail = mailbox(join(dataDir, 'mail'), clock);
  let url = '';

  const ports: Ports = localPorts({
    table,
    clock,
    blobs: localBlobs(files, signingKey, clock, () => url),
    mail,
    limiter: localLimiter(),
    log,
    signingKey,
    receiptSecret: async () => receiptSecret,
    baseUrl: () => url,
    wake: (due) => {
      if (!options.isDeaf) void queue.send([due]);
    },
  });
  const onFault = (message: string, cause: unknown): void => log.error(message, { error: cause instanceof Error ? cause.stack : String(cause) });
  const queue = localQueue({
    handle: (due: DueItem) => work(due, ports, options.dueHandlers ?? dueHandlers),
    giveUp: (due, cause) => setAside(due, cause, ports),
    onFault,
    weightOf: ({ handler }) => (handler === IMPORT_WORK ? IMPORT_WEIGHT : 1),
    ...(options.retryAfterMs && { backoffMs: options.retryAfterMs }),
  });
  const schedule = every(
    SWEEP_EVERY_MS,
    async () => {
      await sweep({ ports, queue });
    },
    (cause) => onFault('the sweep failed and will run again', cause),
  );

  const apiHost: ApiHost = {
    ports: () => ports,
    checkAnswers: options.checkAnswers ?? true,
    firmPerMinute: options.firmPerMinute ?? LOCAL_FIRM_PER_MINUTE,
    addressFactor: options.addressFactor ?? LOCAL_ADDRESS_FACTOR,
  };
  const answer = gateway(options.apis ?? everyApi, apiHost);
  const pages = staticFiles(options.webDir ?? BUILT_PAGES);
  const advanceTo = (instant: string): Promise<{ readonly fired: number }> => advanceClock(instant, { clock, ports, queue, schedule });
  const endpoints = { mail, clock, blobs: files, signingKey, advanceTo, ports };

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = request.url ?? '/';
    const path = target.split('?', 1)[0] ?? '/';
    if (path.startsWith('/v1/') || path === '/v1' || path === '/docs' || path === '/healthz') return respondApi(request, response, target);
    if (path.startsWith('/local/')) return serveLocal(request, response, path, endpoints);
    return pages(request, response, path);
  }

  async function respondApi(request: IncomingMessage, response: ServerResponse, target: string): Promise<void> {
    const body = await readWhole(request, BODY_LIMIT_BYTES);
    if (body !== 'too-large') return send(response, await answer(toEvent(request, target, body)));
    request.resume();
    response.setHeader('connection', 'close');
    send(response, await refuseRequest(toEvent(request, target, undefined), refuse('request.too_large', { limit: BODY_LIMIT_BYTES }), apiHost));
  }

  const server = await listen(respond, { port: options.port ?? 0, address: options.address ?? '127.0.0.1' }, (cause) =>
    onFault('a request failed', cause),
  );
  url = `http://localhost:${server.port}`;
  void schedule.run();

  return {
    url,
    table,
    ports,
    clock,
    dataDir,
    async sweep() {
      await schedule.run();
      await queue.idle();
    },
    advanceTo,
    async stop() {
      await server.stop(GRACE_MS);
      await schedule.stop();
      // What runs longer (an import) is cut off where it stands; the next start finds it due and resumes it.
      await Promise.race([queue.stop(), sleep(GRACE_MS, undefined, { ref: false })]);
      table.close();
      if (!isKept) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
