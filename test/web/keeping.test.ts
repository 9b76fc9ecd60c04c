import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, signUp } from '../host.ts';
import { furnish, openDesk, openStage, type Stage, settled } from './pages.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

describe('nothing that was typed is lost', () => {
  test('an entry that was begun is there after a reload, and gone once it is discarded', async () => {
    const { page, go, close } = await openDesk(stage, 'en');
    await go('/entries/new');
    await page.getByLabel('Memo', { exact: true }).fill('Rent of March');
    await page.getByLabel('Debit, line 1').fill('1200.5');
    await page.getByLabel('Credit, line 2').fill('1,200.50');
    await page.reload();
    await page.getByText('Your unsaved draft was restored.').waitFor();
    expect(await page.getByLabel('Memo', { exact: true }).inputValue()).toBe('Rent of March');
    expect(await page.getByLabel('Debit, line 1').inputValue()).toBe('1,200.50');
    await page.getByRole('button', { name: 'Discard it' }).click();
    expect(await page.getByLabel('Memo', { exact: true }).inputValue()).toBe('');
    await close();
  });

  test('a switch of language keeps what was typed, mirrors the page and moves nothing up or down', async () => {
    const { page, go, close } = await openDesk(stage, 'en');
    await go('/entries/new');
    await settled(page);
    await page.getByLabel('Memo', { exact: true }).fill('Rent of March');
    await page.getByLabel('Debit, line 1').fill('75');
    await page.evaluate('document.fonts.ready');
    const places = async (names: readonly [string, string, string]) => {
      const [heading, memo, debit] = [page.getByRole('heading', { level: 1 }), page.getByLabel(names[1], { exact: true }), page.getByLabel(names[2])];
      await page.getByRole('heading', { level: 1, name: names[0] }).waitFor();
      return Promise.all([heading, memo, debit].map((each) => each.boundingBox()));
    };
    const english = await places(['New journal entry', 'Memo', 'Debit, line 1']);
    await page.getByRole('button', { name: 'العربية' }).click();
    const arabic = await places(['قيد يومية جديد', 'البيان', 'مدين، السطر 1']);
    expect(await page.evaluate('document.documentElement.dir + document.documentElement.lang')).toBe('rtlar');
    expect(await page.getByLabel('البيان', { exact: true }).inputValue()).toBe('Rent of March');
    for (const [index, box] of english.entries()) {
      expect(Math.abs((arabic[index]?.y ?? 0) - (box?.y ?? 0))).toBeLessThan(1);
      expect(Math.abs((arabic[index]?.height ?? 0) - (box?.height ?? 0))).toBeLessThan(1);
    }
    // The second of three columns stands in the middle in both; the debit changes sides.
    expect(arabic[2]?.x).toBeGreaterThan(0);
    expect(Math.round((english[0]?.x ?? 0) + (arabic[0]?.x ?? 0) + (arabic[0]?.width ?? 0))).toBeGreaterThan(1200);
    await close();
  });

  test('a session that ends in the middle leads to the sign-in page and back to the same address with the same words', async () => {
    const email = 'tired@example.com';
    const { page, client, go, close } = await openDesk(stage, 'en', { client: await signUp(stage.url, {}, email) });
    await go('/contacts/new');
    await page.getByLabel('Name', { exact: true }).fill('Horizon Advisory');
    await client.send('DELETE', '/v1/sessions/current');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('What you typed is kept').waitFor();
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'New customer' }).waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Horizon Advisory');
    await close();
  });

  test('a lost answer is asked for again under the same key, and happens once', async () => {
    const { page, client, go, close } = await openDesk(stage, 'en');
    await go('/contacts/new');
    const keys: string[] = [];
    await page.route('**/contacts', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      if (keys.length > 1) return route.continue();
      // The server does it; the answer never arrives.
      await route.fetch();
      return route.abort('connectionreset');
    });
    await page.getByLabel('Name', { exact: true }).fill('Red Sea Freight');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The server cannot be reached. What you typed is kept.').waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Red Sea Freight');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Red Sea Freight' }).waitFor();
    expect(new Set(keys).size).toBe(1);
    const contacts = await client.get('/contacts');
    expect(contacts.body.data.length).toBe(1);
    await close();
  });

  test('a refusal stands at its field and above the form, in the language of the page', async () => {
    const { page, go, close } = await openDesk(stage, 'ar');
    await go('/contacts/new');
    await page.getByLabel('الاسم', { exact: true }).fill('مدارس البيان');
    await page.getByLabel(/الرقم الضريبي/).fill('١٢٣');
    await page.getByRole('button', { name: 'حفظ', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel(/الرقم الضريبي/).getAttribute('aria-invalid')).toBe('true');
    await close();
  });

  test('a fault of ours is shown with its request number and a way to try again', async () => {
    const { page, go, close } = await openDesk(stage, 'en');
    await page.route('**/v1/**/trial-balance*', (route) =>
      route.fulfill({
        status: 500,
        headers: { 'x-request-id': 'req_test', 'content-type': 'application/problem+json' },
        body: JSON.stringify({ code: 'server.fault', title: 'Something of ours failed.', detail: 'Try again.' }),
      }),
    );
    await go('/reports/trial-balance');
    await page.getByText(/Request .*req_test/).waitFor();
    await page.unroute('**/v1/**/trial-balance*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page
      .getByText(/Nothing in this period|Exact at entry/)
      .first()
      .waitFor();
    await close();
  });

  test('a draft invoice that another person changed meanwhile is not overwritten', async () => {
    const { page, client, go, close } = await openDesk(stage, 'en');
    const { draft } = await furnish(client);
    await go(`/invoices/${draft}/edit`);
    await page.getByLabel('Item, line 1').fill('Mine');
    const before = await client.get(`/invoices/${draft}`);
    await client.send('PATCH', `/invoices/${draft}`, { reference: 'theirs' }, { 'if-match': `"${before.body.version}"` });
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByText('It was changed since you read it.').waitFor();
    expect(await page.getByLabel('Item, line 1').inputValue()).toBe('Mine');
    await close();
  });
});
