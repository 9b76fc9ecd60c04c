import { refuse } from '../../../domain/kernel/decision.ts';
import type { Id } from '../../../domain/kernel/ids.ts';
import type { Verb } from '../../platform/call.ts';
import { padSeq } from '../../platform/event-chain.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { bookKeys } from '../keys.ts';
import { readBook } from '../read-book.ts';
import { wireEntry } from '../wire-entry.ts';
import { entryById } from './entry-by-id.ts';
import type { bookRoutes } from './routes.ts';

export const getEntry: Verb<typeof bookRoutes.getEntry> = async (call) => {
  const entry = await entryById(call.table, call.params.entryId);
  if (!entry) return refuse('request.not_found');
  const [book, reversal, files] = await Promise.all([
    readBook(call),
    call.table.get(bookKeys.reversal({ seq: padSeq(entry.seq) })),
    queryAll(call.table, { pk: bookKeys.attachment({ entry: entry.id, attachment: '' }).pk }),
  ]);
  const attachments = files.map((file) => ({
    id: file.sk as Id<'attachment'>,
    name: String(file.name),
    type: String(file.type),
    bytes: Number(file.bytes),
    at: String(file.at),
  }));
  return { status: 200, body: { ...wireEntry(entry, book), reversedBy: reversal ? (String(reversal.by) as Id<'entry'>) : null, attachments } };
};
