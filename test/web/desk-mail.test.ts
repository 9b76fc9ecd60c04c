import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aMail, deskOf, drop } from '../functions/work/mail-in.ts';
import { barriers, bothLanguages, openDesk, openStage, type Stage, settled } from './pages.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

const words = {
  en: { off: 'Take in no mail', on: 'Take in mail', wanted: 'Send me mails about cases of this firm', files: 'Files', refused: 'setup.exe' },
  ar: { off: 'إيقاف الاستقبال', on: 'استقبال البريد', wanted: 'أرسل لي رسائل عن معاملات هذه المنشأة', files: 'الملفات', refused: 'setup.exe' },
} as const;

describe.each(bothLanguages)('in %s', (language) => {
  const say = words[language];

  test('the address of the desk is shown, mail is turned off and on, and mails to oneself too', async () => {
    const desk = await openDesk(stage, language, { width: 390 });
    await desk.go('/settings/desk-mail');
    await desk.page.getByText(await deskOf(desk.client), { exact: true }).waitFor();
    await settled(desk.page);
    expect(await barriers(desk.page)).toEqual([]);
    await desk.page.getByRole('button', { name: say.off }).click();
    await desk.page.getByRole('button', { name: say.on }).waitFor();
    expect((await desk.client.get('/desk-mail')).body.accepts).toBe(false);
    await desk.page.getByRole('button', { name: say.on }).click();
    await desk.page.getByRole('button', { name: say.off }).waitFor();
    await desk.page.getByLabel(say.wanted).click();
    await expect.poll(async () => (await desk.client.get('/desk-mail/preference')).body.off).toBe(true);
    expect(desk.faults).toEqual([]);
    await desk.close();
  });

  test('files are attached to a case, each for itself, and one that could run is refused by name', async () => {
    const desk = await openDesk(stage, language, { width: 390 });
    const { body } = await drop(stage.url, aMail({ to: await deskOf(desk.client) }));
    const { case: id } = body.received[0];
    await desk.go(`/cases/${id}`);
    const files = desk.page.getByRole('region', { name: say.files });
    await files.getByText('message.eml').waitFor();
    await files.locator('input[multiple]').setInputFiles([
      { name: 'screen.png', mimeType: 'image/png', buffer: Buffer.alloc(3000, 1) },
      { name: 'setup.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
    ]);
    await files.getByText('screen.png').waitFor();
    await files.getByRole('alert').getByText(say.refused).first().waitFor();
    const kept = (await desk.client.get(`/cases/${id}/attachments`)).body.data.map(({ name }: { name: string }) => name).sort();
    expect(kept).toEqual(['message.eml', 'screen.png']);
    await settled(desk.page);
    expect(await barriers(desk.page)).toEqual([]);
    expect(desk.faults).toEqual([]);
    await desk.close();
  });
});
