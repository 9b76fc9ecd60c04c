import type { Text } from '../../kernel/language.ts';

/** The states of an invoice, and what people call them. `paid` and `credited` both owe nothing: money came, or it was credited away. */
export const invoiceStates = {
  draft: { en: 'Draft', ar: 'مسودة' },
  posted: { en: 'Posted', ar: 'مرحّلة' },
  'partially-paid': { en: 'Partially paid', ar: 'مدفوعة جزئيًا' },
  paid: { en: 'Paid', ar: 'مدفوعة' },
  credited: { en: 'Credited', ar: 'مسوّاة بإشعار دائن' },
  void: { en: 'Void', ar: 'ملغاة' },
} as const satisfies Record<string, Text>;
export type InvoiceState = keyof typeof invoiceStates;
export const invoiceStateNames = Object.keys(invoiceStates) as readonly InvoiceState[];

/** Which states allow what. The verbs refuse by it; the pages disable buttons by it. */
export const invoiceCan = {
  edit: ['draft'],
  discard: ['draft'],
  post: ['draft'],
  void: ['posted'],
  credit: ['posted', 'partially-paid', 'paid'],
  pay: ['posted', 'partially-paid'],
} as const satisfies Record<string, readonly InvoiceState[]>;

/** The states of a credit note: open while some of it is still to be allocated or refunded, applied when nothing is. */
export const creditNoteStates = {
  draft: { en: 'Draft', ar: 'مسودة' },
  open: { en: 'Open', ar: 'مفتوح' },
  applied: { en: 'Applied', ar: 'مُستخدَم' },
  void: { en: 'Void', ar: 'ملغى' },
} as const satisfies Record<string, Text>;
export type CreditNoteState = keyof typeof creditNoteStates;
export const creditNoteStateNames = Object.keys(creditNoteStates) as readonly CreditNoteState[];

export const creditNoteCan = {
  edit: ['draft'],
  discard: ['draft'],
  post: ['draft'],
  allocate: ['open'],
  void: ['open', 'applied'],
} as const satisfies Record<string, readonly CreditNoteState[]>;

/** The states of a payment: open while some of it is unallocated (an advance, or an over-payment), applied when all of it settles documents. */
export const paymentStates = {
  open: { en: 'Unallocated credit', ar: 'به رصيد غير مخصّص' },
  applied: { en: 'Allocated', ar: 'مخصّصة' },
  void: { en: 'Void', ar: 'ملغاة' },
} as const satisfies Record<string, Text>;
export type PaymentState = keyof typeof paymentStates;
export const paymentStateNames = Object.keys(paymentStates) as readonly PaymentState[];

export const paymentCan = {
  allocate: ['open'],
  void: ['open', 'applied'],
} as const satisfies Record<string, readonly PaymentState[]>;

/** Whether a table allows an act in a state. */
export const allows = <S extends string>(states: readonly S[], state: S): boolean => states.includes(state);
