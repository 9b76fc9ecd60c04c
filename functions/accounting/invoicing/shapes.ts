import * as z from 'zod';
import { SERIES } from '../../../domain/accounting/invoicing/numbering.ts';
import { paymentMethodNames } from '../../../domain/accounting/invoicing/payment.ts';
import { creditNoteStateNames, invoiceStateNames, paymentStateNames } from '../../../domain/accounting/invoicing/states.ts';
import { accountCode, amount, anId, bilingual, email, instant, language, line, localDate, names, words } from '../../platform/wire.ts';
import { actor, currencyCode, dimensions } from '../shapes.ts';

/** What contacts, invoices, credit notes and payments look like on the wire; shared by their routes. */
const decimal = z.string().max(40).meta({ example: '1.5', description: 'decimal string' });
const percentage = z.string().max(20).meta({ example: '12.5', description: 'decimal string' });
const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta({ description: 'ISO 3166 code', example: 'SA' });
const phone = z.string().min(3).max(40);
const taxNumber = z.string().min(1).max(40);

const address = z
  .strictObject({
    street: line.optional(),
    district: line.optional(),
    city: line.optional(),
    region: line.optional(),
    postalCode: z.string().min(1).max(20).optional(),
  })
  .meta({ id: 'ContactAddress' });
export const contactKind = z.enum(['customer', 'supplier', 'both']);
const terms = z.int().min(0).max(365);

export const newContact = z
  .strictObject({
    kind: contactKind.default('customer'),
    name: line,
    nameAr: line.optional(),
    email: email.optional(),
    phone: phone.optional(),
    taxNumber: taxNumber.optional(),
    address: address.optional(),
    country: country.optional(),
    paymentTermsDays: terms.optional(),
    language: language.optional(),
    currency: currencyCode.optional(),
  })
  .meta({ id: 'NewContact' });

export const contactChange = z
  .strictObject({
    kind: contactKind.optional(),
    name: line.optional(),
    nameAr: line.nullable().optional(),
    email: email.nullable().optional(),
    phone: phone.nullable().optional(),
    taxNumber: taxNumber.nullable().optional(),
    address: address.nullable().optional(),
    country: country.optional(),
    paymentTermsDays: terms.optional(),
    language: language.optional(),
    currency: currencyCode.nullable().optional(),
  })
  .meta({ id: 'ContactChange' });

export const contact = z
  .strictObject({
    id: anId('contact'),
    kind: contactKind,
    name: line,
    nameAr: line.nullable(),
    email: email.nullable(),
    phone: phone.nullable(),
    taxNumber: taxNumber.nullable(),
    address: address.nullable(),
    country,
    paymentTermsDays: z.int(),
    language,
    currency: currencyCode.nullable(),
    archived: z.boolean(),
    /** What it owes, and what it is owed, in the book's currency. */
    balance: z.strictObject({ receivable: amount, payable: amount }),
    version: z.int(),
  })
  .meta({ id: 'Contact' });
export const contactRef = z.strictObject({ id: anId('contact'), name: line, nameAr: line.nullable() }).meta({ id: 'ContactRef' });

const discount = z.union([z.strictObject({ percent: percentage }), z.strictObject({ amount })]);
const newDocumentLine = z
  .strictObject({
    text: z.string().min(1).max(1000),
    item: line.optional(),
    quantity: decimal.optional(),
    unitPrice: decimal,
    discount: discount.optional(),
    taxCode: z.string().min(1).max(20),
    account: accountCode.optional(),
    dimensions: dimensions.optional(),
  })
  .meta({ id: 'NewDocumentLine' });
const series = z.string().regex(SERIES).meta({ description: 'a series of its own, of a branch', example: 'RUH' });
const MAX_LINES = 200;

const newDocumentMembers = {
  contact: anId('contact'),
  date: localDate.optional(),
  dueDate: localDate.optional(),
  currency: currencyCode.optional(),
  rate: decimal.optional().meta({ description: 'units of the book’s currency for one of the document’s', example: '3.75' }),
  pricesInclude: z.boolean().optional().meta({ description: 'whether prices contain the tax' }),
  series: series.optional(),
  lines: z.array(newDocumentLine).min(1).max(MAX_LINES),
  notes: words.optional(),
  reference: line.optional(),
};
const documentChangeMembers = {
  ...newDocumentMembers,
  contact: newDocumentMembers.contact.optional(),
  rate: newDocumentMembers.rate.nullable().optional(),
  series: series.nullable().optional(),
  lines: newDocumentMembers.lines.optional(),
  notes: words.nullable().optional(),
  reference: line.nullable().optional(),
};
export const newInvoice = z.strictObject(newDocumentMembers).meta({ id: 'NewInvoice' });
export const invoiceChange = z.strictObject(documentChangeMembers).meta({ id: 'InvoiceChange' });
export const newCreditNote = z.strictObject({ ...newDocumentMembers, reason: line.optional() }).meta({ id: 'NewCreditNote' });
export const creditNoteChange = z.strictObject({ ...documentChangeMembers, reason: line.nullable().optional() }).meta({ id: 'CreditNoteChange' });

const documentLine = z
  .strictObject({
    text: z.string(),
    item: line.nullable(),
    quantity: decimal,
    unitPrice: decimal,
    discount: discount.nullable(),
    taxCode: z.string(),
    taxRate: percentage,
    account: accountCode,
    dimensions: dimensions.nullable(),
    net: amount,
    tax: amount,
    total: amount,
  })
  .meta({ id: 'DocumentLine' });
const party = z
  .strictObject({
    name: line,
    nameAr: line.nullable(),
    taxNumber: taxNumber.nullable(),
    address: address.nullable(),
    country,
    email: z.string().nullable(),
    phone: z.string().nullable(),
  })
  .meta({ id: 'Party' });
export const entryRef = z.strictObject({ id: anId('entry'), seq: z.int() }).meta({ id: 'EntryRef' });
const documentKind = z.enum(['invoice', 'credit-note', 'payment']);
const allocated = z
  .strictObject({ document: z.strictObject({ kind: documentKind, id: z.string(), number: z.string() }), date: localDate, amount, by: z.string() })
  .meta({ id: 'Allocation', description: 'what of this document settles another, or is settled by it; `by` made it' });
const trail = z
  .array(z.strictObject({ id: anId('event'), type: z.string(), at: instant, by: actor }))
  .meta({ description: 'what happened to it, newest first' });
const voided = z.strictObject({ date: localDate, entry: entryRef }).nullable();

const documentMembers = {
  number: z.string().nullable(),
  contact: contactRef,
  date: localDate,
  dueDate: localDate,
  currency: currencyCode,
  rate: decimal.nullable(),
  pricesInclude: z.boolean(),
  rounding: z.strictObject({ level: z.enum(['line', 'document']), mode: z.enum(['half-up', 'half-even']) }),
  series: z.string().nullable(),
  lines: z.array(documentLine),
  taxes: z.array(z.strictObject({ taxCode: z.string(), taxRate: percentage, net: amount, tax: amount })),
  net: amount,
  tax: amount,
  total: amount,
  notes: words.nullable(),
  reference: line.nullable(),
  entry: entryRef.nullable(),
  voided,
  version: z.int(),
};
export const invoice = z
  .strictObject({ id: anId('invoice'), state: names(invoiceStateNames), ...documentMembers, paid: amount, credited: amount, due: amount })
  .meta({ id: 'Invoice' });
export const invoiceInFull = z
  .strictObject({
    ...invoice.shape,
    seller: party.nullable(),
    buyer: party.nullable(),
    allocations: z.array(allocated),
    creditNotes: z.array(
      z.strictObject({ id: anId('creditNote'), number: z.string(), date: localDate, total: amount, state: names(creditNoteStateNames) }),
    ),
    events: trail,
  })
  .meta({ id: 'InvoiceInFull' });
const summaryMembers = {
  number: z.string().nullable(),
  contact: contactRef,
  date: localDate,
  dueDate: localDate,
  currency: currencyCode,
  total: amount,
  reference: line.nullable(),
  version: z.int(),
};
export const invoiceSummary = z
  .strictObject({
    id: anId('invoice'),
    state: names(invoiceStateNames),
    ...summaryMembers,
    paid: amount,
    credited: amount,
    due: amount,
    overdue: z.boolean(),
  })
  .meta({ id: 'InvoiceSummary' });

const creditNoteMembers = {
  reason: line.nullable(),
  invoice: z
    .strictObject({ id: anId('invoice'), number: z.string() })
    .nullable()
    .meta({ description: 'the invoice that it takes back' }),
  allocated: amount,
  unallocated: amount,
};
export const creditNote = z
  .strictObject({ id: anId('creditNote'), state: names(creditNoteStateNames), ...documentMembers, ...creditNoteMembers })
  .meta({ id: 'CreditNote' });
export const creditNoteInFull = z
  .strictObject({ ...creditNote.shape, seller: party.nullable(), buyer: party.nullable(), allocations: z.array(allocated), events: trail })
  .meta({ id: 'CreditNoteInFull' });
export const creditNoteSummary = z
  .strictObject({ id: anId('creditNote'), state: names(creditNoteStateNames), ...summaryMembers, ...creditNoteMembers })
  .meta({ id: 'CreditNoteSummary' });

export const invoiceCredit = z
  .strictObject({
    date: localDate.optional(),
    reason: line.optional(),
    lines: z
      .array(
        z
          .strictObject({ line: z.int().min(1).max(MAX_LINES), quantity: decimal.optional(), amount: amount.optional() })
          .refine(({ quantity, amount: part }) => quantity === undefined || part === undefined, { error: 'field.invalid' }),
      )
      .min(1)
      .max(MAX_LINES)
      .optional(),
  })
  .meta({ id: 'InvoiceCredit', description: 'lines counted from 1, by quantity or amount; without lines, all that was not credited yet' });

export const allocation = z.strictObject({ document: z.string().max(60), amount }).meta({ id: 'NewAllocation' });
export const allocations = z.array(allocation).max(100);
const ledger = z.enum(['receivable', 'payable']);
export const paymentMethod = names(paymentMethodNames);
const direction = z.enum(['in', 'out']);
export const newPayment = z
  .strictObject({
    direction,
    contact: anId('contact'),
    bankAccount: accountCode,
    date: localDate.optional(),
    amount,
    currency: currencyCode.optional(),
    rate: decimal.optional().meta({ description: 'of a payment in another currency: its rate into the book’s, or else `baseAmount`' }),
    baseAmount: amount.optional().meta({ description: 'what the bank booked, in the book’s currency' }),
    ledger: ledger.optional().meta({ description: 'on which control account it stands; by default what its direction and contact say' }),
    method: paymentMethod.optional(),
    reference: line.optional(),
    allocations: allocations.optional(),
  })
  .meta({ id: 'NewPayment' });

export const payment = z
  .strictObject({
    id: anId('payment'),
    state: names(paymentStateNames),
    number: z.string(),
    direction,
    ledger,
    contact: contactRef,
    bankAccount: accountCode,
    date: localDate,
    currency: currencyCode,
    rate: decimal.nullable(),
    amount,
    baseAmount: amount,
    allocated: amount,
    unallocated: amount,
    method: paymentMethod.nullable(),
    reference: line.nullable(),
    entry: entryRef,
    voided,
    allocations: z.array(allocated),
    version: z.int(),
  })
  .meta({ id: 'Payment' });
export const paymentInFull = z.strictObject({ ...payment.shape, events: trail }).meta({ id: 'PaymentInFull' });

export const taxCode = z
  .strictObject({
    code: z.string(),
    name: bilingual,
    kind: z.enum(['standard', 'reduced', 'zero', 'exempt', 'out-of-scope', 'reverse-charge']),
    category: z.enum(['S', 'Z', 'E', 'O', 'AE']),
    rates: z.array(z.strictObject({ from: localDate, to: localDate.nullable(), rate: percentage })),
    own: z.boolean(),
  })
  .meta({ id: 'TaxCode' });
export const newTaxCode = z
  .strictObject({
    code: z.string().regex(/^[A-Z0-9][A-Z0-9._-]{0,19}$/),
    name: bilingual,
    rates: z
      .array(z.strictObject({ from: localDate, rate: percentage }))
      .min(1)
      .max(50),
  })
  .meta({ id: 'NewTaxCode' });

const agedSums = { unallocated: amount, buckets: z.array(amount), total: amount };
export const agedReport = z
  .strictObject({
    seq: z.int().meta({ description: 'number of the entry at which the report is exact' }),
    currency: currencyCode,
    asOf: localDate,
    edges: z.array(z.int()).meta({ description: 'days overdue at which a bucket ends: not due yet, 1 to 30, 31 to 60, 61 to 90, more' }),
    rows: z.array(z.strictObject({ contact: contactRef.nullable(), ...agedSums })),
    totals: z.strictObject(agedSums),
    control: amount.meta({ description: 'the balance of the control account at that date: always the total' }),
  })
  .meta({ id: 'AgedReport' });

export const statement = z
  .strictObject({
    seq: z.int(),
    contact: contactRef,
    ledger,
    from: localDate,
    to: localDate,
    currency: currencyCode,
    opening: amount,
    rows: z.array(
      z.strictObject({
        date: localDate,
        kind: z.enum(['invoice', 'credit-note', 'payment', 'entry']),
        move: z.enum(['document', 'void', 'exchange']),
        id: z.string(),
        number: z.string().nullable(),
        reference: z.string().nullable(),
        dueDate: localDate.nullable(),
        debit: amount,
        credit: amount,
        balance: amount,
      }),
    ),
    totals: z.strictObject({ debit: amount, credit: amount, closing: amount }),
  })
  .meta({ id: 'Statement' });
