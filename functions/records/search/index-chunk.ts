import { hash } from 'node:crypto';
import type { SearchKindName } from '../../../domain/records/search/kinds.ts';
import { MAX_NUMBER } from '../../../domain/records/search/postings.ts';
import { type SearchDoc, termsOf } from '../../../domain/records/search/search-doc.ts';
import { readHead } from '../../accounting/book-store.ts';
import { eventKey, padSeq, readEventHead } from '../../platform/event-chain.ts';
import { limits, TableUnavailable, type Write } from '../../platform/table/port.ts';
import { type IndexState, type Progress, stateCheck, stateWrite } from './index-state.ts';
import { searchKeys } from './keys.ts';
import type { Searchable, Viewer } from './searchable.ts';
import { rooms } from './searchable-kinds.ts';
import { type Numbered, nameWrites, padNumber, termWrites } from './write-terms.ts';

/** What one step reads at the most: it is done again whole after a crash, and lets others through before the next. */
const EVENTS_PER_CHUNK = 200;
const ENTRIES_PER_CHUNK = 250;
const GROUP = limits.transactionItems - 2;
const GROUP_BYTES = limits.transactionBytes / 4;

/** Whether there is more to read, and what the state is now. */
export interface Step {
  readonly state: IndexState;
  readonly more: boolean;
}

/**
 * Reads on where the index stands: the things that the next events tell of, as they are now, and the next entries. The index only has to name every
 * document that answers, and may name others: whoever searches reads the documents themselves. So a step that was cut off is simply done again.
 */
export async function indexChunk(viewer: Viewer, state: IndexState): Promise<Step> {
  const { table } = viewer;
  const { written } = state;
  const [head, book] = await Promise.all([readEventHead(table), readHead(table)]);
  const told = await readEvents(table, written.event, Math.min(head.seq, written.event + EVENTS_PER_CHUNK));
  const toEvent = told.through;
  // An import writes its entries under a lease: they are read when it is through, and it is not held up.
  const toEntry = book.lease || book.importing ? written.entry : Math.min(book.seq, written.entry + ENTRIES_PER_CHUNK);
  const more = head.seq > toEvent || (toEntry > written.entry && book.seq > toEntry);
  if (toEvent === written.event && toEntry === written.entry && !state.answering) return { state, more: false };

  const taken = { ...written.taken };
  const first = await readChanged(viewer, written, told.byEntity, taken);
  const entries = await readEntries(viewer, written.entry, toEntry);
  const docs = [...first.docs, ...entries];
  const groups = [...(await termWrites(table, written.generation, docs)), ...(await nameWrites(table, written.generation, docs)), ...first.writes];
  for (const group of grouped(groups)) await table.transact([stateCheck(state), ...group]);

  const next: Progress = { generation: written.generation, event: toEvent, entry: toEntry, taken };
  const caughtUp = !more;
  const after = {
    written: next,
    ...(state.answering && !caughtUp && { answering: state.answering }),
    dropped: state.answering && caughtUp ? [...state.dropped, state.answering.generation] : state.dropped,
  };
  await table.transact([stateWrite(state, after)]);
  return { state: { ...after, version: state.version + 1 }, more };
}

interface Changed {
  readonly docs: readonly Numbered[];
  readonly writes: readonly (readonly Write[])[];
}

type ByEntity = ReadonlyMap<string, ReadonlySet<string>>;

/** What the next events are about. A page of the table ends at a megabyte: the step then ends with it. */
async function readEvents(table: Viewer['table'], from: number, to: number): Promise<{ readonly through: number; readonly byEntity: ByEntity }> {
  const byEntity = new Map<string, Set<string>>();
  if (to === from) return { through: from, byEntity };
  const { items } = await table.query({ pk: eventKey(0).pk, from: padSeq(from + 1), to: padSeq(to), attributes: ['entity'] });
  for (const { entity } of items) {
    const { kind, id } = entity as unknown as { readonly kind: string; readonly id: string };
    byEntity.set(kind, (byEntity.get(kind) ?? new Set()).add(id));
  }
  return { through: Number(items.at(-1)?.sk ?? from), byEntity };
}

/** The documents that events tell of. One whose words are as they were costs its reading and nothing more. */
async function readChanged(viewer: Viewer, { generation }: Progress, byEntity: ByEntity, taken: Record<string, number>): Promise<Changed> {
  const docs: Numbered[] = [];
  const writes: (readonly Write[])[] = [];
  for (const { kind, searchable } of rooms) {
    const ids = searchable.by === 'events' ? [...(byEntity.get(searchable.entity) ?? [])] : [];
    if (searchable.by !== 'events' || ids.length === 0) continue;
    const changed = await numbered(viewer, { kind, searchable, ids, generation, taken });
    docs.push(...changed.docs);
    writes.push(...changed.writes);
  }
  return { docs, writes };
}

interface OfKind {
  readonly kind: SearchKindName;
  readonly searchable: Extract<Searchable, { by: 'events' }>;
  readonly ids: readonly string[];
  readonly generation: number;
  readonly taken: Record<string, number>;
}

async function numbered(viewer: Viewer, { kind, searchable, ids, generation, taken }: OfKind): Promise<Changed> {
  const at = { generation: String(generation), kind };
  const before = taken[kind] ?? 0;
  const [found, known] = await Promise.all([
    loaded(viewer, searchable, ids),
    viewer.table.batchGet(ids.map((document) => searchKeys.number({ ...at, document }))),
  ]);
  const docs: Numbered[] = [];
  const writes: (readonly Write[])[] = [];
  for (const [i, document] of ids.entries()) {
    const [doc, item] = [found[i], known[i]];
    const key = searchKeys.number({ ...at, document });
    if (!doc) {
      // What is gone, or no longer to be found.
      if (item)
        writes.push([
          { kind: 'delete', key },
          { kind: 'delete', key: searchKeys.document({ ...at, n: padNumber(Number(item.n)) }) },
        ]);
      continue;
    }
    const digest = digestOf(doc);
    // A number that was given in a step which did not end is given again, with its words.
    if (item && item.digest === digest && Number(item.n) <= before) continue;
    const n = item && Number(item.n) <= before ? Number(item.n) : (taken[kind] ?? 0) + 1;
    if (n > MAX_NUMBER) continue;
    taken[kind] = Math.max(taken[kind] ?? 0, n);
    docs.push({ kind, n, doc });
    writes.push([
      { kind: 'put', item: { ...key, n, digest } },
      { kind: 'put', item: { ...searchKeys.document({ ...at, n: padNumber(n) }), document } },
    ]);
  }
  return { docs, writes };
}

/** One thing that cannot be read keeps none of the others out of the index. */
async function loaded(viewer: Viewer, searchable: OfKind['searchable'], ids: readonly string[]): Promise<readonly (SearchDoc | undefined)[]> {
  try {
    return await searchable.load(viewer, ids);
  } catch (error) {
    if (error instanceof TableUnavailable) throw error;
    if (ids.length > 1) return (await Promise.all(ids.map((id) => loaded(viewer, searchable, [id])))).flat();
    viewer.ports.log.error('something could not be read for the search', { id: ids[0], error: error instanceof Error ? error.stack : String(error) });
    return [undefined];
  }
}

const digestOf = (doc: SearchDoc): string => hash('sha256', JSON.stringify([...termsOf(doc)]), 'base64url').slice(0, 22);

async function readEntries(viewer: Viewer, from: number, to: number): Promise<readonly Numbered[]> {
  const room = rooms.find(({ searchable }) => searchable.by === 'journal');
  if (room?.searchable.by !== 'journal' || to <= from) return [];
  const seqs = Array.from({ length: to - from }, (_, i) => from + 1 + i);
  const docs = await room.searchable.load(viewer, seqs);
  return docs.flatMap((doc, i) => (doc ? [{ kind: room.kind, n: seqs[i] ?? 0, doc }] : []));
}

/** Writes that belong together stay together; as many as a transaction holds. */
function* grouped(parts: readonly (readonly Write[])[]): Generator<readonly Write[]> {
  let group: Write[] = [];
  let bytes = 0;
  for (const part of parts) {
    const size = part.reduce((sum, write) => sum + (write.kind === 'put' ? JSON.stringify(write.item).length * 2 : 200), 0);
    if (group.length > 0 && (group.length + part.length > GROUP || bytes + size > GROUP_BYTES)) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(...part);
    bytes += size;
  }
  if (group.length > 0) yield group;
}
