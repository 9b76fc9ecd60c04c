import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bothLanguages, openDesk, openStage, type Stage, settled } from './pages.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

const words = {
  en: {
    addField: 'Add a field',
    en: 'Name in English',
    ar: 'Name in Arabic',
    required: 'Required',
    save: 'Save',
    device: 'Device: in the form',
    monday: 'Monday',
    addHoliday: 'Add a holiday',
    addQueue: 'Add a queue',
    code: 'Code',
    maintenance: 'Maintenance',
    urgent: 'Resolution, priority Urgent',
  },
  ar: {
    addField: 'إضافة حقل',
    en: 'الاسم بالإنجليزية',
    ar: 'الاسم بالعربية',
    required: 'إلزامي',
    save: 'حفظ',
    device: 'الجهاز: يظهر في النموذج',
    monday: 'الاثنين',
    addHoliday: 'إضافة عطلة',
    addQueue: 'إضافة قائمة',
    code: 'الرمز',
    maintenance: 'صيانة',
    urgent: 'الحل، أولوية عاجلة',
  },
} as const;

describe.each(bothLanguages)('the desk is set up by form, in %s', (language) => {
  const say = words[language];

  test('a field of the firm’s own, and one that it does not ask for', { timeout: 60_000 }, async () => {
    const { page, client, go, faults, close } = await openDesk(stage, language);
    await go('/settings/desk?part=forms');
    await settled(page);
    await page.getByRole('checkbox', { name: say.device }).uncheck();
    await page.getByRole('button', { name: say.addField }).click();
    await page.getByLabel(say.en).fill('Cost centre');
    await page.getByLabel(say.ar).fill('مركز التكلفة');
    await page.getByRole('checkbox', { name: say.required }).check();
    // What is half done is there after a reload.
    await page.reload();
    await settled(page);
    expect(await page.getByLabel(say.en).inputValue()).toBe('Cost centre');
    await page.getByRole('button', { name: say.save, exact: true }).click();
    await page.locator('.toast').waitFor();
    const { forms } = (await client.get('/work-settings')).body;
    expect(forms.incident).toMatchObject({ off: ['asset'], fields: [{ code: 'costCentre', type: 'text', required: true, off: false }] });
    expect(faults).toEqual([]);
    await close();
  });

  test('a split shift, a holiday, a target and a queue with what goes to it', { timeout: 90_000 }, async () => {
    const { page, client, go, faults, close } = await openDesk(stage, language);
    const save = async () => {
      await page.getByRole('button', { name: say.save, exact: true }).last().click();
      await page.locator('.toast').last().waitFor();
    };
    await go('/settings/desk?part=hours');
    await settled(page);
    const monday = page.getByLabel(say.monday, { exact: true }).first();
    await monday.fill('mornings');
    expect(await page.getByRole('button', { name: say.save, exact: true }).getAttribute('aria-disabled')).toBe('true');
    await monday.fill('9:00-13:00، 16:00 – 20:00');
    await page.getByRole('button', { name: say.addHoliday }).click();
    await page.getByLabel(say.en).fill('Founding Day');
    await page.getByLabel(say.ar).fill('يوم التأسيس');
    await save();
    const { calendar } = (await client.get('/work-settings')).body;
    expect(calendar.weeks[0].hours.mon).toEqual([
      ['09:00', '13:00'],
      ['16:00', '20:00'],
    ]);
    expect(calendar.holidays).toMatchObject([{ name: { en: 'Founding Day', ar: 'يوم التأسيس' } }]);

    await go('/settings/desk?part=targets');
    await settled(page);
    await page.getByLabel(say.urgent).fill('٦٠');
    await save();
    expect((await client.get('/work-settings')).body.targets.incident.urgent.resolution).toBe(60);

    await go('/settings/desk');
    await settled(page);
    await page.getByRole('button', { name: say.addQueue }).click();
    await page.getByLabel(say.code).fill('front');
    await page.getByLabel(say.en).fill('Front desk');
    await page.getByLabel(say.ar).fill('مكتب الاستقبال');
    await page.getByRole('dialog').getByRole('button', { name: say.save, exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('cell', { name: 'front', exact: true }).waitFor();
    await page.getByLabel(say.maintenance, { exact: true }).selectOption('front');
    await save();
    expect((await client.get('/work-settings')).body.routing.maintenance).toBe('front');
    expect(faults).toEqual([]);
    await close();
  });
});
