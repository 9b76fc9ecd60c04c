import { type LocalHost, startHost } from '../../infra/local/host.ts';
import { type Client, client as clientOf, signUp } from '../host.ts';
import { chartCodes } from './chart-codes.ts';
import { type Figure, median, type Section } from './figure.ts';
import { withFolder } from './host-process.ts';
import { ACCOUNTS, workload } from './workload.ts';

const FEW = 1_000;
const MANY = 1_000_000;
const TIMES = 40;
const STARTS = 5;
/** A day that is no month's end: the days of its month are looked at too. */
const AS_OF = '2025-12-17';
const MOST_MS = 10;
const MOST_RATIO = 1.5;

/** The same report over two books that differ in the number of their entries alone. */
export const trialBalance: Section = {
  name: 'trial-balance',
  about: `the trial balance at ${AS_OF} over 24 months and ${ACCOUNTS} accounts, at ${FEW.toLocaleString('en-US')} and at ${MANY.toLocaleString('en-US')} entries`,
  measure: () => withFolder(measure),
};

async function measure(dataDir: string): Promise<readonly Figure[]> {
  const timer = handlerTimer();
  const open = (): Promise<LocalHost> => startHost({ dataDir, log: timer.log });
  const loading = await open();
  const few = await signUp(loading.url);
  const many = await signUp(loading.url);
  await load(few, FEW);
  const began = performance.now();
  await load(many, MANY);
  const loadMs = performance.now() - began;
  await loading.stop();

  const first = { few: [] as number[], many: [] as number[] };
  for (let start = 0; start < STARTS; start++) {
    for (const [name, { firm, token }] of [
      ['few', few],
      ['many', many],
    ] as const) {
      // A start for each: the first request of a host also waits for code.
      const host = await open();
      first[name].push((await ask(clientOf(host.url, firm, token), timer)).handlerMs);
      await host.stop();
    }
  }

  const host = await open();
  const times = { few: [] as Asked[], many: [] as Asked[] };
  for (let time = 0; time < TIMES; time++) {
    for (const [name, { firm, token }] of [
      ['few', few],
      ['many', many],
    ] as const)
      times[name].push(await ask(clientOf(host.url, firm, token), timer));
  }
  const afterPost: number[] = [];
  const accounts = await chartCodes(clientOf(host.url, many.firm, many.token));
  for (let time = 0; time < TIMES / 2; time++) {
    const book = clientOf(host.url, many.firm, many.token);
    await book.post('/entries', workload(accounts).sale(MANY + time));
    afterPost.push((await ask(book, timer)).handlerMs);
  }
  await host.stop();

  const handler = (of: readonly Asked[]): number => median(of.map(({ handlerMs }) => handlerMs));
  const http = (of: readonly Asked[]): number => median(of.map(({ httpMs }) => httpMs));
  const atFew = (value: number) => ({ name: `at ${FEW.toLocaleString('en-US')}`, value });
  return [
    { name: 'in the handler', value: handler(times.many), unit: 'ms', floor: atFew(handler(times.few)), target: { of: 'ratio', most: MOST_RATIO } },
    { name: 'in the handler, at the most', value: handler(times.many), unit: 'ms', target: { of: 'value', most: MOST_MS } },
    { name: 'just after a post', value: median(afterPost), unit: 'ms', floor: atFew(handler(times.few)), target: { of: 'value', most: MOST_MS } },
    {
      name: 'first after a start',
      value: median(first.many),
      unit: 'ms',
      floor: atFew(median(first.few)),
      target: { of: 'ratio', most: MOST_RATIO },
    },
    { name: 'over HTTP', value: http(times.many), unit: 'ms', floor: atFew(http(times.few)) },
    {
      name: 'the entries loaded',
      value: (MANY * 1000) / loadMs,
      unit: '/s',
      note: `${Math.round(loadMs / 1000)} s for ${MANY.toLocaleString('en-US')}, in batches of ${BATCH.toLocaleString('en-US')} over HTTP, clients and host in one process`,
    },
  ];
}

interface Asked {
  readonly handlerMs: number;
  readonly httpMs: number;
}

async function ask(book: Client, timer: ReturnType<typeof handlerTimer>): Promise<Asked> {
  const began = performance.now();
  const { status, body } = await book.get(`/reports/trial-balance?as-of=${AS_OF}`);
  const httpMs = performance.now() - began;
  if (status !== 200) throw new Error(`the trial balance: ${status} ${JSON.stringify(body).slice(0, 500)}`);
  if (body.totals.debitBalance !== body.totals.creditBalance) throw new Error('the trial balance does not balance');
  return { handlerMs: timer.lastMs(), httpMs };
}

const BATCH = 1_000;
const CLIENTS = 2;

async function load(book: Client, count: number): Promise<void> {
  const { entry } = workload(await chartCodes(book));
  let next = 0;
  const send = async (): Promise<void> => {
    for (let from = next; from < count; from = next) {
      next += BATCH;
      const entries = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => entry(from + i, count));
      const { status, body } = await book.post('/entries/batch', { entries });
      if (status !== 201) throw new Error(`a batch: ${status} ${JSON.stringify(body).slice(0, 500)}`);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, send));
}

/** The time that the chain itself logs with each request: from the event to the answer, without the server around it. */
export function handlerTimer() {
  let last = Number.NaN;
  return {
    log: {
      info: (_: string, fields: Readonly<Record<string, unknown>> = {}) => {
        if (typeof fields.ms === 'number') last = fields.ms;
      },
      warn: (message: string, fields?: object) => console.error(message, fields),
      error: (message: string, fields?: object) => console.error(message, fields),
      metric: () => undefined,
    },
    lastMs: () => last,
  };
}
