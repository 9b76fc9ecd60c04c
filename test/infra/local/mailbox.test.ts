import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mailWrite } from '../../../functions/platform/mail/outbox.ts';
import type { Mail } from '../../../functions/platform/ports.ts';
import { FirmTable } from '../../../functions/platform/table/firm-table.ts';
import { mailLog } from '../../../infra/local/mail/mail-log.ts';
import { mailbox } from '../../../infra/local/mail/mailbox.ts';
import { mint } from '../../functions/platform/notes/people.ts';
import { notesHost, read, until } from './whole-host.ts';

const host = await notesHost({ at: '2026-03-15T21:30:00.000Z' });
const firm = mint('firm');
const table = new FirmTable(await host.ports.table([firm]), firm);
const mail: Mail = {
  to: 'huda@nakheel.test',
  subject: 'تأكيد بريدك',
  text: 'افتح https://diwan.test/confirm?a=1&b=2 <لطفًا>',
  html: '<p>افتح</p>',
  language: 'ar',
  messageId: 'eml_1',
};
const mails = async (): Promise<(Mail & { file: string; at: string })[]> => (await read(await fetch(`${host.url}/local/mail.json`))).mails;
await table.transact([mailWrite('eml_1', mail, host.clock.now())]);
await until(async () => (await mails()).length === 1);

describe('the mailbox of the local host', () => {
  test('holds what was sent, and what is sent twice once', async () => {
    await host.ports.mail.send(mail);
    const held = await mails();
    expect(held).toEqual([expect.objectContaining({ ...mail, at: expect.stringMatching(/^2026-03-15T21:30/) })]);
  });

  test('gives each mail as the file that a mail program opens', async () => {
    const [first] = await mails();
    const answered = await fetch(`${host.url}/local/mail/${first?.file}`);
    expect(answered.headers.get('content-type')).toBe('message/rfc822');
    const text = await answered.text();
    expect(text).toMatch(/^From: Diwan <no-reply@diwan\.localhost>\r$/m);
    expect(text).toMatch(/^Message-ID: <eml_1@diwan\.localhost>\r$/m);
    expect(text).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(text).toContain('multipart/alternative');
  });

  test.each([
    ['en', 'ltr', 'Mails of this machine'],
    ['ar', 'rtl', 'بريد هذا الجهاز'],
  ])('is a page in %s, where nothing that was written is more than text', async (language, dir, title) => {
    const answered = await fetch(`${host.url}/local/mail`, { headers: { 'accept-language': language } });
    const page = await answered.text();
    expect(page).toContain(`<html lang="${language}" dir="${dir}">`);
    expect(page).toContain(title);
    expect(page).toContain('<a href="https://diwan.test/confirm?a=1&amp;b=2">');
    expect(page).toContain('&lt;لطفًا&gt;');
    expect(answered.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test.each(['nothing.eml', '..%2f..%2fsigning.key', 'eml_1.json'])('has no %s', async (file) => {
    expect((await fetch(`${host.url}/local/mail/${file}`)).status).toBe(404);
  });
});

describe('the log of the mailbox', () => {
  test('has on disk what it answered for, in order, whole lines alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'diwan-mails-'));
    const log = mailLog(folder);
    await Promise.all(Array.from({ length: 200 }, (_, i) => log.append(String(i))));
    appendFileSync(join(folder, 'mails.jsonl'), 'half');
    const again = mailLog(folder);
    expect(await again.lines()).toEqual(Array.from({ length: 200 }, (_, i) => String(i)));
    await again.append('after the crash');
    expect((await again.lines()).slice(-2)).toEqual(['199', 'after the crash']);
    rmSync(folder, { recursive: true });
  });

  test('takes in the mails of a folder from before it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'diwan-mails-'));
    const old = (messageId: string, at: string) => writeFileSync(join(folder, `${messageId}.json`), JSON.stringify({ ...mail, messageId, at }));
    old('b', '2026-01-02T00:00:00.000Z');
    old('a', '2026-01-01T00:00:00.000Z');
    const held = await mailbox(folder, host.clock).list(10);
    expect(held.map(({ messageId }) => messageId)).toEqual(['b', 'a']);
    rmSync(folder, { recursive: true });
  });
});
