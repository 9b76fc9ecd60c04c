import { expect, test } from 'vitest';
import { dimensionItem } from '../../../../functions/accounting/book-items.ts';
import type { Table } from '../../../../functions/platform/table/port.ts';
import { accountingOffice, type Json } from './office.ts';

const statuses = (answers: readonly { readonly status: number }[]) => answers.map(({ status }) => status).sort();

test('two payments for the same due: one settles it, the other is told what is left', async () => {
  const world = accountingOffice();
  const here = await world.firm();
  const there = here.elsewhere();
  const acme = await here.customer();
  for (const office of [here, there]) {
    const invoice = await here.posted(acme.id);
    const pay = () =>
      office.ask('POST', '/payments', {
        direction: 'in',
        contact: acme.id,
        bankAccount: '1111',
        date: '2026-02-01',
        amount: '115.00',
        allocations: [{ document: invoice.id, amount: '115.00' }],
      });
    const answers = await Promise.all([
      here.ask('POST', '/payments', {
        direction: 'in',
        contact: acme.id,
        bankAccount: '1111',
        date: '2026-02-01',
        amount: '115.00',
        allocations: [{ document: invoice.id, amount: '115.00' }],
      }),
      pay(),
    ]);
    expect(statuses(answers)).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.json.code).toBe('allocation.not_open');
    expect(await here.done('GET', `/invoices/${invoice.id}`)).toMatchObject({ state: 'paid', paid: '115.00', due: '0.00' });
  }
});

test('two posts of the same draft: one number, one entry', async () => {
  const here = await accountingOffice().firm();
  const acme = await here.customer();
  const draft = await here.draft(acme.id);
  const answers = await Promise.all([here, here.elsewhere(), here].map((office) => office.ask('POST', `/invoices/${draft.id}/post`)));
  expect(statuses(answers)).toEqual([200, 409, 409]);
  expect((await here.posted(acme.id)).number).toBe('INV-2026-00002');
});

test('posting and discarding the same draft: one of them', async () => {
  const here = await accountingOffice().firm();
  const acme = await here.customer();
  const draft = await here.draft(acme.id);
  const [posted, discarded] = await Promise.all([
    here.ask('POST', `/invoices/${draft.id}/post`),
    here.elsewhere().ask('DELETE', `/invoices/${draft.id}`),
  ]);
  const done = (await here.ask('GET', `/invoices/${draft.id}`)).status === 200;
  expect([posted.status, discarded.status]).toEqual(done ? [200, 409] : [404, 204]);
});

test('twenty posts at once in two processes are numbered without a gap or a double', async () => {
  const here = await accountingOffice().firm();
  const there = here.elsewhere();
  const acme = await here.customer();
  const drafts: Json[] = [];
  for (let i = 0; i < 20; i++) drafts.push(await here.draft(acme.id));
  const answers = await Promise.all(drafts.map(({ id }, i) => (i % 2 === 0 ? here : there).ask('POST', `/invoices/${id}/post`)));
  expect(statuses(answers)).toEqual(Array.from({ length: 20 }, () => 200));
  expect(answers.map(({ json }) => json.number).sort()).toEqual(Array.from({ length: 20 }, (_, i) => `INV-2026-${String(i + 1).padStart(5, '0')}`));
  expect(await here.done('GET', `/contacts/${acme.id}`)).toMatchObject({ balance: { receivable: '2300.00' } });
});

test('one payment allocated twice at once never gives more than it has', async () => {
  const here = await accountingOffice().firm();
  const acme = await here.customer();
  const [a, b] = [await here.posted(acme.id), await here.posted(acme.id)];
  const advance = await here.pay(acme.id, { amount: '115.00' });
  const answers = await Promise.all(
    [a, b].map((invoice, i) =>
      (i === 0 ? here : here.elsewhere()).ask('POST', `/payments/${advance.id}/allocations`, {
        allocations: [{ document: invoice.id, amount: '115.00' }],
      }),
    ),
  );
  expect(statuses(answers)).toEqual([200, 409]);
  const due = await Promise.all([a, b].map(async ({ id }) => (await here.done('GET', `/invoices/${id}`)).due));
  expect(due.sort()).toEqual(['0.00', '115.00']);
});

test('the same command under one key is done once, and its answer is the first', async () => {
  const here = await accountingOffice().firm();
  const acme = await here.customer();
  const body = { direction: 'in', contact: acme.id, bankAccount: '1111', date: '2026-02-01', amount: '5.00' };
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? here : here.elsewhere()).ask('POST', '/payments', body, { 'idempotency-key': 'k1' })),
  );
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect((await here.done('GET', '/payments')).data).toHaveLength(1);
  const draft = await here.draft(acme.id);
  const [first, again] = [
    await here.ask('POST', `/invoices/${draft.id}/post`, {}, { 'idempotency-key': 'k2' }),
    await here.ask('POST', `/invoices/${draft.id}/post`, {}, { 'idempotency-key': 'k2' }),
  ];
  expect([again.text, again.headers['idempotency-replayed']]).toEqual([first.text, 'true']);
});

test('the largest settlement fits one transaction, and so does voiding it', async () => {
  const here = await accountingOffice().firm();
  const acme = await here.customer({ currency: 'USD' });
  const lines = [{ text: 'Work', unitPrice: '10.00', taxCode: 'O' }];
  const invoices: Json[] = [];
  for (let i = 0; i < 18; i++) invoices.push(await here.posted(acme.id, { rate: '3.75', lines }));
  const payment = await here.pay(acme.id, {
    currency: 'USD',
    rate: '3.80',
    amount: '180.00',
    allocations: invoices.slice(0, 9).map(({ id }) => ({ document: id, amount: '10.00' })),
  });
  await here.done('POST', `/payments/${payment.id}/allocations`, {
    date: '2026-02-02',
    allocations: invoices.slice(9).map(({ id }) => ({ document: id, amount: '10.00' })),
  });
  expect(await here.done('POST', `/payments/${payment.id}/void`, { date: '2026-03-01' })).toMatchObject({ state: 'void' });
  const atOnce = await here.pay(acme.id, {
    currency: 'USD',
    rate: '3.80',
    date: '2026-03-02',
    amount: '180.00',
    allocations: invoices.map(({ id }) => ({ document: id, amount: '10.00' })),
  });
  expect(atOnce.allocations).toHaveLength(18);
  const more = await here.posted(acme.id, { rate: '3.75', lines });
  const refused = await here.ask('POST', '/payments', {
    direction: 'in',
    contact: acme.id,
    bankAccount: '1111',
    currency: 'USD',
    rate: '3.75',
    amount: '190.00',
    allocations: [...invoices, more].map(({ id }) => ({ document: id, amount: '10.00' })),
  });
  expect([refused.status, refused.json.code]).toEqual([409, 'allocation.not_open']);
  await here.done('POST', `/payments/${atOnce.id}/void`, { date: '2026-03-03' });
  const tooMany = await here.ask('POST', '/payments', {
    direction: 'in',
    contact: acme.id,
    bankAccount: '1111',
    currency: 'USD',
    rate: '3.75',
    date: '2026-03-04',
    amount: '190.00',
    allocations: [...invoices, more].map(({ id }) => ({ document: id, amount: '10.00' })),
  });
  expect([tooMany.status, tooMany.json.code]).toEqual([422, 'allocation.too_many']);
});

test('an ageing that is read while documents are settled is never torn', async () => {
  let between: (() => Promise<unknown>) | undefined;
  // One row a page, and a command between the first page and the second.
  const torn = (table: Table): Table => ({
    get: (key) => table.get(key),
    batchGet: (keys) => table.batchGet(keys),
    transact: (writes) => table.transact(writes),
    query: async (query) => {
      const slow = query.pk.includes('#OPEN#');
      const page = await table.query(slow ? { ...query, limit: 1 } : query);
      const command = slow ? between : undefined;
      if (command) between = undefined;
      await command?.();
      return page;
    },
  });
  const here = await accountingOffice(torn).firm();
  const there = here.elsewhere();
  const acme = await here.customer();
  const advance = await here.pay(acme.id, { amount: '100.00' });
  // The one whose row is read first is settled then, by a payment whose row leaves the open ones.
  const [first] = [await here.posted(acme.id), await here.posted(acme.id)].map(({ id }) => id).sort();
  const read = () => here.done('GET', '/reports/aged-receivables?as-of=2026-03-31');
  between = () =>
    there.done('POST', `/payments/${advance.id}/allocations`, { date: '2026-03-15', allocations: [{ document: first, amount: '100.00' }] });
  const report = await read();
  expect(report).toMatchObject({ totals: { unallocated: '0.00', total: '130.00' }, control: '130.00' });
  expect(report.rows.map(({ contact }: Json) => contact?.name)).toEqual(['Acme']);
  expect(await read()).toEqual(report);
});

test('an invoice of more accounts than one transaction holds is posted whole', async () => {
  const here = await accountingOffice().firm();
  const acme = await here.customer();
  const branches = Array.from({ length: 120 }, (_, i) => `B${i}`);
  for (const code of branches) await here.table.transact([{ kind: 'put', item: dimensionItem({ kind: 'branch', code, name: code, version: 1 }) }]);
  const office = here.elsewhere();
  const invoice = await office.posted(acme.id, {
    lines: branches.map((branch) => ({ text: branch, unitPrice: '1.00', taxCode: 'S', dimensions: { branch } })),
  });
  expect(invoice).toMatchObject({ number: 'INV-2026-00001', total: '138.00', entry: { seq: 1 } });
  expect((await office.posted(acme.id)).number).toBe('INV-2026-00002');
  expect(await office.done('GET', '/reports/aged-receivables?as-of=2026-01-31')).toMatchObject({ totals: { total: '253.00' }, control: '253.00' });
});
