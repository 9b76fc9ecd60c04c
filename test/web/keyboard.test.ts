import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { furnish, openDesk, openStage, type Stage, settled } from './pages.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

const focusedName = "(document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent ?? '').trim()";

describe('by keyboard alone', () => {
  test('an entry is written and posted', { timeout: 60_000 }, async () => {
    const { page, client, go, faults, close } = await openDesk(stage, 'en');
    await go('/entries/new');
    await settled(page);
    await page.getByLabel('Account, line 1').focus();
    const type = (text: string) => page.keyboard.type(text);
    const press = (key: string) => page.keyboard.press(key);
    await type('cash on');
    await press('Enter');
    expect(await page.evaluate(focusedName)).toBe('Debit, line 1');
    await type('500');
    // A line has one side: after a debit comes its memo.
    await press('Enter');
    await type('from the owner');
    await press('Enter');
    expect(await page.evaluate(focusedName)).toBe('Account, line 2');
    await type('capital');
    await press('Enter');
    await press('Enter');
    // The difference by one key.
    await press('=');
    await page.getByText('Balanced').waitFor();
    // At the end of the last line a new one begins.
    await press('Enter');
    await press('Enter');
    await page.getByLabel('Account, line 3').waitFor();
    expect(await page.evaluate(focusedName)).toBe('Account, line 3');
    await press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: /Entry no\. 1/ }).waitFor();
    const { body } = await client.get('/entries');
    expect(
      body.data[0].lines.map((line: { account: string; debit?: string; credit?: string }) => [line.account, line.debit ?? '', line.credit ?? '']),
    ).toEqual([
      ['1101', '500.00', ''],
      ['3101', '', '500.00'],
    ]);
    expect(faults).toEqual([]);
    await close();
  });

  test('the palette goes to pages in either language and finds customers, invoices and accounts', { timeout: 60_000 }, async () => {
    const { page, client, go, close } = await openDesk(stage, 'en');
    await furnish(client);
    await go('');
    const find = async (typed: string, found: RegExp, heading: RegExp) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('combobox').waitFor();
      await page.keyboard.type(typed);
      await page.getByRole('dialog').getByRole('option', { selected: true, name: found }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    };
    await find('ميزان', /Trial balance/, /Trial balance/);
    await find('مدارس', /Al Bayan/, /Al Bayan/);
    await find('1121', /Trade receivables/, /Ledger of 1121/);
    await find('INV-', /INV-/, /Invoice INV-/);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await close();
  });

  test('the arrows walk a list as it is read, and Enter opens its row', { timeout: 60_000 }, async () => {
    const { page, client, go, close } = await openDesk(stage, 'ar');
    const { draft } = await furnish(client);
    await go('/invoices');
    await page.getByRole('gridcell').first().focus();
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate("document.activeElement.getAttribute('aria-colindex')")).toBe('2');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /فاتورة/ }).waitFor();
    expect(page.url()).toMatch(new RegExp(`${draft}|inv_`));
    await close();
  });

  test('a button that cannot be pressed is reached, and says why', async () => {
    const { page, client, go, close } = await openDesk(stage, 'en');
    const { invoice } = await furnish(client);
    await go(`/invoices/${invoice}`);
    const button = page.getByRole('button', { name: 'Void', exact: true });
    await button.focus();
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    expect(await page.getByRole('tooltip').filter({ hasText: 'Not possible while it is' }).first().isVisible()).toBe(true);
    await close();
  });
});
