import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { mailFiles } from '../../../infra/local/mail/mail-files.ts';
import type { MailInBox } from '../../../infra/local/mail/mailbox.ts';

const file = `${'a'.repeat(24)}.eml`;
const mail: MailInBox = {
  at: '2026-01-01T00:00:00.000Z',
  to: 'huda@nakheel.test',
  subject: 'تأكيد',
  text: 'مرحبًا',
  language: 'ar',
  messageId: 'eml_1',
  file,
};

test('a mail that is not a file yet is made one for whoever asks, and for many who ask at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mail-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = mailFiles(folder, async () => mail);
  const read = await Promise.all(Array.from({ length: 10 }, () => files.read(file)));
  for (const bytes of read) expect(Buffer.from(bytes ?? []).toString()).toMatch(/^Message-ID: <eml_1@/m);
  expect(await files.read('../signing.key')).toBeUndefined();
});
