import type { LocalDate } from '../../kernel/dates.ts';
import { type Outcome, refuseAt } from '../../kernel/decision.ts';
import { formatAmount, parseAmount } from '../../kernel/money.ts';
import type { Ledger } from './contact.ts';
import { noteWithMoves, type PostedCreditNote, type PostedInvoice, withMoves } from './document.ts';
import { allocateBetween, allocationsOf, lastMoveOn, MAX_MOVES, type Move, type Moves, type Open, openOf } from './open-item.ts';
import { type Payment, paymentWithMoves } from './payment.ts';

/** A document on a control account: what can settle, or be settled. */
export type OpenDocument =
  | { readonly kind: 'invoice'; readonly document: PostedInvoice }
  | { readonly kind: 'credit-note'; readonly document: PostedCreditNote }
  | { readonly kind: 'payment'; readonly document: Payment };

export interface SentAllocation {
  readonly document: string;
  readonly amount: string;
}

/** The document that settles others: a payment, a refund or a credit note. */
export interface Acting {
  readonly id: string;
  readonly contact: string;
  readonly ledger: Ledger;
  readonly currency: string;
  readonly digits: number;
  readonly moves: Moves;
}

/** What settling comes to: moves to add to the acting document, the documents that it settles as they are then, and the exchange difference. */
export interface Settlement {
  readonly acting: Moves;
  readonly settled: readonly { readonly before: OpenDocument; readonly after: OpenDocument; readonly amount: bigint; readonly on: LocalDate }[];
  /** By what the acting document's control line must move so that nothing is left in the book's currency of what is settled. */
  readonly exchange: bigint;
}

/** One transaction holds an acting document and this many others, so that voiding it is one transaction too. */
export const MAX_ALLOCATIONS = 18;

/**
 * Settles documents against each other within one contact, ledger and currency, never beyond what is open on either (race-safe: each is
 * written on the condition that it is as it was read). Refusals per allocation, in order: which document, its contact, currency, side, state, amounts.
 */
export function settle(
  acting: Acting,
  sent: readonly SentAllocation[],
  targets: ReadonlyMap<string, OpenDocument>,
  requestedOn: LocalDate,
  at = '/allocations',
): Outcome<Settlement> {
  const standing = allocationsOf(acting.moves).filter(({ by }) => by === acting.id);
  const named = new Set<string>();
  const moves: Move[] = [];
  const settled: Settlement['settled'][number][] = [];
  let open = openOf(acting.moves);
  let exchange = 0n;
  for (const [i, { document: id, amount: text }] of sent.entries()) {
    const target = targets.get(id);
    if (!target || id === acting.id) return refuseAt(`${at}/${i}/document`, 'allocation.unknown', { document: id });
    const { document } = target;
    if (named.has(id)) return refuseAt(`${at}/${i}/document`, 'allocation.twice', { document: document.number });
    named.add(id);
    if (document.contact !== acting.contact) return refuseAt(`${at}/${i}/document`, 'allocation.contact', { document: document.number });
    if (document.currency !== acting.currency)
      return refuseAt(`${at}/${i}/document`, 'allocation.currency', { document: document.number, currency: document.currency });
    const due = openOf(document.moves);
    if (due.amount === 0n) return refuseAt(`${at}/${i}/document`, 'allocation.not_open', { document: document.number, state: document.state });
    if (ledgerOf(target) !== acting.ledger || due.amount > 0n === sideOf(acting, open))
      return refuseAt(`${at}/${i}/document`, 'allocation.side', { document: document.number });
    const amount = parseAmount(text, acting.digits);
    if (typeof amount !== 'bigint')
      return refuseAt(`${at}/${i}/amount`, amount, {
        amount: text,
        currency: acting.currency,
        digits: acting.digits,
        example: formatAmount(12345n, acting.digits),
      });
    if (amount <= 0n) return refuseAt(`${at}/${i}/amount`, 'amount.negative');
    if (amount > size(due.amount))
      return refuseAt(`${at}/${i}/amount`, 'allocation.exceeds', { document: document.number, due: formatAmount(size(due.amount), acting.digits) });
    if (amount > size(open.amount))
      return refuseAt(`${at}/${i}/amount`, 'allocation.insufficient', { unallocated: formatAmount(size(open.amount), acting.digits) });
    if (document.moves.length + 2 > MAX_MOVES) return refuseAt(`${at}/${i}/document`, 'allocation.too_many', { maximum: MAX_MOVES });
    const on = latest(requestedOn, lastMoveOn(acting.moves), lastMoveOn(document.moves));
    const pair = allocateBetween({ id: acting.id, open }, { id, open: due }, amount, on);
    moves.push(pair.acting);
    exchange += pair.exchange;
    open = { amount: open.amount + pair.acting.amount, base: open.base + pair.acting.base + pair.exchange };
    settled.push({ before: target, after: moved(target, [pair.target]), amount, on });
  }
  const others = new Set([...standing.map((one) => one.with), ...named]);
  if (others.size > MAX_ALLOCATIONS) return refuseAt(at, 'allocation.too_many', { maximum: MAX_ALLOCATIONS });
  return { acting: moves, settled, exchange };
}

/** A document with more moves, in the state that they bring it to. */
export function moved(target: OpenDocument, moves: Moves): OpenDocument {
  switch (target.kind) {
    case 'invoice':
      return { kind: 'invoice', document: withMoves(target.document, moves) };
    case 'credit-note':
      return { kind: 'credit-note', document: noteWithMoves(target.document, moves) };
    case 'payment':
      return { kind: 'payment', document: paymentWithMoves(target.document, moves) };
    default:
      return target satisfies never;
  }
}

/** The ledger on which a document stands. */
export const ledgerOf = (target: OpenDocument): Ledger => (target.kind === 'payment' ? target.document.ledger : 'receivable');

/** Whether the acting document is a debit; one that is used up keeps the side it began on. */
function sideOf({ moves }: Acting, open: Open): boolean {
  return open.amount === 0n ? (moves[0]?.amount ?? 0n) > 0n : open.amount > 0n;
}

const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount);
const latest = (...dates: readonly LocalDate[]): LocalDate => dates.reduce((last, date) => (date > last ? date : last));
