import { hash } from 'node:crypto';
import type { Book } from '../../domain/accounting/book.ts';
import type { Posting, PostingFacts } from '../../domain/accounting/post.ts';
import { isRefusal, type Outcome, refuse } from '../../domain/kernel/decision.ts';
import type { Happening } from '../../domain/kernel/event.ts';
import { formatAmount } from '../../domain/kernel/money.ts';
import type { FirmCall } from '../platform/call.ts';
import { Moved } from '../platform/commit-outcome.ts';
import { type CommitContext, firmLog, type Submission } from '../platform/firm-log.ts';
import type { Reading } from '../platform/reading.ts';
import type { FirmTable } from '../platform/table/firm-table.ts';
import { LimitExceeded, TableUnavailable, type Write } from '../platform/table/port.ts';
import { type BatchWrites, batchWrites, lease, release, seal, stage } from './batch-lease.ts';
import { movementOf } from './book-items.ts';
import { bookSerial } from './book-store.ts';
import { MOVEMENT_LIMIT, type MovementWrite, movementWrites, postingWrites } from './posting-writes.ts';

/** A decision that may post: the posting, what else is written with it, what happened, and the answer. */
export interface PostingDecision<A> {
  readonly posting: Posting;
  readonly writes?: readonly Write[];
  readonly happenings: readonly Happening[];
  readonly answer: A;
}

export interface PostingCommand<A> {
  readonly seen?: Reading;
  readonly decide: (book: Book) => Outcome<PostingDecision<A>>;
}

/** A request, or a job that brings its own context. */
export type PostingContext = (FirmCall | (CommitContext & { readonly firm: { readonly id: string } })) & { readonly table: FirmTable };

/** Items of a posting that still leave room for the document, the event, the heads and the idempotency record. */
const MAX_ITEMS_TOGETHER = 80;

/** Posts in one transaction where it fits, taken together with others that wait; what is larger is staged and sealed, all or nothing to everyone. */
export async function commitPosting<A>(call: PostingContext, command: PostingCommand<A>): Promise<Outcome<A>> {
  let tooLarge = false;
  let last: Posting | undefined;
  const submission: Submission<Book, A> = {
    call,
    ...(command.seen && { seen: command.seen }),
    serial: bookSerial,
    decide: (book) => {
      tooLarge = false;
      const decision = command.decide(book);
      if (isRefusal(decision)) return decision;
      last = decision.posting;
      const writes = postingWrites(decision.posting.entries);
      if (writes.length > MAX_ITEMS_TOGETHER) {
        tooLarge = true;
        return refuse('request.conflict');
      }
      return {
        state: decision.posting.book,
        writes: [...writes, ...(decision.writes ?? [])],
        happenings: decision.happenings,
        answer: decision.answer,
      };
    },
  };
  try {
    const outcome = await firmLog(call.ports, call.firm.id, call.table).submit(submission);
    return tooLarge ? commitStaged(call, command) : outcome;
  } catch (thrown) {
    // Counters that are full defeat a post as a race does, and no further try would win it.
    const full =
      (thrown instanceof Moved || thrown instanceof LimitExceeded) && last && (await overflow(call.table, last, movementWrites(last.entries)));
    if (full) return full;
    throw thrown;
  }
}

/** The facts of a posting: who and when from the request, chance and digest from the host. */
export const postingFacts = (call: Pick<CommitContext, 'now' | 'actor' | 'mint'>): PostingFacts => ({
  at: call.now,
  by: call.actor,
  mint: call.mint,
  sha256: (text) => hash('sha256', text, 'hex'),
});

/** The large way: lease, stage, then one commit that decides it for good (event, document, idempotency record), then seal. */
export async function commitStaged<A>(call: PostingContext, command: PostingCommand<A>): Promise<Outcome<A>> {
  const { table } = call;
  let decision: PostingDecision<A> | undefined;
  let leased: Book | undefined;
  let writes: BatchWrites | undefined;
  const outcome = await firmLog(call.ports, call.firm.id, table).submit<Book, A>({
    call,
    ...(command.seen && { seen: command.seen }),
    serial: bookSerial,
    prepare: async (book) => {
      if (leased && book.head.lease?.id === leased.head.lease?.id) return book;
      const decided = command.decide(book);
      if (isRefusal(decided)) return decided;
      const { entries, book: after } = decided.posting;
      const head = await lease(table, book.head, { id: call.mint('job'), takenAt: call.now, seq: after.head.seq, hash: after.head.hash });
      leased = { ...book, head };
      decision = decided;
      const movements = movementWrites(entries);
      const full = await overflow(table, decided.posting, movements);
      if (full) {
        await release(table, head);
        return full;
      }
      writes = batchWrites(entries, movements);
      await stage(table, head.lease?.id ?? '', writes);
      return leased;
    },
    decide: (book) => {
      if (!decision || !book.head.lease) return refuse('request.conflict');
      // The head keeps its number until the batch is sealed; everything else of the decision stands from here on, whoever finishes it.
      const head = {
        ...decision.posting.book.head,
        version: book.head.version + 1,
        seq: book.head.seq,
        hash: book.head.hash,
        lease: { ...book.head.lease, phase: 'sealing' as const },
      };
      leased = { ...book, head };
      return { state: leased, writes: decision.writes ?? [], happenings: decision.happenings, answer: decision.answer };
    },
    finish: async () => {
      if (!leased || !decision) return;
      await seal(table, leased.head, writes).catch((cause: unknown) => {
        // It is decided: whoever comes next finishes it, and the same command under the same key is answered then.
        throw new TableUnavailable('a batch is decided and not sealed yet', { cause });
      });
    },
    abandon: async () => {
      if (leased?.head.lease?.phase === 'staging') await release(table, leased.head);
    },
  });
  return outcome;
}

/** A batch whose movements would leave the exact integers is refused before anything of it counts. */
async function overflow(table: FirmTable, { book }: Posting, rows: readonly MovementWrite[]): Promise<Outcome<never> | undefined> {
  const present = await table.batchGet(rows.map((row) => row.key));
  for (const [i, row] of rows.entries()) {
    for (const name of ['dr', 'cr', 'fdr', 'fcr']) {
      const total = Number(present[i]?.[name] ?? 0) + (row.add?.[name] ?? 0);
      if (total <= MOVEMENT_LIMIT) continue;
      const { account, month } = movementOf({ ...row.key }).key;
      return refuse('book.full', { account, period: month, limit: formatAmount(BigInt(MOVEMENT_LIMIT), book.head.digits) });
    }
  }
  return undefined;
}
