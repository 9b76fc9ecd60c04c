import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../host.ts';
import { barriers, bothLanguages, furnish, openDesk, openStage, type Stage, settled } from './pages.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

const words = {
  en: {
    title: 'Search',
    field: 'What are you looking for?',
    invoices: 'Invoices',
    customers: 'Contacts',
    nothing: 'Nothing matches',
    close: /these names are close/,
  },
  ar: { title: 'البحث', field: 'عمّ تبحث؟', invoices: 'الفواتير', customers: 'العملاء والموردون', nothing: 'لا نتائج مطابقة', close: /أسماء قريبة/ },
} as const;

/** Until the search has read what was just made. */
async function readBy(client: Client, q: string, kinds: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const { body } = await client.get(`/search?q=${encodeURIComponent(q)}&each=2&limit=50`);
    if (new Set((body.data ?? []).map((find: { kind: string }) => find.kind)).size >= kinds) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${q} is not found`);
}

describe.each(bothLanguages)('searching in %s', (language) => {
  const said = words[language];

  test('everything of a name is found by kind, marked, opened by keys, and without barriers', { timeout: 90_000 }, async () => {
    const { page, client, go, faults, close } = await openDesk(stage, language);
    await furnish(client);
    await readBy(client, 'البيان', 3);
    await go('/search');
    const field = page.getByLabel(said.field);
    expect(await page.evaluate('document.activeElement.type')).toBe('search');
    await field.fill(language === 'ar' ? 'بيانْ' : 'bayan');
    await page.getByRole('heading', { level: 2, name: said.invoices, exact: true }).waitFor();
    await page.getByRole('heading', { level: 2, name: said.customers, exact: true }).waitFor();
    expect(await page.locator('mark').first().textContent()).toBe(language === 'ar' ? 'البيان' : 'Bayan');
    expect(page.url()).toContain('q=');
    expect(await barriers(page)).toEqual([]);

    // One kind alone; the address holds it, so a reload shows the same.
    await page.getByRole('button', { name: said.invoices, exact: true }).click();
    await page.getByRole('list', { name: said.invoices, exact: true }).waitFor();
    await page.reload();
    await settled(page);
    expect(await page.getByRole('button', { name: said.invoices, exact: true }).getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('list', { name: said.invoices, exact: true }).waitFor();
    expect(await barriers(page)).toEqual([]);

    await field.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/invoices\/inv_/);
    expect(faults).toEqual([]);
    await close();
  });

  test('a slip in a name is forgiven and said to be, and nothing is said to be nothing', { timeout: 60_000 }, async () => {
    const { page, client, go, close } = await openDesk(stage, language, { width: 390, height: 800 });
    await furnish(client);
    await readBy(client, 'البيان', 3);
    await go('/search?q=Privtae');
    await page.getByText(said.close).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel(said.field).fill('qwertyuiop');
    await page.getByRole('heading', { name: said.nothing }).waitFor();
    await close();
  });

  test('the palette finds as one types, shows all, and offers again what was opened', { timeout: 60_000 }, async () => {
    const { page, client, go, close } = await openDesk(stage, language);
    await furnish(client);
    await readBy(client, 'البيان', 3);
    await go('');
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').fill('INV-');
    const invoice = dialog.getByRole('group', { name: said.invoices, exact: true }).getByRole('option').first();
    await invoice.waitFor();
    expect(await barriers(page)).toEqual([]);
    await invoice.click();
    await page.waitForURL(/\/invoices\/inv_/);
    await page.keyboard.press('Control+k');
    await dialog.getByRole('option', { name: /INV-/ }).first().waitFor();
    await dialog.getByRole('combobox').fill(language === 'ar' ? 'البيان' : 'bayan');
    await dialog.getByRole('option', { name: language === 'ar' ? /كل نتائج/ : /All results/ }).click();
    await page.getByRole('heading', { level: 1, name: said.title, exact: true }).waitFor();
    expect(await page.getByLabel(said.field).inputValue()).toBe(language === 'ar' ? 'البيان' : 'bayan');
    await close();
  });
});
