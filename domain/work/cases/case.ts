import type { Instant } from '../../kernel/dates.ts';
import { foldEmail } from '../../kernel/email.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import type { Person } from '../../kernel/person.ts';
import type { ClockEvent } from '../clocks/clock-event.ts';
import type { Priority } from '../clocks/policy.ts';
import type { RequestState } from '../decisions/request.ts';
import type { CaseKindCode } from '../kinds/case-kinds.ts';
import type { Level } from '../kinds/priority.ts';
import type { CaseState } from '../kinds/states.ts';
import type { Link } from './relations.ts';

/** Somebody who is no member of the firm and writes to it by mail: known by an address alone. */
export interface Correspondent {
  readonly id?: undefined;
  readonly name: string;
  readonly email: string;
  /** The language in which they wrote: they are answered in it. */
  readonly language: Language;
}
export type Party = Person | Correspondent;

/** An item of the checklist that was done: by whom, when, and what shows it. */
export interface Tick {
  readonly item: string;
  readonly by: Person;
  readonly at: Instant;
  readonly evidence?: string;
}

export interface Rating {
  /** From 1, unhappy, to 5. */
  readonly score: number;
  readonly comment?: string;
  readonly at: Instant;
}

/** Something that somebody must do, from the asking to the end, and proof of how it went. */
export interface Case {
  readonly id: Id<'case'>;
  /** Gapless per firm: people say “number twelve”. */
  readonly number: number;
  readonly kind: CaseKindCode;
  readonly title: string;
  readonly description?: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly state: CaseState;
  readonly impact: Level;
  readonly urgency: Level;
  readonly priority: Priority;
  readonly requester: Party;
  /** Others outside the firm who are told what is said in public: whoever asked in a case that went into this one. */
  readonly correspondents?: readonly Correspondent[];
  readonly assignee?: Person;
  readonly queue: string;
  readonly contact?: Id<'contact'>;
  readonly tags: readonly string[];
  readonly watchers: readonly Person[];
  readonly ticks: readonly Tick[];
  readonly links: readonly Link[];
  /** The case into which this one went, and those that went into this one: their comments and hours are read as its own. */
  readonly mergedInto?: Id<'case'>;
  readonly merged: readonly Id<'case'>[];
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  /** When it was last resolved, closed or cancelled: reopening counts from then. */
  readonly endedAt?: Instant;
  readonly rating?: Rating;
  readonly minutes: { readonly billable: number; readonly other: number };
  readonly comments: { readonly public: number; readonly internal: number };
  /** The latest request for a decision about it, and how it stands. */
  readonly approval?: { readonly request: Id<'decisionRequest'>; readonly state: RequestState };
  /** What its clocks have heard. */
  readonly clockLog: readonly ClockEvent[];
  /** The version of the desk’s settings that its clocks were last folded over. */
  readonly settings: number;
  readonly version: number;
}

/** Bounds of one case: it is one item of the table and is read whole. */
export const MAX_WATCHERS = 100;
export const MAX_CORRESPONDENTS = 20;
export const MAX_TAGS = 20;
export const MAX_LINKS = 30;
export const MAX_MERGED = 20;
export const MAX_CLOCK_EVENTS = 500;
export const MAX_COMMENTS = 5_000;

/** What an act comes to: the case as it is then, and what is said of it in the chain of events. */
export interface Act {
  readonly case: Case;
  readonly type: `${'case' | 'clock'}.${string}`;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** The case one version on, with what changed. */
export function next(before: Case, at: Instant, change: Partial<Case>): Case {
  return { ...before, ...change, updatedAt: at, version: before.version + 1 };
}

/** The same person: by id, or outside the firm by address. */
export function isSame(a: Party | undefined, b: Party | undefined): boolean {
  if (!a || !b || a.id !== undefined || b.id !== undefined) return a?.id === b?.id;
  return foldEmail(a.email) === foldEmail(b.email);
}

export const isMember = (party: Party): party is Person => party.id !== undefined;

/** People once each, in the order in which they came. */
export function withPeople(people: readonly Person[], more: readonly Person[]): readonly Person[] {
  const known = new Set(people.map(({ id }) => id));
  const added = more.filter(({ id }) => !known.has(id) && known.add(id));
  return added.length === 0 ? people : [...people, ...added];
}
