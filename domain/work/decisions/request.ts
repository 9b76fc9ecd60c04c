import type { Role } from '../../firms/permissions.ts';
import type { Instant } from '../../kernel/dates.ts';
import type { Id, UserId } from '../../kernel/ids.ts';
import type { Text } from '../../kernel/language.ts';
import type { Person } from '../../kernel/person.ts';
import type { MaterialField } from './material.ts';
import type { SubjectKind } from './subjects.ts';

/** Where a request stands. Only one that is pending is decided; one that was approved can still become void. */
export const requestStates = {
  pending: { en: 'Waiting for a decision', ar: 'بانتظار القرار' },
  approved: { en: 'Approved', ar: 'معتمد' },
  rejected: { en: 'Rejected', ar: 'مرفوض' },
  'changes-requested': { en: 'Changes requested', ar: 'مطلوب تعديله' },
  expired: { en: 'Expired', ar: 'انتهت مهلته' },
  withdrawn: { en: 'Withdrawn', ar: 'مسحوب' },
  void: { en: 'Void', ar: 'لاغٍ' },
} as const satisfies Record<string, Text>;
export type RequestState = keyof typeof requestStates;
export const requestStateNames = Object.keys(requestStates) as readonly RequestState[];

/** Which states allow what. The verbs refuse by it; the pages disable by it. */
export const requestCan = {
  decide: ['pending'],
  withdraw: ['pending'],
  expire: ['pending'],
  void: ['pending', 'approved'],
} as const satisfies Record<string, readonly RequestState[]>;
export const can = (act: keyof typeof requestCan, state: RequestState): boolean => (requestCan[act] as readonly RequestState[]).includes(state);

/** What somebody may say. */
export const outcomes = {
  approve: { en: 'Approve', ar: 'اعتماد' },
  reject: { en: 'Reject', ar: 'رفض' },
  'request-changes': { en: 'Request changes', ar: 'طلب تعديل' },
} as const satisfies Record<string, Text>;
export type DecisionOutcome = keyof typeof outcomes;
export const outcomeNames = Object.keys(outcomes) as readonly DecisionOutcome[];

/** A step as it was asked: its people are named, and do not change while it is open. */
export interface Step {
  readonly name: Text;
  readonly need: 'all' | 'any' | 'k-of-n';
  readonly required: number;
  readonly approvers: readonly Person[];
  /** The role that put its people there: whoever has lost it since decides no more. */
  readonly role?: Role;
  readonly self: boolean;
}

/** What somebody said. It is never edited: a change of mind is another one, while the step is open. */
export interface MadeDecision {
  readonly id: Id<'decision'>;
  readonly step: number;
  /** Whose voice it is. */
  readonly of: Person;
  /** Who gave it: the same person, or a deputy. */
  readonly by: Person;
  /** Whoever asked decided, because nobody else could. */
  readonly self: boolean;
  readonly outcome: DecisionOutcome;
  readonly comment?: string;
  readonly at: Instant;
}

/** A link that was sent by mail, by the digest of its token: it works once, for one person. */
export interface SentLink {
  readonly user: UserId;
  readonly digest: string;
}

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
  /** What people call it, as it was last seen while it was pending. */
  readonly number?: number;
  readonly title: string;
}

/** Somebody is asked to authorise exactly this: the material fields of a subject, by their digest, under one version of a policy. */
export interface DecisionRequest {
  readonly id: Id<'decisionRequest'>;
  readonly subject: Subject;
  readonly state: RequestState;
  readonly material: readonly MaterialField[];
  readonly digest: string;
  readonly policy: { readonly code: string; readonly version: number };
  readonly steps: readonly Step[];
  readonly decisions: readonly MadeDecision[];
  readonly note?: string;
  readonly requestedBy: Person;
  /** Whoever asked for this, or for its subject: they decide only where nobody else could. */
  readonly interested: readonly Person[];
  readonly requestedAt: Instant;
  readonly expiresAt: Instant;
  readonly settledAt?: Instant;
  /** Why it was withdrawn or is void, in a word of ours. */
  readonly because?: 'asked' | 'subject-ended' | 'material-edit';
  readonly links: readonly SentLink[];
  readonly version: number;
}

export const MAX_STEPS = 5;
export const MAX_APPROVERS = 15;
export const MAX_DECISIONS = 100;
