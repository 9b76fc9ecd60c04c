import type * as z from 'zod';
import type { Role } from '../../firms/permissions.ts';
import type { Text } from '../../kernel/language.ts';
import type { Priority } from '../clocks/policy.ts';
import type { ApprovalPolicy } from '../decisions/policy.ts';
import type { FirstQueue } from './first-queues.ts';
import type { CaseState } from './states.ts';

/** A way from one state to another, and who may take it. */
export interface Transition {
  readonly from: CaseState;
  readonly to: CaseState;
  /** What a person does who takes it: the label of the button. */
  readonly name: Text;
  readonly roles: readonly Role[];
  /** Whoever asked for the case may take it too, whatever their role. */
  readonly requester?: true;
  /** Has to be given a reason, which stays in the trail. */
  readonly reason?: true;
  /** Only once every item of the checklist is ticked. */
  readonly checklist?: true;
  /** Only within the kind's days of reopening. */
  readonly reopens?: true;
}

/** Working minutes until somebody answers, from each answer to the next where the kind promises one, and until it is resolved. */
export interface Target {
  readonly firstResponse: number;
  readonly nextUpdate?: number;
  readonly resolution: number;
}
export type Targets = Readonly<Record<Priority, Target>>;

/** What there is to tick off, by a code that never changes. */
export interface ChecklistItem {
  readonly code: string;
  readonly text: Text;
}

/** A kind of case, as data: its form, its states and who may move them, its clocks, its checklist, where it goes. */
export interface CaseKind {
  readonly name: Text;
  readonly form: z.ZodObject;
  /** What each member of the form is called. */
  readonly labels: Readonly<Record<string, Text>>;
  /** States that this kind calls by another name. */
  readonly stateNames?: Readonly<Partial<Record<CaseState, Text>>>;
  readonly transitions: readonly Transition[];
  /** States in which no clock runs. */
  readonly pausedIn: readonly CaseState[];
  readonly targets: Targets;
  readonly checklist: readonly ChecklistItem[];
  readonly queue: FirstQueue;
  readonly reopenWithinDays: number;
  /** The class of record that a closed case leaves behind. */
  readonly recordClass: string;
  /** The members of the form that a decision about such a case authorises: all of them unless it is said. */
  readonly material?: readonly string[];
  /** Who has to approve such a case, and before which states. Opening one asks them. */
  readonly approval?: ApprovalPolicy & { readonly before: readonly CaseState[] };
}
