import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, signUp } from '../host.ts';
import { barriers, bothLanguages, openDesk, openStage, type Stage, settled } from './pages.ts';

let stage: Stage;
let client: Client;
const ids: Record<string, string> = {};

beforeAll(async () => {
  stage = await openStage();
  client = await signUp(stage.url, { name: 'مؤسسة النور Blue Falcon' });
  const made = async (path: string, body: unknown = {}) => {
    const answer = await client.post(path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const asset = await made('/assets', { name: 'ThinkPad X1', serial: 'PF-1', category: 'laptop', warrantyEndsOn: '2030-01-31' });
  await made('/assets', { name: 'طابعة الاستقبال', category: 'printer' });
  const given = await made('/hand-overs', { assets: [asset.id], to: { name: 'نورة الشمري' }, condition: 'good', accessories: 'شاحن' });
  await made(`/hand-overs/${given.id}/accept`, { typedName: 'نورة الشمري' });
  await made('/consumables', { name: 'Toner', stock: 2, lowAt: 5 });
  const licence = await made('/licences', { product: 'Office', startsOn: '2020-01-01', seats: 3, cost: '100.00' });
  await made(`/licences/${licence.id}/seats`, { holder: { name: 'نورة الشمري' } });
  const system = await made('/systems', { name: 'ERP', levels: ['read', 'admin'], separateDuties: false });
  const grant = await made('/access-grants', { system: system.id, person: { name: 'نورة الشمري' }, level: 'read' });
  for (const act of ['approve', 'grant']) await made(`/access-grants/${grant.id}/${act}`);
  const review = await made('/access-reviews', { system: system.id });
  const leaver = await made('/leavers', { person: { name: 'نورة الشمري' }, lastDay: '2030-01-31' });
  Object.assign(ids, { asset: asset.id, handOver: given.id, licence: licence.id, review: review.id, leaver: leaver.id });
});
afterAll(() => stage.stop());

const pages = (): readonly string[] => [
  '/assets',
  '/assets/new',
  `/assets/${ids.asset}`,
  `/assets/${ids.asset}/edit`,
  '/assets/labels',
  '/assets/discover',
  '/hand-overs',
  `/hand-overs/${ids.handOver}`,
  '/consumables',
  '/licences',
  `/licences/${ids.licence}`,
  '/access',
  `/access-reviews/${ids.review}`,
  '/leavers',
  `/leavers/${ids.leaver}`,
];

describe.each(bothLanguages)('no barrier by WCAG 2.2 AA, in %s', (language) => {
  test.each([
    ['at a desk', 1280],
    ['on a phone', 390],
  ])('on the pages of assets, licences and access, %s', { timeout: 240_000 }, async (_, width) => {
    const desk = await openDesk(stage, language, { client, width, height: 844 });
    const found: Record<string, string[]> = {};
    for (const path of pages()) {
      await desk.go(path);
      await settled(desk.page);
      const here = await barriers(desk.page);
      if (here.length > 0) found[path] = here;
      const wide = await desk.page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth + 1');
      if (wide) found[path] = [...(found[path] ?? []), 'the page scrolls sideways'];
    }
    expect({ found, faults: desk.faults }).toEqual({ found: {}, faults: [] });
    await desk.close();
  });
});

describe('assets in the pages', () => {
  test('an asset is entered, handed over to its custodian, and accepted by them on a phone', { timeout: 90_000 }, async () => {
    const desk = await openDesk(stage, 'en');
    const { page } = desk;
    await desk.go('/assets/new');
    await page.getByLabel('Name', { exact: true }).fill('MacBook');
    await page.getByLabel('Serial number').fill('C02');
    await page.reload();
    expect(await page.getByLabel('Serial number').inputValue()).toBe('C02');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'MacBook' }).waitFor();
    await page.getByRole('button', { name: 'Hand over', exact: true }).click();
    const dialog = page.getByRole('dialog');
    const send = dialog.getByRole('button', { name: 'Hand over', exact: true });
    expect(await send.getAttribute('aria-disabled')).toBe('true');
    await dialog.getByLabel('To whom').fill('Mona');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Accessories').fill('charger');
    await send.click();
    await page.getByText('Waits to be accepted').first().waitFor();

    const phone = await openDesk(stage, 'ar', { client: desk.client, width: 390, height: 844 });
    await phone.go('/assets');
    await phone.page.getByRole('link', { name: 'بانتظار قبولك' }).click();
    await phone.page.getByRole('heading', { level: 1, name: 'التسليم والاستلام' }).waitFor();
    await phone.page.getByRole('main').getByRole('link', { name: 'بانتظار قبولك' }).click();
    await phone.page.getByRole('button', { name: 'أقبل العهدة' }).click();
    await phone.page.getByText('تم القبول. العهدة في ذمتك الآن.').waitFor();
    await phone.page
      .getByRole('article')
      .getByText(/^[0-9a-f]{64}$/)
      .waitFor();
    expect(await barriers(phone.page)).toEqual([]);
    expect((await desk.client.get('/assets?custodian=me')).body.data).toMatchObject([{ name: 'MacBook', state: 'assigned' }]);
    expect([...desk.faults, ...phone.faults]).toEqual([]);
    await phone.close();
    await desk.close();
  });

  test('labels carry a code for each asset', { timeout: 60_000 }, async () => {
    const desk = await openDesk(stage, 'ar', { client });
    await desk.go('/assets/labels');
    const codes = desk.page.getByRole('list', { name: 'الملصقات' }).getByRole('img');
    await codes.first().waitFor();
    expect(await codes.count()).toBe(2);
    expect(decodeURIComponent((await codes.first().getAttribute('src')) ?? '')).toContain('<svg');
    await desk.close();
  });

  test('a file of devices is dropped, seen line by line, and written', { timeout: 60_000 }, async () => {
    const desk = await openDesk(stage, 'en');
    await desk.go('/assets/discover');
    const csv = 'Host name,Serial number,OS\nLAP-1,SN-1,Windows\nLAP-2,,Linux\n';
    await desk.page.locator('input[type=file]').setInputFiles({ name: 'devices.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await desk.page.getByText('Neither a serial number nor a tag.').waitFor();
    await desk.page.getByRole('button', { name: 'Write it to the register' }).click();
    await desk.page.getByText('Done: 1 new, 0 changed, 0 as they were, 1 left alone.').waitFor();
    expect((await desk.client.get('/assets')).body.data).toMatchObject([{ name: 'LAP-1', serial: 'SN-1' }]);
    expect(desk.faults).toEqual([]);
    await desk.close();
  });
});

describe('licences, access and leavers in the pages', () => {
  test('a licence is entered, a seat given to somebody by name, and released', { timeout: 60_000 }, async () => {
    const desk = await openDesk(stage, 'en');
    const { page } = desk;
    await desk.go('/licences');
    await page.getByRole('button', { name: 'New licence' }).click();
    await page.getByRole('dialog').getByLabel('Product').fill('Figma');
    await page.getByRole('dialog').getByLabel('Seats', { exact: true }).fill('3');
    await page.getByRole('dialog').getByLabel('Cost of all seats').fill('100');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Figma' }).click();
    await page.getByText('0.01 left over').first().waitFor();
    await page.getByRole('button', { name: 'Give a seat' }).click();
    await page.getByRole('dialog').getByLabel('Holder').fill('Rana');
    await page.getByRole('option', { name: /Rana/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Give a seat' }).click();
    await page.getByText('1 of 3 seats held').first().waitFor();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Seats').fill('0');
    expect(await page.getByRole('dialog').getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('dialog').getByLabel('Seats').fill('4');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('1 of 4 seats held').first().waitFor();
    await page.getByRole('button', { name: 'Release the seat of Rana' }).click();
    await page.getByText('0 of 4 seats held').first().waitFor();
    expect(desk.faults).toEqual([]);
    await desk.close();
  });

  test('P4: a clearance shows each line, closes it with its evidence, and ends with the last', { timeout: 90_000 }, async () => {
    const desk = await openDesk(stage, 'ar');
    const { page, client: caller } = desk;
    const asset = (await caller.post('/assets', { name: 'حاسوب' })).body;
    const given = (await caller.post('/hand-overs', { assets: [asset.id], to: { name: 'سالم' }, condition: 'good' })).body;
    await caller.post(`/hand-overs/${given.id}/accept`, { typedName: 'سالم' });
    const { id } = (await caller.post('/leavers', { person: { name: 'سالم' }, lastDay: '2030-01-31' })).body;
    await desk.go(`/leavers/${id}`);
    const close = page.getByRole('button', { name: 'إغلاق إخلاء الطرف' });
    expect(await close.getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('link', { name: /^تسوية/ }).click();
    await page.getByRole('button', { name: 'استلام', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'استلام', exact: true }).click();
    await page.getByText('في المخزن').first().waitFor();
    await desk.go(`/leavers/${id}`);
    await page.getByRole('button', { name: /^إغلاق بالإثبات/ }).click();
    await page.getByText('المسوّى 1 من 1').waitFor();
    await close.click();
    await page.getByText('أُغلق إخلاء الطرف.').waitFor();
    expect((await caller.get(`/cases/${id}`)).body.state).toBe('resolved');
    expect(desk.faults).toEqual([]);
    await desk.close();
  });
});
