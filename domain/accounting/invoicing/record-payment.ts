import type { Numbering } from '../../firms/country-profiles.ts';
import type { LocalDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import { formatAmount, MAX_MINOR, parseAmount } from '../../kernel/money.ts';
import type { Book, Line } from '../book.ts';
import type { Account } from '../chart-of-accounts.ts';
import type { Posting, PostingFacts } from '../post.ts';
import type { Contact, Ledger } from './contact.ts';
import { parseRate, RATE_SCALE, worthInBook } from './exchange.ts';
import { takePaymentNumber } from './numbering.ts';
import type { Moves } from './open-item.ts';
import { type Payment, type PaymentMethod, paymentWithMoves } from './payment.ts';
import { entryRef, postEntries } from './post-document.ts';
import { type OpenDocument, type SentAllocation, type Settlement, settle } from './settle.ts';

export interface SentPayment {
  readonly direction: 'in' | 'out';
  readonly contact: string;
  readonly bankAccount: string;
  readonly date?: LocalDate | undefined;
  readonly amount: string;
  readonly currency?: string | undefined;
  /** Of a payment in another currency, one of the two: its rate, or what the bank booked. */
  readonly rate?: string | undefined;
  readonly baseAmount?: string | undefined;
  readonly ledger?: Ledger | undefined;
  readonly method?: PaymentMethod | undefined;
  readonly reference?: string | undefined;
  readonly allocations?: readonly SentAllocation[] | undefined;
}

export interface PaymentFacts {
  readonly id: Id<'payment'>;
  readonly contact: Contact | undefined;
  /** The documents that allocations name, as far as they exist. */
  readonly targets: ReadonlyMap<string, OpenDocument>;
  readonly numbering: Numbering;
  readonly today: LocalDate;
  readonly posting: PostingFacts;
}

export interface RecordedPayment {
  readonly payment: Payment;
  readonly settled: Settlement['settled'];
  readonly posting: Posting;
}

/**
 * Records money received or paid. What its allocations leave stays on the control account as the contact's credit (an advance, an over-payment),
 * so that statement and ageing show it where the invoices are. Refusals in order: contact, account, currency and rate, amount, allocations, the book.
 */
export function recordPayment(sent: SentPayment, book: Book, facts: PaymentFacts): Outcome<RecordedPayment> {
  const { contact } = facts;
  if (!contact) return refuseAt('/contact', 'contact.unknown', { contact: sent.contact });
  const bank = moneyAccount(sent.bankAccount, book);
  if (isRefusal(bank)) return bank;
  const money = readMoney(sent, bank, book);
  if (isRefusal(money)) return money;
  const ledger = sent.ledger ?? ledgerOf(sent.direction, contact);
  const control = book.chart.accountWithRole(ledger);
  if (!control) return refuse('account.role_missing', { role: ledger });

  const { currency, digits, amount, worth } = money;
  const date = sent.date ?? facts.today;
  const sign = sent.direction === 'in' ? -1n : 1n;
  const before: Moves = [{ on: date, amount: sign * amount, base: sign * worth, kind: 'document' }];
  const settlement = settle(
    { id: facts.id, contact: contact.id, ledger, currency, digits, moves: before },
    sent.allocations ?? [],
    facts.targets,
    date,
  );
  if (isRefusal(settlement)) return settlement;
  const lines = paymentLines({ sign, money, bank, control, contact: contact.id, exchange: settlement.exchange }, book);
  if (isRefusal(lines)) return lines;

  const numbered = takePaymentNumber(book, facts.numbering, date);
  const memo = `${numbered.number} ${contact.name}`;
  const posting = postEntries(
    numbered.book,
    [
      {
        date,
        memo,
        ...(sent.reference && { reference: sent.reference }),
        lines,
        document: { kind: 'payment', id: facts.id, number: numbered.number },
      },
    ],
    facts.posting,
  );
  if (isRefusal(posting)) return posting;
  const recorded: Payment = {
    id: facts.id,
    version: 0,
    state: 'open',
    number: numbered.number,
    direction: sent.direction,
    ledger,
    contact: contact.id,
    contactName: contact.name,
    bankAccount: bank.code,
    date,
    currency,
    digits,
    amount,
    worth,
    ...(sent.rate !== undefined && { rate: sent.rate }),
    ...(sent.method && { method: sent.method }),
    ...(sent.reference && { reference: sent.reference }),
    control: control.code,
    entry: entryRef(posting.entries[0]),
    // The exchange difference of what is allocated at once is in the payment's own entry.
    moves: [{ on: date, amount: sign * amount, base: sign * worth + settlement.exchange, kind: 'document' }],
  };
  return { payment: paymentWithMoves(recorded, settlement.acting), settled: settlement.settled, posting };
}

function moneyAccount(code: string, { chart }: Book): Outcome<Account> {
  const account = chart.accounts.get(code);
  if (!account) return refuseAt('/bankAccount', 'account.unknown', { account: code });
  if (account.archived) return refuseAt('/bankAccount', 'account.archived', { account: code });
  return account.role === 'bank' || account.role === 'cash' ? account : refuseAt('/bankAccount', 'account.not_money', { account: code });
}

interface Money {
  readonly currency: string;
  readonly digits: number;
  readonly amount: bigint;
  readonly worth: bigint;
}

function readMoney(sent: SentPayment, bank: Account, { head, chart }: Book): Outcome<Money> {
  const currency = sent.currency ?? bank.currency ?? head.currency;
  const digits = chart.digitsOf(currency);
  if (digits === undefined) return refuseAt('/currency', 'currency.unknown', { currency });
  if (bank.currency !== undefined && bank.currency !== head.currency && bank.currency !== currency)
    return refuseAt('/bankAccount', 'account.currency', { account: bank.code, currency: bank.currency });
  const own = currency === head.currency;
  if (own && (sent.rate !== undefined || sent.baseAmount !== undefined))
    return refuseAt(sent.rate !== undefined ? '/rate' : '/baseAmount', 'rate.unwanted');
  if (!own && (sent.rate === undefined) === (sent.baseAmount === undefined))
    return refuseAt('/rate', 'rate.missing', { currency, bookCurrency: head.currency });
  const amount = readAmount(sent.amount, '/amount', currency, digits);
  if (isRefusal(amount)) return amount;
  const worth = own ? amount : worthOf(sent, amount, digits, head);
  if (isRefusal(worth)) return worth;
  return worth > MAX_MINOR ? refuseAt('/amount', 'amount.too_large') : { currency, digits, amount, worth };
}

function worthOf(sent: SentPayment, amount: bigint, digits: number, head: Book['head']): Outcome<bigint> {
  if (sent.baseAmount !== undefined) return readAmount(sent.baseAmount, '/baseAmount', head.currency, head.digits);
  const rate = parseRate(sent.rate ?? '');
  return rate === undefined
    ? refuseAt('/rate', 'decimal.malformed', { value: sent.rate ?? '', decimals: RATE_SCALE, example: '3.75' })
    : worthInBook(amount, rate, digits, head.digits);
}

function readAmount(text: string, pointer: string, currency: string, digits: number): Outcome<bigint> {
  const amount = parseAmount(text, digits);
  if (typeof amount !== 'bigint') return refuseAt(pointer, amount, { amount: text, currency, digits, example: formatAmount(12345n, digits) });
  return amount > 0n ? amount : refuseAt(pointer, 'amount.negative');
}

/** Receipts are customers' and payments suppliers', unless the contact is only the other: then it is a refund. */
function ledgerOf(direction: 'in' | 'out', { kind }: Contact): Ledger {
  if (kind === 'both') return direction === 'in' ? 'receivable' : 'payable';
  return kind === 'customer' ? 'receivable' : 'payable';
}

function paymentLines(
  {
    sign,
    money,
    bank,
    control,
    contact,
    exchange,
  }: { sign: bigint; money: Money; bank: Account; control: Account; contact: Id<'contact'>; exchange: bigint },
  { head, chart }: Book,
): Outcome<readonly Line[]> {
  const { currency, amount, worth } = money;
  const foreign = (signed: bigint) => (currency === head.currency ? undefined : { foreign: { currency, amount: signed } });
  const lines: Line[] = [
    { account: bank.code, amount: -sign * worth, ...(bank.currency === currency && foreign(-sign * amount)) },
    { account: control.code, amount: sign * worth + exchange, ...foreign(sign * amount), contact },
  ];
  if (exchange === 0n) return lines;
  const gains = chart.accountWithRole('fx-gain-loss');
  return gains ? [...lines, { account: gains.code, amount: -exchange }] : refuse('account.role_missing', { role: 'fx-gain-loss' });
}
