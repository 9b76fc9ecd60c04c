import { isRefusal } from '../../domain/kernel/decision.ts';
import { mergeCases as decideMerge } from '../../domain/work/cases/merge-cases.ts';
import type { Verb } from '../platform/call.ts';
import { storedCaseOf } from './case-items.ts';
import { changeCase, loadCase } from './change-case.ts';
import { workKeys } from './keys.ts';
import type { workRoutes } from './routes.ts';

/** Merges a case into another. Both, and all that they are linked to, change in one transaction. */
export const mergeCases: Verb<typeof workRoutes.mergeCases> = (call) =>
  changeCase(call, call.params.caseId, async (source, seen) => {
    const { into } = call.body;
    const target = into === source.id ? { case: source, promised: '', dueAt: undefined } : await loadCase(seen, into);
    const linked = source.links.filter(({ to }) => to !== into);
    const items = await seen.getAll(linked.map(({ to }) => workKeys.case({ case: to })));
    const neighbours = items.flatMap((item) => (item ? [storedCaseOf(item)] : []));
    const acts = decideMerge(
      source,
      target?.case,
      neighbours.map((neighbour) => neighbour.case),
      call.now,
    );
    if (isRefusal(acts)) return acts;
    const [act, ...rest] = acts;
    const before = [...(target ? [target] : []), ...neighbours];
    return {
      act,
      others: rest.flatMap((other) => before.filter((stored) => stored.case.id === other.case.id).map((stored) => ({ before: stored, act: other }))),
    };
  });
