import type { BookHead, Entry, Lease } from '../../domain/accounting/book.ts';
import { padSeq } from '../platform/event-chain.ts';
import type { Ports } from '../platform/ports.ts';
import { checkWrites } from '../platform/table/check-writes.ts';
import type { FirmTable } from '../platform/table/firm-table.ts';
import { type Item, limits, TableUnavailable, TransactionCancelled, type Write } from '../platform/table/port.ts';
import { queryAll } from '../platform/table/query-all.ts';
import { entryOf, headItem, headOf } from './book-items.ts';
import { bookKeys } from './keys.ts';
import { entryWrite, ledgerWrites, type MovementWrite, movementWrites } from './posting-writes.ts';

/**
 * What one transaction cannot hold is staged and sealed: entries are written beyond the head, where no reader looks, under a lease;
 * sealing adds their movements in chunks that each leave a marker, so that a repeat adds nothing; then the head moves past them.
 * A lease whose holder is gone is finished (or, while only staging, dropped) by whoever finds it.
 */
const CHUNK = limits.transactionItems - 4;
/** Short of what a transaction holds by more than the lease's check and the marker weigh. */
const CHUNK_BYTES = limits.transactionBytes - 64 * 1024;
const PATIENCE_MS = 2000;
const POLL_MS = 15;
const TRIES = 12;

/** Batches that this process is writing: it does not wait for itself. One that it failed at is anybody's to finish, its own too. */
const own = new Set<string>();

/** The head once no other process's batch is being written: waits for one, and finishes it if nothing moves for a while. */
export async function settleLease(table: FirmTable, ports: Ports): Promise<BookHead> {
  let waitingFor = '';
  let since = 0;
  for (;;) {
    const item = await table.get(bookKeys.head());
    if (!item) throw new Error('a firm without a book');
    const head = headOf(item);
    if (!head.lease || own.has(head.lease.id)) return head;
    const state = `${head.lease.id} ${head.lease.phase} ${head.version}`;
    if (state !== waitingFor) {
      waitingFor = state;
      since = performance.now();
    } else if (performance.now() - since > PATIENCE_MS) {
      ports.log.warn('finishing a batch that was left behind', { batch: head.lease.id, phase: head.lease.phase });
      await (head.lease.phase === 'sealing' ? seal(table, head) : release(table, head)).catch(ignoreLostRace);
      continue;
    }
    await pause(POLL_MS);
  }
}

/** All that a batch writes, in chunks that a transaction holds: its entries, which are staged, then the rows and counters that sealing adds. */
export interface BatchWrites {
  readonly staging: readonly Chunk[];
  readonly sealing: readonly Chunk[];
}
type Chunk = readonly Write[];

/**
 * Throws unless the table takes everything that a batch stages and that sealing it writes. Asked before anything is: once a batch is decided it must be
 * possible to finish it, or the book would wait for it for ever.
 */
export function batchWrites(entries: readonly Entry[], movements: readonly MovementWrite[] = movementWrites(entries)): BatchWrites {
  // Once a batch is decided nothing may refuse its counters: that they stay within their bounds was seen to before.
  const unconditional = movements.map(({ when: _when, ...write }): Write => write);
  return { staging: chunksOf(entries.map(entryWrite)), sealing: chunksOf([...ledgerWrites(entries), ...unconditional]) };
}

/** Takes the lease for a batch: from here no other post gets through until it is sealed or dropped. */
export async function lease(
  table: FirmTable,
  head: BookHead,
  batch: { readonly id: string; readonly takenAt: string; readonly seq: number; readonly hash: string },
): Promise<BookHead> {
  const leased: BookHead = { ...head, version: head.version + 1, lease: { ...batch, phase: 'staging' } };
  own.add(batch.id);
  await unlessFailed(batch.id, table.transact([{ kind: 'put', item: headItem(leased), when: { equals: ['v', head.version] } }]));
  return leased;
}

/** Writes entries beyond the head. Each transaction holds only while the lease is ours: a writer that was given up writes nothing more. */
export async function stage(table: FirmTable, batch: string, { staging }: BatchWrites): Promise<void> {
  await each(staging, (chunk) => transactUnderLease(table, batch, chunk));
}

/** Drops a lease that has staged and sealed nothing. What was staged lies beyond the head and is overwritten by the next posts. */
export async function release(table: FirmTable, head: BookHead): Promise<void> {
  const { lease: dropped, ...rest } = head;
  if (dropped) own.delete(dropped.id);
  await table.transact([{ kind: 'put', item: headItem({ ...rest, version: head.version + 1 }), when: { equals: ['v', head.version] } }]);
}

/** Finishes a batch whose head says `sealing`: whatever of it is done already is not done again. */
export async function seal(table: FirmTable, head: BookHead, writes?: BatchWrites): Promise<void> {
  const batch = head.lease;
  if (!batch) return;
  const steps = await unlessFailed(batch.id, movePast(table, head, batch, writes));
  own.delete(batch.id);
  const markers = Array.from(
    { length: steps },
    (_, step): Write => ({ kind: 'delete', key: bookKeys.batchMarker({ batch: batch.id, step: padSeq(step) }) }),
  );
  await each(chunksOf(markers), (chunk) => table.transact(chunk));
}

/** Writes the rows and counters of a batch and moves the head past it; the number of steps that it took. */
async function movePast(table: FirmTable, head: BookHead, batch: Lease, writes: BatchWrites | undefined): Promise<number> {
  const { sealing } = writes ?? batchWrites(await stagedEntries(table, head, batch));
  await each(sealing, async (chunk, step) => {
    const marker = bookKeys.batchMarker({ batch: batch.id, step: padSeq(step) });
    await transactUnderLease(table, batch.id, [...chunk, { kind: 'put', item: { ...marker, done: true }, when: { exists: false } }]).catch(
      (error) => {
        if (!isDone(error)) throw error;
      },
    );
  });
  const { lease: _lease, ...rest } = head;
  await table.transact([
    { kind: 'put', item: headItem({ ...rest, version: head.version + 1, seq: batch.seq, hash: batch.hash }), when: { equals: ['v', head.version] } },
  ]);
  return sealing.length;
}

/** A batch at which this process failed is no longer its own: the next who comes, itself included, finds it left behind and finishes it. */
async function unlessFailed<T>(batch: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    own.delete(batch);
    throw error;
  }
}

async function stagedEntries(table: FirmTable, head: BookHead, batch: Lease): Promise<Entry[]> {
  const items = await queryAll(table, { pk: bookKeys.entry({ seq: '' }).pk, from: padSeq(head.seq + 1), to: padSeq(batch.seq) });
  if (items.length !== batch.seq - head.seq) throw new Error(`batch ${batch.id} says ${batch.seq - head.seq} entries and ${items.length} are staged`);
  return items.map((item: Item) => entryOf(item));
}

async function transactUnderLease(table: FirmTable, batch: string, writes: readonly Write[]): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await table.transact([{ kind: 'check', key: bookKeys.head(), when: { equals: ['leaseId', batch] } }, ...writes]);
    } catch (error) {
      // Whether a write that was not answered has happened is told by its marker, or does not matter: an entry is staged twice the same.
      const passing =
        error instanceof TableUnavailable || (error instanceof TransactionCancelled && error.reasons.every(({ code }) => code !== 'condition'));
      if (!passing || attempt >= TRIES) throw error;
      await pause(POLL_MS * 2 ** Math.min(attempt, 5));
    }
  }
}

/** The chunk's marker is there already: it was applied before a crash. (The lease itself is item 0.) */
const isDone = (error: unknown): boolean =>
  error instanceof TransactionCancelled && error.reasons.every((reason) => reason.code === 'condition' && reason.index !== 0);

const ignoreLostRace = (error: unknown): void => {
  if (!(error instanceof TransactionCancelled)) throw error;
};

async function each(chunks: readonly Chunk[], run: (chunk: Chunk, step: number) => Promise<void>): Promise<void> {
  const failed = (await Promise.allSettled(chunks.map(run))).find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Chunks that a transaction holds, by number and by weight: the same writes give the same chunks, whoever finishes them. Throws for a write that none holds. */
function chunksOf(writes: readonly Write[]): Chunk[] {
  const chunks: Write[][] = [];
  let chunk: Write[] = [];
  let room = 0;
  for (const write of writes) {
    const [size = 0] = checkWrites([write]);
    if (chunk.length === 0 || chunk.length === CHUNK || size > room) {
      chunk = [];
      chunks.push(chunk);
      room = CHUNK_BYTES;
    }
    chunk.push(write);
    room -= size;
  }
  return chunks;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
