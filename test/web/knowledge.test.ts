import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, bothLanguages, openDesk, openStage, type Stage, settled } from './pages.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

const words = {
  en: {
    write: 'New article',
    title: 'Title in English',
    text: 'Text in English',
    save: 'Save',
    publish: 'Publish',
    helped: 'Yes',
    find: 'What do you need?',
  },
  ar: { write: 'مقالة جديدة', title: 'العنوان بالعربية', text: 'النص بالعربية', save: 'حفظ', publish: 'نشر', helped: 'نعم', find: 'عمّ تبحث؟' },
} as const;
const article = {
  en: { title: 'The printer does not print', text: 'Turn it off.\n\nTurn it on again.', asked: 'printer' },
  ar: { title: 'الطابعة لا تطبع', text: 'أوقفها.\n\nثم شغّلها.', asked: 'طابعه' },
} as const;

describe.each(bothLanguages)('the knowledge base in %s', (language) => {
  test('an article is written, survives a reload half-written, is published, found by a word, and rated', { timeout: 120_000 }, async () => {
    const desk = await openDesk(stage, language);
    const { page } = desk;
    const say = words[language];
    await desk.go('/knowledge');
    await settled(page);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: say.write }).first().click();
    await page.getByLabel(say.title).fill(article[language].title);
    await page.getByLabel(say.text).fill(article[language].text);
    await page.reload();
    await expect.poll(() => page.getByLabel(say.title).inputValue()).toBe(article[language].title);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: say.save, exact: true }).click();
    await page.getByRole('button', { name: say.publish, exact: true }).click();
    await page.getByRole('button', { name: say.helped, exact: true }).click();
    await page.locator('[aria-pressed=true]').waitFor();
    expect(await page.locator('article p').allTextContents()).toEqual(article[language].text.split('\n\n'));
    expect(await barriers(page)).toEqual([]);
    await desk.go('/knowledge');
    await page.getByLabel(say.find).fill(article[language].asked);
    await page.getByRole('link', { name: article[language].title }).click();
    await page.getByRole('heading', { level: 1, name: article[language].title }).waitFor();
    expect(desk.faults).toEqual([]);
    await desk.close();
  });
});

describe.each(bothLanguages)('the status of services in %s', (language) => {
  test('a service is added and told of, on a phone too, and repeated incidents become a problem record', { timeout: 120_000 }, async () => {
    const desk = await openDesk(stage, language, { width: 390, height: 800 });
    const { page, client } = desk;
    const say =
      language === 'en'
        ? {
            add: 'Add a service',
            en: 'Name in English',
            ar: 'Name in Arabic',
            save: 'Save',
            tell: 'Tell how it stands',
            state: 'State',
            message: 'What people should know',
            outage: 'Major outage',
            problem: 'Open a problem record',
          }
        : {
            add: 'إضافة خدمة',
            en: 'الاسم بالإنجليزية',
            ar: 'الاسم بالعربية',
            save: 'حفظ',
            tell: 'إعلان الحالة',
            state: 'الحالة',
            message: 'ما ينبغي أن يعرفه الجميع',
            outage: 'توقف كامل',
            problem: 'فتح مشكلة جذرية',
          };
    for (let i = 0; i < 3; i++) await client.post('/cases', { kind: 'incident', title: 'No mail', fields: { service: 'Mail' } });
    await desk.go('/services');
    await settled(page);
    await page.getByRole('button', { name: say.add }).first().click();
    await page.getByLabel(say.en).fill('E-mail');
    await page.getByLabel(say.ar).fill('البريد');
    await page.getByRole('button', { name: say.save, exact: true }).click();
    await page.getByRole('button', { name: say.tell }).click();
    await page.getByRole('dialog').getByLabel(say.state).selectOption({ label: say.outage });
    await page.getByRole('dialog').getByLabel(say.message).fill('…');
    await page.getByRole('dialog').getByRole('button', { name: say.tell }).click();
    await page.locator('.chip', { hasText: say.outage }).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(true);
    if (process.env.SCREENS) await page.screenshot({ path: `${process.env.SCREENS}/services-${language}.png`, fullPage: true });
    await page.getByRole('button', { name: say.problem }).click();
    await page.waitForURL(/\/cases\/cas_/);
    const [problem] = (await client.get('/cases?kind=problem')).body.data;
    expect((await client.get(`/cases/${problem.id}`)).body.links).toHaveLength(3);
    expect(desk.faults).toEqual([]);
    await desk.close();
  });

  test('the report of the desk is read by device', { timeout: 60_000 }, async () => {
    const desk = await openDesk(stage, language);
    const { page, client } = desk;
    await client.post('/cases', { kind: 'incident', title: 'No mail', fields: { asset: 'Till 1' } });
    await desk.go('/desk-report?by=asset');
    await settled(page);
    await page.getByRole('rowheader', { name: 'Till 1' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    if (process.env.SCREENS) await page.screenshot({ path: `${process.env.SCREENS}/desk-report-${language}.png`, fullPage: true });
    expect(desk.faults).toEqual([]);
    await desk.close();
  });
});
