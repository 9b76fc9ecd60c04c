import { isRefusal } from '../../domain/kernel/decision.ts';
import { tickItem as decideTick } from '../../domain/work/cases/tick-item.ts';
import type { Verb } from '../platform/call.ts';
import { personOf } from '../platform/person.ts';
import { changeCase } from './change-case.ts';
import type { workRoutes } from './routes.ts';

/** Ticks an item of the checklist. */
export const tickItem: Verb<typeof workRoutes.tickItem> = (call) =>
  changeCase(call, call.params.caseId, (before) => {
    const act = decideTick(before, { item: call.params.item, ...call.body }, { by: personOf(call), at: call.now });
    return isRefusal(act) ? act : { act };
  });
