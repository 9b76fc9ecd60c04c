import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

/** The folder of real files against which readers are held. It is not part of the repository. */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', process.env.DIWAN_FIXTURES ?? '../shared/fixtures');

/** The path of a real file; undefined where the folder, or the file, is absent. */
export function fixture(relativePath: string): string | undefined {
  const path = resolve(root, relativePath);
  return existsSync(path) ? path : undefined;
}

/** The text of a real file. Only inside `describeFixtures`, where the folder is known to be there. */
export function fixtureText(relativePath: string): string {
  const path = fixture(relativePath);
  if (path === undefined) throw new Error(`no fixture ${relativePath} in ${root}`);
  return readFileSync(path, 'utf8');
}

/** Tests that need the real files: where these are absent the tests are skipped, and the title says why. */
export function describeFixtures(title: string, tests: () => void): void {
  if (existsSync(root)) describe(title, tests);
  else describe.skip(`${title} (skipped: no fixtures at ${root})`, tests);
}
