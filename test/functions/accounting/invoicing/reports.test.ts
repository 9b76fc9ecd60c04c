import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../../../../domain/accounting/book.ts';
import { contactLinesOf, contactLineWrites } from '../../../../functions/accounting/invoicing/contact-lines.ts';
import { openItemsAt } from '../../../../functions/accounting/invoicing/open-items.ts';
import { accountingOffice, type Json } from './office.ts';

const world = accountingOffice();

test('the ageing tells who owes what since when, at any date, whatever happened since', async () => {
  const office = await world.firm();
  const [acme, zain] = [await office.customer(), await office.customer({ name: 'زين', paymentTermsDays: 0 })];
  const invoice = await office.posted(acme.id, { date: '2026-01-10' }); // due 9 February
  await office.posted(zain.id, { date: '2026-01-15', lines: [{ text: 'Work', unitPrice: '10.00', taxCode: 'Z' }] });
  const payment = await office.pay(acme.id, { date: '2026-02-20', amount: '150.00', allocations: [{ document: invoice.id, amount: '115.00' }] });

  const at = async (date: string) => office.done('GET', `/reports/aged-receivables?as-of=${date}`);
  const [none, one, all] = ['0.00', '115.00', '10.00'];
  expect(await at('2026-01-09')).toMatchObject({
    rows: [],
    totals: { total: none },
    control: none,
    edges: [0, 30, 60, 90],
    currency: 'SAR',
    asOf: '2026-01-09',
    seq: 3,
  });
  expect((await at('2026-02-09')).rows).toEqual([
    { contact: { id: acme.id, name: 'Acme', nameAr: null }, unallocated: none, buckets: [one, none, none, none, none], total: one },
    { contact: { id: zain.id, name: 'زين', nameAr: null }, unallocated: none, buckets: [none, all, none, none, none], total: all },
  ]);
  expect((await at('2026-02-19')).rows[0]).toMatchObject({ buckets: [none, one, none, none, none] });
  const after = await at('2026-04-30');
  expect(after.rows).toMatchObject([
    { contact: { name: 'Acme' }, unallocated: '-35.00', buckets: [none, none, none, none, none], total: '-35.00' },
    { contact: { name: 'زين' }, buckets: [none, none, none, none, all] },
  ]);
  expect(after).toMatchObject({ totals: { unallocated: '-35.00', total: '-25.00' }, control: '-25.00' });

  // Voiding it in May leaves what was known of April as it was.
  await office.done('POST', `/payments/${payment.id}/void`, { date: '2026-05-01' });
  expect((await at('2026-04-30')).rows).toEqual(after.rows);
  expect((await at('2026-05-01')).totals).toMatchObject({ buckets: [none, none, none, one, all], total: '125.00' });
});

test('lines by hand on the control account are in the ageing too', async () => {
  const office = await world.firm();
  const acme = await office.customer();
  await office.posted(acme.id);
  await office.done('POST', '/entries', {
    date: '2026-01-20',
    memo: 'Opening',
    lines: [
      { account: '1121', debit: '40.00' },
      { account: '3401', credit: '40.00' },
    ],
  });
  await office.done('POST', '/entries', {
    date: '2026-01-21',
    memo: 'Rebate',
    lines: [
      { account: '4112', debit: '5.00' },
      { account: '1121', credit: '5.00', contact: acme.id },
    ],
  });
  const report = await office.done('GET', '/reports/aged-receivables?as-of=2026-01-31');
  expect(report).toMatchObject({ totals: { unallocated: '35.00', total: '150.00' }, control: '150.00' });
  expect(report.rows.at(-1).contact).toBeNull();
  expect((await office.done('GET', '/reports/aged-receivables?as-of=2026-01-19')).control).toBe('115.00');
});

test('lines by hand that name a contact stand under it, in the ageing, its balance and its statement', async () => {
  const office = await world.firm();
  const acme = await office.customer();
  const { id, seq } = await office.done('POST', '/entries', {
    date: '2026-01-21',
    memo: 'Rebate',
    lines: [
      { account: '4112', debit: '5.00' },
      { account: '1121', credit: '5.00', contact: acme.id },
    ],
  });
  const entry = {
    id,
    seq,
    date: '2026-01-21',
    memo: 'Rebate',
    lines: [
      { account: '4112', amount: 500n },
      { account: '1121', amount: -500n, contact: acme.id },
    ],
  } as unknown as Entry;
  // What the book writes beside the ledger rows of every post.
  await office.table.transact(contactLineWrites([entry, { ...entry, seq: seq + 1, document: { kind: 'invoice', id: 'inv_1' } }]));
  expect(await contactLinesOf(office.table, '1121')).toEqual([{ contact: acme.id, date: '2026-01-21', amount: -500n, entry: id, memo: 'Rebate' }]);
  expect((await openItemsAt(office.table, 'receivable', '1121', '2026-12-31')).items).toHaveLength(1);
  expect((await office.done('GET', '/reports/aged-receivables?as-of=2026-01-31')).rows).toMatchObject([
    { contact: { name: 'Acme' }, unallocated: '-5.00', total: '-5.00' },
  ]);
  expect((await office.done('GET', `/contacts/${acme.id}`)).balance.receivable).toBe('-5.00');
  const statement = await office.done('GET', `/contacts/${acme.id}/statement?from=2026-01-01&to=2026-12-31`);
  expect(statement.rows).toMatchObject([{ kind: 'entry', id, reference: 'Rebate', credit: '5.00', balance: '-5.00' }]);
});

test('a statement opens with what was owed and closes with what is', async () => {
  const office = await world.firm();
  const acme = await office.customer();
  const first = await office.posted(acme.id, { date: '2026-01-10', reference: 'PO-1' });
  await office.pay(acme.id, { date: '2026-01-20', amount: '15.00', allocations: [{ document: first.id, amount: '15.00' }] });
  const second = await office.posted(acme.id, { date: '2026-02-05' });
  await office.done('POST', `/invoices/${second.id}/void`, { date: '2026-02-06' });
  await office.draft(acme.id, { date: '2026-02-07' });
  const statement = await office.done('GET', `/contacts/${acme.id}/statement?from=2026-01-15&to=2026-02-28`);
  expect(statement).toMatchObject({
    opening: '115.00',
    totals: { debit: '115.00', credit: '130.00', closing: '100.00' },
    ledger: 'receivable',
    contact: { name: 'Acme' },
  });
  expect(
    statement.rows.map(({ date, kind, move, number, debit, credit, balance, dueDate }: Json) => [
      date,
      kind,
      move,
      number,
      debit,
      credit,
      balance,
      dueDate,
    ]),
  ).toEqual([
    ['2026-01-20', 'payment', 'document', 'PAY-2026-00001', '0.00', '15.00', '100.00', null],
    ['2026-02-05', 'invoice', 'document', 'INV-2026-00002', '115.00', '0.00', '215.00', '2026-03-07'],
    ['2026-02-06', 'invoice', 'void', 'INV-2026-00002', '0.00', '115.00', '100.00', null],
  ]);
  const csv = await office.ask('GET', `/contacts/${acme.id}/statement?from=2026-01-15&to=2026-02-28&format=csv`);
  expect([csv.status, csv.headers['content-type']]).toEqual([200, expect.stringContaining('text/csv')]);
  const aged = await office.ask('GET', '/reports/aged-receivables?as-of=2026-02-28&format=csv');
  expect(aged.text).toContain('Acme');
  expect((await office.ask('GET', `/contacts/${acme.id}/statement?from=2026-03-01&to=2026-02-01`)).status).toBe(400);
});

test('what is owed to a supplier is aged above zero', async () => {
  const office = await world.firm();
  const paper = await office.customer({ name: 'Paper', kind: 'supplier' });
  const paid = await office.pay(paper.id, { direction: 'out', amount: '20.00' });
  expect(paid).toMatchObject({ ledger: 'payable', state: 'open' });
  expect(await office.done('GET', '/reports/aged-payables?as-of=2026-02-28')).toMatchObject({
    rows: [{ contact: { name: 'Paper' }, unallocated: '-20.00', total: '-20.00' }],
    control: '-20.00',
  });
  expect((await office.done('GET', `/contacts/${paper.id}`)).balance).toEqual({ receivable: '0.00', payable: '-20.00' });
});

type Step = { readonly verb: 'invoice' | 'pay' | 'credit' | 'void'; readonly n: number; readonly day: number; readonly cents: number };
const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom('invoice', 'invoice', 'pay', 'credit', 'void'),
  n: fc.nat(9),
  day: fc.integer({ min: 1, max: 28 }),
  cents: fc.integer({ min: 100, max: 20_000 }),
});

test('the ageing is the control account at every date, with nothing left over, after any commands', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      const office = await world.firm();
      const acme = await office.customer();
      const done: Json[] = [];
      for (const { verb, n, day, cents } of steps) {
        const date = `2026-02-${String(day).padStart(2, '0')}`;
        const money = (cents / 100).toFixed(2);
        const target = done[n % Math.max(1, done.length)];
        if (verb === 'invoice')
          done.push({ kind: 'invoices', ...(await office.posted(acme.id, { date, lines: [{ text: 'x', unitPrice: money, taxCode: 'S' }] })) });
        if (verb === 'pay') {
          const due = target?.kind === 'invoices' ? (await office.done('GET', `/invoices/${target.id}`)).due : '0.00';
          const amount = Number(due) < Number(money) ? due : money;
          done.push({
            kind: 'payments',
            ...(await office.pay(acme.id, { date, amount: money, allocations: amount === '0.00' ? [] : [{ document: target.id, amount }] })),
          });
        }
        if (verb === 'credit' && target?.kind === 'invoices') await office.ask('POST', `/invoices/${target.id}/credit`, { date });
        if (verb === 'void' && target) await office.ask('POST', `/${target.kind}/${target.id}/void`, { date });
      }
      for (const date of ['2026-01-31', '2026-02-07', '2026-02-14', '2026-02-21', '2026-03-31']) {
        const report = await office.done('GET', `/reports/aged-receivables?as-of=${date}`);
        expect(report.totals.total).toBe(report.control);
        expect(report.rows.every(({ contact }: Json) => contact !== null)).toBe(true);
        const statement = await office.done('GET', `/contacts/${acme.id}/statement?from=2026-01-01&to=${date}`);
        expect(statement.totals.closing).toBe(report.control);
      }
      expect((await office.done('GET', `/contacts/${acme.id}`)).balance.receivable).toBe(
        (await office.done('GET', '/reports/aged-receivables?as-of=2027-01-01')).control,
      );
    }),
    { numRuns: 25 },
  );
});
