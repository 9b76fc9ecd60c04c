import { assert, isRefusal, type Outcome } from '../../domain/kernel/decision.ts';
import type { Actor, Happening } from '../../domain/kernel/event.ts';
import type { Mint } from '../../domain/kernel/ids.ts';
import type { FirmCall, IdempotencyKey } from './call.ts';
import { judge, Moved } from './commit-outcome.ts';
import { type EventHead, eventHeadWrite, eventItems, NO_EVENTS, readEventHead } from './event-chain.ts';
import { remember } from './idempotency-record.ts';
import { MergedWrites } from './merged-writes.ts';
import type { Ports } from './ports.ts';
import type { Reading } from './reading.ts';
import type { FirmTable } from './table/firm-table.ts';
import { LimitExceeded, limits, TransactionCancelled, type Write } from './table/port.ts';

/** A serial log of a firm (the book): how its state is read and how a move of it is written, conditional on where it stood. */
export interface Serial<State> {
  readonly name: string;
  /** Reads the state afresh; `previous` may lend what has not changed since. */
  load(table: FirmTable, ports: Ports, previous: State | undefined): Promise<State>;
  /** The conditional write of the head from one state to the next. */
  move(from: State, to: State): Write;
}

/** What a decision comes to: the next state of the serial log if it moved, the items written, what happened, and the answer. */
export interface Decided<State, A> {
  readonly state?: State;
  readonly writes: readonly Write[];
  readonly happenings: readonly Happening[];
  /** The answer of the request: remembered under the idempotency key, when it is one of the chain (`status` and `body`). */
  readonly answer: A;
}

/** What a command needs to be committed: a request has it all; a job or a sweep brings its own. */
export interface CommitContext {
  readonly ports: Ports;
  readonly now: string;
  readonly mint: Mint;
  readonly actor: Actor;
  readonly idempotency?: IdempotencyKey | undefined;
}

export interface Submission<State, A> {
  readonly call: CommitContext | FirmCall;
  readonly seen?: Reading;
  readonly serial?: Serial<State>;
  /** Runs alone, before the decision, with the log to itself: how a batch stages what one transaction cannot hold. */
  readonly prepare?: (state: State) => Promise<Outcome<State>>;
  readonly decide: (state: State) => Outcome<Decided<State, A>>;
  /** After the commit of a prepared command, still alone: completes what the commit made certain. */
  readonly finish?: () => Promise<void>;
  /** After a prepared command that was not committed. */
  readonly abandon?: () => Promise<void>;
}

/** Commands that share one transaction at the most, and the items they may fill together, leaving room for the heads. */
const MAX_TOGETHER = 12;
const MAX_ITEMS = limits.transactionItems - 4;
/** How long a group waits at the most for those that were under way with it the last time: less than a transaction of their own would take. */
const GATHER_MS = 1;
const MAX_HEAD_TRIES = 12;
const BACKOFF_MS = 8;
const MAX_LOGS = 500;

interface Pending {
  readonly submission: Submission<unknown, unknown>;
  readonly settle: (outcome: Outcome<unknown>) => void;
  readonly fail: (error: unknown) => void;
}

/** The commands of one firm in this process, one group after the other. */
export class FirmLog {
  readonly #table: FirmTable;
  readonly #ports: Ports;
  readonly #queue: Pending[] = [];
  readonly #states = new Map<string, unknown>();
  readonly #fresh = new Set<string>();
  #events: EventHead | undefined;
  #running = false;
  /** Commands that were under way when the last group was done. */
  #together = 1;
  #gathered: (() => void) | undefined;

  constructor(ports: Ports, table: FirmTable) {
    this.#ports = ports;
    this.#table = table;
  }

  submit<State, A>(submission: Submission<State, A>): Promise<Outcome<A>> {
    return new Promise<Outcome<A>>((settle, fail) => {
      this.#queue.push({ submission: submission as Submission<unknown, unknown>, settle: settle as Pending['settle'], fail });
      if (!this.#running) void this.#drain();
      else if (this.#isGathered()) this.#gathered?.();
    });
  }

  async #drain(): Promise<void> {
    this.#running = true;
    // A turn of the loop first, so that commands which arrived together are taken together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#queue.length > 0) {
      await this.#gather();
      const alone = this.#queue.findIndex((pending) => pending.submission.prepare);
      const group = this.#queue.splice(0, alone === 0 ? 1 : Math.min(MAX_TOGETHER, alone < 0 ? this.#queue.length : alone));
      try {
        const left = await this.#commit(group);
        this.#queue.unshift(...left);
        this.#together = alone === 0 ? 1 : group.length - left.length + this.#queue.length;
      } catch (error) {
        this.#forget();
        for (const pending of group) {
          await pending.submission.abandon?.().catch(() => undefined);
          pending.fail(error);
        }
      }
    }
    this.#running = false;
  }

  /**
   * Clients that were answered together ask again together: a moment's wait for as many as were under way saves transactions, each of which
   * costs more than the moment. A lone command waits for nobody.
   */
  #gather(): Promise<void> {
    if (this.#isGathered()) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(late);
        this.#gathered = undefined;
        resolve();
      };
      const late = setTimeout(done, GATHER_MS);
      this.#gathered = done;
    });
  }

  #isGathered(): boolean {
    return this.#queue.length >= Math.min(this.#together, MAX_TOGETHER) || this.#queue.some(({ submission }) => submission.prepare);
  }

  /** Commits a group in one transaction; gives back those that did not fit. A group that is refused by the table is tried one by one. */
  async #commit(group: readonly Pending[]): Promise<readonly Pending[]> {
    const failed = new Set<Pending>();
    for (let attempt = 0; ; attempt++) {
      const known = this.#fresh.size > 0;
      const built = await this.#build(group, failed);
      if (known && built.refused > 0) {
        // A refusal may rest on a head that another process has moved: it is given only on what the table says now.
        this.#forget();
        continue;
      }
      if (built.moved === 0) {
        built.settle();
        return built.left;
      }
      try {
        await this.#table.transact(built.writes);
      } catch (error) {
        this.#forget();
        if (!(error instanceof TransactionCancelled || error instanceof LimitExceeded)) throw error;
        if (built.decided.length > 1) {
          for (const { pending } of built.decided) await this.#commit([pending]).catch((cause) => pending.fail(cause));
          return built.left;
        }
        if (error instanceof LimitExceeded) throw error;
        const verdict = judge(error, built.writes, built.heads);
        if (verdict !== 'again') throw verdict;
        if (attempt >= MAX_HEAD_TRIES) throw new Moved();
        await pause(attempt, this.#ports);
        continue;
      }
      built.advance();
      for (const { pending } of built.decided) {
        if (!pending.submission.finish) continue;
        this.#forget();
        await pending.submission.finish();
      }
      built.settle();
      return built.left;
    }
  }

  /**
   * Decides each command of a group in turn, on the state that the ones before it leave, and puts their writes together. One whose decision throws has
   * been told so, and is left out when the group is built again: it may be on its way a second time already.
   */
  async #build(group: readonly Pending[], failed: Set<Pending>) {
    const started = this.#events ?? (await readEventHead(this.#table));
    this.#events = started;
    let events = started;
    const merged = new MergedWrites();
    const states = new Map<Serial<unknown>, { from: unknown; to: unknown }>();
    const decided: { readonly pending: Pending; readonly outcome: Outcome<unknown> }[] = [];
    let left: readonly Pending[] = [];
    let refused = 0;
    for (const [i, pending] of group.entries()) {
      if (failed.has(pending)) continue;
      const { call, seen, serial, decide, prepare, abandon } = pending.submission;
      try {
        const loaded = serial && (states.get(serial)?.from ?? (await this.#state(serial)));
        const from = prepare ? await prepare(loaded) : loaded;
        const outcome = isRefusal(from) ? from : decide((serial && states.get(serial)?.to) ?? from);
        if (isRefusal(outcome)) {
          // What was prepared may have moved the head and back.
          if (prepare) this.#forget();
          refused += 1;
          decided.push({ pending, outcome });
          continue;
        }
        const chained = eventItems(events, outcome.happenings, { at: call.now, by: call.actor, firm: this.#table.firm, mint: call.mint });
        const writes = [
          ...(seen ? seen.guard(outcome.writes) : outcome.writes),
          ...chained.writes,
          ...remember(call.idempotency, outcome.answer, call.now),
        ];
        assert(writes.length <= MAX_ITEMS, `a command fits one transaction (${writes.length} items)`);
        if (merged.size + writes.length > MAX_ITEMS || !merged.add(writes)) {
          assert(merged.size > 0, 'a command writes each item once');
          left = group.slice(i).filter((later) => !failed.has(later));
          break;
        }
        events = chained.head;
        if (serial && outcome.state !== undefined) states.set(serial, { from, to: outcome.state });
        decided.push({ pending, outcome: outcome.answer as Outcome<unknown> });
      } catch (error) {
        failed.add(pending);
        this.#forget();
        await abandon?.().catch(() => undefined);
        pending.fail(error);
      }
    }
    const heads = [...states].map(([serial, { from, to }]) => serial.move(from, to));
    if (events !== started) heads.push(eventHeadWrite(started, events, this.#ports.clock.now()));
    const advance = () => {
      this.#events = events;
      for (const [serial, { to }] of states) this.#states.set(serial.name, to);
    };
    const settle = () => {
      for (const { pending, outcome } of decided) pending.settle(outcome);
    };
    return { writes: [...heads, ...merged.writes()], heads: heads.length, moved: decided.length - refused, refused, decided, left, advance, settle };
  }

  async #state(serial: Serial<unknown>): Promise<unknown> {
    const known = this.#states.get(serial.name);
    if (known !== undefined && this.#fresh.has(serial.name)) return known;
    const loaded = await serial.load(this.#table, this.#ports, known);
    this.#states.set(serial.name, loaded);
    this.#fresh.add(serial.name);
    return loaded;
  }

  /** What was thought of the heads is no longer trusted; what hangs on a version of them may still be lent to the next load. */
  #forget(): void {
    this.#events = undefined;
    this.#fresh.clear();
  }
}

const logs = new WeakMap<Ports, Map<string, FirmLog>>();

/** The log of a firm in this process. It holds nothing that the table does not: losing it costs two reads. */
export function firmLog(ports: Ports, firm: string, table: FirmTable): FirmLog {
  const byFirm = logs.get(ports) ?? new Map<string, FirmLog>();
  logs.set(ports, byFirm);
  const log = byFirm.get(firm) ?? new FirmLog(ports, table);
  byFirm.delete(firm);
  byFirm.set(firm, log);
  for (const oldest of byFirm.keys()) {
    if (byFirm.size <= MAX_LOGS) break;
    byFirm.delete(oldest);
  }
  return log;
}

/** The first events of a firm, for the one transaction that founds it. */
export function foundingWrites(
  firm: string,
  happenings: readonly Happening[],
  facts: { readonly at: string; readonly by: Actor; readonly mint: Mint },
): Write[] {
  const chained = eventItems(NO_EVENTS, happenings, { ...facts, firm });
  return [eventHeadWrite(NO_EVENTS, chained.head, facts.at), ...chained.writes];
}

async function pause(attempt: number, ports: Ports): Promise<void> {
  const spread = (ports.randomBytes(1)[0] ?? 0) / 255;
  await new Promise((resolve) => setTimeout(resolve, BACKOFF_MS * 2 ** Math.min(attempt, 5) * spread));
}
