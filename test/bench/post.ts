import { join } from 'node:path';
import { openTable } from '../../infra/local/table/open-table.ts';
import { signUp } from '../host.ts';
import { chartCodes } from './chart-codes.ts';
import { type Figure, median, type Section } from './figure.ts';
import { withFolder, withHost } from './host-process.ts';
import { type Load, type LoadResult, loadProcess } from './load.ts';
import { type PostgresBook, postgresBook, postgresFolder } from './postgres.ts';

const CLIENTS = 4;
const ROUNDS = 7;
const ROUND_MS = 3_000;
const WARM_UP_MS = 6_000;

/** Entries posted one by one. The rounds of ours and of the floor alternate, so that what else the machine does falls on both. */
export const post: Section = {
  name: 'post',
  about: `entries of three lines posted one by one over HTTP, each with its key, on disk when answered; ${CLIENTS} clients, one book`,
  measure: () => withFolder((dataDir) => withHost({ dataDir }, ({ url }) => measure(url, dataDir))),
};

async function measure(url: string, dataDir: string): Promise<readonly Figure[]> {
  const client = await signUp(url);
  const accounts = await chartCodes(client);
  const clients = loadProcess();
  const binaries = postgresFolder();
  const postgres = binaries === undefined ? undefined : await postgresBook(binaries);
  const engine = openTable(join(dataDir, 'engine', 'table.sqlite'));
  let from = 0;
  const ours = async (forMs: number): Promise<LoadResult> => {
    const load: Load = { url, firm: client.firm, token: client.token, accounts, kind: 'post', entriesPerBatch: 1, clients: CLIENTS, forMs, from };
    const result = await clients.run(load);
    from += result.requests;
    return result;
  };
  try {
    await ours(WARM_UP_MS);
    const rounds: { readonly load: LoadResult; readonly floor: number | undefined; readonly engine: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const floor = await postgres?.posts(CLIENTS, ROUND_MS / 1000);
      rounds.push({ load: await ours(ROUND_MS), floor, engine: await rawTransactions(engine, ROUND_MS / 4) });
    }
    return figures(rounds, postgres);
  } finally {
    clients.stop();
    postgres?.stop();
    engine.close();
  }
}

function figures(
  rounds: readonly { readonly load: LoadResult; readonly floor: number | undefined; readonly engine: number }[],
  postgres: PostgresBook | undefined,
): readonly Figure[] {
  const of = (pick: (round: (typeof rounds)[number]) => number): number => median(rounds.map(pick));
  const rate = of(({ load }) => (load.requests * 1000) / load.elapsedMs);
  const engine = { name: 'engine alone', value: of((round) => round.engine) };
  const spread = rounds.map(({ load }) => Math.round((load.requests * 1000) / load.elapsedMs)).join(', ');
  const latency = { unit: 'ms' };
  return [
    postgres
      ? {
          name: 'posts',
          value: rate,
          unit: '/s',
          floor: { name: `PostgreSQL ${postgres.version.split(' ')[0]}`, value: of(({ floor }) => floor ?? Number.NaN) },
          target: { of: 'ratio', least: 1 },
          note: `median of ${ROUNDS} rounds: ${spread}; PostgreSQL ${rounds.map(({ floor }) => Math.round(floor ?? Number.NaN)).join(', ')}`,
        }
      : {
          name: 'posts',
          value: rate,
          unit: '/s',
          floor: engine,
          target: { of: 'ratio', least: 0.4 },
          note: `SKIPPED the floor: there is no PostgreSQL on this machine; rounds ${spread}`,
        },
    ...(postgres ? [{ name: 'posts, beside the embedded engine', value: rate, unit: '/s', floor: engine } as const] : []),
    { name: 'a post, median', value: of(({ load }) => load.p50Ms), ...latency },
    { name: 'a post, 99 of 100', value: of(({ load }) => load.p99Ms), ...latency },
  ];
}

/** What the disk and the engine allow: the items of a post, written by as many writers with nothing decided about them. */
async function rawTransactions(table: ReturnType<typeof openTable>, forMs: number): Promise<number> {
  let done = 0;
  const began = performance.now();
  const write = async (): Promise<void> => {
    while (performance.now() - began < forMs) {
      const id = `${process.hrtime.bigint()}-${done}`;
      const items = Array.from({ length: 9 }, (_, i) => ({ kind: 'put' as const, item: { pk: `RAW#${i}`, sk: id, text: 'x'.repeat(300) } }));
      await table.transact([...items, { kind: 'update', key: { pk: 'HEAD', sk: 'HEAD' }, add: { seq: 1 } }]);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, write));
  return (done * 1000) / (performance.now() - began);
}
