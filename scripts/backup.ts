import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openTable } from '../infra/local/table/open-table.ts';

/**
 * Backs a local host up while it runs: the table as of one instant, then what the table refers to. A blob is written before the commit that
 * names it, so whatever the copied table names is there to be copied. The result is a data folder: DIWAN_DATA=<folder> npm start restores it.
 */
export async function backUp(dataDir: string, to: string): Promise<void> {
  if (existsSync(to)) throw new Error(`${to} is there already: a backup overwrites nothing`);
  const unfinished = `${to}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const table = openTable(join(dataDir, 'table.sqlite'), { readOnly: true });
  try {
    await table.backup(join(unfinished, 'table.sqlite'));
  } finally {
    table.close();
  }
  for (const name of ['blobs', 'mail', 'signing.key', 'receipt.key', 'clock.json']) {
    const from = join(dataDir, name);
    if (existsSync(from))
      await cp(from, join(unfinished, name), { recursive: true, preserveTimestamps: true, filter: (file) => !basename(file).endsWith('.tmp') });
  }
  await rename(unfinished, to);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { to: { type: 'string' }, data: { type: 'string' } } });
  if (!values.to) {
    console.error('npm run backup -- --to <folder> [--data ./.diwan]');
    process.exit(2);
  }
  await backUp(values.data ?? process.env.DIWAN_DATA ?? '.diwan', values.to);
  console.log(`Backed up to ${values.to}. To restore: DIWAN_DATA=${values.to} npm start`);
}
