import { isRefusal } from '../../domain/kernel/decision.ts';
import { unwatchCase as decideUnwatching, watchCase as decideWatching } from '../../domain/work/cases/watch-case.ts';
import type { Verb } from '../platform/call.ts';
import { personOf } from '../platform/person.ts';
import { changeCase } from './change-case.ts';
import type { workRoutes } from './routes.ts';

/** Watching what one watches already changes nothing and says so with the same answer. */
export const watchCase: Verb<typeof workRoutes.watchCase> = (call) =>
  changeCase(call, call.params.caseId, (before) => {
    const act = decideWatching(before, personOf(call), call.now);
    return isRefusal(act) ? act : { act };
  });

export const unwatchCase: Verb<typeof workRoutes.unwatchCase> = (call) =>
  changeCase(call, call.params.caseId, (before) => {
    const act = decideUnwatching(before, personOf(call), call.now);
    return isRefusal(act) ? act : { act };
  });
