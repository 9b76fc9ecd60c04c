import type { Verb } from '../../platform/call.ts';
import { padSeq } from '../../platform/event-chain.ts';
import { pageBody } from '../../platform/lists/take-page.ts';
import { entryOf } from '../book-items.ts';
import { readBook } from '../read-book.ts';
import { wireEntry } from '../wire-entry.ts';
import type { bookRoutes } from './routes.ts';

/** The journal by number. What lies beyond the head is not in the book yet, so the head bounds the list. */
export const listEntries: Verb<typeof bookRoutes.listEntries> = async (call) => {
  const book = await readBook(call);
  const { limit, order } = call.query;
  const page = await call.table.query({
    pk: 'JOURNAL',
    to: padSeq(book.head.seq),
    descending: order === 'newest',
    limit,
    ...(call.cursor.from && { cursor: call.cursor.from }),
  });
  const data = page.items.map((item) => wireEntry(entryOf(item), book));
  return { status: 200, body: pageBody(call, data, page.cursor) };
};
