import type { Text } from '../../kernel/language.ts';

/** Where a case stands. Kinds may call a state by a name of their own; what it means is the same for all of them. */
export const caseStates = {
  new: { en: 'New', ar: 'جديدة' },
  open: { en: 'In progress', ar: 'قيد العمل' },
  waiting: { en: 'Waiting', ar: 'في الانتظار' },
  resolved: { en: 'Resolved', ar: 'محلولة' },
  closed: { en: 'Closed', ar: 'مغلقة' },
  cancelled: { en: 'Cancelled', ar: 'ملغاة' },
} as const satisfies Record<string, Text>;
export type CaseState = keyof typeof caseStates;
export const caseStateNames = Object.keys(caseStates) as readonly CaseState[];

/** Somebody still has something to do. */
export const activeStates = ['new', 'open', 'waiting'] as const satisfies readonly CaseState[];
/** Over: nothing is done in it any more, unless it is reopened. */
export const endedStates = ['closed', 'cancelled'] as const satisfies readonly CaseState[];

export const isActive = (state: CaseState): boolean => (activeStates as readonly CaseState[]).includes(state);
export const isEnded = (state: CaseState): boolean => (endedStates as readonly CaseState[]).includes(state);
