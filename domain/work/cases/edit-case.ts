import type { Instant } from '../../kernel/dates.ts';
import { type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Priority } from '../clocks/policy.ts';
import { type Level, priorityOf } from '../kinds/priority.ts';
import { isEnded } from '../kinds/states.ts';
import { type Act, type Case, MAX_CLOCK_EVENTS, next } from './case.ts';

export interface CaseChange {
  readonly title?: string | undefined;
  readonly description?: string | null | undefined;
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
  readonly impact?: Level | undefined;
  readonly urgency?: Level | undefined;
  readonly priority?: Priority | undefined;
  readonly contact?: Id<'contact'> | null | undefined;
}

/** Edits what a case says. A new priority gives its clocks other targets from now on; what has passed has passed. */
export function editCase(
  before: Case,
  change: CaseChange,
  facts: { readonly at: Instant; readonly contact: { readonly archived: boolean; readonly name: string } | undefined },
): Outcome<Act> {
  if (before.mergedInto) return refuse('case.merged', { into: before.mergedInto });
  if (isEnded(before.state)) return refuse('case.ended', { state: before.state });
  if (change.contact && !facts.contact) return refuseAt('/contact', 'contact.unknown', { contact: change.contact });
  if (change.contact && facts.contact?.archived && change.contact !== before.contact)
    return refuseAt('/contact', 'contact.archived', { contact: facts.contact.name });
  const impact = change.impact ?? before.impact;
  const urgency = change.urgency ?? before.urgency;
  const judged = change.impact !== undefined || change.urgency !== undefined ? priorityOf(impact, urgency) : before.priority;
  const priority = change.priority ?? judged;
  const prioritised = priority !== before.priority;
  if (prioritised && before.clockLog.length >= MAX_CLOCK_EVENTS) return refuse('case.full');
  const { description: oldDescription, contact: oldContact, ...rest } = before;
  const description = change.description === undefined ? oldDescription : (change.description ?? undefined);
  const contact = change.contact === undefined ? oldContact : (change.contact ?? undefined);
  const kept: Case = { ...rest, ...(description !== undefined && { description }), ...(contact !== undefined && { contact }) };
  const after = next(kept, facts.at, {
    title: change.title ?? before.title,
    fields: change.fields ?? before.fields,
    impact,
    urgency,
    priority,
    ...(prioritised && { clockLog: [...before.clockLog, { type: 'prioritised' as const, at: facts.at, priority }] }),
  });
  return { type: 'case.changed', case: after, data: differences(before, after) };
}

const told = ['title', 'description', 'fields', 'impact', 'urgency', 'priority', 'contact'] as const;

/** What is other than before, with what it was: `{priority: {from, to}}`. */
function differences(before: Case, after: Case): Record<string, { readonly from: unknown; readonly to: unknown }> {
  const changed = told.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(changed.map((name) => [name, { from: before[name] ?? null, to: after[name] ?? null }]));
}
