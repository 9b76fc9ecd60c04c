import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { mailLog } from '../../../infra/local/mail/mail-log.ts';

test('every line that is written is answered for, one after the other and many at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mail-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const log = mailLog(folder);
  const written: string[] = [];
  for (let round = 0; round < 20; round++) {
    // The next comes at the moment at which the one before is answered for: while its file is being closed.
    const lines = Array.from({ length: (round % 3) + 1 }, (_, i) => `"${round}.${i}"`);
    await Promise.all(lines.map((line) => log.append(line)));
    written.push(...lines);
  }
  expect(await log.lines()).toEqual(written);
});
