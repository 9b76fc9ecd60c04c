import { expect, test } from 'vitest';
import { accountingOffice, type Json, type Office } from './office.ts';

const world = accountingOffice();

async function everyPage(office: Office, url: string): Promise<Json[]> {
  const all: Json[] = [];
  let cursor: string | null = null;
  do {
    const page: Json = await office.done(
      'GET',
      `${url}${url.includes('?') ? '&' : '?'}limit=2${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    expect(page.data.length).toBeLessThanOrEqual(2);
    expect(page.has_more).toBe(page.next_cursor !== null);
    all.push(...page.data);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return all;
}

test('contacts are found by the beginning of any word, however it is spelled', async () => {
  const office = await world.firm();
  const noor = await office.customer({ name: 'Noor Trading', nameAr: 'شركة النُّور للتجارة' });
  const ahmad = await office.customer({ name: 'أحمد علي', kind: 'both' });
  const cafe = await office.customer({ name: 'Café Noor', kind: 'supplier' });
  const find = async (q: string, more = '') => (await everyPage(office, `/contacts?q=${encodeURIComponent(q)}${more}`)).map(({ id }) => id);
  expect(await find('noor')).toEqual([noor.id, cafe.id]);
  expect(await find('TRAD')).toEqual([noor.id]);
  expect(await find('نور')).toEqual([noor.id]);
  expect(await find('النور')).toEqual([noor.id]);
  expect(await find('احمد')).toEqual([ahmad.id]);
  expect(await find('أحمـد على')).toEqual([ahmad.id]);
  expect(await find('cafe')).toEqual([cafe.id]);
  expect(await find('oor')).toEqual([]);
  expect(await find('noor', '&kind=customer')).toEqual([noor.id]);
  expect((await everyPage(office, '/contacts')).map(({ name }) => name)).toEqual(['Café Noor', 'Noor Trading', 'أحمد علي']);

  const renamed = await office.done('PATCH', `/contacts/${noor.id}`, { name: 'Dawn', nameAr: null }, { 'if-match': '"1"' });
  expect(renamed).toMatchObject({ name: 'Dawn', nameAr: null, version: 2 });
  expect(await find('noor')).toEqual([cafe.id]);
  expect(await find('da')).toEqual([noor.id]);
  expect((await office.ask('PATCH', `/contacts/${noor.id}`, { name: 'X' }, { 'if-match': '"1"' })).status).toBe(412);

  expect(await office.done('POST', `/contacts/${cafe.id}/archive`)).toMatchObject({ archived: true });
  expect(await office.done('POST', `/contacts/${cafe.id}/archive`)).toMatchObject({ archived: true, version: 2 });
  expect(await find('cafe')).toEqual([]);
  expect(await find('cafe', '&archived=true')).toEqual([cafe.id]);
  expect(await office.done('POST', `/contacts/${cafe.id}/restore`)).toMatchObject({ archived: false, version: 3 });
});

test('invoices are listed newest first, by state, contact, dates and words, each once', async () => {
  const office = await world.firm();
  const [acme, zain] = [await office.customer(), await office.customer({ name: 'Zain', nameAr: 'زين' })];
  const made: Json[] = [];
  for (let i = 1; i <= 9; i++) {
    const draft = await office.draft(i % 3 === 0 ? zain.id : acme.id, { date: `2026-01-0${i}`, reference: `PO-${i}` });
    if (i <= 6) await office.done('POST', `/invoices/${draft.id}/post`);
    if (i <= 2) await office.pay(acme.id, { allocations: [{ document: draft.id, amount: i === 1 ? '115.00' : '15.00' }] });
    made.push(draft.id);
  }
  const dates = async (query: string) => (await everyPage(office, `/invoices${query}`)).map(({ date }) => Number(date.slice(-1)));
  expect(await dates('')).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(await dates('?state=draft')).toEqual([9, 8, 7]);
  expect(await dates('?state=paid')).toEqual([1]);
  expect(await dates('?state=partially-paid')).toEqual([2]);
  expect(await dates(`?contact=${zain.id}`)).toEqual([9, 6, 3]);
  expect(await dates(`?contact=${zain.id}&state=posted&from=2026-01-04`)).toEqual([6]);
  expect(await dates('?from=2026-01-03&to=2026-01-05')).toEqual([5, 4, 3]);
  expect(await dates(`?q=${encodeURIComponent('زَين')}`)).toEqual([9, 6, 3]);
  expect(await dates('?q=po-4')).toEqual([4]);
  expect(await dates('?q=inv-2026-00005')).toEqual([5]);
  const [newest] = (await office.done('GET', '/invoices?limit=1')).data;
  expect(newest).toMatchObject({ contact: { name: 'Zain', nameAr: 'زين' }, total: '115.00', overdue: false, state: 'draft', number: null });
  expect((await office.done('GET', '/invoices?state=posted')).data.every(({ overdue }: Json) => overdue)).toBe(true);

  // One that changes its state between two pages is neither lost nor shown twice.
  const first = await office.done('GET', '/invoices?limit=3');
  await office.done('POST', `/invoices/${made[5]}/void`);
  await office.done('POST', `/invoices/${made[8]}/post`);
  const second = await office.done('GET', `/invoices?limit=200&cursor=${encodeURIComponent(first.next_cursor)}`);
  expect([...first.data, ...second.data].map(({ id }: Json) => id)).toEqual(made.toReversed());
});

test('payments and credit notes are listed with what they settle', async () => {
  const office = await world.firm();
  const acme = await office.customer();
  const invoice = await office.posted(acme.id);
  await office.pay(acme.id, { allocations: [{ document: invoice.id, amount: '15.00' }], amount: '20.00' });
  await office.pay(acme.id, { direction: 'out', amount: '1.00', date: '2026-02-02', reference: 'Refund' });
  const note = await office.done('POST', `/invoices/${invoice.id}/credit`, { lines: [{ line: 1, amount: '10.00' }] });
  expect(await everyPage(office, '/payments')).toMatchObject([
    { direction: 'out', reference: 'Refund', state: 'open' },
    { direction: 'in', unallocated: '5.00', allocations: [{ document: { kind: 'invoice', number: 'INV-2026-00001' }, amount: '15.00' }] },
  ]);
  expect(await everyPage(office, '/payments?direction=in')).toHaveLength(1);
  expect(await everyPage(office, '/payments?state=applied')).toHaveLength(0);
  expect(await everyPage(office, `/credit-notes?contact=${acme.id}`)).toMatchObject([
    { id: note.id, number: 'CN-2026-00001', invoice: { id: invoice.id }, state: 'applied', allocated: '11.50' },
  ]);
});

test('a firm has its country’s tax codes and adds its own', async () => {
  const office = await world.firm({ country: 'US', currency: 'USD' });
  const acme = await office.customer();
  const added = await office.done('POST', '/tax-codes', {
    code: 'NYC',
    name: { en: 'New York City', ar: 'نيويورك' },
    rates: [
      { from: '2020-01-01', rate: '8.5' },
      { from: '2026-01-01', rate: '8.875' },
    ],
  });
  expect(added).toMatchObject({
    code: 'NYC',
    own: true,
    kind: 'standard',
    rates: [
      { from: '2020-01-01', to: '2025-12-31', rate: '8.5' },
      { from: '2026-01-01', to: null, rate: '8.875' },
    ],
  });
  expect((await office.done('GET', '/tax-codes')).data.map(({ code, own }: Json) => [code, own])).toEqual([
    ['NT', false],
    ['ST0', false],
    ['EX', false],
    ['NYC', true],
  ]);
  const lines = [{ text: 'Bagels', unitPrice: '100.00', taxCode: 'NYC' }];
  expect(await office.draft(acme.id, { lines })).toMatchObject({ tax: '8.88', taxes: [{ taxCode: 'NYC', taxRate: '8.875' }] });
  expect(await office.draft(acme.id, { date: '2025-12-31', lines })).toMatchObject({ tax: '8.50' });
  expect((await office.posted(acme.id, { lines })).number).toBe('INV-00001');
});

test('who may not post may draft, and who may only read may not', async () => {
  const office = await world.firm();
  const acme = await office.customer();
  const [staff, auditor] = [await office.joined('staff'), await office.joined('auditor')];
  const draft = await staff.draft(acme.id);
  expect((await staff.ask('POST', `/invoices/${draft.id}/post`)).status).toBe(403);
  expect((await staff.ask('GET', '/reports/aged-receivables')).status).toBe(403);
  expect((await auditor.ask('GET', `/invoices/${draft.id}`)).status).toBe(200);
  expect((await auditor.ask('DELETE', `/invoices/${draft.id}`)).status).toBe(403);
});
