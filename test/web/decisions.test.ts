import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalHost, startHost } from '../../infra/local/host.ts';
import { joinAs, mailsTo } from '../functions/work/office.ts';
import { type Client, PASSWORD, signUp } from '../host.ts';
import { openBrowser } from './browser.ts';
import { barriers, bothLanguages, openDesk, type Stage, settled } from './pages.ts';

type Member = Awaited<ReturnType<typeof joinAs>>;
const PHONE = { width: 390, height: 800 };
const window = { from: '2027-04-01T00:00:00Z', to: '2027-04-01T02:00:00Z' };
const change = { kind: 'change', title: 'Mail server', fields: { risk: 'low', plan: 'Upgrade it', backOut: 'Go back', window } };
const words = {
  en: {
    approve: 'Approve',
    reject: 'Reject',
    changes: 'Request changes',
    comment: /^Comment/,
    receipt: 'Receipt',
    verified: 'Verified',
    decision: 'Your decision',
    badge: /waits? for you/,
  },
  ar: {
    approve: 'اعتماد',
    reject: 'رفض',
    changes: 'طلب تعديل',
    comment: /^تعليق/,
    receipt: 'الإيصال',
    verified: 'تم التحقق',
    decision: 'قرارك',
    badge: /بانتظارك/,
  },
} as const;

let host: LocalHost;
let stage: Stage;
let owner: Client;
let sami: Member;
let huda: Member;
beforeAll(async () => {
  host = await startHost({ checkAnswers: true });
  const browser = await openBrowser();
  stage = { url: host.url, browser, stop: async () => {} };
  owner = await signUp(host.url, { name: 'مؤسسة النور Blue Falcon' });
  sami = await joinAs(host, owner, 'staff', 'Sami');
  huda = await joinAs(host, owner, 'accountant', 'Huda');
}, 60_000);
afterAll(async () => {
  await stage.browser.close();
  await host.stop();
});

const opened = async (body: object = change) => (await sami.post('/cases', body)).body;
const askHuda = async () => {
  const one = await opened({ kind: 'general-request', title: 'Chairs', fields: { details: 'two' } });
  return (await sami.post(`/cases/${one.id}/decision-requests`, { steps: [{ need: 'any', people: [huda.user] }] })).body;
};

describe.each(bothLanguages)('in %s', (language) => {
  const t = words[language];

  test('what waits is counted, opened from the inbox by keyboard, and decided with a comment; the receipt verifies', {
    timeout: 90_000,
  }, async () => {
    const one = await opened();
    const { page, go, faults, close } = await openDesk(stage, language, { client: owner });
    await go('/decisions');
    await settled(page);
    expect(await page.getByRole('navigation').getByText(t.badge).textContent()).toBeTruthy();
    await page.getByRole('grid').getByRole('link', { name: 'Mail server' }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: t.decision }).waitFor();
    expect(page.url()).toContain(one.approval.request);
    const button = page.getByRole('region', { name: t.decision }).getByRole('button');
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('radio', { name: new RegExp(`^${t.approve}`) }).focus();
    await page.keyboard.press('Space');
    await page.getByLabel(t.comment).fill('حسنًا. Go.');
    await page.reload();
    await settled(page);
    expect(await page.getByLabel(t.comment).inputValue()).toBe('حسنًا. Go.');
    await page.getByLabel(t.comment).press('Control+Enter');
    const receipt = page.getByRole('region', { name: t.receipt });
    await receipt.getByText(t.verified, { exact: true }).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), receipt.getByRole('button').click()]);
    expect(download.suggestedFilename()).toBe(`receipt-${one.approval.request}.json`);
    expect((await owner.get(`/cases/${one.id}`)).body.approval.state).toBe('approved');
    expect(faults).toEqual([]);
    await close();
  });

  test('no barrier by WCAG 2.2 AA, and nothing wider than a phone', { timeout: 120_000 }, async () => {
    const one = await opened();
    const request = await askHuda();
    const { body: delegation } = await huda.post('/delegations', { to: sami.user, from: '2026-01-01', until: '2090-01-01' });
    const found: unknown[] = [];
    for (const size of [{}, PHONE]) {
      const { page, go, faults, close } = await openDesk(stage, language, { client: owner, ...size });
      for (const path of [
        '/decisions',
        '/decisions?view=all',
        `/decisions/${one.approval.request}`,
        `/decisions/${request.id}`,
        '/settings/delegations',
      ]) {
        await go(path);
        await settled(page);
        found.push(...(await barriers(page)).map((barrier) => `${path} ${barrier}`));
        const over = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
        if (over > 0) found.push(`${path} is ${over} px too wide`);
      }
      found.push(...faults);
      await close();
    }
    await huda.send('DELETE', `/delegations/${delegation.id}`);
    expect(found).toEqual([]);
  });
});

test('a mail’s link leads through sign-in to the request with its choice made, decides nothing by itself, and works once', {
  timeout: 90_000,
}, async () => {
  const request = await askHuda();
  await host.sweep();
  const mail = (await mailsTo(host, huda.email)).find(({ text }) => text.includes(request.id));
  const link = /https?:\/\/\S+choose=reject#token=\S+/.exec(mail?.text ?? '')?.[0] ?? '';
  const { page, close } = await openDesk(stage, 'en', { client: huda });
  await page.goto(stage.url);
  await page.evaluate(() => localStorage.removeItem('diwan.session'));
  await page.goto(link);
  await page.getByLabel(/e-?mail/i).fill(huda.email);
  await page.getByLabel(/^password/i).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText('The mail’s link has chosen this for you').waitFor();
  expect(await page.getByRole('radio', { name: /^Reject/ }).isChecked()).toBe(true);
  expect(page.url()).not.toMatch(/token|choose/);
  expect((await huda.get(`/decision-requests/${request.id}`)).body.decisions).toEqual([]);
  await page.getByRole('button', { name: 'Reject' }).click();
  await page.getByRole('region', { name: 'Receipt' }).waitFor();
  expect((await huda.get(`/decision-requests/${request.id}`)).body).toMatchObject({ state: 'rejected', decisions: [{ by: { name: 'Huda' } }] });
  await close();
});

test('a case asks for a decision on its own page, and is decided there', { timeout: 90_000 }, async () => {
  const one = await opened({ kind: 'general-request', title: 'A lamp', fields: { details: 'one' } });
  const asks = await openDesk(stage, 'en', { client: sami });
  await asks.go(`/cases/${one.id}`);
  await asks.page.getByRole('region', { name: 'Approval' }).getByRole('button', { name: 'Ask for a decision' }).click();
  const dialog = asks.page.getByRole('dialog');
  expect(await dialog.getByRole('button', { name: 'Ask', exact: true }).getAttribute('aria-disabled')).toBe('true');
  await dialog.getByRole('checkbox', { name: 'Huda' }).check();
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await asks.page.getByText('The decision is asked for.').waitFor();
  expect(asks.faults).toEqual([]);
  await asks.close();
  const decides = await openDesk(stage, 'en', { client: huda, ...PHONE });
  await decides.go(`/cases/${one.id}`);
  const region = decides.page.getByRole('region', { name: 'Approval' });
  await region.getByRole('radio', { name: /^Approve/ }).check();
  await region.getByRole('button', { name: 'Approve' }).click();
  await region.getByText('Approved', { exact: true }).waitFor();
  await decides.close();
});

test('a deputy is named, and decides in the other’s name', { timeout: 90_000 }, async () => {
  const request = await askHuda();
  const her = await openDesk(stage, 'en', { client: huda });
  await her.go('/settings/delegations');
  await her.page.getByRole('button', { name: 'Name a deputy' }).first().click();
  const dialog = her.page.getByRole('dialog');
  await dialog.getByLabel('Deputy').selectOption({ label: 'Mona' });
  await dialog.getByRole('button', { name: 'Name a deputy' }).click();
  await her.page.getByText('Mona stands in for you.').waitFor();
  await her.close();
  const mona = await openDesk(stage, 'en', { client: owner, ...PHONE });
  await mona.go(`/decisions/${request.id}`);
  await mona.page.getByText('in the name of Huda').waitFor();
  await mona.page.getByRole('radio', { name: /^Approve/ }).check();
  await mona.page.getByRole('region', { name: 'Your decision' }).getByRole('button', { name: 'Approve' }).click();
  await mona.page.getByText('Mona in the name of Huda').waitFor();
  await mona.close();
});
