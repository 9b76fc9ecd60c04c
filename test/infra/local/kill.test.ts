import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, client, signUp } from '../../host.ts';

/** How often the host is killed, in the middle of what four clients are doing. */
const KILLS = 50;
const CLIENTS = 4;
const LOAD_MS = 160;

const dataDir = mkdtempSync(join(tmpdir(), 'diwan-kill-'));
let running: { readonly process: ChildProcess; readonly url: string } | undefined;
let firm: Client;

beforeAll(async () => {
  running = await start();
  firm = await signUp(running.url);
});
afterAll(async () => {
  await kill();
  rmSync(dataDir, { recursive: true, force: true });
});

test(`no acknowledged post, batch or invoice is lost and none is doubled, killed ${KILLS} times under load`, async () => {
  const sent = new Map<string, { readonly path: string; readonly body: object }>();
  const acknowledged = new Map<string, { readonly id?: string; readonly number?: string | null }>();
  let next = 0;
  const contact = (await firm.post('/contacts', { name: 'Acme' })).body.id;

  for (let round = 0; round < KILLS; round++) {
    running ??= await start();
    const { url } = running;
    const caller = client(url, firm.firm, firm.token);
    // What was under way when the host died is sent again under its key: it happened or it happens now, once.
    const open = [...sent.keys()].filter((key) => !acknowledged.has(key));
    let heard = () => {};
    const firstAnswer = new Promise<void>((resolve) => (heard = resolve));
    const load = (async () => {
      await Promise.all(
        Array.from({ length: CLIENTS }, async () => {
          for (let key = open.pop(); ; key = open.pop()) {
            const name = key ?? `k${next++}`;
            const command = sent.get(name) ?? aCommand(name, contact);
            sent.set(name, command);
            const answer = await caller.post(command.path, command.body, { 'idempotency-key': name }).catch(() => undefined);
            if (!answer) return;
            expect({ status: answer.status, name, body: answer.status < 300 ? '' : answer.body }).toEqual({
              status: expect.toBeOneOf([200, 201]),
              name,
              body: '',
            });
            acknowledged.set(name, answer.body);
            if (command.path === '/invoices') {
              // Posting takes a legal number: the series must have no gap, whenever the host dies.
              sent.set(`${name}-post`, { path: `/invoices/${answer.body.id}/post`, body: {} });
              open.push(`${name}-post`);
            }
            heard();
          }
        }),
      );
    })();
    // Mostly in the middle of the work, now and then before anything was answered.
    if (round % 5 !== 0) await firstAnswer;
    await new Promise((resolve) => setTimeout(resolve, LOAD_MS * Math.random()));
    await kill();
    await load;
  }

  running = await start();
  const caller = client(running.url, firm.firm, firm.token);
  expect(acknowledged.size).toBeGreaterThan(KILLS);
  const memos: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body } = await caller.get(`/entries?order=oldest&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    memos.push(...body.data.map(({ memo }: { memo: string }) => memo));
    cursor = body.next_cursor;
  }
  const times = Map.groupBy(memos, (memo) => memo);
  const singles = [...acknowledged.keys()].filter((name) => sent.get(name)?.path === '/entries');
  const batches = [...acknowledged.keys()].filter((name) => sent.get(name)?.path === '/entries/batch');
  expect(singles.filter((name) => times.get(name)?.length !== 1)).toEqual([]);
  expect(
    batches.filter((name) => Array.from({ length: BATCH }, (_, i) => times.get(`${name} ${i}`)?.length ?? 0).some((count) => count !== 1)),
  ).toEqual([]);
  // A batch that was never acknowledged is there whole or not at all.
  for (const name of [...sent.keys()].filter((key) => sent.get(key)?.path === '/entries/batch')) {
    const found = Array.from({ length: BATCH }, (_, i) => times.get(`${name} ${i}`)?.length ?? 0);
    expect(new Set(found).size).toBe(1);
  }
  const numbers = [...acknowledged.values()].flatMap(({ number }) => (number?.startsWith('INV-') ? [number] : []));
  expect(numbers.length).toBeGreaterThan(0);
  expect(new Set(numbers).size).toBe(numbers.length);
  const verdict = (await caller.get('/book/verify')).body;
  expect(verdict.checks.filter(({ holds }: { holds: boolean }) => !holds)).toEqual([]);
  expect(verdict.entries).toBe(memos.length);
}, 240_000);

const BATCH = 40;

function aCommand(name: string, contact: string): { readonly path: string; readonly body: object } {
  const lines = [
    { account: '1101', debit: '115.00' },
    { account: '4101', credit: '115.00' },
  ];
  const turn = Number(name.slice(1)) % 12;
  if (turn === 5)
    return {
      path: '/entries/batch',
      body: { entries: Array.from({ length: BATCH }, (_, i) => ({ date: `2026-0${1 + (i % 6)}-15`, memo: `${name} ${i}`, lines })) },
    };
  if (turn === 7 || turn === 2)
    return { path: '/invoices', body: { contact, date: '2026-01-20', lines: [{ text: name, unitPrice: '10', taxCode: 'S' }] } };
  return { path: '/entries', body: { date: '2026-01-15', memo: name, lines } };
}

async function start(): Promise<{ readonly process: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, ['infra/local/main.ts', '--port', '0', '--empty'], {
    env: { ...process.env, DIWAN_DATA: dataDir, DIWAN_LOG: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk;
      const at = /http:\/\/localhost:\d+/.exec(said);
      if (at) resolve(at[0]);
    });
    child.once('exit', (code) => reject(new Error(`the host did not start (${code}): ${said}`)));
  });
  return { process: child, url };
}

async function kill(): Promise<void> {
  const dying = running?.process;
  running = undefined;
  if (!dying || dying.exitCode !== null) return;
  const gone = new Promise((resolve) => dying.once('exit', resolve));
  dying.kill('SIGKILL');
  await gone;
}
