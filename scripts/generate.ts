// Writes what is generated from the tables: the pages' addresses, the index of each context's routes, docs/openapi.json, docs/errors.md and docs/table.md. Goldens hold them all:
// `npm test` fails where one of them is not what the tables say.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generated } from './generated.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
for (const [file, content] of Object.entries(await generated())) {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  console.log(file);
}
