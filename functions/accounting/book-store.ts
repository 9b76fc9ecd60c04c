import type { Book, BookHead } from '../../domain/accounting/book.ts';
import { type Account, ChartOfAccounts } from '../../domain/accounting/chart-of-accounts.ts';
import type { Serial } from '../platform/firm-log.ts';
import type { FirmTable } from '../platform/table/firm-table.ts';
import { queryAll } from '../platform/table/query-all.ts';
import { settleLease } from './batch-lease.ts';
import { accountOf, commodityOf, dimensionOf, headItem, headOf } from './book-items.ts';
import { bookKeys } from './keys.ts';

/** The book as the firm's serial log: the head is read, moved, and every post is conditional on it. */
export const bookSerial: Serial<Book> = {
  name: 'book',
  async load(table, ports, previous) {
    const head = await settleLease(table, ports);
    const chart = previous && previous.head.chartVersion === head.chartVersion ? previous.chart : await loadChart(table);
    return { head, chart };
  },
  move: (from, to) => ({ kind: 'put', item: headItem(to.head), when: { equals: ['v', from.head.version] } }),
};

export async function readHead(table: FirmTable): Promise<BookHead> {
  const item = await table.get(bookKeys.head());
  if (!item) throw new Error('a firm without a book');
  return headOf(item);
}

/** Accounts, dimensions and commodities: the template that the firm started from, under what was changed since. */
export async function loadChart(table: Pick<FirmTable, 'query'>): Promise<ChartOfAccounts> {
  const items = await queryAll(table, { pk: 'CHART' });
  const template = items.find((item) => item.sk === 'TEMPLATE');
  const accounts = ((template?.accounts ?? []) as unknown as Omit<Account, 'version'>[]).map((account): Account => ({ ...account, version: 1 }));
  const of = (prefix: string) => items.filter((item) => item.sk.startsWith(prefix));
  return new ChartOfAccounts([...accounts, ...of('ACCOUNT#').map(accountOf)], of('DIMENSION#').map(dimensionOf), of('COMMODITY#').map(commodityOf));
}
