import type { Happening } from '../../../domain/kernel/event.ts';
import type { Deadline, Occurrence } from '../../../domain/work/deadlines/deadline.ts';

/** What the chain of events says of a deadline. */
export const deadlineHappened = (type: `deadline.${string}`, { id, version, title, firstOn, rule, state }: Deadline): Happening => ({
  type,
  entity: { kind: 'deadline', id, version },
  data: { title, firstOn, ...(rule !== undefined && { rule }), state },
});

export const occurrenceHappened = (type: `deadline.${string}`, { id, version, title }: Deadline, one: Occurrence, more: object = {}): Happening => ({
  type,
  entity: { kind: 'deadline', id, version },
  data: { title, date: one.date, dueOn: one.dueOn, ...more },
});
