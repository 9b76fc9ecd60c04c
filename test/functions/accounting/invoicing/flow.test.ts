import { expect, test } from 'vitest';
import { accountingOffice } from './office.ts';

test('an invoice goes from draft to paid, and every step is in its trail', async () => {
  const office = await accountingOffice().firm();
  const acme = await office.customer({ nameAr: 'شركة أكمي', taxNumber: '300000000000003' });
  const draft = await office.draft(acme.id, { reference: 'PO-7' });
  expect(draft).toMatchObject({ state: 'draft', number: null, net: '100.00', tax: '15.00', total: '115.00', due: '115.00', dueDate: '2026-02-09' });

  const posted = await office.done('POST', `/invoices/${draft.id}/post`);
  expect(posted).toMatchObject({ state: 'posted', number: 'INV-2026-00001', entry: { seq: 1 }, paid: '0.00', due: '115.00' });
  const entry = await office.done('GET', `/entries/${posted.entry.id}`);
  expect(entry.lines).toEqual([
    { account: '1121', debit: '115.00', contact: acme.id },
    { account: '4101', credit: '100.00' },
    { account: '2111', credit: '15.00', memo: 'S 15%' },
  ]);

  const half = await office.pay(acme.id, { amount: '50.00', allocations: [{ document: draft.id, amount: '50.00' }] });
  expect(half).toMatchObject({ number: 'PAY-2026-00001', state: 'applied', allocated: '50.00', unallocated: '0.00' });
  expect(await office.done('GET', `/invoices/${draft.id}`)).toMatchObject({ state: 'partially-paid', paid: '50.00', due: '65.00' });

  const rest = await office.pay(acme.id, { amount: '100.00', allocations: [{ document: draft.id, amount: '65.00' }] });
  expect(rest).toMatchObject({ state: 'open', unallocated: '35.00' });
  const paid = await office.done('GET', `/invoices/${draft.id}`);
  expect(paid).toMatchObject({
    state: 'paid',
    paid: '115.00',
    credited: '0.00',
    due: '0.00',
    seller: { name: 'Nakheel', taxNumber: '300000000000003' },
    buyer: { name: 'Acme', nameAr: 'شركة أكمي' },
  });
  expect(paid.allocations).toMatchObject([
    { document: { kind: 'payment', number: 'PAY-2026-00001' }, date: '2026-02-01', amount: '50.00' },
    { document: { kind: 'payment', number: 'PAY-2026-00002' }, amount: '65.00' },
  ]);
  expect(paid.events.map(({ type }: { type: string }) => type)).toEqual([
    'invoice.paid',
    'invoice.partially_paid',
    'invoice.posted',
    'invoice.drafted',
  ]);
  expect(await office.done('GET', `/contacts/${acme.id}`)).toMatchObject({ balance: { receivable: '-35.00', payable: '0.00' } });
});

test('what is left of a payment is allocated or refunded later', async () => {
  const office = await accountingOffice().firm();
  const acme = await office.customer();
  const advance = await office.pay(acme.id, { amount: '200.00' });
  const invoice = await office.posted(acme.id, { date: '2026-02-10' });
  const allocated = await office.done('POST', `/payments/${advance.id}/allocations`, {
    date: '2026-02-15',
    allocations: [{ document: invoice.id, amount: '115.00' }],
  });
  expect(allocated).toMatchObject({
    unallocated: '85.00',
    allocations: [{ document: { number: 'INV-2026-00001' }, date: '2026-02-15', amount: '115.00' }],
  });
  const refund = await office.pay(acme.id, {
    direction: 'out',
    date: '2026-03-01',
    amount: '85.00',
    allocations: [{ document: advance.id, amount: '85.00' }],
  });
  expect(refund).toMatchObject({ state: 'applied', direction: 'out', ledger: 'receivable' });
  expect(await office.done('GET', `/payments/${advance.id}`)).toMatchObject({ state: 'applied', unallocated: '0.00' });
  expect(await office.done('GET', `/contacts/${acme.id}`)).toMatchObject({ balance: { receivable: '0.00' } });
  expect((await office.ask('POST', `/payments/${advance.id}/void`, { date: '2026-03-02' })).json.code).toBe('document.refunded');
});

test('a voided payment leaves its invoices due again, and its entry reversed', async () => {
  const office = await accountingOffice().firm();
  const acme = await office.customer();
  const invoice = await office.posted(acme.id);
  const payment = await office.pay(acme.id, { allocations: [{ document: invoice.id, amount: '115.00' }] });
  const voided = await office.done('POST', `/payments/${payment.id}/void`, { date: '2026-02-20' });
  expect(voided).toMatchObject({ state: 'void', allocations: [], unallocated: '0.00', voided: { date: '2026-02-20', entry: { seq: 3 } } });
  expect(await office.done('GET', `/invoices/${invoice.id}`)).toMatchObject({ state: 'posted', paid: '0.00', due: '115.00', allocations: [] });
  expect(await office.done('GET', `/entries/${payment.entry.id}`)).toMatchObject({ reversedBy: voided.voided.entry.id });
  expect((await office.ask('POST', `/payments/${payment.id}/void`, {})).json.code).toBe('payment.void');
});

test('a voided invoice keeps its number, and the next one takes the next', async () => {
  const office = await accountingOffice().firm();
  const acme = await office.customer();
  const first = await office.posted(acme.id);
  const discarded = await office.draft(acme.id);
  expect((await office.ask('DELETE', `/invoices/${discarded.id}`)).status).toBe(204);
  expect((await office.ask('GET', `/invoices/${discarded.id}`)).status).toBe(404);
  const voided = await office.done('POST', `/invoices/${first.id}/void`, { date: '2026-02-01' });
  expect(voided).toMatchObject({ state: 'void', number: 'INV-2026-00001', due: '0.00' });
  expect(await office.posted(acme.id)).toMatchObject({ number: 'INV-2026-00002' });
  expect(await office.posted(acme.id, { series: 'RUH' })).toMatchObject({ number: 'RUH-2026-00001' });
  expect(await office.posted(acme.id, { date: '2025-12-31' })).toMatchObject({ number: 'INV-2025-00001' });
});

test('an invoice is credited by lines, then whole, never beyond what it was', async () => {
  const office = await accountingOffice().firm();
  const acme = await office.customer();
  const lines = [
    { text: 'Chairs', quantity: '3', unitPrice: '33.33', taxCode: 'S' },
    { text: 'Delivery', unitPrice: '10.00', taxCode: 'Z' },
  ];
  const invoice = await office.posted(acme.id, { lines });
  expect(invoice.total).toBe('124.99');
  const part = await office.done('POST', `/invoices/${invoice.id}/credit`, {
    date: '2026-02-01',
    reason: 'One broken',
    lines: [{ line: 1, quantity: '1' }],
  });
  expect(part).toMatchObject({
    number: 'CN-2026-00001',
    state: 'applied',
    net: '33.33',
    tax: '5.00',
    total: '38.33',
    invoice: { number: 'INV-2026-00001' },
    reason: 'One broken',
  });
  expect(await office.done('GET', `/invoices/${invoice.id}`)).toMatchObject({ state: 'partially-paid', credited: '38.33', due: '86.66' });
  const over = await office.ask('POST', `/invoices/${invoice.id}/credit`, { lines: [{ line: 1, quantity: '2.5' }] });
  expect([over.status, over.json.code]).toEqual([422, 'credit_note.exceeds']);
  const rest = await office.done('POST', `/invoices/${invoice.id}/credit`);
  expect(rest).toMatchObject({ net: '76.66', tax: '10.00', total: '86.66' });
  const credited = await office.done('GET', `/invoices/${invoice.id}`);
  expect(credited).toMatchObject({ state: 'credited', credited: '124.99', due: '0.00' });
  expect(credited.creditNotes).toMatchObject([{ number: 'CN-2026-00001' }, { number: 'CN-2026-00002' }]);
  await office.done('POST', `/credit-notes/${rest.id}/void`, { date: '2026-03-15' });
  expect(await office.done('GET', `/invoices/${invoice.id}`)).toMatchObject({ state: 'partially-paid', due: '86.66' });
  expect(await office.done('POST', `/invoices/${invoice.id}/credit`)).toMatchObject({ total: '86.66' });
});

test('a paid invoice that is credited leaves the customer a credit, which is refunded', async () => {
  const office = await accountingOffice().firm();
  const acme = await office.customer();
  const invoice = await office.posted(acme.id);
  await office.pay(acme.id, { allocations: [{ document: invoice.id, amount: '115.00' }] });
  const note = await office.done('POST', `/invoices/${invoice.id}/credit`, { date: '2026-02-05', lines: [{ line: 1, amount: '40.00' }] });
  expect(note).toMatchObject({ state: 'open', total: '46.00', unallocated: '46.00' });
  await office.pay(acme.id, { direction: 'out', amount: '46.00', date: '2026-02-06', allocations: [{ document: note.id, amount: '46.00' }] });
  expect(await office.done('GET', `/credit-notes/${note.id}`)).toMatchObject({ state: 'applied', unallocated: '0.00' });
});

test('a credit note on account is drafted, edited, posted and settles invoices', async () => {
  const office = await accountingOffice().firm();
  const acme = await office.customer();
  const invoice = await office.posted(acme.id);
  const draft = await office.done('POST', '/credit-notes', {
    contact: acme.id,
    date: '2026-01-20',
    reason: 'Bonus',
    lines: [{ text: 'Bonus', unitPrice: '20.00', taxCode: 'S' }],
  });
  expect(draft).toMatchObject({ state: 'draft', number: null, total: '23.00', lines: [{ account: '4111' }] });
  const edited = await office.done(
    'PATCH',
    `/credit-notes/${draft.id}`,
    { reason: null, lines: [{ text: 'Bonus', unitPrice: '30.00', taxCode: 'S' }] },
    { 'if-match': '"1"' },
  );
  expect(edited).toMatchObject({ reason: null, total: '34.50', version: 2 });
  const posted = await office.done('POST', `/credit-notes/${draft.id}/post`);
  expect(posted).toMatchObject({ state: 'open', number: 'CN-2026-00001', unallocated: '34.50' });
  const applied = await office.done('POST', `/credit-notes/${draft.id}/allocations`, {
    date: '2026-01-25',
    allocations: [{ document: invoice.id, amount: '34.50' }],
  });
  expect(applied).toMatchObject({ state: 'applied', allocated: '34.50' });
  expect(await office.done('GET', `/invoices/${invoice.id}`)).toMatchObject({ state: 'partially-paid', credited: '34.50', due: '80.50' });
  expect(await office.done('POST', `/credit-notes/${draft.id}/void`, { date: '2026-02-01' })).toMatchObject({ state: 'void' });
  expect(await office.done('GET', `/invoices/${invoice.id}`)).toMatchObject({ state: 'posted', due: '115.00' });
});

test('a settled contact is zero in both currencies, whatever the rates', async () => {
  const office = await accountingOffice().firm();
  const acme = await office.customer({ currency: 'USD' });
  const invoice = await office.posted(acme.id, {
    rate: '3.75',
    lines: [
      { text: 'Work', unitPrice: '33.33', taxCode: 'S' },
      { text: 'Trip', unitPrice: '10.01', taxCode: 'Z' },
    ],
  });
  expect(invoice).toMatchObject({ currency: 'USD', total: '48.34' });
  const part = await office.pay(acme.id, {
    currency: 'USD',
    rate: '3.80',
    amount: '20.00',
    allocations: [{ document: invoice.id, amount: '20.00' }],
  });
  const entry = await office.done('GET', `/entries/${part.entry.id}`);
  expect(entry.lines).toMatchObject([
    { account: '1111', debit: '76.00' },
    { account: '1121', credit: '75.00', foreign: { currency: 'USD', amount: '20.00' } },
    { account: '4202', credit: '1.00' },
    { account: '1118', debit: '75.00', foreign: { currency: 'USD', amount: '20.00' } },
    { account: '1118', credit: '75.00' },
  ]);
  const advance = await office.pay(acme.id, { currency: 'USD', baseAmount: '105.00', amount: '30.00' });
  await office.done('POST', `/payments/${advance.id}/allocations`, { allocations: [{ document: invoice.id, amount: '28.34' }] });
  await office.pay(acme.id, {
    direction: 'out',
    date: '2026-03-15',
    currency: 'USD',
    rate: '4',
    amount: '1.66',
    allocations: [{ document: advance.id, amount: '1.66' }],
  });
  expect(await office.done('GET', `/contacts/${acme.id}`)).toMatchObject({ balance: { receivable: '0.00' } });
  expect((await office.done('GET', '/reports/aged-receivables?as-of=2026-12-31')).totals.total).toBe('0.00');
  await office.done('POST', `/payments/${part.id}/void`, {});
  const report = await office.done('GET', '/reports/aged-receivables?as-of=2026-12-31');
  expect([report.totals.total, report.control]).toEqual(['75.00', '75.00']);
});
