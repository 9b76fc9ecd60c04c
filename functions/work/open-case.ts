import { isRefusal } from '../../domain/kernel/decision.ts';
import { openCase as decideOpening } from '../../domain/work/cases/open-case.ts';
import { kindOf } from '../../domain/work/kinds/case-kinds.ts';
import { loadContact } from '../accounting/invoicing/load-documents.ts';
import type { Verb } from '../platform/call.ts';
import { commit, Reading } from '../platform/commit.ts';
import type { Serial } from '../platform/firm-log.ts';
import { caseWrites } from './case-items.ts';
import { happened, personOf } from './change-case.ts';
import { workKeys } from './keys.ts';
import { readQueue } from './queue-store.ts';
import type { workRoutes } from './routes.ts';
import { currentSettings } from './settings-store.ts';
import { wireCase } from './wire-case.ts';

/** Opens a case. Its number is taken in the commit that makes it: one that is not made leaves no gap. */
export const openCase: Verb<typeof workRoutes.openCase> = async (call) => {
  const seen = new Reading(call.table);
  const { body } = call;
  const [settings, queue, contact] = await Promise.all([
    currentSettings(seen, call.firm, call.ports),
    readQueue(seen, body.queue ?? kindOf(body.kind).queue),
    body.contact === undefined ? undefined : loadContact(seen, body.contact),
  ]);
  const id = call.mint('case');
  return commit(call, {
    seen,
    serial: caseNumbers,
    decide: ({ last }) => {
      const number = last + 1;
      const act = decideOpening(body, {
        id,
        number,
        by: personOf(call),
        at: call.now,
        settings: settings.version,
        queues: queue ? [queue] : [],
        contact,
      });
      if (isRefusal(act)) return act;
      return {
        state: { last: number },
        writes: caseWrites(undefined, act.case, settings, call.now),
        happenings: [happened(act)],
        answer: { status: 201 as const, body: wireCase(call, act.case, settings), version: act.case.version },
      };
    },
  });
};

/** The numbers of a firm’s cases, taken one after the other. */
const caseNumbers: Serial<{ readonly last: number }> = {
  name: 'case-numbers',
  async load(table) {
    const item = await table.get(workKeys.caseCounter());
    return { last: Number(item?.last ?? 0) };
  },
  move: (from, to) => ({
    kind: 'put',
    item: { ...workKeys.caseCounter(), last: to.last },
    when: from.last === 0 ? { exists: false } : { equals: ['last', from.last] },
  }),
};
