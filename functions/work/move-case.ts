import { isRefusal } from '../../domain/kernel/decision.ts';
import { moveCase as decideMove } from '../../domain/work/cases/move-case.ts';
import type { Verb } from '../platform/call.ts';
import { changeCase } from './change-case.ts';
import type { workRoutes } from './routes.ts';
import { moverOf } from './wire-case.ts';

/** Moves a case. */
export const moveCase: Verb<typeof workRoutes.moveCase> = (call) =>
  changeCase(call, call.params.caseId, (before) => {
    const act = decideMove(before, call.body, { ...moverOf(call), at: call.now });
    return isRefusal(act) ? act : { act };
  });
