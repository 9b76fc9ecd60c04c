import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { announce, file, pdfOf, send } from '../functions/records/filing-office.ts';
import { type Client, signUp } from '../host.ts';
import { barriers, bothLanguages, type Language, openDesk, openStage, type Stage, settled } from './pages.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

const words = {
  en: {
    choose: 'Choose files',
    file: 'File 2 files',
    accept: 'Accept: 05 Mar 2026',
    edit: 'Edit',
    hold: 'Place a hold',
    matter: 'Matter',
    save: 'Save',
    name: 'Title',
    propose: 'Put 1 record forward',
    reason: 'Reason',
    approve: 'Approve and dispose',
    why: 'How long it is kept, and why',
    kept: 'It is kept until 2036-12-31',
    certificate: 'Certificate of disposal',
    same: 'a second person has to approve',
    mark: 'Choose “An old note”',
    accounting: 'Accounting records',
  },
  ar: {
    choose: 'اختر ملفات',
    file: 'حفظ ملفين',
    // What is put into an Arabic sentence stands in marks of its own direction.
    accept: /^قبول: .*2026/,
    edit: 'تعديل',
    hold: 'وضع حجز حفظ',
    matter: 'الموضوع',
    save: 'حفظ',
    name: 'العنوان',
    propose: 'اقتراح إتلاف سجل واحد',
    reason: 'السبب',
    approve: 'اعتماد وإتلاف',
    why: 'مدة حفظه وسببها',
    kept: /يُحفظ حتى .?2036-12-31/,
    certificate: 'شهادة إتلاف',
    same: 'لا بد من اعتماد شخص ثانٍ',
    mark: /اختيار «.?An old note.?»/,
    accounting: 'السجلات المحاسبية',
  },
} as const satisfies Record<Language, object>;

const shots = process.env.RECORD_SHOTS;

async function anAccountant(client: Client): Promise<Client> {
  const email = `second-${client.firm.slice(-8)}@example.com`;
  const second = await signUp(stage.url, { name: 'Second' }, email);
  await client.post('/invitations', { email, role: 'accountant' });
  for (let tries = 0; tries < 100; tries++) {
    const { mails } = (await client.get('/local/mail.json')).body as { mails: readonly { to: string; text: string }[] };
    const token = mails.filter(({ to }) => to === email).flatMap(({ text }) => /invitation#token=([\w.~-]+)/.exec(text)?.[1] ?? [])[0];
    if (token && (await second.post('/v1/invitations/join', { token })).status < 300) return { ...second, firm: client.firm };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no invitation came');
}

describe.each(bothLanguages)('records, in %s', (language) => {
  const say = words[language];

  test('are filed from the library with a suggestion that a person takes, and shown with why they are kept', { timeout: 90_000 }, async () => {
    const { page, client, go, faults, close } = await openDesk(stage, language);
    await file(client, { content: 'older', class: 'accounting', eventDate: '2026-01-15', title: 'Ledger of January' });
    await go('/records');
    await page.getByLabel(say.choose).first().waitFor({ state: 'attached' });
    await page.locator('input[type=file][multiple]').setInputFiles([
      { name: 'lease 2026-03-05.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfOf('Lease of the shop')) },
      { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') },
    ]);
    await page.getByRole('button', { name: say.accept }).first().click();
    if (shots) await page.screenshot({ path: `${shots}/upload-${language}.png` });
    await page.getByRole('button', { name: say.file }).click();
    await page.getByRole('link', { name: 'lease 2026-03-05.pdf' }).waitFor();
    await settled(page);
    const [lease] = (await client.get('/records')).body.data.filter(({ title }: { title: string }) => title.startsWith('lease'));
    expect(lease).toMatchObject({ eventDate: '2026-03-05', class: 'general' });
    // A folder narrows the list.
    await page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(say.accounting) })
      .click();
    await page.getByRole('link', { name: 'lease 2026-03-05.pdf' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Ledger of January' }).waitFor();
    if (shots) await page.screenshot({ path: `${shots}/library-${language}.png` });
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Ledger of January' }).click();
    await page.getByRole('region', { name: say.why }).getByText(say.kept).waitFor();
    await go(`/records/${lease.id}`);
    await page.locator('.record-preview canvas').waitFor();
    await settled(page);
    // The page was drawn: not every dot of it is white.
    await expect
      .poll(
        () =>
          page.evaluate(
            "(() => { const c = document.querySelector('.record-preview canvas'); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; for (let i = 0; i < d.length; i += 4) if (d[i + 3] > 0 && d[i] < 100) return true; return false; })()",
          ),
        { timeout: 15_000 },
      )
      .toBe(true);
    if (shots) await page.screenshot({ path: `${shots}/record-${language}.png`, fullPage: true });
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: say.edit, exact: true }).click();
    await page.getByRole('dialog').getByLabel(say.name).fill('Lease, signed');
    if (shots) await page.screenshot({ path: `${shots}/edit-${language}.png` });
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: say.save, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Lease, signed' }).waitFor();
    await page.getByRole('button', { name: say.hold, exact: true }).click();
    await page.getByRole('dialog').getByLabel(say.matter).fill('Dispute 7');
    await page.getByRole('dialog').getByLabel(say.reason).fill('The court asks');
    await page.getByRole('dialog').getByRole('button', { name: say.hold, exact: true }).click();
    await page
      .getByRole('region', { name: say.why })
      .getByText(/Dispute 7/)
      .waitFor();
    expect((await client.get(`/records/${lease.id}`)).body.holds).toMatchObject([{ matter: 'Dispute 7' }]);
    expect(faults).toEqual([]);
    await close();
  });

  test('whose time is over are put forward by one person and ended by another, who prints the certificate', { timeout: 90_000 }, async () => {
    const { page, client, go, faults, close } = await openDesk(stage, language);
    const second = await anAccountant(client);
    await file(client, { content: 'old', class: 'general', eventDate: '2001-01-01', title: 'An old note' });
    await go('/disposals');
    await page.getByRole('checkbox', { name: say.mark }).check();
    await page.getByLabel(say.reason).fill('Nobody needs it');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: say.propose }).click();
    await page.getByRole('button', { name: say.approve }).waitFor();
    // The button is there, cannot be pressed by the proposer, and says why.
    expect(await page.getByRole('button', { name: say.approve }).getAttribute('aria-disabled')).toBe('true');
    await page.getByText(new RegExp(say.same)).first().waitFor({ state: 'attached' });
    expect(await barriers(page)).toEqual([]);
    const address = new URL(page.url()).pathname.replace(/^\/firms\/[^/]+/, '');
    const other = await openDesk(stage, language, { client: second });
    await other.go(address);
    await other.page.getByRole('button', { name: say.approve }).click();
    await other.page.getByRole('alertdialog').getByRole('button', { name: say.approve }).click();
    await other.page.getByRole('heading', { level: 1, name: say.certificate }).waitFor();
    await other.page.getByText(/^[0-9a-f]{64}$/).waitFor();
    await settled(other.page);
    if (shots) await other.page.screenshot({ path: `${shots}/certificate-${language}.png`, fullPage: true });
    expect(await barriers(other.page)).toEqual([]);
    expect([...faults, ...other.faults]).toEqual([]);
    await other.close();
    await close();
  });

  test.each([1280, 390])('classes, holds, rules and what is linked have no barrier and fit a window of %i', { timeout: 90_000 }, async (width) => {
    const { page, client, go, faults, close } = await openDesk(stage, language, { width });
    const contact = (await client.post('/contacts', { name: 'Acme' })).body.id;
    await file(client, { content: 'x', contact, links: [{ kind: 'contact', id: contact }], class: 'hr', title: 'Contract of Sara' });
    await client.post('/record-holds', { matter: 'Dispute with Acme', reason: 'court', scope: { kind: 'query', contact, from: '2026-01' } });
    await client.post('/filing-rules', { name: 'Rent', contains: 'rent', class: 'contracts', tags: ['rent'] });
    for (const path of ['/records', '/record-classes', '/record-holds', '/filing-rules', '/disposals', `/contacts/${contact}`]) {
      await go(path);
      await settled(page);
      if (shots) await page.screenshot({ path: `${shots}/${path.split('/')[1]}-${language}-${width}.png`, fullPage: true });
      expect(await barriers(page), path).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), path).toBeLessThanOrEqual(0);
    }
    expect(faults).toEqual([]);
    await close();
  });

  test('of a wrong type are not filed, and the page says why', { timeout: 60_000 }, async () => {
    const { page, client, go, close } = await openDesk(stage, language);
    await go('/records');
    await page
      .locator('input[type=file][multiple]')
      .setInputFiles([{ name: 'a.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') }]);
    await page.locator('.records-waiting').getByRole('button').last().click();
    await page.getByRole('alert').first().waitFor();
    expect((await client.get('/records')).body.data).toEqual([]);
    await close();
  });
});

test('a look at a confidential file is asked for before it is noted', { timeout: 60_000 }, async () => {
  const { page, client, go, close } = await openDesk(stage, 'en');
  const announced = (await announce(client, { content: pdfOf('salary'), type: 'application/pdf', class: 'hr' })).body;
  await send(announced.upload, pdfOf('salary'));
  await client.post(announced.complete);
  const downloads = async () =>
    (await client.get(`/events?entity=record:${announced.id}`)).body.data.filter(({ type }: { type: string }) => type === 'record.downloaded').length;
  await go(`/records/${announced.id}`);
  await settled(page);
  expect(await downloads()).toBe(0);
  await page.getByRole('button', { name: 'Show the file' }).click();
  await page.locator('.record-preview canvas').waitFor();
  expect(await downloads()).toBe(1);
  await close();
});
