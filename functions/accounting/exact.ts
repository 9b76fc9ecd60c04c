import type { Book } from '../../domain/accounting/book.ts';
import type { FirmCall } from '../platform/call.ts';
import { settleLease } from './batch-lease.ts';
import { readBook } from './read-book.ts';

const MAX_READS = 200;
const PAUSE_MS = 5;

/**
 * Reads something of the book exactly: the head before, what is asked, the head after; if it moved at all, or a batch was being sealed, once more. What is
 * answered is exact at `book.head.seq`, and says so: posts, closes and settlements of documents all move the head. On a book that never rests the
 * reading fails rather than be given wrong.
 */
export async function exactly<T>(
  call: Pick<FirmCall, 'table' | 'ports'>,
  read: (book: Book) => Promise<T>,
): Promise<{ readonly book: Book; readonly value: T }> {
  for (let attempt = 0; attempt < MAX_READS; attempt++) {
    const book = await readBook(call);
    if (book.head.lease?.phase !== 'sealing') {
      const value = await read(book);
      const after = await settleLease(call.table, call.ports);
      if (after.version === book.head.version) return { book, value };
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error('the book moved during every reading');
}
