import { join } from 'node:path';
import { openTable } from '../../infra/local/table/open-table.ts';
import { signUp } from '../host.ts';
import { chartCodes } from './chart-codes.ts';
import { type Figure, median, type Section } from './figure.ts';
import { withFolder, withHost } from './host-process.ts';
import { type LoadResult, loadProcess } from './load.ts';

const ENTRIES = 1_000;
/** The next batch is made while one is written. */
const CLIENTS = 2;
const ROUNDS = 5;
const ROUND_MS = 4_000;
const WARM_UP_MS = 6_000;
const LEAST = 10_000;

export const batch: Section = {
  name: 'batch',
  about: `entries of two to four lines, in order of date, in batches of ${ENTRIES.toLocaleString('en-US')} over HTTP, each batch all or nothing; ${CLIENTS} clients, one book`,
  measure: () => withFolder((dataDir) => withHost({ dataDir }, ({ url }) => measure(url, dataDir))),
};

async function measure(url: string, dataDir: string): Promise<readonly Figure[]> {
  const client = await signUp(url);
  const accounts = await chartCodes(client);
  const clients = loadProcess();
  const engine = openTable(join(dataDir, 'engine', 'table.sqlite'));
  let from = 0;
  const ours = async (forMs: number): Promise<LoadResult> => {
    const result = await clients.run({
      url,
      firm: client.firm,
      token: client.token,
      accounts,
      kind: 'batch',
      entriesPerBatch: ENTRIES,
      clients: CLIENTS,
      forMs,
      from,
    });
    from += result.requests;
    return result;
  };
  try {
    await ours(WARM_UP_MS);
    const rounds: { readonly load: LoadResult; readonly engine: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push({ load: await ours(ROUND_MS), engine: await rawEntries(engine, ROUND_MS / 4, round) });
    const rates = rounds.map(({ load }) => (load.requests * ENTRIES * 1000) / load.elapsedMs);
    return [
      {
        name: 'entries in batches',
        value: median(rates),
        unit: '/s',
        floor: { name: 'engine, entries alone', value: median(rounds.map((round) => round.engine)) },
        target: { of: 'value', least: LEAST },
        note: `rounds ${rates.map(Math.round).join(', ')}; the aim is 20,000`,
      },
      { name: 'a batch, median', value: median(rounds.map(({ load }) => load.p50Ms)), unit: 'ms' },
    ];
  } finally {
    clients.stop();
    engine.close();
  }
}

const PER_TRANSACTION = 96;

/** What the engine alone takes: an item for each entry, with nothing checked, numbered, chained or counted. */
async function rawEntries(table: ReturnType<typeof openTable>, forMs: number, round: number): Promise<number> {
  const line = { a: '1111', m: 1_234_500 };
  let done = 0;
  const began = performance.now();
  while (performance.now() - began < forMs) {
    const transactions = Array.from({ length: 10 }, () =>
      table.transact(
        Array.from({ length: PER_TRANSACTION }, () => ({
          kind: 'put' as const,
          item: {
            pk: 'JOURNAL',
            sk: `${round}#${String(done++).padStart(12, '0')}`,
            date: '2026-01-31',
            memo: 'Sale 17',
            hash: 'f'.repeat(64),
            at: '2026-01-31T00:00:00.000Z',
            lines: [line, line, line],
          },
        })),
      ),
    );
    await Promise.all(transactions);
  }
  return (done * 1000) / (performance.now() - began);
}
