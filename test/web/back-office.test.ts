import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client, PASSWORD } from '../host.ts';
import { openPage } from './browser.ts';
import { furnish, openDesk, openStage, type Stage, settled } from './pages.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

/** The link of the latest mail to an address, as its reader would press it. */
async function linkTo(address: string, path: string): Promise<string> {
  for (let tries = 0; tries < 50; tries++) {
    const { body } = await client(stage.url, '', '').get('/local/mail.json');
    const mail = body.mails.find((each: { to: string; text: string }) => JSON.stringify(each.to).includes(address) && each.text.includes(path));
    const link = mail && new RegExp(`https?://\\S*${path}#token=\\S+`).exec(mail.text)?.[0];
    if (link) return link;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`no mail to ${address} with ${path}`);
}

const JOURNAL = `2026-01-05 Opening
    assets:bank        1000.00 SAR
    equity:opening

2026-01-09 Coffee
    expenses:food        12.50 SAR
    assets:bank
`;

describe('the back office', () => {
  test('a journal is dropped, seen, started, and its trial balance opened', { timeout: 60_000 }, async () => {
    const { page, go, faults, close } = await openDesk(stage, 'en');
    await go('/imports/new');
    await page.locator('input[type=file]').setInputFiles({ name: 'books.journal', mimeType: 'text/plain', buffer: Buffer.from(JOURNAL) });
    await page.getByText('Ready to start').waitFor();
    await page.getByRole('region', { name: 'Accounts of the file' }).getByText('expenses:food').first().waitFor();
    await page.getByRole('button', { name: 'Write it to the book' }).click();
    await page.getByRole('link', { name: 'See the trial balance' }).click();
    await settled(page);
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'assets:bank', exact: true }) });
    expect(await row.textContent()).toContain('987.50');
    expect(faults).toEqual([]);
    await close();
  });

  test('a file that is at fault is refused by its lines, and nothing of it is written', { timeout: 60_000 }, async () => {
    const { page, client: caller, go, close } = await openDesk(stage, 'ar');
    await go('/imports/new');
    await page.locator('input[type=file]').setInputFiles({
      name: 'خطأ.journal',
      mimeType: 'text/plain',
      buffer: Buffer.from(`${JOURNAL}\n2026-02-30 Not a day\n    assets:bank   1 SAR\n    expenses:food\n`),
    });
    await page.getByRole('region', { name: 'الأخطاء' }).waitFor();
    expect(await page.getByRole('region', { name: 'الأخطاء' }).getByRole('row').nth(1).textContent()).toMatch(/9/);
    expect((await caller.get('/entries')).body.data).toEqual([]);
    await close();
  });

  test('a month is closed, reopened with a reason, and locked only when its name is typed', { timeout: 60_000 }, async () => {
    const { page, client: caller, go, close } = await openDesk(stage, 'en');
    await caller.post('/entries', {
      date: '2026-01-15',
      memo: 'Begin',
      lines: [
        { account: '1101', debit: '10.00' },
        { account: '3101', credit: '10.00' },
      ],
    });
    await go('/periods');
    await page.getByRole('button', { name: 'Close January 2026' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByText('January 2026 is closed.').waitFor();
    await page.getByRole('button', { name: 'Reopen January 2026' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('A bill came late');
    await page.getByRole('dialog').getByRole('button', { name: 'Reopen', exact: true }).click();
    await page.getByText('January 2026 is open again.').waitFor();
    await page.getByRole('button', { name: 'Close January 2026' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('button', { name: 'Lock January 2026' }).click();
    const dialog = page.getByRole('alertdialog');
    const lock = dialog.getByRole('button', { name: 'Lock for ever' });
    expect(await lock.getAttribute('aria-disabled')).toBe('true');
    await dialog.getByLabel('Type 2026-01 to confirm').fill('2026-01');
    await lock.click();
    await page.getByText('January 2026 is locked.').waitFor();
    await close();
  });

  test('an entry is reversed once, on a date of its own', { timeout: 60_000 }, async () => {
    const { page, client: caller, go, close } = await openDesk(stage, 'ar');
    const { body } = await caller.post('/entries', {
      date: '2026-03-01',
      memo: 'خطأ',
      lines: [
        { account: '1101', debit: '10.00' },
        { account: '3101', credit: '10.00' },
      ],
    });
    await go(`/entries/${body.id}`);
    await page.getByRole('button', { name: 'عكس القيد', exact: true }).click();
    await page.getByRole('button', { name: 'ترحيل القيد العكسي' }).click();
    await page.getByRole('heading', { level: 1, name: /2/ }).waitFor();
    await page.getByText('قيد عكسي', { exact: true }).first().waitFor();
    await go(`/entries/${body.id}`);
    expect(await page.getByRole('button', { name: 'عكس القيد', exact: true }).getAttribute('aria-disabled')).toBe('true');
    await close();
  });

  test('a receipt goes along with an entry, and is there to be opened', { timeout: 60_000 }, async () => {
    const { page, go, close } = await openDesk(stage, 'en');
    await go('/entries/new');
    await page.getByLabel('Account, line 1').fill('1101');
    await page.keyboard.press('Enter');
    await page.getByLabel('Debit, line 1').fill('75');
    await page.getByLabel('Account, line 2').fill('3101');
    await page.keyboard.press('Enter');
    await page.getByLabel('Credit, line 2').fill('75');
    await page.locator('input[type=file]').setInputFiles({ name: 'إيصال.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 receipt') });
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Entry no. 1' }).waitFor();
    const receipt = page.getByRole('region', { name: 'Attachments' }).getByRole('button', { name: /إيصال\.pdf/ });
    await receipt.waitFor();
    const [opened] = await Promise.all([
      page.context().waitForEvent('request', (request) => request.url().includes('/local/blobs/')),
      receipt.click(),
    ]);
    expect((await opened.response())?.status()).toBe(200);
    await close();
  });

  test('some lines of an invoice are taken back by a credit note, and a refund is recorded', { timeout: 60_000 }, async () => {
    const { page, client: caller, go, close } = await openDesk(stage, 'en');
    const { invoice } = await furnish(caller);
    await go(`/invoices/${invoice}`);
    await page.getByRole('button', { name: 'Credit note', exact: true }).click();
    await page.getByRole('radio', { name: 'Some of its lines' }).check();
    await page.getByLabel('Take back, line 1').fill('2');
    await page.getByRole('button', { name: 'Post the credit note' }).click();
    await page.getByRole('heading', { level: 1, name: /Credit note CRN?-|Credit note CN-/ }).waitFor();
    await page.getByText('SAR 805.00').first().waitFor();
    await close();
  });

  test('an invited person opens the mail, joins, and sees what the role may see', { timeout: 60_000 }, async () => {
    const owner = await openDesk(stage, 'en');
    await owner.go('/settings/members');
    await owner.page.getByRole('button', { name: 'Invite a member' }).click();
    await owner.page.getByRole('dialog').getByLabel('E-mail').fill('auditor@example.com');
    await owner.page.getByRole('dialog').getByLabel('Role').selectOption({ label: 'Auditor' });
    await owner.page.getByRole('button', { name: 'Send the invitation' }).click();
    await owner.page.getByText('Waiting').waitFor();
    const link = await linkTo('auditor@example.com', '/invitation');

    const guest = await openPage(stage.browser, { language: 'en' });
    await guest.page.goto(link);
    await guest.page.getByText(/invites you to/).waitFor();
    expect(guest.page.url()).not.toContain('token');
    await guest.page.getByLabel('Your name').fill('Nora');
    await guest.page.getByLabel('Password', { exact: true }).fill('another long sentence');
    await guest.page.getByRole('button', { name: /^Join/ }).click();
    await guest.page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
    await guest.page.getByRole('navigation').getByRole('link', { name: 'Journal' }).click();
    await guest.page.getByRole('heading', { level: 1, name: 'Journal' }).waitFor();
    expect(await guest.page.getByRole('link', { name: 'New journal entry' }).count()).toBe(0);
    await guest.close();
    await owner.close();
  });

  test('a forgotten password is chosen again by mail, and the address confirmed by a press', { timeout: 60_000 }, async () => {
    const { page, close } = await openPage(stage.browser, { language: 'ar' });
    const email = `forgetful-${Date.now()}@example.com`;
    await client(stage.url, '', '').post('/v1/sign-up', {
      email,
      password: PASSWORD,
      name: 'Mona',
      locale: 'ar',
      firm: { name: 'النور', country: 'SA', currency: 'SAR', kind: 'business', plan: 'trial' },
    });
    await page.goto(await linkTo(email, '/verify-email'));
    await page.getByRole('button', { name: 'تأكيد البريد' }).click();
    await page.getByText('تم تأكيد البريد.').waitFor();
    await page.goto(`${stage.url}/forgot-password`);
    await page.getByLabel('البريد الإلكتروني').fill(email);
    await page.getByRole('button', { name: 'أرسل الرسالة' }).click();
    await page.goto(await linkTo(email, '/reset-password'));
    await page.getByLabel('كلمة المرور الجديدة').fill('a newer long sentence');
    await page.getByRole('button', { name: 'اعتمد كلمة المرور' }).click();
    await page.getByRole('main').getByRole('link', { name: 'تسجيل الدخول' }).click();
    await page.getByLabel('البريد الإلكتروني').fill(email);
    await page.getByLabel('كلمة المرور', { exact: true }).fill('a newer long sentence');
    await page.getByRole('button', { name: 'دخول', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'الرئيسية' }).waitFor();
    await close();
  });

  test('a report is saved as a spreadsheet, and printed without the frame', { timeout: 60_000 }, async () => {
    const { page, client: caller, go, close } = await openDesk(stage, 'en');
    await furnish(caller);
    await go('/reports/trial-balance');
    await settled(page);
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Excel' }).click()]);
    expect(saved.suggestedFilename()).toMatch(/\.xlsx$/);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.getByRole('table').isVisible()).toBe(true);
    await close();
  });

  test('settings are saved, and stand on the printed invoice', { timeout: 60_000 }, async () => {
    const { page, client: caller, go, close } = await openDesk(stage, 'en');
    const { draft } = await furnish(caller);
    await go('/settings');
    await page
      .getByLabel(/VAT registration number|Tax number|VAT number|registration/i)
      .first()
      .fill('300000000000003');
    await page.getByLabel('City').fill('Riyadh');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The settings are saved.').waitFor();
    await go(`/invoices/${draft}/print`);
    await page.getByText('Riyadh').first().waitFor();
    await page.getByText('300000000000003').first().waitFor();
    await close();
  });
});
