import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../host.ts';
import { signUp } from '../host.ts';
import { openPage } from './browser.ts';
import { furnishOffice } from './furnish-office.ts';
import { barriers, bothLanguages, furnish, openDesk, openStage, type Stage, settled } from './pages.ts';

let stage: Stage;
let client: Client;
let ids: Awaited<ReturnType<typeof furnish>>;
let officePages: readonly string[];
beforeAll(async () => {
  stage = await openStage();
  client = await signUp(stage.url, { name: 'مؤسسة النور Blue Falcon' });
  ids = await furnish(client);
  officePages = await furnishOffice(client);
});
afterAll(() => stage.stop());

const publicPages = ['/', '/pricing', '/sign-up', '/sign-in', '/forgot-password', '/reset-password', '/verify-email', '/invitation'];
const firmPages = (): readonly string[] => [
  '',
  '/invoices',
  '/invoices/new',
  `/invoices/${ids.invoice}`,
  `/invoices/${ids.draft}`,
  `/invoices/${ids.draft}/edit`,
  `/invoices/${ids.invoice}/print`,
  '/credit-notes',
  '/credit-notes/new',
  `/credit-notes/${ids.creditNote}`,
  '/contacts',
  '/contacts/new',
  `/contacts/${ids.contact}`,
  '/payments',
  `/payments/new?invoice=${ids.invoice}`,
  `/payments/${ids.payment}`,
  '/entries',
  '/entries/new',
  `/entries/${ids.entry}`,
  '/accounts',
  '/accounts/1121',
  '/reports',
  '/reports/trial-balance?compare=previous-year',
  '/reports/balance-sheet?compare=previous-year',
  '/reports/profit-and-loss',
  '/reports/cash-flow',
  '/reports/general-ledger',
  '/reports/aged-receivables',
  '/reports/aged-payables',
  `/reports/customer-statement?contact=${ids.contact}`,
  '/periods',
  '/opening-balances',
  '/imports',
  '/imports/new',
  '/audit-trail',
  '/book',
  '/settings',
  '/settings/members',
  '/settings/dimensions',
];

describe.each(bothLanguages)('no barrier by WCAG 2.2 AA, in %s', (language) => {
  test('on the public pages', { timeout: 120_000 }, async () => {
    const { page, faults, close } = await openPage(stage.browser, { language });
    const found: Record<string, string[]> = {};
    for (const path of publicPages) {
      await page.goto(`${stage.url}${path}`);
      await settled(page);
      const here = await barriers(page);
      if (here.length > 0) found[path] = here;
    }
    expect({ found, faults }).toEqual({ found: {}, faults: [] });
    await close();
  });

  test('on the pages of a firm', { timeout: 300_000 }, async () => {
    const desk = await openDesk(stage, language, { client });
    const found: Record<string, string[]> = {};
    for (const path of firmPages()) {
      await desk.go(path);
      await settled(desk.page);
      const here = await barriers(desk.page);
      if (here.length > 0) found[path] = here;
    }
    expect({ found, faults: desk.faults }).toEqual({ found: {}, faults: [] });
    await desk.close();
  });

  test.each([
    ['at a desk', 1280],
    ['on a phone', 390],
  ])('on the pages of the desk, the records and the IT services, %s, and none scrolls sideways', { timeout: 300_000 }, async (_, width) => {
    const desk = await openDesk(stage, language, { client, width, height: 844 });
    const found: Record<string, string[]> = {};
    for (const path of officePages) {
      await desk.go(path);
      await settled(desk.page);
      const wide = await desk.page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth + 1');
      const here = [...(await barriers(desk.page)), ...(wide ? ['the page scrolls sideways'] : [])];
      if (here.length > 0) found[path] = here;
    }
    expect({ found, faults: desk.faults }).toEqual({ found: {}, faults: [] });
    await desk.close();
  });

  test('on a phone, in the open palette, a menu, a dialog and the calendar', { timeout: 120_000 }, async () => {
    const phone = await openDesk(stage, language, { client, width: 390, height: 844 });
    const found: string[] = [];
    await phone.go('/invoices');
    found.push(...(await barriers(phone.page)));
    await phone.page.keyboard.press('Control+k');
    await phone.page.getByRole('combobox').and(phone.page.locator('[aria-autocomplete=list]')).last().waitFor();
    found.push(...(await barriers(phone.page)));
    await phone.page.keyboard.press('Escape');
    await phone.close();

    const desk = await openDesk(stage, language, { client });
    await desk.go(`/invoices/${ids.invoice}`);
    await desk.page.getByRole('button', { name: language === 'ar' ? 'جديد' : 'New', exact: true }).click();
    await desk.page.getByRole('menu').waitFor();
    found.push(...(await barriers(desk.page)));
    await desk.page.keyboard.press('Escape');
    await desk.page.getByRole('button', { name: language === 'ar' ? 'إشعار دائن' : 'Credit note', exact: true }).click();
    await desk.page.getByRole('dialog').waitFor();
    found.push(...(await barriers(desk.page)));
    await desk.page
      .getByRole('button', { name: language === 'ar' ? 'فتح التقويم' : 'Open the calendar' })
      .last()
      .click();
    await desk.page.getByRole('grid').waitFor();
    found.push(...(await barriers(desk.page)));
    expect({ found, faults: [...desk.faults, ...phone.faults] }).toEqual({ found: [], faults: [] });
    await desk.close();
  });
});
