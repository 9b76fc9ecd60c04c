import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { ApiRow } from '../../../functions/manifest.ts';
import { api } from '../../../functions/platform/http/api.ts';
import type { FirmItem } from '../../../functions/platform/table/firm-table.ts';
import type { Item, Write } from '../../../functions/platform/table/port.ts';
import { type HostOptions, type LocalHost, startHost } from '../../../infra/local/host.ts';
import { jsonLinesLog } from '../../../infra/local/log.ts';
import { oneRoom } from '../../functions/one-room.ts';
import { notesRoutes } from '../../functions/platform/notes/routes.ts';
import { verbs } from '../../functions/platform/notes/verbs.ts';

/** The notes as a function of a host. */
export const notesApi: ApiRow = {
  kind: 'api',
  context: 'notes',
  routes: notesRoutes,
  entry: '',
  about: '',
  table: ['sessions', 'firm'],
  timeoutSeconds: 29,
  memoryMb: 0,
  isDefault: true,
  start: async (host) => api('notes', ...oneRoom(notesRoutes, verbs), host),
};

const started: LocalHost[] = [];
const folders: string[] = [];
afterAll(async () => {
  for (const host of started) await host.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A host with the notes alone, stopped when the file's tests are over. */
export async function notesHost(options: HostOptions = {}): Promise<LocalHost> {
  const host = await startHost({ apis: [notesApi], log: jsonLinesLog('silent'), ...options });
  started.push(host);
  return host;
}

// biome-ignore lint/suspicious/noExplicitAny: tests read answers as they come
export const read = async (answered: Response): Promise<any> => answered.json();

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-test-'));
  folders.push(folder);
  return folder;
}

export const dueWrite = (sk: string, at: string, handler: string): Write => ({
  kind: 'put',
  item: { pk: 'REMINDERS', sk, due: { at, handler } } satisfies FirmItem as Item,
});

export async function until(holds: () => boolean | Promise<boolean>, withinMs = 5_000): Promise<void> {
  for (const end = Date.now() + withinMs; Date.now() < end; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('it did not come to hold');
}
