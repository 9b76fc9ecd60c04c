import type { BookHead } from '../../../domain/accounting/book.ts';
import { PAYMENT_COUNTERS } from '../../../domain/accounting/invoicing/numbering.ts';
import { creditNoteStateNames, invoiceStateNames } from '../../../domain/accounting/invoicing/states.ts';
import type { BookSource, LedgerLine } from '../../../domain/accounting/verify.ts';
import { eventHeadKey, padSeq } from '../../platform/event-chain.ts';
import { eachItem } from '../../platform/table/each-item.ts';
import type { Table } from '../../platform/table/port.ts';
import { entryOf, headOf, movementOf } from '../book-items.ts';
import { loadChart } from '../book-store.ts';
import { movesOf } from '../invoicing/document-items.ts';
import { invoicingKeys } from '../invoicing/keys.ts';
import { bookKeys } from '../keys.ts';

/** Anything that answers queries of one firm: its table, or an export of it. */
export type Items = Pick<Table, 'query'>;

/** A firm's book as it is verified. The head is read once: what is posted after it is left for the next time. */
export async function bookSource(items: Items): Promise<BookSource> {
  // Before the book's: whatever these events say was posted, the head knows of.
  const [events] = (await items.query({ pk: eventHeadKey.pk })).items;
  const [stored] = (await items.query({ pk: bookKeys.head().pk })).items;
  if (!stored) throw new Error('there is no book here');
  const head = headOf(stored);
  return {
    head: { seq: head.seq, hash: head.hash },
    entries: entries(items, head.seq),
    movements: movements(items),
    ledger: ledger(items, head.seq),
    anchors: anchors(items, head, Number(events?.seq ?? 0)),
    controls: controls(items),
    series: series(items, head),
  };
}

async function* entries(items: Items, to: number) {
  for await (const item of eachItem(items, { pk: 'JOURNAL', to: padSeq(to) })) yield entryOf(item);
}
async function* movements(items: Items) {
  for await (const item of eachItem(items, { pk: 'MOVEMENTS' })) yield movementOf(item);
}

/** The ledger of every account of the chart, without what was posted after the head was read. */
async function* ledger(items: Items, to: number) {
  for (const account of (await loadChart(items)).accounts.keys()) {
    for await (const item of eachItem(items, { pk: bookKeys.ledger({ account, month: '', seq: '', part: '' }).pk })) {
      yield { account, lines: (item.lines as unknown as readonly LedgerLine[]).filter(([seq]) => seq <= to) };
    }
  }
}

/**
 * The heads of the chain that events carry: what was posted cannot be cut off the book without cutting it out of the events too. A batch that is being
 * sealed has its event and not yet its head; one that nobody is sealing and the head has not reached is lost.
 */
async function* anchors(items: Items, { seq: head, lease }: BookHead, through: number) {
  for await (const event of eachItem(items, { pk: 'EVENTS' })) {
    if (Number(event.seq) > through) return;
    const data = event.data as { readonly seq?: number; readonly to?: number; readonly hash?: string } | undefined;
    const posted = event.type === 'entry.posted' ? data?.seq : event.type === 'entries.posted' ? data?.to : undefined;
    if (posted !== undefined && data?.hash && (posted <= head || posted !== lease?.seq))
      yield { seq: posted, hash: data.hash, event: Number(event.seq) };
  }
}

/** What the documents on each control account say is open of them, in all. */
async function* controls(items: Items) {
  const sums = new Map<string, bigint>();
  for (const ledgerName of ['receivable', 'payable']) {
    for await (const item of eachItem(items, { pk: invoicingKeys.openItem({ ledger: ledgerName, settledOn: '', document: '' }).pk })) {
      const control = String(item.control);
      sums.set(
        control,
        movesOf(item.moves).reduce((sum, { base }) => sum + base, sums.get(control) ?? 0n),
      );
    }
  }
  for (const [account, openItems] of sums) yield { account, openItems };
}

/** The numbers of invoices and credit notes, under the counters of the head. */
async function* series(items: Items, head: BookHead) {
  const numbers: string[] = [];
  for (const state of invoiceStateNames)
    for await (const item of eachItem(items, { index: 'gsi1', pk: invoicingKeys.invoicesByState({ state, date: '', document: '' }).pk }))
      if (item.number) numbers.push(String(item.number));
  for (const state of creditNoteStateNames)
    for await (const item of eachItem(items, { index: 'gsi1', pk: invoicingKeys.creditNotesByState({ state, date: '', document: '' }).pk }))
      if (item.number) numbers.push(String(item.number));
  const counters = Object.entries(head.series ?? {});
  // A series that goes on counting over the years counts under its pattern too; its numbers of one year alone need not begin at one.
  const patterns = counters.filter(([name]) => name.includes('{year}'));
  for (const [name, last] of counters) {
    const ofPattern = patterns.some(([pattern]) => pattern !== name && matcher(pattern).test(`${name}1`));
    if (ofPattern || name.startsWith(PAYMENT_COUNTERS)) continue;
    const given = numbers.flatMap((number) => Number(matcher(name).exec(number)?.[1] ?? Number.NaN)).filter(Number.isFinite);
    yield { series: name, first: name.includes('{year}') ? Math.min(last + 1, ...given) : 1, last, numbers: given };
  }
}

const matcher = (name: string): RegExp => new RegExp(`^${name.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll('{year}', '\\d{4}')}(\\d+)$`);
