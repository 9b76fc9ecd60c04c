import { isRefusal } from '../../domain/kernel/decision.ts';
import { moveCase as decideMove } from '../../domain/work/cases/move-case.ts';
import { isActive } from '../../domain/work/kinds/states.ts';
import type { FirmCall, Verb } from '../platform/call.ts';
import { once } from '../platform/once.ts';
import { changeCase } from './change-case.ts';
import type { workRoutes } from './routes.ts';
import { moverOf } from './wire-case.ts';

/** Moves a case. */
export const moveCase: Verb<typeof workRoutes.moveCase> = (call) => changeCase(call, call.params.caseId, moving(call, call.body));

/** A move as a decision about one case; where its kind concerns the access register, with what that writes. */
export const moving =
  (call: FirmCall, sent: Parameters<typeof decideMove>[1]): Parameters<typeof changeCase>[2] =>
  async (before, seen) => {
    const act = decideMove(before, sent, { ...moverOf(call), at: call.now });
    if (isRefusal(act)) return act;
    const concerned = (before.kind === 'access-request' || before.kind === 'service-request') && !isActive(act.case.state);
    if (!concerned) return { act };
    const followed = await (await following()).followMove(call, seen, act.case);
    return isRefusal(followed) ? followed : { act, ...followed };
  };

/** Read with the first move that concerns the register. */
const following = once(() => import('../it/access/follow-move.ts'));
