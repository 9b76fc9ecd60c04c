import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, bothLanguages, openDesk, openStage, type Stage, settled } from './pages.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.stop());

const words = {
  en: {
    new: 'New deadline',
    title: 'Title',
    repeats: 'Repeats',
    monthly: 'Monthly',
    day: 'On which day',
    last: 'On the last day',
    said: 'every month on the last day',
    set: 'Set the deadline',
    done: 'Mark done',
    evidence: 'What shows it',
    waive: 'Waive',
    why: 'Why',
    next: 'Next month',
    subscribe: 'Subscribe',
    make: 'Make an address',
    address: 'Secret address',
    deadlines: 'Deadlines',
  },
  ar: {
    new: 'موعد جديد',
    title: 'العنوان',
    repeats: 'التكرار',
    monthly: 'شهريًا',
    day: 'في أي يوم',
    last: 'في آخر يوم',
    said: 'كل شهر في آخر يوم',
    set: 'إضافة الموعد',
    done: 'تسجيل الإنجاز',
    evidence: 'ما يثبت ذلك',
    waive: 'الإعفاء',
    why: 'السبب',
    next: 'الشهر التالي',
    subscribe: 'الاشتراك في التقويم',
    make: 'إنشاء عنوان',
    address: 'العنوان السري',
    deadlines: 'المواعيد',
  },
} as const;

describe.each(bothLanguages)('in %s', (language) => {
  const say = words[language];

  test('a deadline is set in plain words with its dates shown beforehand, met with evidence, waived with a reason', async () => {
    const desk = await openDesk(stage, language);
    const { page } = desk;
    await desk.go('/deadlines/new');
    await page.getByLabel(say.title, { exact: true }).fill(language === 'ar' ? 'إقرار الضريبة' : 'Tax return');
    await page.getByLabel(say.repeats).selectOption({ label: say.monthly });
    await page.getByLabel(say.day).selectOption({ label: say.last });
    await page.getByText(say.said).waitFor();
    expect(await page.locator('.next-dates li').count()).toBe(6);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: say.set }).click();
    await page.getByRole('heading', { level: 1, name: language === 'ar' ? 'إقرار الضريبة' : 'Tax return' }).waitFor();
    await settled(page);
    expect(await barriers(page)).toEqual([]);

    const settle = page.getByRole('button', { name: new RegExp(`^${say.done}`) });
    const before = await settle.count();
    await settle.first().click();
    await page.getByRole('dialog').getByLabel(say.evidence).fill('SADAD 123');
    await page.getByRole('dialog').getByRole('button', { name: say.done }).click();
    await page.getByText('SADAD 123').waitFor();
    await page
      .getByRole('button', { name: new RegExp(`^${say.waive}`) })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    // Without a reason it says why it cannot be pressed.
    expect(await dialog.getByRole('button', { name: say.waive }).getAttribute('aria-disabled')).toBe('true');
    await dialog.getByLabel(say.why).fill('Deregistered');
    await dialog.getByRole('button', { name: say.waive }).click();
    await page.getByText('Deregistered').waitFor();
    await expect.poll(() => settle.count()).toBe(before - 2);
    expect(desk.faults).toEqual([]);
    await desk.close();
  }, 60_000);

  test('the month is worked by keyboard in the direction of reading, begins with the firm’s own week, and opens what falls on a day', async () => {
    const desk = await openDesk(stage, language);
    const { page } = desk;
    const today = new Date(Date.now() + 3 * 3_600_000).toISOString().slice(0, 10);
    const { id } = (await desk.client.post('/deadlines', { title: 'Lease', firstOn: today })).body;
    await desk.go('/calendar');
    await settled(page);
    expect(await page.locator('.month th').first().innerText()).toBe(language === 'ar' ? 'الأحد' : 'Sunday');
    expect(await barriers(page)).toEqual([]);
    await page.locator(`[data-day="${today}"]`).focus();
    await page.keyboard.press(language === 'ar' ? 'ArrowLeft' : 'ArrowRight');
    const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
    await page.locator(`[data-day="${tomorrow}"]:focus`).waitFor();
    await page.keyboard.press(language === 'ar' ? 'ArrowRight' : 'ArrowLeft');
    await page.locator(`[data-day="${today}"]:focus`).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/deadlines/${id}`);
    expect(desk.faults).toEqual([]);
    await desk.close();
  }, 60_000);

  test('a phone shows the agenda, the badge counts what is overdue of one’s own, and the address of the feed opens without a session', async () => {
    const desk = await openDesk(stage, language, { width: 390, height: 844 });
    const { page, client } = desk;
    const me = (await client.get('/v1/me')).body.user.id;
    const month = new Date(Date.now() + 3 * 3_600_000).toISOString().slice(0, 7);
    await client.post('/deadlines', { title: 'Missed', firstOn: '2020-02-01', owner: me });
    await client.post('/deadlines', { title: 'Lease', firstOn: `${month}-28` });
    await desk.go('/calendar');
    await settled(page);
    await page.locator('.agenda').getByText('Lease').waitFor();
    expect(await page.locator('.month').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await barriers(page)).toEqual([]);
    expect(await page.locator('nav .count').allTextContents()).toEqual([expect.stringContaining('1')]);
    await page.getByRole('button', { name: say.subscribe }).click();
    await page.getByRole('button', { name: say.make }).click();
    const address = await page.getByLabel(say.address).inputValue();
    const feed = await fetch(address);
    expect([feed.status, (await feed.text()).includes('Lease')]).toEqual([200, true]);
    expect(await barriers(page)).toEqual([]);
    expect(desk.faults).toEqual([]);
    await desk.close();
  }, 60_000);
});
