import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, signUp } from '../host.ts';
import { furnish, openDesk, openStage, type Stage, settled } from './pages.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

describe('what people do now and then', { timeout: 60_000 }, () => {
  test('an account is added, renamed, archived and taken back by one word', async () => {
    const { page, go, faults, close } = await openDesk(stage, 'en');
    await go('/accounts');
    await page.getByRole('button', { name: 'Add an account' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Code').fill('5999');
    await dialog.getByLabel('Name in Arabic').fill('ضيافة');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The account 5999 is saved.').waitFor();
    await page.getByRole('button', { name: 'Edit the account 5999' }).click();
    await dialog.getByLabel('Name in English').fill('Hospitality');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Hospitality', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Archive the account 5999' }).click();
    await page.getByRole('row', { name: /Hospitality/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('row', { name: /Hospitality/ }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('a draft invoice is edited with a discount, posted, and voided', async () => {
    const { page, client, go, faults, close } = await openDesk(stage, 'en');
    const { draft } = await furnish(client);
    await go(`/invoices/${draft}`);
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    await page.getByLabel('Discount, line 1').fill('10%');
    await page.getByLabel('Prices include tax').check();
    // 2,100.00 less 10% is 1,890.00, of which 15/115 is tax.
    await page.getByText('1,643.48').first().waitFor();
    await page.getByRole('button', { name: 'Approve and post' }).click();
    await page.getByRole('heading', { level: 1, name: /INV-/ }).waitFor();
    await page.getByRole('button', { name: 'Void', exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Void it' }).click();
    await page.getByText('Void', { exact: true }).first().waitFor();
    const { body } = await client.get(`/invoices/${draft}`);
    expect([body.state, body.total, body.lines[0].discount]).toEqual(['void', '1890.00', { percent: '10' }]);
    expect(faults).toEqual([]);
    await close();
  });

  test('a credit note on account is written, posted, settles part of an invoice, and the rest is refunded', async () => {
    const { page, client, go, faults, close } = await openDesk(stage, 'en');
    const { contact, invoice } = await furnish(client);
    await go(`/credit-notes/new?contact=${contact}`);
    await page.getByLabel('Item, line 1').fill('Goodwill');
    await page.getByLabel('Unit price, line 1').fill('100');
    await page.getByRole('button', { name: 'Approve and post' }).click();
    await page.getByRole('heading', { level: 1, name: /^Credit note / }).waitFor();
    await page.getByRole('button', { name: 'Settle invoices' }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/^Settle of/)
      .fill('15');
    await page.getByRole('dialog').getByRole('button', { name: 'Allocate' }).click();
    await page.getByRole('region', { name: 'Settles' }).getByText('15.00').waitFor();
    await page.getByRole('link', { name: 'Refund' }).click();
    await settled(page);
    await page.getByLabel(/^Amount/).fill('100');
    await page.getByRole('button', { name: 'Oldest first' }).click();
    await page.getByRole('button', { name: 'Record the refund' }).click();
    await page.getByRole('heading', { level: 1, name: /^Payment / }).waitFor();
    const { body } = await client.get(`/invoices/${invoice}`);
    expect([body.credited, body.due]).toEqual(['15.00', '1500.00']);
    expect(faults).toEqual([]);
    await close();
  });

  test('opening balances are typed in Arabic digits, and the difference goes where it belongs', async () => {
    const { page, client, go, faults, close } = await openDesk(stage, 'ar');
    await go('/opening-balances');
    await page.getByLabel('الحساب، السطر 1').fill('صندوق');
    await page.keyboard.press('Enter');
    await page.getByLabel('مدين، السطر 1').fill('١٬٢٣٤٫٥');
    await page.getByRole('button', { name: 'ترحيل الأرصدة الافتتاحية' }).click();
    await page.getByRole('heading', { level: 1, name: /القيد رقم/ }).waitFor();
    const { body } = await client.get('/entries');
    expect(body.data[0].lines.map((line: { debit?: string; credit?: string }) => line.debit ?? line.credit)).toEqual(['1234.50', '1234.50']);
    expect(faults).toEqual([]);
    await close();
  });

  test('a branch is added, chosen on lines, and the profit and loss stands by branch', async () => {
    const { page, client, go, faults, close } = await openDesk(stage, 'en');
    await go('/settings/dimensions');
    await page.getByRole('button', { name: 'Add', exact: true }).first().click();
    await page.getByRole('dialog').getByLabel('Code').fill('JED');
    await page.getByRole('dialog').getByLabel('Name').fill('Jeddah');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('rowheader', { name: 'Jeddah' }).waitFor();
    await go('/entries/new');
    await page.getByLabel('Account, line 1').fill('1101');
    await page.keyboard.press('Enter');
    await page.getByLabel('Debit, line 1').fill('40');
    await page.getByLabel('Account, line 2').fill('4101');
    await page.keyboard.press('Enter');
    await page.getByLabel('Credit, line 2').fill('40');
    await page.getByLabel('Branch, line 2').selectOption({ label: 'Jeddah' });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: /Entry no\./ }).waitFor();
    await go('/reports/profit-and-loss?by=branch');
    await page.getByRole('columnheader', { name: 'Jeddah' }).waitFor();
    expect((await client.get('/reports/profit-and-loss?by=branch')).status).toBe(200);
    expect(faults).toEqual([]);
    await close();
  });

  test('the year is closed once its months are, and its entry is there to be read', async () => {
    const { page, client, go, faults, close } = await openDesk(stage, 'en');
    await client.post('/entries', {
      date: '2024-12-15',
      memo: 'Sale',
      lines: [
        { account: '1101', debit: '10.00' },
        { account: '4101', credit: '10.00' },
      ],
    });
    await client.post('/periods/2024-11/close');
    await go('/periods');
    await page.getByRole('button', { name: 'Close 2024', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByText('2024 is closed.').waitFor();
    await page.getByRole('row', { name: /2024/ }).getByRole('link').first().click();
    await page.getByText('Year end').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('what the file calls an account is mapped to one of the chart, and checked again', async () => {
    const { page, client, go, faults, close } = await openDesk(stage, 'en');
    await go('/imports/new');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.journal', mimeType: 'text/plain', buffer: Buffer.from('2026-01-05 x\n    Till   10.00 SAR\n    equity:opening\n') });
    await page.getByText('Ready to start').waitFor();
    await page.getByLabel('Becomes of Till').fill('1101');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Check again with these options' }).click();
    await page.getByText('Ready to start').waitFor();
    await page.getByRole('button', { name: 'Write it to the book' }).and(page.locator(':not([aria-disabled])')).click();
    await page.getByRole('link', { name: 'See the trial balance' }).waitFor();
    const { body } = await client.get('/reports/trial-balance');
    expect(body.rows.map((row: { account: string }) => row.account)).toContain('1101');
    expect(faults).toEqual([]);
    await close();
  });

  test('a second firm is opened with the same account, and the switcher goes between them', async () => {
    const email = 'two-firms@example.com';
    const { page, go, faults, close } = await openDesk(stage, 'en', { client: await signUp(stage.url, { name: 'First Firm' }, email) });
    await go('');
    await page.getByRole('button', { name: /Switch firm/ }).click();
    await page.getByRole('menuitem', { name: 'Add a firm' }).click();
    await page.getByText('You are signed in as').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Name of the firm').fill('Second Firm');
    await page.getByRole('button', { name: 'Open the firm' }).click();
    await page.getByRole('button', { name: 'Switch firm: Second Firm' }).click();
    await page.getByRole('menuitem', { name: 'First Firm' }).click();
    await page.getByRole('button', { name: 'Switch firm: First Firm' }).waitFor();
    await page.getByRole('button', { name: /Your account/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(page.url()).not.toContain('next=');
    expect(faults).toEqual([]);
    await close();
  });
});
