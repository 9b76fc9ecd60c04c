import type { Instant } from '../../kernel/dates.ts';
import type { CaseState } from '../kinds/states.ts';
import type { ClockName, Priority } from './policy.ts';

/**
 * What a clock hears of a case, in the order of its log; the case says which of its events these are. `answered` is word from the desk to
 * whoever asked, not the other way round and not a note among colleagues. `warned` and `breached` are the clock's own firings, kept so
 * that they stand whatever is corrected later.
 */
export type ClockEvent =
  | { readonly type: 'opened'; readonly at: Instant; readonly state: CaseState; readonly priority: Priority }
  | { readonly type: 'moved'; readonly at: Instant; readonly state: CaseState }
  | { readonly type: 'prioritised'; readonly at: Instant; readonly priority: Priority }
  | { readonly type: 'answered'; readonly at: Instant }
  | ClockFired;

export type ClockFired =
  | { readonly type: 'warned'; readonly at: Instant; readonly clock: ClockName; readonly cycle: number }
  /** `at` is when it was noticed, `breachedAt` when it was. */
  | { readonly type: 'breached'; readonly at: Instant; readonly clock: ClockName; readonly cycle: number; readonly breachedAt: Instant };
