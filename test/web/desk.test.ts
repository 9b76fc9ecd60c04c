import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, signUp } from '../host.ts';
import { barriers, bothLanguages, type Language, openDesk, openStage, type Stage, settled } from './pages.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

const words = {
  en: {
    send: 'Send',
    reply: 'Reply',
    note: 'Internal note',
    keep: 'Keep the note',
    internal: 'Internal: colleagues only',
    assign: 'Assign',
    why: 'Resolution: why is it due then?',
    resolve: 'Resolve',
    open: 'Open the case',
    oneLine: 'In one line',
    shortcuts: 'Keyboard',
    saveView: 'Save this view',
    viewName: 'Name of the view',
    save: 'Save',
  },
  ar: {
    send: 'إرسال',
    reply: 'الرد',
    note: 'ملاحظة داخلية',
    keep: 'حفظ الملاحظة',
    internal: 'داخلي: للزملاء فقط',
    assign: 'إسناد',
    why: 'الحل: لماذا هذا الموعد؟',
    resolve: 'حل',
    open: 'فتح المعاملة',
    oneLine: 'في سطر واحد',
    shortcuts: 'لوحة المفاتيح',
    saveView: 'حفظ هذا العرض',
    viewName: 'اسم العرض',
    save: 'حفظ',
  },
} as const satisfies Record<Language, object>;

async function someCases(client: Client): Promise<readonly { readonly id: string; readonly number: number }[]> {
  const open = async (kind: string, title: string, more: object = {}) => (await client.post('/cases', { kind, title, fields: {}, ...more })).body;
  const first = await open('incident', 'الطابعة لا تعمل Printer', { impact: 'high', urgency: 'high', fields: { service: 'Print', affected: 3 } });
  await client.post(`/cases/${first.id}/comments`, { text: 'Seen.' });
  await client.post(`/cases/${first.id}/comments`, { text: 'It is the fuser.', internal: true });
  const second = await open('general-request', 'New chairs');
  await client.post(`/cases/${second.id}/links`, { to: first.id, relation: 'relates' });
  const third = await open('complaint', 'Late answer');
  await client.post(`/cases/${third.id}/move`, { to: 'resolved' });
  await client.post(`/cases/${third.id}/move`, { to: 'closed' });
  return [first, second, third];
}

describe.each(bothLanguages)('the desk, in %s', (language) => {
  const say = words[language];

  test('is worked by keyboard: J and K, A assigns, Enter opens, R replies; a reply that is not sent survives a reload', {
    timeout: 90_000,
  }, async () => {
    const { page, client, go, faults, close } = await openDesk(stage, language);
    const [first, second] = await someCases(client);
    await go('/cases');
    await settled(page);
    const rows = page.getByRole('table').getByRole('row');
    await rows.nth(2).waitFor();
    // The one that is due first stands first, and says in words when.
    expect(await rows.nth(1).innerText()).toContain('Printer');
    expect(await rows.nth(1).locator('.due').innerText()).toMatch(/\d/);
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: say.shortcuts }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await rows.nth(1).getByRole('link').focus();
    await page.keyboard.press('j');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('New chairs');
    await page.keyboard.press('k');
    await page.keyboard.press('a');
    await page.getByRole('dialog').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: say.assign, exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await client.get(`/cases/${first?.id}`)).body.assignee).not.toBeNull();
    await rows.nth(2).getByRole('link').focus();
    await page.keyboard.press('r');
    await page.waitForURL(new RegExp(second?.id ?? ''));
    await page.getByLabel(say.reply, { exact: true }).and(page.locator('textarea:focus')).waitFor();
    await page.keyboard.type('We are on it');
    await page.reload();
    await page.locator('textarea').first().waitFor();
    expect(await page.locator('textarea').first().inputValue()).toBe('We are on it');
    await page.getByRole('button', { name: say.send, exact: true }).click();
    await page.locator('.comment').getByText('We are on it').waitFor();
    // A word among colleagues says so.
    await page.getByRole('radio', { name: say.note }).check();
    await page.locator('textarea').first().fill('for us');
    await page.getByRole('button', { name: say.keep }).click();
    await page.locator('.comment.internal').getByText('for us').waitFor();
    expect(await page.locator('.comment.internal').innerText()).toContain(say.internal);
    expect((await client.get(`/cases/${second?.id}`)).body.comments.map(({ internal }: { internal: boolean }) => internal)).toEqual([false, true]);
    expect(faults).toEqual([]);
    await close();
  });

  test('a case shows why it is due, takes the next step, and says why a step cannot be taken', { timeout: 90_000 }, async () => {
    const { page, client, go, faults, close } = await openDesk(stage, language);
    const [first] = await someCases(client);
    const access = (await client.post('/cases', { kind: 'access-request', title: 'Ledger', fields: { system: 'Books', level: 'read' } })).body;
    await go(`/cases/${access.id}`);
    await settled(page);
    await page.getByRole('button', { name: say.why }).click();
    await page.getByRole('dialog').getByRole('table').waitFor();
    expect(await page.getByRole('dialog').getByRole('row').count()).toBeGreaterThan(2);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const resolve = page.getByRole('button', { name: say.resolve, exact: true });
    expect(await resolve.getAttribute('aria-disabled')).toBe('true');
    const { moves } = (await client.get(`/cases/${access.id}`, { 'accept-language': language })).body;
    const { reason } = moves.find(({ to }: { to: string }) => to === 'resolved');
    expect(reason).toMatch(language === 'ar' ? /[\u0600-\u06ff]/ : /[a-z]/);
    await resolve.focus();
    expect(await page.getByRole('tooltip').filter({ hasText: reason }).isVisible()).toBe(true);
    await go(`/cases/${first?.id}`);
    await page.getByRole('button', { name: say.resolve, exact: true }).click();
    await page.locator('.title .chip.good').waitFor();
    expect((await client.get(`/cases/${first?.id}`)).body.state).toBe('resolved');
    expect(faults).toEqual([]);
    await close();
  });

  test('what was refused of many is named case by case, and a view is saved for oneself', { timeout: 90_000 }, async () => {
    const { page, client, go, faults, close } = await openDesk(stage, language);
    await someCases(client);
    await go('/cases?state=any&sort=newest');
    await settled(page);
    await page.getByRole('table').getByRole('checkbox').nth(3).waitFor();
    await page.getByRole('table').getByRole('checkbox').first().check();
    await page.locator('.bulk').getByRole('button', { name: say.assign, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: say.assign, exact: true }).click();
    // The closed complaint takes nobody.
    const refused = page.locator('.notice.warn li');
    await refused.waitFor();
    expect(await refused.innerText()).toContain('Late answer');
    expect((await client.get('/cases?assignee=me')).body.data).toHaveLength(2);
    await page.getByRole('button', { name: say.saveView }).click();
    await page.getByLabel(say.viewName).fill('كل شيء All');
    await page.getByRole('dialog').getByRole('button', { name: say.save, exact: true }).click();
    await page.locator('.saved-view').getByText('All').waitFor();
    expect((await client.get('/saved-views')).body.data).toMatchObject([{ shared: false, query: { sort: 'newest' } }]);
    expect(faults).toEqual([]);
    await close();
  });

  test('the form of a new case comes from its kind, with what the firm asks for, and a fault stands at its field', { timeout: 90_000 }, async () => {
    const { page, client, go, faults, close } = await openDesk(stage, language);
    const label = { en: 'Cost centre', ar: 'مركز التكلفة' };
    const fields = [{ code: 'costCentre', type: 'text', label, required: true }];
    await client.send('PATCH', '/work-settings', { forms: { incident: { off: ['asset'], fields } } }, { 'if-match': '"1"' });
    await go('/cases/new?kind=incident');
    await settled(page);
    await page.getByLabel(label[language]).waitFor();
    expect(await page.getByLabel(language === 'ar' ? 'الجهاز' : 'Device').count()).toBe(0);
    await page.getByLabel(say.oneLine).fill('Down again');
    await page.getByRole('button', { name: say.open }).click();
    await page.getByLabel(label[language]).and(page.locator('[aria-invalid=true]')).waitFor();
    await page.getByLabel(label[language]).fill('A1');
    await page.getByRole('button', { name: say.open }).click();
    await page.getByRole('heading', { level: 1, name: /Down again/ }).waitFor();
    await page.getByText(label[language]).waitFor();
    expect((await client.get('/cases')).body.data).toHaveLength(1);
    expect(faults).toEqual([]);
    await close();
  });

  test('no barrier by WCAG 2.2 AA on its pages, at a desk and on a phone, and nothing wider than the window', { timeout: 240_000 }, async () => {
    const client = await signUp(stage.url, { name: 'مؤسسة النور Blue Falcon' });
    const [first, , closed] = await someCases(client);
    const fields = [
      { code: 'floor', type: 'choice', label: { en: 'Floor', ar: 'الدور' }, choices: [{ value: 'first', label: { en: 'First', ar: 'الأول' } }] },
    ];
    const holidays = [{ date: '2027-02-22', name: { en: 'Founding Day', ar: 'يوم التأسيس' } }];
    await client.send('PATCH', '/work-settings', { forms: { incident: { off: [], fields } }, calendar: { holidays } }, { 'if-match': '"1"' });
    const found: Record<string, unknown> = {};
    for (const width of [1280, 390]) {
      const desk = await openDesk(stage, language, { client, width, height: 844 });
      for (const path of [
        '/cases',
        '/cases?queue=clients&state=any',
        `/cases/${first?.id}`,
        `/cases/${closed?.id}`,
        '/cases/new',
        '/cases/new?kind=change',
        '/settings/desk',
        '/settings/desk?part=hours',
        '/settings/desk?part=targets',
        '/settings/desk?part=forms',
      ]) {
        await desk.go(path);
        await settled(desk.page);
        const here = await barriers(desk.page);
        const wider = await desk.page.evaluate('document.documentElement.scrollWidth > innerWidth');
        if (here.length > 0 || wider) found[`${path} at ${width}`] = { here, wider };
      }
      expect(desk.faults).toEqual([]);
      await desk.close();
    }
    expect(found).toEqual({});
  });
});
