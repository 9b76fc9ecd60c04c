import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { DataInUse } from '../../../infra/local/table/host-lock.ts';
import { people } from '../../functions/platform/notes/people.ts';
import { newFolder, notesHost, read } from './whole-host.ts';

const root = join(import.meta.dirname, '../../..');

describe('what the local host keeps', () => {
  test('is there after a restart: notes, sessions, cursors', async () => {
    const dataDir = newFolder();
    const first = await notesHost({ dataDir });
    const who = await people(first.table, '9999-01-01').member('owner');
    const headers = { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' };
    const path = `/v1/firms/${who.firm}/notes`;
    for (const text of ['a', 'b', 'c']) await fetch(first.url + path, { method: 'POST', headers, body: JSON.stringify({ text }) });
    const page = await read(await fetch(`${first.url}${path}?limit=1`, { headers }));
    await first.stop();

    const second = await notesHost({ dataDir });
    const next = await read(await fetch(`${second.url}${path}?limit=2&cursor=${page.next_cursor}`, { headers }));
    expect([...page.data, ...next.data].map(({ text }: { text: string }) => text).toSorted()).toEqual(['a', 'b', 'c']);
  });

  test('is signed with a key that only its owner may read', async () => {
    const dataDir = newFolder();
    await notesHost({ dataDir });
    expect(statSync(join(dataDir, 'signing.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, 'signing.key'))).toHaveLength(32);
  });

  test('is open in one host at a time', async () => {
    const dataDir = newFolder();
    await notesHost({ dataDir });
    await expect(notesHost({ dataDir })).rejects.toThrow(DataInUse);
  });

  test('is backed up while it runs, and the backup is a folder to start from', async () => {
    const dataDir = newFolder();
    const host = await notesHost({ dataDir });
    const { member } = people(host.table, '9999-01-01');
    const who = await member('owner');
    await host.ports.blobs.put(`${who.firm}/a`, Buffer.from('kept'), 'text/plain');
    const to = join(newFolder(), 'copy');
    const writing = Promise.all(Array.from({ length: 20 }, () => member('owner')));
    const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'scripts/backup.ts'), '--data', dataDir, '--to', to]);
    // Without its keys, cursors and signed receipts of before would no longer be its own.
    for (const key of ['signing.key', 'receipt.key']) expect(readFileSync(join(to, key))).toEqual(readFileSync(join(dataDir, key)));
    await writing;
    expect(stdout).toContain('To restore');

    const restored = await notesHost({ dataDir: to });
    const answered = await fetch(`${restored.url}/v1/who-am-i`, { headers: { authorization: `Bearer ${who.token}` } });
    expect(answered.status).toBe(200);
    expect(Buffer.from((await restored.ports.blobs.get(`${who.firm}/a`)) ?? []).toString()).toBe('kept');
    await expect(promisify(execFile)(process.execPath, [join(root, 'scripts/backup.ts'), '--data', dataDir, '--to', to])).rejects.toThrow(
      'overwrites nothing',
    );
  });
});

describe('npm start', () => {
  const start = (args: readonly string[], env: Record<string, string> = {}) => {
    const child = spawn(process.execPath, [join(root, 'infra/local/main.ts'), ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    let output = '';
    const heard = new Promise<string>((resolve) => {
      const hear = (chunk: Buffer): void => {
        output += chunk.toString();
        const url = /http:\/\/localhost:\d+/.exec(output)?.[0];
        if (url) resolve(url);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
    });
    return { child, ended, heard, output: () => output };
  };

  test('answers soon, says where, and stops when it is told to', async () => {
    const dataDir = newFolder();
    const { child, ended, heard } = start(['--port', '0', '--at', '2031-01-31T02:00Z', '--empty'], { DIWAN_DATA: dataDir });
    const url = await heard;
    const health = await (await fetch(`${url}/healthz`)).json();
    expect(health).toEqual({ status: 'ok', at: expect.stringMatching(/^2031-01-31T02:00/) });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(existsSync(join(dataDir, 'table.sqlite-wal'))).toBe(false);
  });

  test.each([
    ['a port that is none', ['--port', 'x'], 2],
    ['an instant that is none', ['--at', 'tomorrow'], 2],
  ])('given %s says how it is used', async (_fact, args, code) => {
    const { ended, output } = start(args, { DIWAN_DATA: newFolder() });
    expect(await ended).toBe(code);
    expect(output()).toContain('npm start -- [--port 8787]');
  });

  test('on a port that is taken says so', async () => {
    const host = await notesHost();
    const { ended, output } = start(['--port', new URL(host.url).port], { DIWAN_DATA: newFolder() });
    expect(await ended).toBe(1);
    expect(output()).toContain('is taken');
  });
});
