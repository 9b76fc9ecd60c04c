import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TableUnavailable } from '../../functions/platform/table/port.ts';
import { DataInUse } from '../../infra/local/table/host-lock.ts';
import { hostSettings, openTable } from '../../infra/local/table/open-table.ts';
import { DataVersionNewer, migrate, migrations } from '../../infra/local/table/schema.ts';
import { numbered, put, seed } from './table.ts';
import { everyPage } from './table-queries.ts';

const kills = 10;
const partsPerTransaction = 5;

let folder = '';
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diwan-table-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Writer {
  readonly child: ChildProcess;
  /** Every number said so far; the first is said once the table is open. */
  readonly acknowledged: number[];
  readonly opened: Promise<void>;
}

function startWriter(file: string, first: number): Writer {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'embedded-writer.ts'), file, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const acknowledged: number[] = [];
  let rest = '';
  const opened = new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the writer ended before it had opened the table')));
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line === 'open') resolve();
        else acknowledged.push(Number(line));
      }
    });
  });
  return { child, acknowledged, opened };
}

/** Killed as by a power switch for this process: nothing of its own runs any more. What it said before is still read to the end. */
async function kill({ child }: Writer): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

test(`a host killed ${kills} times loses nothing that it acknowledged and leaves nothing half done`, { timeout: 60_000 }, async () => {
  const file = join(folder, 'table.db');
  const acknowledged: number[] = [];
  let next = 0;
  for (let round = 0; round < kills; round++) {
    const writer = startWriter(file, next);
    await writer.opened;
    await new Promise((wait) => setTimeout(wait, 60 + round * 25));
    await kill(writer);
    acknowledged.push(...writer.acknowledged);

    const table = openTable(file);
    const { items } = await everyPage(table, { pk: 'parts', attributes: ['id'] }, 1_000);
    const counted = Number((await table.get({ pk: 'count', sk: 'count' }))?.transactions ?? 0);
    table.close();
    const parts = new Map<number, number>();
    for (const { id } of items) parts.set(Number(id), (parts.get(Number(id)) ?? 0) + 1);
    expect(acknowledged.filter((id) => parts.get(id) !== partsPerTransaction)).toEqual([]);
    expect([...parts].filter(([, count]) => count !== partsPerTransaction)).toEqual([]);
    expect(counted).toBe(parts.size);
    next = Math.max(-1, ...parts.keys()) + 1;
  }
  expect(acknowledged.length).toBeGreaterThan(kills);
});

test('a second host on the same data is refused, a reader beside it is not', { timeout: 20_000 }, async () => {
  const file = join(folder, 'table.db');
  const writer = startWriter(file, 0);
  await writer.opened;
  expect(() => openTable(file)).toThrow(DataInUse);
  expect(() => openTable(file)).toThrow(/stop that one first/);
  const reader = openTable(file, { readOnly: true });
  await expect.poll(async () => (await reader.get({ pk: 'count', sk: 'count' }))?.transactions).toBeGreaterThan(5);
  await expect(reader.transact([put({ pk: 'p', sk: 'A' })])).rejects.toThrow(TableUnavailable);
  await kill(writer);
  openTable(file).close();
  reader.close();
});

test('a second host in the same process is refused too, and the first can be opened again once closed', () => {
  const file = join(folder, 'deep/er/table.db');
  const table = openTable(file);
  expect(() => openTable(file)).toThrow(DataInUse);
  table.close();
  openTable(file).close();
});

test('a backup taken while a host writes is whole, of one instant, and can be opened', { timeout: 20_000 }, async () => {
  const file = join(folder, 'table.db');
  const table = openTable(file);
  await seed(table, numbered('ballast', 3_000, { text: 'x'.repeat(800) }));
  let isOver = false;
  let written = 0;
  const writing = (async () => {
    while (!isOver) {
      const id = String(written).padStart(8, '0');
      await table.transact([
        put({ pk: 'a', sk: id }),
        put({ pk: 'b', sk: id }),
        { kind: 'update', key: { pk: 'count', sk: 'count' }, add: { n: 1 } },
      ]);
      written++;
    }
  })();
  const copies = [1, 2, 3].map((at) => join(folder, `copy${at}.db`));
  const counts: number[] = [];
  for (const copy of copies) {
    const before = written;
    await table.backup(copy);
    const backup = openTable(copy);
    const n = Number((await backup.get({ pk: 'count', sk: 'count' }))?.n ?? 0);
    expect(n).toBeGreaterThanOrEqual(before);
    expect((await everyPage(backup, { pk: 'a' })).items.length).toBe(n);
    expect((await everyPage(backup, { pk: 'b' })).items.length).toBe(n);
    expect((await everyPage(backup, { pk: 'ballast' })).items.length).toBe(3_000);
    backup.close();
    const database = new DatabaseSync(copy, { readOnly: true });
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    database.close();
    counts.push(n);
  }
  isOver = true;
  await writing;
  table.close();
  expect(counts.at(-1)).toBeGreaterThan(counts[0] ?? 0);
  await expect(table.get({ pk: 'count', sk: 'count' })).rejects.toThrow(TableUnavailable);
});

test('a backup overwrites nothing, and can be taken by a reader beside a running host', { timeout: 20_000 }, async () => {
  const file = join(folder, 'table.db');
  const writer = startWriter(file, 0);
  await writer.opened;
  const reader = openTable(file, { readOnly: true });
  await reader.backup(join(folder, 'copy.db'));
  await expect(reader.backup(join(folder, 'copy.db'))).rejects.toThrow(/overwrites nothing/);
  await expect(reader.backup(file)).rejects.toThrow(/overwrites nothing/);
  reader.close();
  expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  const copy = openTable(join(folder, 'copy.db'));
  expect((await copy.query({ pk: 'parts', limit: 5 })).items.length % partsPerTransaction).toBe(0);
  copy.close();
});

test('what was committed is there after the host was closed and opened again', async () => {
  const file = join(folder, 'table.db');
  const items = numbered('p', 250, { gsi1pk: 'g' }).map((item) => ({ ...item, gsi1sk: item.sk }));
  const first = openTable(file);
  await seed(first, items);
  first.close();
  expect(existsSync(`${file}-wal`)).toBe(false);
  const second = openTable(file);
  expect((await second.query({ index: 'gsi1', pk: 'g' })).items).toEqual(items);
  second.close();
});

test('data of a later version is refused, by a host and by a reader, and left as it is', () => {
  const file = join(folder, 'table.db');
  openTable(file).close();
  const database = new DatabaseSync(file);
  database.exec(`UPDATE meta SET value = '99' WHERE name = 'schema_version'`);
  database.close();
  expect(() => openTable(file)).toThrow(DataVersionNewer);
  expect(() => openTable(file)).toThrow(/version 99/);
  expect(() => openTable(file, { readOnly: true })).toThrow(DataVersionNewer);
});

test('older data is brought forward step by step, and a step that fails leaves the version before it', () => {
  const database = new DatabaseSync(':memory:');
  expect(migrate(database)).toBe(migrations.length);
  const later = [
    ...migrations,
    { to: 2, sql: `INSERT INTO items VALUES ('p', 'A', NULL, NULL, NULL, NULL, 9, 0, jsonb('{"by":2}'))` },
    { to: 3, sql: `UPDATE items SET body = jsonb('{"by":3}'); INSERT INTO nowhere VALUES (1)` },
  ];
  expect(() => migrate(database, later)).toThrow(/nowhere/);
  const stored = () => [
    database.prepare('SELECT value FROM meta').get()?.value,
    database.prepare('SELECT json(body) AS body FROM items').get()?.body,
  ];
  expect(stored()).toEqual(['2', '{"by":2}']);
  expect(migrate(database, [...later.slice(0, 2), { to: 3, sql: `UPDATE items SET body = jsonb('{"by":3}')` }])).toBe(3);
  expect(stored()).toEqual(['3', '{"by":3}']);
  database.close();
});

test('a reader does not make a table where there is none', () => {
  expect(() => openTable(join(folder, 'none.db'), { readOnly: true })).toThrow(TableUnavailable);
  expect(readdirSync(folder)).toEqual([]);
});

test('a commit waits for the disk: no kill can show this, only a power cut', () => {
  const database = new DatabaseSync(join(folder, 'table.db'));
  database.exec(hostSettings);
  const full = 2;
  expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: full });
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  database.close();
});
