import type { Book, BookHead } from '../../domain/accounting/book.ts';
import type { Ports } from '../platform/ports.ts';
import type { FirmTable } from '../platform/table/firm-table.ts';
import { settleLease } from './batch-lease.ts';
import { loadChart } from './book-store.ts';

const MAX_CHARTS = 200;
/** Charts that were read, by the version that the head names: exact as long as the head says that version. */
const charts = new WeakMap<Ports, Map<string, Book>>();

/** The book for a reader: its head as it stands (a batch that is being sealed is waited for) and the chart of that head. */
export async function readBook(call: { readonly table: FirmTable; readonly ports: Ports }): Promise<Book> {
  return bookOf(call, await settleLease(call.table, call.ports));
}

async function bookOf({ table, ports }: { readonly table: FirmTable; readonly ports: Ports }, head: BookHead): Promise<Book> {
  const known = charts.get(ports) ?? new Map<string, Book>();
  charts.set(ports, known);
  const last = known.get(table.firm);
  const chart = last?.head.chartVersion === head.chartVersion ? last.chart : await loadChart(table);
  const book = { head, chart };
  known.delete(table.firm);
  known.set(table.firm, book);
  const [oldest] = known.keys();
  if (known.size > MAX_CHARTS && oldest) known.delete(oldest);
  return book;
}
