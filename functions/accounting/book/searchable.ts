import type { Book, Entry } from '../../../domain/accounting/book.ts';
import { formatAmount } from '../../../domain/kernel/money.ts';
import type { SearchDoc } from '../../../domain/records/search/search-doc.ts';
import { padSeq } from '../../platform/event-chain.ts';
import type { Searchables } from '../../records/search/searchable.ts';
import { entryOf } from '../book-items.ts';
import { bookKeys } from '../keys.ts';
import { readBook } from '../read-book.ts';

const MAX_AMOUNTS = 12;

/** How entries and accounts are found. A chart is read whole: it is in memory as long as it stands. */
export const bookSearchables: Searchables = {
  entry: {
    by: 'journal',
    async load({ table, ports, caller }, seqs) {
      const book = await readBook({ table, ports });
      const items = await table.batchGet(seqs.map((seq) => bookKeys.entry({ seq: padSeq(seq) })));
      // Beyond the head lies what a batch has staged, which is nobody's to see.
      return items.map((item, i) => (item && (seqs[i] ?? 0) <= book.head.seq ? entryDoc(entryOf(item), book, caller !== undefined) : undefined));
    },
  },
  account: {
    by: 'reading',
    async all({ table, ports }) {
      const { chart } = await readBook({ table, ports });
      return chart
        .inOrder()
        .filter(({ archived }) => archived !== true)
        .map(({ code, name }) => ({ id: code, title: name, subtitle: code, names: [name.en, name.ar], numbers: [code] }));
    },
  },
};

function entryDoc({ id, seq, date, memo, reference, document, lines }: Entry, { head, chart }: Book, isShown: boolean): SearchDoc {
  const digits = chart.digitsOf(head.currency) ?? 2;
  const debits = lines.filter(({ amount }) => amount > 0n);
  const total = debits.reduce((sum, { amount }) => sum + amount, 0n);
  // Its own number needs no row in the index: the number says where the entry lies.
  const own = isShown ? [String(seq)] : [];
  return {
    id,
    title: memo === '' ? own.join() : memo,
    isUntitled: true,
    subtitle: { en: parts('No.', own, reference), ar: parts('رقم', own, reference) },
    numbers: [...own, reference, document?.number],
    texts: lines.flatMap((line) => (line.memo && line.memo !== memo ? [line.memo] : [])),
    on: date,
    amount: { value: formatAmount(total, digits), currency: head.currency },
    ...(debits.length > 1 && { amounts: debits.slice(0, MAX_AMOUNTS).map(({ amount }) => formatAmount(amount, digits)) }),
  };
}

const parts = (word: string, own: readonly string[], reference: string | undefined): string =>
  [...own.map((seq) => `${word} ${seq}`), ...(reference === undefined ? [] : [reference])].join(' · ');
