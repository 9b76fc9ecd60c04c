import { isRefusal, refuse } from '../../domain/kernel/decision.ts';
import type { Id } from '../../domain/kernel/ids.ts';
import { linkCases as decideLink, unlinkCases as decideUnlink } from '../../domain/work/cases/link-cases.ts';
import type { Verb } from '../platform/call.ts';
import type { Reading } from '../platform/commit.ts';
import type { StoredCase } from './case-items.ts';
import { changeCase, loadCase } from './change-case.ts';
import type { workRoutes } from './routes.ts';

/** So far up a part may belong to a whole. */
const MAX_DEPTH = 20;

/** Links two cases, each from its own side. */
export const linkCases: Verb<typeof workRoutes.linkCases> = (call) =>
  changeCase(call, call.params.caseId, async (before, seen) => {
    const { to, relation } = call.body;
    const other = to === before.id ? { case: before, promised: '', dueAt: undefined } : await loadCase(seen, to);
    const above = relation === 'parent' && other ? await casesAbove(seen, other) : [];
    const acts = decideLink(before, other?.case, relation, { at: call.now, above });
    if (isRefusal(acts)) return acts;
    return { act: acts[0], others: other ? [{ before: other, act: acts[1] }] : [] };
  });

/** Takes a link back. */
export const unlinkCases: Verb<typeof workRoutes.unlinkCases> = (call) =>
  changeCase(call, call.params.caseId, async (before, seen) => {
    const other = await loadCase(seen, call.params.linkedCaseId);
    const acts = decideUnlink(before, other?.case, call.now);
    if (isRefusal(acts)) return acts;
    const [act, back] = acts;
    if (!other || !back) return refuse('request.not_found');
    return { act, others: [{ before: other, act: back }] };
  });

/** The wholes of which a case is a part. Read through `seen`: a link made meanwhile further up defeats this one. */
async function casesAbove(seen: Reading, from: StoredCase): Promise<readonly Id<'case'>[]> {
  const above: Id<'case'>[] = [];
  for (let at: StoredCase | undefined = from; at && above.length < MAX_DEPTH; ) {
    const parent: Id<'case'> | undefined = at.case.links.find(({ relation }) => relation === 'parent')?.to;
    if (parent === undefined || above.includes(parent)) break;
    above.push(parent);
    at = await loadCase(seen, parent);
  }
  return above;
}
