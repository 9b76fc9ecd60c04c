import type { Book } from '../../domain/accounting/book.ts';
import type { FirmCall } from '../platform/call.ts';
import { settleLease } from './batch-lease.ts';
import { readBook } from './read-book.ts';

const MAX_READS = 20;

/**
 * Reads something of the book exactly: the head before, what is asked, the head after; if it moved, once more. What is answered is exact
 * at `book.head.seq`, and says so. On a book that never rests the last reading is refused rather than given wrong.
 */
export async function exactly<T>(call: FirmCall, read: (book: Book) => Promise<T>): Promise<{ readonly book: Book; readonly value: T }> {
  for (let attempt = 0; attempt < MAX_READS; attempt++) {
    const book = await readBook(call);
    const value = await read(book);
    const after = await settleLease(call.table, call.ports);
    if (after.seq === book.head.seq && after.chartVersion === book.head.chartVersion) return { book, value };
  }
  throw new Error('the book moved during every reading');
}
