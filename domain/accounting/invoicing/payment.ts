import type { LocalDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Text } from '../../kernel/language.ts';
import type { Ledger } from './contact.ts';
import type { EntryRef } from './document.ts';
import { type Moves, openOf } from './open-item.ts';
import type { PaymentState } from './states.ts';

export const paymentMethods = {
  transfer: { en: 'Bank transfer', ar: 'تحويل بنكي' },
  cash: { en: 'Cash', ar: 'نقدًا' },
  card: { en: 'Card', ar: 'بطاقة' },
  cheque: { en: 'Cheque', ar: 'شيك' },
  'direct-debit': { en: 'Direct debit', ar: 'خصم مباشر' },
  other: { en: 'Other', ar: 'أخرى' },
} as const satisfies Record<string, Text>;
export type PaymentMethod = keyof typeof paymentMethods;
export const paymentMethodNames = Object.keys(paymentMethods) as readonly PaymentMethod[];

/**
 * Money that came in from a contact or went out to one. What no document takes stays on the control account as the contact's credit,
 * to be allocated or refunded later.
 */
export interface Payment {
  readonly id: Id<'payment'>;
  readonly version: number;
  readonly state: PaymentState;
  readonly number: string;
  readonly direction: 'in' | 'out';
  readonly ledger: Ledger;
  readonly contact: Id<'contact'>;
  readonly contactName: string;
  readonly bankAccount: string;
  readonly date: LocalDate;
  readonly currency: string;
  readonly digits: number;
  /** Above zero, in its own currency; and what the bank account moved by in the book's. */
  readonly amount: bigint;
  readonly worth: bigint;
  readonly rate?: string;
  readonly method?: PaymentMethod;
  readonly reference?: string;
  readonly control: string;
  readonly entry: EntryRef;
  readonly moves: Moves;
  readonly voided?: { readonly on: LocalDate; readonly entry: EntryRef };
}

/** What is left to allocate: above zero, in the payment's currency. */
export function unallocatedOf({ moves }: Payment): bigint {
  const { amount } = openOf(moves);
  return amount < 0n ? -amount : amount;
}

export function paymentWithMoves(payment: Payment, moves: Moves): Payment {
  const moved = { ...payment, moves: [...payment.moves, ...moves], version: payment.version + 1 };
  return { ...moved, state: payment.voided ? 'void' : unallocatedOf(moved) === 0n ? 'applied' : 'open' };
}
