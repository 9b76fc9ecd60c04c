import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL of its own with a book in it, as a floor: fsync on, everything else as it comes. */
export interface PostgresBook {
  readonly version: string;
  /** Transactions a second that so many clients post, for so long, through a Unix socket. */
  posts(clients: number, seconds: number): Promise<number>;
  stop(): void;
}

/** The server's binaries, or undefined where there are none. */
export function postgresFolder(): string | undefined {
  const installed = '/usr/lib/postgresql';
  const versions = existsSync(installed) ? readdirSync(installed).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(installed, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => ['initdb', 'postgres', 'pgbench', 'psql'].every((binary) => existsSync(join(folder, binary))));
}

export async function postgresBook(binaries: string): Promise<PostgresBook> {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-postgres-'));
  const account = unprivileged();
  const data = join(folder, 'data');
  mkdirSync(data);
  chmodSync(folder, 0o755);
  if (account) for (const path of [folder, data]) chownSync(path, account.uid, account.gid);
  const as = { ...(account && { uid: account.uid, gid: account.gid }), env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' }, cwd: folder };
  const run = (binary: string, ...args: string[]): string =>
    execFileSync(join(binaries, binary), args, { ...as, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

  run('initdb', '-D', data, '-U', 'bench', '--auth=trust', '--encoding=UTF8', '--no-locale');
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=on', '-c', 'synchronous_commit=on'],
    { ...as, stdio: 'ignore' },
  );
  const stop = (): void => {
    server.kill('SIGINT');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(() => run('pg_isready', '-h', folder));
    const sql = (text: string): string => run('psql', '-h', folder, '-U', 'bench', '-d', 'postgres', '-v', 'ON_ERROR_STOP=1', '-Atqc', text);
    sql(SCHEMA);
    const script = join(folder, 'post.sql');
    writeFileSync(script, POST);
    return {
      version: sql('SHOW server_version').trim(),
      posts: async (clients, seconds) => {
        const told = await output(
          join(binaries, 'pgbench'),
          [
            '-n',
            '-M',
            'prepared',
            '-f',
            script,
            '-c',
            String(clients),
            '-j',
            String(Math.min(clients, 2)),
            '-T',
            String(seconds),
            '-h',
            folder,
            '-U',
            'bench',
            'postgres',
          ],
          as,
        );
        const rate = Number(/tps = ([\d.]+)/.exec(told)?.[1]);
        const failed = Number(/number of failed transactions: (\d+)/.exec(told)?.[1] ?? 0);
        if (!(rate > 0) || failed > 0) throw new Error(`pgbench: ${told}`);
        return rate;
      },
      stop,
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

const READY_TRIES = 200;
const READY_WAIT_MS = 50;

async function untilReady(ask: () => unknown): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      ask();
      return;
    } catch (error) {
      if (tries >= READY_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, READY_WAIT_MS));
    }
  }
}

function output(command: string, args: readonly string[], options: object): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let told = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (told += part));
    child.once('error', reject).once('close', (code) => (code === 0 ? resolve(told) : reject(new Error(`${command}: ${told}`))));
  });
}

/** The same facts in the same number of places as ours: two heads, an entry, its lines by account, balances by account and month, an event, an answer. */
const SCHEMA = `
  CREATE TABLE book_head (firm text PRIMARY KEY, version bigint NOT NULL, seq bigint NOT NULL, hash text NOT NULL);
  CREATE TABLE event_head (firm text PRIMARY KEY, seq bigint NOT NULL, hash text NOT NULL);
  CREATE TABLE entry (firm text, seq bigint, id text NOT NULL, date date NOT NULL, memo text NOT NULL, reference text, at timestamptz NOT NULL, by text NOT NULL, hash text NOT NULL, lines jsonb NOT NULL, PRIMARY KEY (firm, seq));
  CREATE TABLE ledger (firm text, account text, month text, seq bigint, line int, amount bigint NOT NULL, PRIMARY KEY (firm, account, month, seq, line));
  CREATE TABLE balance (firm text, account text, month text, debit bigint NOT NULL, credit bigint NOT NULL, PRIMARY KEY (firm, account, month));
  CREATE TABLE event (firm text, seq bigint, entity text NOT NULL, type text NOT NULL, data jsonb NOT NULL, hash text NOT NULL, PRIMARY KEY (firm, seq));
  CREATE INDEX event_entity ON event (firm, entity, seq);
  CREATE TABLE idempotency (firm text, route text, key text, fingerprint text NOT NULL, status int NOT NULL, body jsonb NOT NULL, PRIMARY KEY (firm, route, key));
  INSERT INTO book_head VALUES ('firm', 1, 0, '');
  INSERT INTO event_head VALUES ('firm', 0, '');
`;

const HASH = `repeat('0123456789abcdef', 4)`;
const ledgerLine = (line: number) => `INSERT INTO ledger VALUES ('firm', 'A' || :account${line}::int, 'M' || :month::int, :seq, ${line}, :amount);`;
const balance = (line: number, side: string) =>
  `INSERT INTO balance VALUES ('firm', 'A' || :account${line}::int, 'M' || :month::int, :amount, :amount) ON CONFLICT (firm, account, month) DO UPDATE SET ${side} = balance.${side} + excluded.${side};`;

/**
 * One post, statement by statement. The head is taken by an update that returns its number: that is kinder to PostgreSQL than the version which we
 * demand, for of four clients three would find it moved and have to begin again.
 */
const POST = `
\\set account1 random(1, 8)
\\set account2 random(9, 22)
\\set account3 60
\\set month random(1, 3)
\\set amount random(1000, 900000)
BEGIN;
UPDATE book_head SET version = version + 1, seq = seq + 1, hash = ${HASH} WHERE firm = 'firm' RETURNING seq AS seq \\gset
INSERT INTO entry VALUES ('firm', :seq, gen_random_uuid()::text, '2026-01-31', 'Sale 17', 'R-0000001', now(), 'usr_0000000000', ${HASH}, jsonb_build_array(jsonb_build_object('account', 'A' || :account1::int, 'amount', :amount::bigint), jsonb_build_object('account', 'A' || :account2::int, 'amount', -(:amount::bigint)), jsonb_build_object('account', 'A' || :account3::int, 'amount', 0)));
${ledgerLine(1)}
${ledgerLine(2)}
${ledgerLine(3)}
${balance(1, 'debit')}
${balance(2, 'credit')}
${balance(3, 'credit')}
UPDATE event_head SET seq = seq + 1, hash = ${HASH} WHERE firm = 'firm';
INSERT INTO event VALUES ('firm', :seq, 'entry#' || :seq::bigint, 'entry.posted', jsonb_build_object('seq', :seq::bigint, 'date', '2026-01-31', 'memo', 'Sale 17', 'hash', ${HASH}), ${HASH});
INSERT INTO idempotency VALUES ('firm', 'postEntry', gen_random_uuid()::text, ${HASH}, 201, jsonb_build_object('id', gen_random_uuid(), 'seq', :seq::bigint, 'hash', ${HASH}, 'memo', 'Sale 17', 'amount', :amount::bigint));
COMMIT;
`;
