import { beforeAll, describe, expect, test } from 'vitest';
import { invoicingRoutes } from '../../../../functions/accounting/invoicing/routes.ts';
import { accountingOffice, type Json, type Office } from './office.ts';

const world = accountingOffice();
let office: Office;
const known: Record<string, Json> = {};

beforeAll(async () => {
  office = await world.firm();
  known.acme = await office.customer();
  known.other = await office.customer({ name: 'Other', kind: 'both' });
  known.supplier = await office.customer({ name: 'Supplier', kind: 'supplier' });
  known.archived = await office.customer({ name: 'Gone' });
  known.draft = await office.draft(known.acme.id);
  known.ofArchived = await office.draft(known.archived.id);
  await office.done('POST', `/contacts/${known.archived.id}/archive`);
  known.open = await office.posted(known.acme.id);
  known.dollars = await office.posted(known.acme.id, { currency: 'USD', rate: '3.75' });
  known.paid = await office.posted(known.acme.id);
  known.payment = await office.pay(known.acme.id, { amount: '115.00', allocations: [{ document: known.paid.id, amount: '115.00' }] });
  known.half = await office.posted(known.acme.id);
  known.advance = await office.pay(known.acme.id, { amount: '10.00', allocations: [] });
  await office.pay(known.acme.id, { amount: '15.00', allocations: [{ document: known.half.id, amount: '15.00' }] });
  known.void = await office.posted(known.acme.id);
  await office.done('POST', `/invoices/${known.void.id}/void`, {});
  known.voidPayment = await office.pay(known.acme.id, { amount: '1.00' });
  await office.done('POST', `/payments/${known.voidPayment.id}/void`, {});
  known.note = await office.done('POST', '/credit-notes', { contact: known.acme.id, lines: [{ text: 'Bonus', unitPrice: '1.00', taxCode: 'O' }] });
  known.voidNote = await office.done('POST', '/credit-notes', {
    contact: known.acme.id,
    lines: [{ text: 'Bonus', unitPrice: '1.00', taxCode: 'O' }],
  });
  await office.done('POST', `/credit-notes/${known.voidNote.id}/post`);
  await office.done('POST', `/credit-notes/${known.voidNote.id}/void`, {});
  known.openNote = await office.done('POST', '/credit-notes', {
    contact: known.acme.id,
    date: '2026-02-01',
    lines: [{ text: 'Bonus', unitPrice: '5.00', taxCode: 'O' }],
  });
  await office.done('POST', `/credit-notes/${known.openNote.id}/post`);
});

const invoice = (more: Json = {}, line: Json = {}) => ({
  contact: known.acme.id,
  date: '2026-01-10',
  lines: [{ text: 'Work', unitPrice: '100.00', taxCode: 'S', ...line }],
  ...more,
});
const payment = (more: Json = {}) => ({ direction: 'in', contact: known.acme.id, bankAccount: '1111', date: '2026-02-01', amount: '10.00', ...more });
const to = (document: string, amount: string) => ({ allocations: [{ document, amount }] });
const NOBODY = 'con_00000000000000000000000000';
const NO_INVOICE = 'inv_00000000000000000000000000';

describe('each refusal', () => {
  test.each<[title: string, method: string, url: () => string, body: () => Json, status: number, code: string, pointer?: string, fault?: string]>([
    ['a contact of no country', 'POST', () => '/contacts', () => ({ name: 'X', country: 'ZZ' }), 422, 'country.unknown', '/country'],
    ['a contact of no currency', 'POST', () => '/contacts', () => ({ name: 'X', currency: 'ZZZ' }), 422, 'currency.unknown', '/currency'],
    ['a tax number that cannot be one', 'POST', () => '/contacts', () => ({ name: 'X', taxNumber: '12' }), 422, 'contact.tax_number', '/taxNumber'],
    ['a contact without a name', 'POST', () => '/contacts', () => ({ kind: 'customer' }), 422, 'request.invalid', '/name', 'field.required'],
    ['a customer that is not there', 'POST', () => '/invoices', () => invoice({ contact: NOBODY }), 422, 'contact.unknown', '/contact'],
    ['an archived customer', 'POST', () => '/invoices', () => invoice({ contact: known.archived.id }), 409, 'contact.archived', '/contact'],
    ['a supplier only', 'POST', () => '/invoices', () => invoice({ contact: known.supplier.id }), 422, 'contact.not_customer', '/contact'],
    ['an unknown currency', 'POST', () => '/invoices', () => invoice({ currency: 'ZZZ' }), 422, 'currency.unknown', '/currency'],
    ['a foreign invoice without a rate', 'POST', () => '/invoices', () => invoice({ currency: 'USD' }), 422, 'rate.missing', '/rate'],
    ['a rate that is none', 'POST', () => '/invoices', () => invoice({ currency: 'USD', rate: '0' }), 422, 'decimal.malformed', '/rate'],
    ['a rate of its own currency', 'POST', () => '/invoices', () => invoice({ rate: '1' }), 422, 'rate.unwanted', '/rate'],
    [
      'due before issued',
      'POST',
      () => '/invoices',
      () => invoice({ dueDate: '2026-01-09' }),
      422,
      'request.invalid',
      '/dueDate',
      'document.due_early',
    ],
    [
      'a price that is no number',
      'POST',
      () => '/invoices',
      () => invoice({}, { unitPrice: '1,5' }),
      422,
      'request.invalid',
      '/lines/0/unitPrice',
      'decimal.malformed',
    ],
    [
      'a price of seven decimals',
      'POST',
      () => '/invoices',
      () => invoice({}, { unitPrice: '1.0000001' }),
      422,
      'request.invalid',
      '/lines/0/unitPrice',
      'decimal.malformed',
    ],
    ['no quantity', 'POST', () => '/invoices', () => invoice({}, { quantity: '0' }), 422, 'request.invalid', '/lines/0/quantity', 'amount.negative'],
    [
      'a discount beyond the line',
      'POST',
      () => '/invoices',
      () => invoice({}, { discount: { amount: '100.01' } }),
      422,
      'request.invalid',
      '/lines/0/discount',
      'discount.too_large',
    ],
    [
      'a discount of 101%',
      'POST',
      () => '/invoices',
      () => invoice({}, { discount: { percent: '101' } }),
      422,
      'request.invalid',
      '/lines/0/discount/percent',
      'discount.too_large',
    ],
    [
      'a discount of wrong digits',
      'POST',
      () => '/invoices',
      () => invoice({}, { discount: { amount: '1.5' } }),
      422,
      'request.invalid',
      '/lines/0/discount/amount',
      'amount.digits',
    ],
    [
      'an unknown tax code',
      'POST',
      () => '/invoices',
      () => invoice({}, { taxCode: 'Q' }),
      422,
      'request.invalid',
      '/lines/0/taxCode',
      'tax_code.unknown',
    ],
    [
      'a tax before its time',
      'POST',
      () => '/invoices',
      () => invoice({ date: '2017-12-31', dueDate: '2018-01-31' }),
      422,
      'request.invalid',
      '/lines/0/taxCode',
      'tax_code.no_rate',
    ],
    [
      'an unknown account',
      'POST',
      () => '/invoices',
      () => invoice({}, { account: '9999' }),
      422,
      'request.invalid',
      '/lines/0/account',
      'account.unknown',
    ],
    [
      'the receivable itself as income',
      'POST',
      () => '/invoices',
      () => invoice({}, { account: '1121' }),
      422,
      'request.invalid',
      '/lines/0/account',
      'account.is_control',
    ],
    [
      'an unknown branch',
      'POST',
      () => '/invoices',
      () => invoice({}, { dimensions: { branch: 'RUH' } }),
      422,
      'request.invalid',
      '/lines/0/dimensions/branch',
      'dimension.unknown',
    ],
    ['an invoice of nothing', 'POST', () => '/invoices', () => invoice({}, { discount: { percent: '100' } }), 422, 'document.nothing'],
    [
      'an invoice beyond what a line holds',
      'POST',
      () => '/invoices',
      () => invoice({}, { unitPrice: '99999999999' }),
      422,
      'request.invalid',
      '/lines/0',
      'amount.too_large',
    ],
    ['a series that is none', 'POST', () => '/invoices', () => invoice({ series: 'inv 1' }), 422, 'request.invalid', '/series', 'field.format'],
    ['editing what is posted', 'PATCH', () => `/invoices/${known.open.id}`, () => ({ notes: 'x' }), 409, 'invoice.not_draft'],
    ['discarding what is posted', 'DELETE', () => `/invoices/${known.open.id}`, () => undefined, 409, 'invoice.not_draft'],
    ['posting twice', 'POST', () => `/invoices/${known.open.id}/post`, () => undefined, 409, 'invoice.not_draft'],
    ['posting for an archived customer', 'POST', () => `/invoices/${known.ofArchived.id}/post`, () => undefined, 409, 'contact.archived'],
    ['voiding a draft', 'POST', () => `/invoices/${known.draft.id}/void`, () => undefined, 409, 'invoice.not_posted'],
    ['voiding twice', 'POST', () => `/invoices/${known.void.id}/void`, () => undefined, 409, 'invoice.void'],
    ['voiding what is paid', 'POST', () => `/invoices/${known.paid.id}/void`, () => undefined, 409, 'invoice.settled'],
    ['voiding what is paid in part', 'POST', () => `/invoices/${known.half.id}/void`, () => undefined, 409, 'invoice.settled'],
    ['voiding before it was issued', 'POST', () => `/invoices/${known.open.id}/void`, () => ({ date: '2026-01-09' }), 422, 'document.date_early'],
    ['crediting a draft', 'POST', () => `/invoices/${known.draft.id}/credit`, () => undefined, 409, 'invoice.not_posted'],
    ['crediting what is void', 'POST', () => `/invoices/${known.void.id}/credit`, () => undefined, 409, 'invoice.void'],
    [
      'crediting before it was issued',
      'POST',
      () => `/invoices/${known.open.id}/credit`,
      () => ({ date: '2026-01-09' }),
      422,
      'document.date_early',
      '/date',
    ],
    [
      'crediting a line that is not there',
      'POST',
      () => `/invoices/${known.open.id}/credit`,
      () => ({ lines: [{ line: 2 }] }),
      422,
      'credit_note.line_unknown',
      '/lines/0/line',
    ],
    [
      'crediting a line twice',
      'POST',
      () => `/invoices/${known.open.id}/credit`,
      () => ({ lines: [{ line: 1, amount: '1.00' }, { line: 1 }] }),
      422,
      'credit_note.line_twice',
      '/lines/1/line',
    ],
    [
      'crediting more than the line',
      'POST',
      () => `/invoices/${known.open.id}/credit`,
      () => ({ lines: [{ line: 1, amount: '100.01' }] }),
      422,
      'credit_note.exceeds',
    ],
    [
      'crediting wrong digits',
      'POST',
      () => `/invoices/${known.open.id}/credit`,
      () => ({ lines: [{ line: 1, amount: '1' }] }),
      422,
      'amount.digits',
      '/lines/0/amount',
    ],
    [
      'crediting no quantity',
      'POST',
      () => `/invoices/${known.open.id}/credit`,
      () => ({ lines: [{ line: 1, quantity: '0' }] }),
      422,
      'amount.negative',
      '/lines/0/quantity',
    ],
    [
      'crediting a quantity and an amount',
      'POST',
      () => `/invoices/${known.open.id}/credit`,
      () => ({ lines: [{ line: 1, quantity: '1', amount: '1.00' }] }),
      422,
      'request.invalid',
      '/lines/0',
      'field.invalid',
    ],
    ['posting a credit note twice', 'POST', () => `/credit-notes/${known.openNote.id}/post`, () => undefined, 409, 'credit_note.not_draft'],
    ['editing a posted credit note', 'PATCH', () => `/credit-notes/${known.openNote.id}`, () => ({ notes: 'x' }), 409, 'credit_note.not_draft'],
    ['discarding a posted credit note', 'DELETE', () => `/credit-notes/${known.openNote.id}`, () => undefined, 409, 'credit_note.not_draft'],
    [
      'allocating a draft credit note',
      'POST',
      () => `/credit-notes/${known.note.id}/allocations`,
      () => to(known.open.id, '1.00'),
      409,
      'credit_note.not_posted',
    ],
    [
      'allocating a void credit note',
      'POST',
      () => `/credit-notes/${known.voidNote.id}/allocations`,
      () => to(known.open.id, '1.00'),
      409,
      'credit_note.void',
    ],
    ['voiding a draft credit note', 'POST', () => `/credit-notes/${known.note.id}/void`, () => undefined, 409, 'credit_note.not_posted'],
    ['voiding a credit note twice', 'POST', () => `/credit-notes/${known.voidNote.id}/void`, () => undefined, 409, 'credit_note.void'],
    ['a payment from nobody', 'POST', () => '/payments', () => payment({ contact: NOBODY }), 422, 'contact.unknown', '/contact'],
    ['a payment to no account', 'POST', () => '/payments', () => payment({ bankAccount: '9999' }), 422, 'account.unknown', '/bankAccount'],
    [
      'a payment to an account that holds no money',
      'POST',
      () => '/payments',
      () => payment({ bankAccount: '4101' }),
      422,
      'account.not_money',
      '/bankAccount',
    ],
    ['a payment in no currency', 'POST', () => '/payments', () => payment({ currency: 'ZZZ' }), 422, 'currency.unknown', '/currency'],
    ['a foreign payment without a rate', 'POST', () => '/payments', () => payment({ currency: 'USD' }), 422, 'rate.missing', '/rate'],
    [
      'a foreign payment with both',
      'POST',
      () => '/payments',
      () => payment({ currency: 'USD', rate: '3.75', baseAmount: '37.50' }),
      422,
      'rate.missing',
      '/rate',
    ],
    ['a rate where none is wanted', 'POST', () => '/payments', () => payment({ rate: '3.75' }), 422, 'rate.unwanted', '/rate'],
    ['a rate that is no number', 'POST', () => '/payments', () => payment({ currency: 'USD', rate: 'x' }), 422, 'decimal.malformed', '/rate'],
    ['a payment of nothing', 'POST', () => '/payments', () => payment({ amount: '0.00' }), 422, 'amount.negative', '/amount'],
    ['a payment of wrong digits', 'POST', () => '/payments', () => payment({ amount: '10' }), 422, 'amount.digits', '/amount'],
    [
      'an allocation to what is not there',
      'POST',
      () => '/payments',
      () => payment(to(NO_INVOICE, '1.00')),
      422,
      'allocation.unknown',
      '/allocations/0/document',
    ],
    [
      'an allocation to what is no id',
      'POST',
      () => '/payments',
      () => payment(to('x', '1.00')),
      422,
      'allocation.unknown',
      '/allocations/0/document',
    ],
    [
      'an allocation to a draft',
      'POST',
      () => '/payments',
      () => payment(to(known.draft.id, '1.00')),
      422,
      'allocation.unknown',
      '/allocations/0/document',
    ],
    [
      'an allocation twice',
      'POST',
      () => '/payments',
      () =>
        payment({
          allocations: [
            { document: known.open.id, amount: '1.00' },
            { document: known.open.id, amount: '1.00' },
          ],
        }),
      422,
      'allocation.twice',
      '/allocations/1/document',
    ],
    [
      'an allocation to another’s document',
      'POST',
      () => '/payments',
      () => payment({ contact: known.other.id, ...to(known.open.id, '1.00') }),
      422,
      'allocation.contact',
      '/allocations/0/document',
    ],
    [
      'an allocation to another currency',
      'POST',
      () => '/payments',
      () => payment(to(known.dollars.id, '1.00')),
      422,
      'allocation.currency',
      '/allocations/0/document',
    ],
    [
      'an allocation to what is paid',
      'POST',
      () => '/payments',
      () => payment(to(known.paid.id, '1.00')),
      409,
      'allocation.not_open',
      '/allocations/0/document',
    ],
    [
      'an allocation to what is void',
      'POST',
      () => '/payments',
      () => payment(to(known.void.id, '1.00')),
      409,
      'allocation.not_open',
      '/allocations/0/document',
    ],
    [
      'a receipt allocated to credit',
      'POST',
      () => '/payments',
      () => payment(to(known.openNote.id, '1.00')),
      422,
      'allocation.side',
      '/allocations/0/document',
    ],
    [
      'a refund allocated to an invoice',
      'POST',
      () => '/payments',
      () => payment({ direction: 'out', ...to(known.open.id, '1.00') }),
      422,
      'allocation.side',
      '/allocations/0/document',
    ],
    [
      'an allocation of wrong digits',
      'POST',
      () => '/payments',
      () => payment(to(known.open.id, '1.0')),
      422,
      'amount.digits',
      '/allocations/0/amount',
    ],
    [
      'an allocation of nothing',
      'POST',
      () => '/payments',
      () => payment(to(known.open.id, '0.00')),
      422,
      'amount.negative',
      '/allocations/0/amount',
    ],
    [
      'an allocation beyond what is due',
      'POST',
      () => '/payments',
      () => payment({ amount: '200.00', ...to(known.open.id, '115.01') }),
      409,
      'allocation.exceeds',
      '/allocations/0/amount',
    ],
    [
      'an allocation beyond the payment',
      'POST',
      () => '/payments',
      () => payment(to(known.open.id, '10.01')),
      409,
      'allocation.insufficient',
      '/allocations/0/amount',
    ],
    [
      'allocating a void payment',
      'POST',
      () => `/payments/${known.voidPayment.id}/allocations`,
      () => to(known.open.id, '1.00'),
      409,
      'payment.void',
    ],
    [
      'allocating what is used up',
      'POST',
      () => `/payments/${known.payment.id}/allocations`,
      () => to(known.open.id, '1.00'),
      409,
      'allocation.insufficient',
    ],
    [
      'a payment allocated to itself',
      'POST',
      () => `/payments/${known.advance.id}/allocations`,
      () => to(known.advance.id, '1.00'),
      422,
      'allocation.unknown',
    ],
    ['voiding a payment twice', 'POST', () => `/payments/${known.voidPayment.id}/void`, () => undefined, 409, 'payment.void'],
    [
      'voiding a payment before it was made',
      'POST',
      () => `/payments/${known.payment.id}/void`,
      () => ({ date: '2026-01-31' }),
      422,
      'document.date_early',
    ],
    [
      'a tax code of the country',
      'POST',
      () => '/tax-codes',
      () => ({ code: 'S', name: { en: 'S', ar: 'S' }, rates: [{ from: '2020-01-01', rate: '5' }] }),
      409,
      'tax_code.exists',
      '/code',
    ],
    [
      'a tax rate that is no number',
      'POST',
      () => '/tax-codes',
      () => ({ code: 'NY', name: { en: 'S', ar: 'S' }, rates: [{ from: '2020-01-01', rate: 'x' }] }),
      422,
      'request.invalid',
      '/rates/0/rate',
      'decimal.malformed',
    ],
    [
      'tax rates out of order',
      'POST',
      () => '/tax-codes',
      () => ({
        code: 'NY',
        name: { en: 'S', ar: 'S' },
        rates: [
          { from: '2020-01-01', rate: '5' },
          { from: '2020-01-01', rate: '6' },
        ],
      }),
      422,
      'request.invalid',
      '/rates/1/from',
      'field.invalid',
    ],
  ])('%s', async (_, method, url, body, status, code, pointer, fault = code) => {
    const answer = await office.ask(method, url(), body(), method === 'PATCH' ? { 'if-match': '"2"' } : {});
    expect([answer.status, answer.json?.code]).toEqual([status, code]);
    if (pointer !== undefined) expect(answer.json.errors).toContainEqual(expect.objectContaining({ pointer, code: fault }));
  });

  test('nothing of what was refused was kept', async () => {
    const numbers = (await office.done('GET', '/payments')).data.map(({ number }: Json) => number);
    expect(numbers).toHaveLength(4);
    expect(await office.done('GET', `/invoices/${known.open.id}`)).toMatchObject({ state: 'posted', due: '115.00', version: 2 });
  });
});

test('a draft is edited by its version: 428 without one, 412 with an old one', async () => {
  const edit = (headers: Record<string, string>) => office.ask('PATCH', `/invoices/${known.draft.id}`, { notes: 'Thanks' }, headers);
  expect((await edit({})).status).toBe(428);
  const edited = await edit({ 'if-match': '"1"' });
  expect([edited.status, edited.json.notes, edited.headers.etag]).toEqual([200, 'Thanks', '"2"']);
  expect((await edit({ 'if-match': '"1"' })).status).toBe(412);
  const moved = await office.done(
    'PATCH',
    `/invoices/${known.draft.id}`,
    {
      contact: known.other.id,
      date: '2026-02-02',
      currency: 'USD',
      rate: '3.75',
      notes: null,
      lines: [{ text: 'More', quantity: '2', unitPrice: '10', taxCode: 'Z' }],
    },
    { 'if-match': '"2"' },
  );
  expect(moved).toMatchObject({ contact: { name: 'Other' }, date: '2026-02-02', notes: null, currency: 'USD', total: '20.00' });
  expect((await office.done('GET', `/invoices?contact=${known.other.id}`)).data.map(({ id }: Json) => id)).toEqual([known.draft.id]);
  expect((await office.done('GET', `/invoices?state=draft`)).data.map(({ id, date }: Json) => [id, date])).toContainEqual([
    known.draft.id,
    '2026-02-02',
  ]);
  expect((await office.done('GET', `/invoices?contact=${known.acme.id}&state=draft`)).data).toEqual([]);
});

test('nothing is posted, voided, credited, paid or allocated in a closed month', async () => {
  const closed = await world.firm();
  const acme = await closed.customer();
  const draft = await closed.draft(acme.id, { date: '2026-01-10' });
  const refused = await closed.ask('POST', '/periods/2026-01/close');
  expect([refused.status, refused.json.code]).toEqual([409, 'period.drafts']);
  const posted = await closed.done('POST', `/invoices/${draft.id}/post`);
  const advance = await closed.pay(acme.id, { date: '2026-01-20' });
  const note = await closed.done('POST', '/credit-notes', {
    contact: acme.id,
    date: '2026-01-20',
    lines: [{ text: 'Bonus', unitPrice: '1.00', taxCode: 'O' }],
  });
  await closed.done('POST', `/credit-notes/${note.id}/post`);
  await closed.done('POST', '/periods/2026-01/close');
  const late = await closed.draft(acme.id);
  const tries: [string, Json?][] = [
    [`/invoices/${late.id}/post`],
    [`/invoices/${posted.id}/void`, { date: '2026-01-31' }],
    [`/invoices/${posted.id}/credit`, { date: '2026-01-31' }],
    ['/payments', { direction: 'in', contact: acme.id, bankAccount: '1111', date: '2026-01-31', amount: '1.00' }],
    [`/payments/${advance.id}/allocations`, { date: '2026-01-31', ...to(posted.id, '1.00') }],
    [`/payments/${advance.id}/void`, { date: '2026-01-31' }],
    [`/credit-notes/${note.id}/allocations`, { date: '2026-01-31', ...to(posted.id, '1.00') }],
    [`/credit-notes/${note.id}/void`, { date: '2026-01-31' }],
  ];
  for (const [url, body] of tries) {
    const answer = await closed.ask('POST', url, body);
    expect([url, answer.status, answer.json.code]).toEqual([url, 409, 'period.closed']);
    expect(answer.json.errors?.every(({ pointer }: Json) => !pointer.startsWith('/lines')) ?? true).toBe(true);
  }
  // The lock is checked on the date of the reversal, not on that of what it reverses (rule B3).
  expect(await closed.done('POST', `/invoices/${posted.id}/void`, { date: '2026-02-01' })).toMatchObject({ state: 'void' });
});

test('another firm’s ids are what is not there: 404 in a path, unknown in a body', async () => {
  const [mine, theirs] = [await world.firm(), office];
  const missing = (await mine.ask('GET', `/invoices/${NO_INVOICE}`)).text;
  const ids: Record<string, string> = {
    contactId: known.acme.id,
    invoiceId: known.open.id,
    creditNoteId: known.openNote.id,
    paymentId: known.payment.id,
  };
  for (const [name, route] of Object.entries(invoicingRoutes)) {
    const [placeholder] = route.path.match(/(?<=\{)(?!firmId)\w+(?=\})/) ?? [];
    if (!placeholder) continue;
    const url = route.path.replace('/firms/{firmId}', '').replace(`{${placeholder}}`, ids[placeholder] ?? '');
    const body = name === 'allocatePayment' || name === 'allocateCreditNote' ? to(known.open.id, '1.00') : 'body' in route ? {} : undefined;
    const answer = await mine.ask(route.method, url, body, { 'if-match': '"1"' });
    expect([name, answer.status, answer.text]).toEqual([name, 404, missing]);
  }
  const customer = await mine.customer();
  expect((await mine.ask('POST', '/invoices', invoice())).json.code).toBe('contact.unknown');
  expect((await mine.ask('POST', '/payments', payment({ contact: customer.id, ...to(known.open.id, '1.00') }))).json.code).toBe('allocation.unknown');
  expect((await mine.ask('GET', `/invoices?contact=${known.acme.id}`)).json.data).toEqual([]);
  const page = await theirs.done('GET', '/invoices?limit=1');
  expect((await mine.ask('GET', `/invoices?limit=1&cursor=${page.next_cursor}`)).status).toBe(400);
});
