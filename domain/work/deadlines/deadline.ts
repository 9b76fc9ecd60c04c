import type { Instant, LocalDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Person } from '../../kernel/person.ts';
import type { CaseKindCode } from '../kinds/case-kinds.ts';
import type { MonthEnd } from './rule.ts';

/** What becomes of a date on which the firm rests. The scheduled date stays the key of its occurrence; the day it is due on moves. */
export const shiftPolicies = ['none', 'next-open-day', 'previous-open-day'] as const;
export type ShiftPolicy = (typeof shiftPolicies)[number];

export const linkKinds = ['contact', 'case', 'record', 'asset'] as const;
export type DeadlineLink =
  | { readonly kind: 'contact'; readonly id: Id<'contact'> }
  | { readonly kind: 'case'; readonly id: Id<'case'> }
  | { readonly kind: 'record'; readonly id: Id<'record'> }
  | { readonly kind: 'asset'; readonly id: Id<'asset'> };

/** What a deadline does besides telling its owner. */
export type DeadlineAct =
  | { readonly type: 'remind' }
  | {
      readonly type: 'open-case';
      readonly kind: CaseKindCode;
      /** The deadline’s own title unless it is said. */
      readonly title?: string;
      readonly queue?: string;
      readonly daysBefore: number;
    };

/** A date that must be met, once or again and again. */
export interface Deadline {
  readonly id: Id<'deadline'>;
  readonly title: string;
  readonly category?: string;
  readonly notes?: string;
  /** Whose it is to meet. Without one the owners of the firm are told. */
  readonly owner?: Person;
  readonly firstOn: LocalDate;
  /** RFC 5545, evaluated on dates. Without one the deadline is a single date. */
  readonly rule?: string;
  readonly monthEnd: MonthEnd;
  readonly shift: ShiftPolicy;
  /** Days before the due date on which its owner is told, from the earliest. */
  readonly reminders: readonly number[];
  readonly does: DeadlineAct;
  readonly link?: DeadlineLink;
  /** The statutory template it was made from. */
  readonly template?: string;
  readonly state: 'active' | 'archived';
  /** Every scheduled date up to this one has its occurrence. */
  readonly generatedThrough: LocalDate;
  /** The earliest occurrence that still waits. */
  readonly next?: { readonly date: LocalDate; readonly dueOn: LocalDate };
  readonly createdBy: Person;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Of what was said of it; meeting an occurrence leaves it alone. */
  readonly version: number;
}

export const occurrenceStates = ['pending', 'done', 'waived'] as const;

/** One date of a deadline. Its key is the scheduled date, whatever day it is due on. */
export interface Occurrence {
  readonly deadline: Id<'deadline'>;
  readonly date: LocalDate;
  readonly dueOn: LocalDate;
  readonly state: (typeof occurrenceStates)[number];
  /** Thresholds that have been told, or were passed over by a later one. Each is told at most once. */
  readonly reminded: readonly number[];
  readonly case?: Id<'case'>;
  /** Who met or waived it, when, and what shows it or why. */
  readonly settled?: { readonly by: Person; readonly at: Instant; readonly note?: string };
  readonly version: number;
}

/** What a deadline is made of, as somebody sends it. */
export interface SentDeadline {
  readonly title: string;
  readonly category?: string | null | undefined;
  readonly notes?: string | null | undefined;
  readonly owner?: string | null | undefined;
  readonly firstOn: LocalDate;
  readonly rule?: string | null | undefined;
  readonly monthEnd?: MonthEnd | undefined;
  readonly shift?: ShiftPolicy | undefined;
  readonly reminders?: readonly number[] | undefined;
  readonly does?: Sent<DeadlineAct> | undefined;
  readonly link?: DeadlineLink | null | undefined;
  readonly template?: string | undefined;
}
type Sent<T> = T extends object ? { readonly [K in keyof T]: undefined extends T[K] ? T[K] | undefined : T[K] } : T;

export const isOverdue = ({ state, dueOn }: Pick<Occurrence, 'state' | 'dueOn'>, today: LocalDate): boolean => state === 'pending' && dueOn < today;
