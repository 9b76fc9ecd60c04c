import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generated } from '../../scripts/generated.ts';

// A file that is not what the tables say: `npm run generate` writes it again.
test.each(Object.entries(await generated()))('%s is what the tables say', (file, content) => {
  expect(readFileSync(file, 'utf8') === content).toBe(true);
});
