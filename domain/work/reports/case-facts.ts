import type { Instant } from '../../kernel/dates.ts';
import { fold } from '../../kernel/fold.ts';
import type { Id, UserId } from '../../kernel/ids.ts';
import type { Case } from '../cases/case.ts';
import type { Clock } from '../clocks/clock.ts';
import type { ClockName, Priority } from '../clocks/policy.ts';
import type { CaseKindCode } from '../kinds/case-kinds.ts';
import { type CaseState, isActive } from '../kinds/states.ts';

/** What the reports of the desk are made of: of each case what they count, and no more. */
export interface CaseFacts {
  readonly id: Id<'case'>;
  readonly number: number;
  readonly title: string;
  readonly kind: CaseKindCode;
  readonly queue: string;
  readonly priority: Priority;
  readonly state: CaseState;
  readonly assignee?: { readonly id: UserId; readonly name: string };
  readonly contact?: Id<'contact'>;
  /** As the form has it, for incidents and maintenance. */
  readonly asset?: string;
  readonly service?: string;
  readonly openedAt: Instant;
  /** When it was last resolved, closed or cancelled; an active case has none. */
  readonly endedAt?: Instant;
  /** Open minutes until somebody answered, and until it was resolved. */
  readonly responseMinutes?: number;
  readonly resolutionMinutes?: number;
  /** The promises that were broken, each once. */
  readonly breached: readonly ClockName[];
  /** Resolved with one word to whoever asked at the most, without waiting for anything and without being reopened. */
  readonly firstContact: boolean;
}

const FREE_TEXT = 120;
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, FREE_TEXT) : undefined;

export function factsOf(one: Case, clocks: readonly Clock[]): CaseFacts {
  const { id, number, title, kind, queue, priority, state, assignee, contact, openedAt, endedAt, fields } = one;
  const asset = text(fields.asset);
  const service = text(fields.service);
  const elapsed = (name: ClockName): number | undefined => {
    const clock = clocks.find((each) => each.name === name);
    return clock?.stoppedAt !== undefined && clock.state !== 'cancelled' ? clock.elapsedMinutes : undefined;
  };
  const responseMinutes = elapsed('firstResponse');
  const resolutionMinutes = elapsed('resolution');
  return {
    id,
    number,
    title,
    kind,
    queue,
    priority,
    state,
    openedAt,
    ...(assignee && { assignee }),
    ...(contact !== undefined && { contact }),
    ...(asset !== undefined && { asset }),
    ...(service !== undefined && { service }),
    ...(!isActive(state) && endedAt !== undefined && { endedAt }),
    ...(responseMinutes !== undefined && { responseMinutes }),
    ...(resolutionMinutes !== undefined && { resolutionMinutes }),
    breached: clocks.filter(({ breaches }) => breaches.length > 0).map(({ name }) => name),
    firstContact: isFirstContact(one),
  };
}

function isFirstContact({ state, clockLog, comments }: Case): boolean {
  if (state !== 'resolved' && state !== 'closed') return false;
  const moves = clockLog.flatMap((event) => (event.type === 'moved' ? [event.state] : []));
  const resolved = moves.findIndex((to) => !isActive(to));
  return comments.public <= 1 && !moves.includes('waiting') && moves.slice(resolved + 1).every((to) => !isActive(to));
}

/** What is told apart in the reports: however it is spelled, one printer is one. */
export const sameText = (value: string): string => fold(value);
