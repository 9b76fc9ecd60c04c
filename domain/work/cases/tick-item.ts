import type { Instant } from '../../kernel/dates.ts';
import { type Outcome, refuse } from '../../kernel/decision.ts';
import type { Person } from '../../kernel/person.ts';
import { kindOf } from '../kinds/case-kinds.ts';
import { isEnded } from '../kinds/states.ts';
import { type Act, type Case, next } from './case.ts';

/** Ticks an item of the checklist, with what shows that it was done; or takes the tick back, which stays in the trail like the tick. */
export function tickItem(
  before: Case,
  sent: { readonly item: string; readonly done: boolean; readonly evidence?: string | undefined },
  facts: { readonly by: Person; readonly at: Instant },
): Outcome<Act> {
  if (!kindOf(before.kind).checklist.some(({ code }) => code === sent.item)) return refuse('request.not_found');
  if (before.mergedInto) return refuse('case.merged', { into: before.mergedInto });
  if (isEnded(before.state)) return refuse('case.ended', { state: before.state });
  const others = before.ticks.filter(({ item }) => item !== sent.item);
  const { item, evidence } = sent;
  const tick = { item, ...facts, ...(evidence !== undefined && { evidence }) };
  return {
    type: sent.done ? 'case.ticked' : 'case.unticked',
    case: next(before, facts.at, { ticks: sent.done ? [...others, tick] : others }),
    data: { item, ...(evidence !== undefined && { evidence }) },
  };
}
