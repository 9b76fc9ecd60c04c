import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, signUp } from '../host.ts';
import { openPage } from './browser.ts';
import { openDesk, openStage, type Stage } from './pages.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

describe('an address that was sent to somebody', () => {
  test('is asked for once by who is not signed in, and opened after signing in', async () => {
    const email = 'arriving@example.com';
    const { firm } = await signUp(stage.url, {}, email);
    const { page, faults, close } = await openPage(stage.browser);
    await page.goto(`${stage.url}/firms/${firm}/invoices?state=open&q=INV%2F1`);
    await page.getByText('What you typed is kept').waitFor();
    const { pathname, searchParams } = new URL(page.url());
    expect(pathname).toBe('/sign-in');
    expect(searchParams.get('next')).toMatch(new RegExp(`^/firms/${firm}/invoices\\?`));
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Invoices' }).waitFor();
    const back = new URL(page.url());
    expect(back.pathname).toBe(`/firms/${firm}/invoices`);
    expect(Object.fromEntries(back.searchParams)).toEqual({ state: 'open', q: 'INV/1' });
    expect(faults).toEqual([]);
    await close();
  });

  test('is kept where the session ends in another tab, with what was typed', async () => {
    const email = 'elsewhere@example.com';
    const { page, client, faults, go, close } = await openDesk(stage, 'en', { client: await signUp(stage.url, {}, email) });
    await go('/entries/new');
    await page.getByLabel('Memo', { exact: true }).fill('Rent of March');
    const other = await page.context().newPage();
    await other.goto(`${stage.url}/pricing`);
    await other.evaluate("localStorage.removeItem('diwan.session')");
    await page.getByText('What you typed is kept').waitFor();
    expect(new URL(page.url()).searchParams.get('next')).toBe(`/firms/${client.firm}/entries/new`);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'New journal entry' }).waitFor();
    expect(await page.getByLabel('Memo', { exact: true }).inputValue()).toBe('Rent of March');
    expect(faults).toEqual([]);
    await close();
  });

  test('never leads from signing in to signing in', async () => {
    const email = 'circling@example.com';
    const { firm } = await signUp(stage.url, {}, email);
    const { page, close } = await openPage(stage.browser);
    await page.goto(`${stage.url}/sign-in?next=${encodeURIComponent('/sign-in?next=/pricing')}`);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL(`${stage.url}/firms/${firm}`);
    await close();
  });
});

describe('a page that was not fetched yet', () => {
  test('says so without a connection and opens by itself once there is one', async () => {
    const { page, go, close } = await openDesk(stage, 'en');
    await go('');
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Periods' }).click();
    await page.getByText('This page could not be fetched').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { level: 1, name: 'Periods' }).waitFor();
    await page.getByText('You are offline').waitFor({ state: 'detached' });
    await close();
  });

  test('is fetched ahead, so that a lost connection finds every page there', async () => {
    const { page, go, close } = await openDesk(stage, 'en');
    const fetched = page.waitForResponse(/dimensions-page.*\.js/);
    await go('');
    await fetched;
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Periods' }).click();
    await page.getByRole('heading', { level: 1, name: 'Periods' }).waitFor();
    await page.getByText('You are offline').first().waitFor();
    await page.context().setOffline(false);
    await page.getByText('You are offline').first().waitFor({ state: 'detached' });
    await close();
  });
});
