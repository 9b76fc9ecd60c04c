import { addDays, type Instant, type LocalDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Person } from '../../kernel/person.ts';
import type { Queue } from '../cases/queue.ts';
import { kindOf } from '../kinds/case-kinds.ts';
import type { Deadline, DeadlineAct, SentDeadline } from './deadline.ts';
import { type Rule, readRule, ruleInForce, writeRule } from './rule.ts';

/** What the decision rests on besides what was sent. */
export interface DeadlineFacts {
  readonly by: Person;
  readonly at: Instant;
  readonly today: LocalDate;
  /** The member that was named, as far as there is one. */
  readonly owner: Person | undefined;
  readonly queues: readonly Queue[];
  /** Whether what it is linked to is there. */
  readonly isLinkKnown: boolean;
}

/** How long beforehand somebody is told unless it is said: not longer than the series’ own step. */
const REMINDERS = [30, 7, 0] as const;
const LONGEST_STEP_OF_REMINDERS = { DAILY: 1, WEEKLY: 7, MONTHLY: 366, YEARLY: 366 } as const;

/** Sets a deadline. Refusals in order: rule, owner, what it does, what it is linked to. */
export function setDeadline(id: Id<'deadline'>, sent: SentDeadline, facts: DeadlineFacts): Outcome<Deadline> {
  const fields = fieldsOf(sent, facts);
  if (isRefusal(fields)) return fields;
  return {
    id,
    ...fields,
    state: 'active',
    // Dates of a series that lie behind it are nobody’s debt; a single date is meant, even when it has passed.
    generatedThrough: addDays(fields.rule === undefined || sent.firstOn > facts.today ? sent.firstOn : facts.today, -1),
    createdBy: facts.by,
    createdAt: facts.at,
    updatedAt: facts.at,
    version: 1,
  };
}

/** What is to be said anew; `null` takes a member away. */
export type DeadlineChange = { readonly [K in keyof SentDeadline]?: SentDeadline[K] | undefined };

/** Changes what is said of a deadline: occurrences to come follow, those that are done or overdue stay as they are. */
export function changeDeadline(before: Deadline, change: DeadlineChange, facts: DeadlineFacts): Outcome<Deadline> {
  if (before.state === 'archived') return refuse('deadline.archived');
  const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<SentDeadline>;
  const fields = fieldsOf({ ...before, owner: before.owner?.id, ...named }, facts);
  if (isRefusal(fields)) return fields;
  const from = fields.rule === undefined && fields.firstOn < facts.today ? fields.firstOn : facts.today;
  const moved = fields.firstOn !== before.firstOn || fields.rule !== before.rule || fields.monthEnd !== before.monthEnd;
  const { id, state, createdBy, createdAt, template, next } = before;
  return {
    id,
    ...fields,
    ...(template !== undefined && { template }),
    state,
    generatedThrough: moved ? addDays(from, -1) : before.generatedThrough,
    ...(next && { next }),
    createdBy,
    createdAt,
    updatedAt: facts.at,
    version: before.version + 1,
  };
}

/** Ends a series: what has not come yet goes, what is overdue stays until somebody settles it. */
export function archiveDeadline(before: Deadline, at: Instant): Outcome<Deadline> {
  if (before.state === 'archived') return refuse('deadline.archived');
  return { ...before, state: 'archived', updatedAt: at, version: before.version + 1 };
}

/** The rule by which a deadline’s dates are found; none for a single date. */
export function ruleOf({ rule, firstOn, monthEnd }: Pick<Deadline, 'rule' | 'firstOn' | 'monthEnd'>): Outcome<Rule | undefined> {
  if (rule === undefined) return undefined;
  const read = readRule(rule);
  return isRefusal(read) ? read : ruleInForce(read, firstOn, monthEnd);
}

type Fields = Pick<Deadline, 'title' | 'firstOn' | 'monthEnd' | 'shift' | 'reminders' | 'does'> &
  Partial<Pick<Deadline, 'category' | 'notes' | 'owner' | 'rule' | 'link' | 'template'>>;

function fieldsOf(sent: SentDeadline, facts: DeadlineFacts): Outcome<Fields> {
  const { title, category, notes, firstOn, monthEnd = 'last-day', shift = 'none', link, template } = sent;
  const rule = typeof sent.rule === 'string' ? readRule(sent.rule) : undefined;
  if (isRefusal(rule)) return rule;
  const text = rule && writeRule(rule);
  if (rule) {
    const inForce = ruleInForce(rule, firstOn, monthEnd);
    if (isRefusal(inForce)) return inForce;
    if (rule.until !== undefined && rule.until < firstOn) return refuseAt('/rule', 'deadline.no_dates');
  }
  if (typeof sent.owner === 'string' && !facts.owner) return refuseAt('/owner', 'deadline.owner_unknown');
  const does = actOf(sent.does ?? { type: 'remind' }, facts.queues);
  if (isRefusal(does)) return does;
  if (link && !facts.isLinkKnown) return refuseAt('/link/id', 'deadline.link_unknown');
  return {
    title,
    ...(category && { category }),
    ...(notes && { notes }),
    ...(facts.owner && { owner: facts.owner }),
    firstOn,
    ...(text !== undefined && { rule: text }),
    monthEnd,
    shift,
    reminders: [...new Set(sent.reminders ?? usualReminders(rule))].sort((a, b) => b - a),
    does,
    ...(link && { link }),
    ...(template !== undefined && { template }),
  };
}

const usualReminders = (rule: Rule | undefined): readonly number[] =>
  rule ? REMINDERS.filter((days) => days < LONGEST_STEP_OF_REMINDERS[rule.frequency] * rule.interval) : REMINDERS;

function actOf(does: NonNullable<SentDeadline['does']>, queues: readonly Queue[]): Outcome<DeadlineAct> {
  if (does.type === 'remind') return { type: 'remind' };
  const { kind, title, queue, daysBefore } = does;
  // The case is opened while nobody watches: its form must do without answers.
  if (!kindOf(kind).form.safeParse({}).success) return refuseAt('/does/kind', 'deadline.case_form', { kind });
  if (queue !== undefined && !queues.some(({ code, archived }) => code === queue && !archived))
    return refuseAt('/does/queue', 'queue.unknown', { queue });
  return { type: 'open-case', kind, ...(title !== undefined && { title }), ...(queue !== undefined && { queue }), daysBefore };
}
