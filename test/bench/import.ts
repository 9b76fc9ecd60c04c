import { type Client, signUp } from '../host.ts';
import type { Figure, Section } from './figure.ts';
import { type HostProcess, withFolder, withHost } from './host-process.ts';
import { hledgerJournal } from './workload.ts';

const ENTRIES = 100_000;
const CURRENCY = 'SAR';
const MOST_SECONDS = 10;
const MOST_MB = 300;
const POLL_MS = 25;

export const importing: Section = {
  name: 'import',
  about: `an hledger journal of ${ENTRIES.toLocaleString('en-US')} transactions, from its upload to its trial balance`,
  measure: () => withFolder((dataDir) => withHost({ dataDir }, measure)),
};

async function measure(host: HostProcess): Promise<readonly Figure[]> {
  // A small one first: what is measured is the import and not the loading of its code.
  await importJournal(await signUp(host.url), hledgerJournal(200, CURRENCY));
  const book = await signUp(host.url);
  const journal = hledgerJournal(ENTRIES, CURRENCY);
  const steps = await importJournal(book, journal);
  const { nowMb, peakMb } = host.memory();
  const seconds = (ms: number): number => ms / 1000;
  return [
    {
      name: 'from upload to trial balance',
      value: seconds(steps.totalMs),
      unit: 's',
      target: { of: 'value', most: MOST_SECONDS },
      note: `${(journal.text.length / 1e6).toFixed(1)} MB; upload ${seconds(steps.uploadMs).toFixed(1)} s, check ${seconds(steps.checkMs).toFixed(1)} s, writing ${seconds(steps.writeMs).toFixed(1)} s, trial balance ${Math.round(steps.reportMs)} ms`,
    },
    { name: 'entries imported', value: (ENTRIES * 1000) / steps.totalMs, unit: '/s' },
    { name: 'memory of the host after it', value: nowMb, unit: 'MB', target: { of: 'value', most: MOST_MB } },
    { name: 'memory at its peak', value: peakMb, unit: 'MB' },
  ];
}

interface Steps {
  readonly uploadMs: number;
  readonly checkMs: number;
  readonly writeMs: number;
  readonly reportMs: number;
  readonly totalMs: number;
}

/** As the pages do it: prepare, upload, check; it goes on to write by itself, and the trial balance is held against the file's own sums. */
async function importJournal(book: Client, { text, balances }: ReturnType<typeof hledgerJournal>): Promise<Steps> {
  const bytes = Buffer.byteLength(text);
  const began = performance.now();
  const prepared = expect(await book.post('/imports/uploads', { name: 'bench.journal', format: 'hledger', bytes, preview: false }), 201);
  const form = new FormData();
  for (const [name, value] of Object.entries<string>(prepared.upload.fields)) form.set(name, value);
  form.set('file', new Blob([text], { type: 'application/octet-stream' }), 'bench.journal');
  const uploaded = await fetch(prepared.upload.url, { method: 'POST', body: form });
  if (uploaded.status !== 204) throw new Error(`the upload: ${uploaded.status} ${await uploaded.text()}`);
  const sent = performance.now();

  const path = `/imports/${prepared.import.id}`;
  expect(await book.post(`${path}/check`), 202);
  let checked = 0;
  for (;;) {
    const { state, preview, progress } = expect(await book.get(path), 200);
    if (checked === 0 && state !== 'checking') checked = performance.now();
    if (state === 'done') break;
    if (state === 'refused') throw new Error(`the import was refused: ${JSON.stringify(preview?.faults?.slice(0, 3))}`);
    if (state !== 'checking' && state !== 'running') throw new Error(`the import is ${state} at ${progress.written}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  const written = performance.now();
  const report = expect(await book.get('/reports/trial-balance?as-of=2025-12-31'), 200);
  const done = performance.now();
  check(report.rows, balances);
  return { uploadMs: sent - began, checkMs: checked - sent, writeMs: written - checked, reportMs: done - written, totalMs: done - began };
}

function check(
  rows: readonly { readonly account: { readonly code: string } | string; readonly code?: string; readonly balance: string }[],
  balances: ReadonlyMap<string, number>,
): void {
  const stored = new Map(
    rows.map(({ account, code, balance }) => [code ?? (typeof account === 'string' ? account : account.code), Math.round(Number(balance) * 100)]),
  );
  for (const [account, balance] of balances) {
    if ((stored.get(account) ?? 0) !== balance) throw new Error(`${account} is ${stored.get(account)} and the file says ${balance}`);
  }
}

// biome-ignore lint/suspicious/noExplicitAny: the bench reads what came over the wire, as the tests do.
function expect({ status, body }: { readonly status: number; readonly body: any }, wanted: number): any {
  if (status !== wanted) throw new Error(`answered ${status} and not ${wanted}: ${JSON.stringify(body).slice(0, 500)}`);
  return body;
}
