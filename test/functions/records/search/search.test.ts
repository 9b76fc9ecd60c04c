import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Permission, may as roleMay } from '../../../../domain/firms/permissions.ts';
import { seesInternal } from '../../../../domain/work/cases/internal-comments.ts';
import type { LocalHost } from '../../../../infra/local/host.ts';
import { aHost, type Client, signUp } from '../../../host.ts';
import { joinAs } from '../../work/office.ts';

let host: LocalHost;
let owner: Client;
let made: { contact: string; arabic: string; invoice: string; number: string; entry: string; case: string };

beforeAll(async () => {
  host = await aHost();
  owner = await signUp(host.url);
  made = await furnish(owner);
  await indexed();
}, 60_000);
afterAll(() => host.stop());

/** Waits until the search has read everything. */
async function indexed(): Promise<void> {
  await host.sweep();
}

async function furnish(who: Client) {
  const contact = (await who.post('/contacts', { kind: 'customer', name: 'Mohammed Trading', country: 'SA', email: 'm@trading.example' })).body.id;
  const arabic = (await who.post('/contacts', { kind: 'customer', name: 'Al Noor', nameAr: 'مؤسّسة النُّور للتِّجارة', country: 'SA' })).body.id;
  const draft = await who.post('/invoices', {
    contact,
    date: '2026-01-20',
    lines: [{ text: 'Quarterly consulting', quantity: '1', unitPrice: '1234.50', taxCode: 'Z' }],
  });
  expect(draft.status, JSON.stringify(draft.body)).toBe(201);
  const posted = await who.post(`/invoices/${draft.body.id}/post`, {});
  expect(posted.status, JSON.stringify(posted.body)).toBe(200);
  const entry = await who.post('/entries', {
    date: '2026-01-15',
    memo: 'Warehouse rent of January',
    reference: 'LEASE-77',
    lines: [
      { account: '1111', debit: '5000.00' },
      { account: '3101', credit: '5000.00' },
    ],
  });
  const opened = await who.post('/cases', { kind: 'general-request', title: 'Printer jams on the second floor', fields: {} });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  await who.post(`/cases/${opened.body.id}/comments`, { text: 'The toner was replaced', internal: false });
  await who.post(`/cases/${opened.body.id}/comments`, { text: 'Supplier confidential xylograph', internal: true });
  return { contact, arabic, invoice: draft.body.id, number: posted.body.number, entry: entry.body.id, case: opened.body.id };
}

const found = async (q: string, who: Client = owner, more = ''): Promise<string[]> => {
  const answer = await who.get(`/search?q=${encodeURIComponent(q)}${more}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.data.map((find: { id: string }) => find.id);
};

test('each kind is found by its words, begun or whole', async () => {
  expect(await found('moham')).toContain(made.contact);
  expect(await found('consult')).toEqual([made.invoice]);
  expect(await found('warehouse rent')).toEqual([made.entry]);
  expect(await found('printer')).toEqual([made.case]);
  expect(await found('toner')).toEqual([made.case]);
  expect(await found('Mona')).not.toEqual([]);
  expect(await found('1111')).toContain('1111');
});

test('an exact number comes first', async () => {
  expect((await found(made.number))[0]).toBe(made.invoice);
  expect((await found('LEASE-77'))[0]).toBe(made.entry);
  expect(await found('number:LEASE-77')).toEqual([made.entry]);
  expect(await found('رقم:LEASE-77')).toEqual([made.entry]);
});

test('Arabic is found however it is spelled', async () => {
  for (const q of ['النور', 'نور', 'مؤسسه', 'مؤسسة النور', 'للتجاره', 'النـــور']) expect(await found(q)).toContain(made.arabic);
});

test('a slip in a name is forgiven when nothing answers as typed, in a text it is not', async () => {
  const answer = await owner.get('/search?q=mohamed+tradng');
  expect(answer.body.data.map((find: { id: string }) => find.id)).toContain(made.contact);
  expect(answer.body.forgiving).toBe(true);
  expect(await found('warehuose')).toEqual([]);
});

test('amounts and dates are recognised, with and without their field', async () => {
  for (const q of ['1,234.50', '1234.5', '١٢٣٤٫٥٠', 'amount:1234.50', 'مبلغ:١٢٣٤٫٥']) expect(await found(q)).toContain(made.invoice);
  for (const q of ['2026-01-20', '20/1/2026', 'date:2026-01-20', 'تاريخ:٢٠/١/٢٠٢٦', 'date:2026-01']) expect(await found(q)).toContain(made.invoice);
  expect(await found('date:2026-01-15')).toEqual([made.entry]);
});

test('fields, kinds and phrases narrow', async () => {
  expect((await found('contact:mohammed')).sort()).toEqual([made.contact, made.invoice].sort());
  expect(await found('contact:mohammed kind:invoice')).toEqual([made.invoice]);
  expect(await found('عميل:mohammed نوع:فاتورة')).toEqual([made.invoice]);
  expect(await found('mohammed', owner, '&kinds=contact')).toEqual([made.contact]);
  expect(await found('"rent of January"')).toEqual([made.entry]);
  expect(await found('"January rent"')).toEqual([]);
});

test('what is found shows where it answers', async () => {
  const { body } = await owner.get('/search?q=toner');
  const [highlight] = body.data[0].highlights;
  expect(highlight.in).toBe('text');
  expect(highlight.marks.map(([from, to]: [number, number]) => highlight.text.slice(from, to))).toEqual(['toner']);
});

test('too little is refused, an unknown kind and a tampered cursor too', async () => {
  expect((await owner.get('/search?q=a')).body.code).toBe('search.too_short');
  expect((await owner.get('/search?q=')).body.code).toBe('search.too_short');
  expect((await owner.get('/search?q=%22%22')).body.code).toBe('search.too_short');
  for (const kind of ['nothing', 'constructor']) expect((await owner.get(`/search?q=rent&kinds=${kind}`)).status).toBe(422);
  expect((await owner.get('/search?q=rent&cursor=abc')).status).toBe(400);
});

test('each role finds what it may see, and of internal comments only those who work on cases', async () => {
  for (const role of ['owner', 'accountant', 'staff', 'auditor'] as const) {
    const who = role === 'owner' ? owner : await joinAs(host, owner, role, `Searcher ${role}`);
    const may = (permission: Permission): boolean => roleMay(role, permission);
    expect((await found('warehouse', who)).includes(made.entry), role).toBe(may('entry.read'));
    expect(await found('1234.50', who), role).toContain(made.invoice);
    expect(await found('xylograph', who), role).toEqual(seesInternal(role) ? [made.case] : []);
    expect(await found('toner', who), role).toEqual([made.case]);
    expect((await who.post('/search/rebuild')).status, role).toBe(may('firm.manage') ? 202 : 403);
    await indexed();
  }
});

test('another firm finds nothing of this one', async () => {
  const other = await signUp(host.url, { name: 'Other' });
  await indexed();
  for (const q of ['moham', 'warehouse', 'toner', made.number, 'النور']) expect(await found(q, other)).toEqual([]);
  const foreign = await other.get(`/v1/firms/${owner.firm}/search?q=moham`);
  expect(foreign.status).toBe(404);
});

test('what changes is found as it is now, and what is void no longer', async () => {
  const one = (await owner.post('/contacts', { kind: 'customer', name: 'Quetzal Works', country: 'SA' })).body;
  await indexed();
  expect(await found('quetzal')).toEqual([one.id]);
  await owner.send('PATCH', `/contacts/${one.id}`, { name: 'Ibis Works' }, { 'if-match': `"${one.version}"` });
  // Before the index has read it, the old word names it no more; after, the new one does.
  expect(await found('quetzal')).toEqual([]);
  await indexed();
  expect(await found('ibis')).toEqual([one.id]);
  const voided = await owner.post(`/invoices/${made.invoice}/void`, { date: '2026-01-21' });
  expect(voided.status, JSON.stringify(voided.body)).toBe(200);
  expect(await found('consulting', owner, '&kinds=invoice')).toEqual([]);
});

test('pages together are the whole, once each', async () => {
  for (let i = 0; i < 30; i++) await owner.post('/contacts', { kind: 'customer', name: `Falconry number ${i}`, country: 'SA' });
  await indexed();
  const all = await found('falconry', owner, '&limit=100');
  expect(new Set(all).size).toBe(30);
  const paged: string[] = [];
  let cursor = '';
  for (let pages = 0; pages < 20; pages++) {
    const { body } = await owner.get(`/search?q=falconry&limit=7${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    paged.push(...body.data.map((find: { id: string }) => find.id));
    if (!body.has_more) break;
    cursor = body.next_cursor;
  }
  expect(paged).toEqual(all);
  expect((await found('falconry', owner, '&each=4')).length).toBe(4);
});

test('the index can be built anew, and answers the while', async () => {
  const before = await found('mohammed');
  expect((await owner.post('/search/rebuild')).status).toBe(202);
  expect(await found('mohammed')).toEqual(before);
  await indexed();
  await indexed();
  expect(await found('mohammed')).toEqual(before);
  const { body } = await owner.get('/search?q=mohammed');
  expect(body.indexedThrough).toBeGreaterThan(0);
});

test('assets, licences and articles of IT services are found, a draft article by those who write alone', async () => {
  const asset = (await owner.post('/assets', { name: 'Okapi laptop', serial: 'SN-4411' })).body.id;
  const licence = (await owner.post('/licences', { product: 'Okapi Office', startsOn: '2020-01-01', seats: 5 })).body.id;
  const article = (await owner.post('/articles', { wordings: { en: { title: 'Okapi at home', body: 'Restart it.' } }, kinds: [], tags: [] })).body.id;
  await indexed();
  const ids = [asset, licence, article];
  expect(ids.every((id) => typeof id === 'string')).toBe(true);
  expect((await found('okapi')).sort()).toEqual([...ids].sort());
  expect(await found('SN-4411')).toEqual([asset]);
  const staff = await joinAs(host, owner, 'staff', 'Reader');
  expect((await found('okapi', staff)).sort()).toEqual([asset, licence].sort());
});
