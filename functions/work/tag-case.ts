import { isRefusal } from '../../domain/kernel/decision.ts';
import { tagCase as decideTags } from '../../domain/work/cases/tag-case.ts';
import type { Verb } from '../platform/call.ts';
import { changeCase } from './change-case.ts';
import type { workRoutes } from './routes.ts';

/** Adds and removes tags. */
export const tagCase: Verb<typeof workRoutes.tagCase> = (call) =>
  changeCase(call, call.params.caseId, (before) => {
    const act = decideTags(before, call.body, call.now);
    return isRefusal(act) ? act : { act };
  });
