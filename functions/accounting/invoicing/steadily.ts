import type { Book } from '../../../domain/accounting/book.ts';
import type { FirmCall } from '../../platform/call.ts';
import { readHead } from '../book-store.ts';
import { exactly } from '../exact.ts';

const MAX_READS = 20;

/**
 * Reads open items exactly. An allocation posts no entry, so the number of the last one does not tell that items moved between two pages of a reading;
 * the version of the head does, because an allocation moves that too.
 */
export async function steadily<T>(call: FirmCall, read: (book: Book) => Promise<T>): Promise<{ readonly book: Book; readonly value: T }> {
  for (let attempt = 0; attempt < MAX_READS; attempt++) {
    const reading = await exactly(call, read);
    const { version } = await readHead(call.table);
    if (version === reading.book.head.version) return reading;
  }
  throw new Error('open items moved during every reading');
}
