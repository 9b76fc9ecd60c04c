import type { Book, BookHead } from '../../../domain/accounting/book.ts';
import { closePeriod as decideClose, lockPeriod as decideLock } from '../../../domain/accounting/periods.ts';
import { isRefusal, type Outcome } from '../../../domain/kernel/decision.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit } from '../../platform/commit.ts';
import { bookSerial } from '../book-store.ts';
import { countDrafts } from '../invoicing/count-drafts.ts';
import type { periodsRoutes } from './routes.ts';

/** Closes a month: the head moves, so every post that did not yet land is decided again and refused (rule B5). */
export const closePeriod: Verb<typeof periodsRoutes.closePeriod> = async (call) => {
  const { month } = call.params;
  const drafts = await countDrafts(call.table, month);
  return moveHead(
    call,
    'period.closed',
    month,
    (head) => decideClose(head, month, drafts),
    (head) => ({ status: 200 as const, body: { closedThrough: head.closedThrough ?? '' } }),
  );
};

export const lockPeriod: Verb<typeof periodsRoutes.lockPeriod> = (call) =>
  moveHead(
    call,
    'period.locked',
    call.params.month,
    (head) => decideLock(head, call.params.month),
    (head) => ({ status: 200 as const, body: { lockedThrough: head.lockedThrough ?? '' } }),
  );

function moveHead<A>(
  call: FirmCall,
  type: `period.${string}`,
  month: string,
  decide: (head: BookHead) => Outcome<BookHead>,
  answer: (head: BookHead) => A,
) {
  return commit(call, {
    serial: bookSerial,
    decide: (book: Book) => {
      const head = decide(book.head);
      if (isRefusal(head)) return head;
      return {
        state: { ...book, head },
        writes: [],
        happenings: [{ type, entity: { kind: 'period', id: month }, data: { seq: head.seq, hash: head.hash } }],
        answer: answer(head),
      };
    },
  });
}
