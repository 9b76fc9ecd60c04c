import { isRefusal } from '../../domain/kernel/decision.ts';
import { rateCase as decideRating } from '../../domain/work/cases/rate-case.ts';
import type { Verb } from '../platform/call.ts';
import { personOf } from '../platform/person.ts';
import { changeCase } from './change-case.ts';
import type { workRoutes } from './routes.ts';

/** Keeps what the requester thought of it. */
export const rateCase: Verb<typeof workRoutes.rateCase> = (call) =>
  changeCase(call, call.params.caseId, (before) => {
    const { score, comment } = call.body;
    const act = decideRating(before, { score, ...(comment !== undefined && { comment }), at: call.now }, personOf(call));
    return isRefusal(act) ? act : { act };
  });
