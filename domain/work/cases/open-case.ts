import type { Instant } from '../../kernel/dates.ts';
import { type Outcome, refuseAt } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import { type CaseKindCode, kindOf } from '../kinds/case-kinds.ts';
import { type Level, priorityOf } from '../kinds/priority.ts';
import type { Act, Party } from './case.ts';
import type { Queue } from './queue.ts';

export interface SentCase {
  readonly kind: CaseKindCode;
  readonly title: string;
  readonly description?: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly impact?: Level | undefined;
  readonly urgency?: Level | undefined;
  readonly queue?: string | undefined;
  readonly contact?: Id<'contact'> | undefined;
}

export interface OpeningFacts {
  readonly id: Id<'case'>;
  readonly number: number;
  readonly by: Party;
  readonly at: Instant;
  readonly settings: number;
  readonly queues: readonly Queue[];
  /** The queue to which the firm sends cases of this kind, where it is not the kind’s own. */
  readonly routed?: string | undefined;
  /** The contact that was named, as far as there is one. */
  readonly contact: { readonly archived: boolean; readonly name: string } | undefined;
}

/** Opens a case: it takes the firm’s next number and goes to the queue of its kind, or to the one that was named. */
export function openCase(sent: SentCase, facts: OpeningFacts): Outcome<Act> {
  const kind = kindOf(sent.kind);
  const queue = sent.queue ?? facts.routed ?? kind.queue;
  if (!facts.queues.some(({ code, archived }) => code === queue && !archived)) return refuseAt('/queue', 'queue.unknown', { queue });
  if (sent.contact !== undefined && !facts.contact) return refuseAt('/contact', 'contact.unknown', { contact: sent.contact });
  if (facts.contact?.archived) return refuseAt('/contact', 'contact.archived', { contact: facts.contact.name });
  const { impact = 'medium', urgency = 'medium' } = sent;
  const priority = priorityOf(impact, urgency);
  return {
    type: 'case.opened',
    data: { number: facts.number, kind: sent.kind, title: sent.title, queue, priority },
    case: {
      id: facts.id,
      number: facts.number,
      kind: sent.kind,
      title: sent.title,
      ...(sent.description !== undefined && { description: sent.description }),
      fields: sent.fields,
      state: 'new',
      impact,
      urgency,
      priority,
      requester: facts.by,
      queue,
      ...(sent.contact !== undefined && { contact: sent.contact }),
      tags: [],
      watchers: [],
      ticks: [],
      links: [],
      merged: [],
      openedAt: facts.at,
      updatedAt: facts.at,
      minutes: { billable: 0, other: 0 },
      comments: { public: 0, internal: 0 },
      clockLog: [{ type: 'opened', at: facts.at, state: 'new', priority }],
      settings: facts.settings,
      version: 1,
    },
  };
}
