import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Book, Entry } from '../../../../domain/accounting/book.ts';
import { agedReceivables, type OpenItem } from '../../../../domain/accounting/invoicing/ageing.ts';
import { allocate } from '../../../../domain/accounting/invoicing/allocate.ts';
import { creditInvoice } from '../../../../domain/accounting/invoicing/credit-invoice.ts';
import { customerStatement } from '../../../../domain/accounting/invoicing/customer-statement.ts';
import { settlementOf } from '../../../../domain/accounting/invoicing/document.ts';
import { draftCreditNote } from '../../../../domain/accounting/invoicing/draft-credit-note.ts';
import { draftInvoice } from '../../../../domain/accounting/invoicing/draft-invoice.ts';
import { allocationsOf, openOf } from '../../../../domain/accounting/invoicing/open-item.ts';
import { postCreditNote } from '../../../../domain/accounting/invoicing/post-credit-note.ts';
import { postInvoice } from '../../../../domain/accounting/invoicing/post-invoice.ts';
import { recordPayment } from '../../../../domain/accounting/invoicing/record-payment.ts';
import { moved, type OpenDocument } from '../../../../domain/accounting/invoicing/settle.ts';
import { allows, invoiceCan } from '../../../../domain/accounting/invoicing/states.ts';
import { voidCreditNote } from '../../../../domain/accounting/invoicing/void-credit-note.ts';
import { voidInvoice } from '../../../../domain/accounting/invoicing/void-invoice.ts';
import { voidPayment } from '../../../../domain/accounting/invoicing/void-payment.ts';
import { addDays } from '../../../../domain/kernel/dates.ts';
import { isRefusal, type Outcome } from '../../../../domain/kernel/decision.ts';
import type { Mint } from '../../../../domain/kernel/ids.ts';
import { formatAmount } from '../../../../domain/kernel/money.ts';
import { acme, balanceOf, bookOf, counter, draftFacts, facts, line, numbering, seller, sentInvoice } from './books.ts';

const RECEIVABLE = '1121';

/** A firm in memory: commands are tried, refusals change nothing. */
class Firm {
  book: Book = bookOf();
  readonly mint: Mint = counter();
  readonly documents = new Map<string, OpenDocument>();
  readonly entries: Entry[] = [];
  readonly posting = facts(this.mint);

  take(posting: { readonly book: Book; readonly entries: readonly Entry[] }, ...documents: readonly (OpenDocument | undefined)[]): void {
    this.book = posting.book;
    this.entries.push(...posting.entries);
    for (const document of documents) if (document) this.documents.set(document.document.id, document);
  }
  settled(list: readonly { readonly after: OpenDocument }[]): OpenDocument[] {
    return list.map(({ after }) => after);
  }
  nth(kind: OpenDocument['kind'] | undefined, n: number): OpenDocument | undefined {
    const some = [...this.documents.values()].filter((one) => kind === undefined || one.kind === kind);
    return some[n % Math.max(1, some.length)];
  }
  entry(seq: number): Entry {
    return this.entries[seq - 1] as Entry;
  }
}

type Command = {
  readonly day: number;
  readonly n: number;
  readonly cents: number;
  readonly usd: boolean;
  readonly verb: 'invoice' | 'pay' | 'refund' | 'credit' | 'note' | 'allocate' | 'void';
  readonly many: number;
};
const command: fc.Arbitrary<Command> = fc.record({
  verb: fc.constantFrom('invoice', 'invoice', 'pay', 'pay', 'refund', 'credit', 'note', 'allocate', 'void'),
  day: fc.nat(90),
  n: fc.nat(20),
  cents: fc.integer({ min: 1, max: 60_000 }),
  usd: fc.boolean(),
  many: fc.nat(3),
});

const share = (amount: bigint, cents: number): string => {
  const size = amount < 0n ? -amount : amount;
  const part = cents % 3 === 0 ? size : (size * BigInt(cents)) / 60_000n;
  return formatAmount(part === 0n ? size : part, 2);
};

function run(firm: Firm, { verb, day, n, cents, usd, many }: Command): Outcome<unknown> {
  const date = addDays('2026-01-01', day);
  const money = usd ? { currency: 'USD', rate: `3.${String(cents).padStart(5, '0')}` } : {};
  const targets = firm.documents;
  switch (verb) {
    case 'invoice': {
      const lines = Array.from({ length: many + 1 }, (_, i) =>
        line((cents / 100 + i).toFixed(2), { quantity: String((n % 3) + 1), discount: { percent: String(n) }, taxCode: i % 2 === 0 ? 'S' : 'Z' }),
      );
      const draft = draftInvoice(firm.mint('invoice'), sentInvoice({ date, ...money, lines, pricesInclude: many % 2 === 0 }), draftFacts(firm.book));
      if (isRefusal(draft)) return draft;
      const done = postInvoice(draft, firm.book, acme, { posting: firm.posting, seller, numbering: numbering.invoice });
      if (!isRefusal(done)) firm.take(done.posting, { kind: 'invoice', document: done.invoice });
      return done;
    }
    case 'note': {
      const draft = draftCreditNote(
        firm.mint('creditNote'),
        sentInvoice({ date, ...money, lines: [line((cents / 300).toFixed(2))] }),
        draftFacts(firm.book),
      );
      if (isRefusal(draft)) return draft;
      const done = postCreditNote(draft, firm.book, acme, { posting: firm.posting, seller, numbering: numbering.creditNote });
      if (!isRefusal(done)) firm.take(done.posting, { kind: 'credit-note', document: done.note });
      return done;
    }
    case 'pay':
    case 'refund': {
      const direction = verb === 'pay' ? 'in' : 'out';
      const allocations = Array.from({ length: many }, (_, i) =>
        firm.nth(verb === 'pay' ? 'invoice' : i % 2 === 0 ? 'payment' : 'credit-note', n + i),
      ).flatMap((one) => (one ? [{ document: one.document.id as string, amount: share(openOf(one.document.moves).amount, cents + n) }] : []));
      const done = recordPayment(
        {
          direction,
          contact: acme.id,
          bankAccount: usd && many % 2 === 0 ? '1112' : '1111',
          date,
          amount: (cents / 100).toFixed(2),
          ...money,
          ledger: 'receivable',
          allocations,
        },
        firm.book,
        { id: firm.mint('payment'), contact: acme, targets, numbering: numbering.invoice, today: date, posting: firm.posting },
      );
      if (!isRefusal(done)) firm.take(done.posting, { kind: 'payment', document: done.payment }, ...firm.settled(done.settled));
      return done;
    }
    case 'credit': {
      const target = firm.nth('invoice', n);
      if (target?.kind !== 'invoice') return undefined as never;
      const invoice = target.document;
      const lines =
        many === 0
          ? undefined
          : invoice.lines.slice(0, many).map((one, i) => ({
              line: i + 1,
              ...(cents % 2 === 0 ? { quantity: '1' } : { amount: share(invoice.pricesInclude ? one.gross : one.net, cents) }),
            }));
      const done = creditInvoice(firm.mint('creditNote'), invoice, { date, lines }, date, firm.book, {
        posting: firm.posting,
        numbering: numbering.creditNote,
      });
      if (!isRefusal(done)) firm.take(done.posting, { kind: 'credit-note', document: done.note }, { kind: 'invoice', document: done.invoice });
      return done;
    }
    case 'allocate': {
      const acting = firm.nth(cents % 2 === 0 ? 'payment' : 'credit-note', n);
      const target = firm.nth(cents % 5 === 0 ? 'payment' : 'invoice', many + n);
      if (!acting || !target || acting.kind === 'invoice') return undefined as never;
      const { id, contact, currency, digits, moves, control, number } = acting.document;
      const done = allocate(
        { id, contact, ledger: 'receivable', currency, digits, moves, control },
        { kind: acting.kind, id, number },
        [{ document: target.document.id, amount: share(openOf(target.document.moves).amount, cents) }],
        targets,
        date,
        firm.book,
        firm.posting,
      );
      if (!isRefusal(done)) {
        firm.take(done.posting, moved(acting, done.moves), ...firm.settled(done.settled));
      }
      return done;
    }
    case 'void': {
      const target = firm.nth(undefined, n);
      if (!target) return undefined as never;
      const entry = firm.entry(target.document.entry.seq);
      if (target.kind === 'invoice') {
        const done = voidInvoice(target.document, entry, date, firm.book, firm.posting);
        if (!isRefusal(done)) firm.take(done.posting, { kind: 'invoice', document: done.invoice });
        return done;
      }
      if (target.kind === 'payment') {
        const done = voidPayment(target.document, entry, targets, date, firm.book, firm.posting);
        if (!isRefusal(done)) firm.take(done.posting, { kind: 'payment', document: done.payment }, ...firm.settled(done.settled));
        return done;
      }
      const done = voidCreditNote(target.document, entry, targets, date, firm.book, firm.posting);
      if (!isRefusal(done))
        firm.take(
          done.posting,
          { kind: 'credit-note', document: done.note },
          ...firm.settled(done.settled),
          done.invoice && { kind: 'invoice', document: done.invoice },
        );
      return done;
    }
  }
}

const done = new Map<string, number>();
const firms = fc.array(command, { minLength: 10, maxLength: 40, size: 'max' }).map((commands) => {
  const firm = new Firm();
  for (const one of commands) {
    const outcome = run(firm, one);
    const key = `${one.verb} ${isRefusal(outcome) ? outcome.refused : 'ok'}`;
    done.set(key, (done.get(key) ?? 0) + 1);
  }
  return firm;
});

const itemsOf = (firm: Firm): OpenItem[] =>
  [...firm.documents.values()].map(({ kind, document }) => ({
    contact: document.contact,
    aged: kind === 'invoice',
    dueOn: 'dueOn' in document ? document.dueOn : document.date,
    moves: document.moves,
  }));

test('however documents are posted, paid, credited, refunded, allocated and voided, the laws hold', () => {
  fc.assert(
    fc.property(firms, fc.nat(120), (firm, day) => {
      const asOf = addDays('2026-01-01', day);
      // The ageing is the control account, now and at any date, and so is the statement.
      for (const date of [asOf, '2026-12-31']) {
        const ageing = agedReceivables(itemsOf(firm), date);
        expect(ageing.totals.total).toBe(balanceOf(firm.entries, RECEIVABLE, date));
        expect(ageing.totals.buckets.every((bucket) => bucket >= 0n)).toBe(true);
      }
      const statement = customerStatement(
        [...firm.documents.values()].map(({ kind, document }) => ({
          kind,
          id: document.id,
          number: document.number,
          reference: null,
          dueOn: null,
          moves: document.moves,
        })),
        asOf,
        '2026-12-31',
      );
      expect(statement.closing).toBe(balanceOf(firm.entries, RECEIVABLE));
      expect(statement.opening).toBe(balanceOf(firm.entries, RECEIVABLE, addDays(asOf, -1)));

      for (const { kind, document } of firm.documents.values()) {
        // Nothing is ever settled beyond what it is, at any date, and what is settled is zero in both currencies.
        for (const date of [asOf, '2026-12-31']) {
          const { amount, base } = openOf(document.moves, date);
          const sign = (document.moves[0]?.amount ?? 0n) > 0n ? 1n : -1n;
          expect(sign * amount >= 0n && sign * base >= 0n).toBe(true);
        }
        const { amount, base } = openOf(document.moves);
        if (amount === 0n) expect(base).toBe(0n);
        // The two sides of every allocation cancel each other.
        for (const one of allocationsOf(document.moves)) {
          const facing = allocationsOf(firm.documents.get(one.with)?.document.moves ?? []).find(
            (other) => other.with === document.id && other.by === one.by,
          );
          expect(facing).toMatchObject({ amount: -one.amount, base: -one.base });
        }
        if (kind === 'payment') continue;
        expect(document.gross).toBe(document.net + document.tax);
        expect(document.lines.reduce((sum, one) => sum + one.gross, 0n)).toBe(document.gross);
        expect(document.taxes.reduce((sum, one) => sum + one.tax, 0n)).toBe(document.tax);
        if (kind !== 'invoice') continue;
        const { paid, credited, due } = settlementOf(document);
        expect(due >= 0n && paid >= 0n && credited >= 0n).toBe(true);
        expect(allows(invoiceCan.pay, document.state)).toBe(due > 0n);
        if (document.state === 'posted') expect(paid + credited).toBe(0n);
        for (const [i, { net, tax }] of document.credited.entries())
          expect(within(net, document.lines[i]?.net) && within(tax, document.lines[i]?.tax)).toBe(true);
      }
      // Numbers are contiguous per series, voided ones included.
      for (const prefix of ['INV-2026-', 'CN-2026-', 'PAY-2026-']) {
        const numbers = [...firm.documents.values()]
          .map(({ document }) => document.number)
          .filter((one) => one.startsWith(prefix))
          .toSorted();
        expect(numbers).toEqual(numbers.map((_, i) => `${prefix}${String(i + 1).padStart(5, '0')}`));
      }
      // Every currency balances by itself, through the clearing account, which is zero in the book's own.
      expect(balanceOf(firm.entries, '1118')).toBe(0n);
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
  if (process.env.SHOW) console.log(Object.fromEntries([...done].toSorted()));
  for (const verb of ['invoice', 'pay', 'refund', 'credit', 'note', 'allocate', 'void']) expect(done.get(`${verb} ok`), verb).toBeGreaterThan(50);
});

const within = (part: bigint, whole = 0n): boolean => (whole >= 0n ? part >= 0n && part <= whole : part <= 0n && part >= whole);
