import { changeFirm as change } from '../../domain/firms/change-firm.ts';
import { isRefusal, refuse } from '../../domain/kernel/decision.ts';
import { bookSerial } from '../accounting/book-store.ts';
import { firmKey } from '../platform/auth/keys.ts';
import type { Verb } from '../platform/call.ts';
import { commit, Reading } from '../platform/commit.ts';
import { firmItem, firmOf } from './firm-items.ts';
import type { firmsRoutes } from './routes.ts';
import { wireFirm } from './wire-firm.ts';

/** Changes a firm's settings. The book's head goes along where the fiscal year moves: an entry posted at the same moment settles it first. */
export const changeFirm: Verb<typeof firmsRoutes.changeFirm> = async (call) => {
  const seen = new Reading(call.table);
  const item = await seen.get(firmKey);
  if (!item) return refuse('request.not_found');
  const firm = firmOf(item);
  return commit(call, {
    seen,
    serial: bookSerial,
    decide: (book) => {
      const changed = change(firm, call.body, { ifMatch: call.ifMatch, bookStarted: book.head.seq > 0 });
      if (isRefusal(changed)) return changed;
      const { firm: next, happenings } = changed;
      const { head } = book;
      const yearMoves = next.fiscalYearStart !== head.fiscalYearStart;
      return {
        ...(yearMoves && { state: { ...book, head: { ...head, fiscalYearStart: next.fiscalYearStart, version: head.version + 1 } } }),
        writes: [{ kind: 'put', item: firmItem(next) }],
        happenings,
        answer: { status: 200 as const, body: wireFirm(next), version: next.version },
      };
    },
  });
};
