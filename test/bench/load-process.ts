import { Agent, request } from 'node:http';
import type { Load, LoadResult } from './load.ts';
import { workload } from './workload.ts';

process.on('message', (load: Load) => {
  run(load).then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

/** Batches bring history: in order of date, as so many entries in two years have it. */
const YEARS_OF = 100_000;

async function run(load: Load): Promise<LoadResult> {
  const { url, firm, token, accounts, kind, entriesPerBatch, clients, forMs, from } = load;
  const work = workload(accounts);
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const base = `${url}/v1/firms/${firm}/entries`;
  let next = from;
  const send = async (): Promise<void> => {
    const index = next++;
    const key = `bench-${kind}-${index}`;
    if (kind === 'post') return post(agent, base, token, key, JSON.stringify(work.sale(index)));
    const entries = Array.from({ length: entriesPerBatch }, (_, i) => work.entry((index * entriesPerBatch + i) % YEARS_OF, YEARS_OF));
    return post(agent, `${base}/batch`, token, key, JSON.stringify({ entries }));
  };

  const cpu = process.cpuUsage();
  const began = performance.now();
  const tookMs: number[] = [];
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() - began < forMs) {
        const sent = performance.now();
        await send();
        tookMs.push(performance.now() - sent);
      }
    }),
  );
  const elapsedMs = performance.now() - began;
  agent.destroy();
  tookMs.sort((a, b) => a - b);
  const { user, system } = process.cpuUsage(cpu);
  const at = (share: number): number => tookMs[Math.floor(tookMs.length * share)] ?? Number.NaN;
  return { requests: tookMs.length, elapsedMs, p50Ms: at(0.5), p99Ms: at(0.99), cpuMs: (user + system) / 1000 };
}

function post(agent: Agent, url: string, token: string, key: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': key,
    };
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      if (answer.statusCode === 201) {
        answer.on('end', resolve).on('error', reject).resume();
        return;
      }
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => reject(new Error(`${url}: ${answer.statusCode} ${text.slice(0, 500)}`)));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
