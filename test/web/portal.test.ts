import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalHost } from '../../infra/local/host.ts';
import { joinAs } from '../functions/work/office.ts';
import { aHost, type Client, signUp } from '../host.ts';
import { openBrowser } from './browser.ts';
import { barriers, bothLanguages, openDesk, type Stage, settled } from './pages.ts';

let host: LocalHost;
let stage: Stage;
let owner: Client;
beforeAll(async () => {
  host = await aHost();
  const browser = await openBrowser();
  stage = { url: host.url, browser, stop: async () => void (await browser.close()) };
  owner = await signUp(host.url, { name: 'Blue Falcon' });
}, 60_000);
afterAll(async () => {
  await stage.stop();
  await host.stop();
});

const words = {
  en: {
    incident: 'IT incident',
    send: 'Send',
    received: 'Received. Nobody has begun yet.',
    reopen: 'Reopen',
    close: 'Close',
    rate: 'Rate',
    score: '4: good',
    thanks: '4 of 5',
  },
  ar: {
    incident: 'عطل تقني',
    send: 'إرسال',
    received: 'وصلنا طلبك',
    reopen: 'إعادة فتح',
    close: 'إغلاق',
    rate: 'تقييم',
    score: '4: جيدة',
    thanks: '4 من 5',
  },
} as const;

describe.each(bothLanguages)('whoever asks, in %s', (language) => {
  const say = words[language];

  test('has a request with two presses and one line, reads where it stands, reopens, closes and rates it', { timeout: 120_000 }, async () => {
    const staff = await joinAs(host, owner, 'staff', language === 'ar' ? 'Sami' : 'Lina');
    const { page, go, faults, close } = await openDesk(stage, language, { client: staff });
    await go('/requests');
    await settled(page);
    let presses = 0;
    const press = async (name: string) => {
      presses += 1;
      await page.getByRole('button', { name, exact: true }).click();
    };
    await press(say.incident);
    // The line has the focus: nothing is pressed to begin typing.
    await page.locator('form input:focus').waitFor();
    await page.keyboard.type('The scanner is dead');
    await press(say.send);
    const line = page.getByRole('listitem').filter({ hasText: 'The scanner is dead' });
    await line.getByText(say.received).waitFor();
    expect(presses).toBe(2);
    const [one] = (await staff.get('/cases?requester=me')).body.data;
    expect(one).toMatchObject({ kind: 'incident', state: 'new', requester: { id: staff.user } });
    expect(await barriers(page)).toEqual([]);

    await owner.post(`/cases/${one.id}/comments`, { text: 'Among us', internal: true });
    await owner.post(`/cases/${one.id}/comments`, { text: 'Please try it now.' });
    await owner.post(`/cases/${one.id}/move`, { to: 'resolved' });
    await go(`/requests/${one.id}`);
    await settled(page);
    await page.getByText('Please try it now.').waitFor();
    expect(await page.getByText('Among us').count()).toBe(0);
    await page.locator('textarea').first().fill('Still dead');
    await page.getByRole('button', { name: say.send, exact: true }).click();
    await page.locator('.comment').getByText('Still dead').waitFor();
    await page.getByRole('button', { name: say.reopen, exact: true }).click();
    await page.getByRole('button', { name: say.reopen, exact: true }).waitFor({ state: 'detached' });
    expect((await owner.get(`/cases/${one.id}`)).body.state).toBe('open');
    await owner.post(`/cases/${one.id}/move`, { to: 'resolved' });
    await page.reload();
    await page.getByRole('button', { name: say.close, exact: true }).click();
    await page.getByRole('radio', { name: say.score }).check();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: say.rate, exact: true }).click();
    await page.getByText(say.thanks).waitFor();
    expect((await owner.get(`/cases/${one.id}`)).body.rating).toMatchObject({ score: 4 });
    expect(faults).toEqual([]);
    await close();
  });
});
