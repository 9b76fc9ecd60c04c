import type { Role } from '../../firms/permissions.ts';
import type { Text } from '../../kernel/language.ts';
import type { Transition } from './case-kind.ts';
import type { CaseState } from './states.ts';

/** Who works on cases, and who answers for what is risky or final. */
export const workers = ['owner', 'accountant', 'staff'] as const satisfies readonly Role[];
export const deciders = ['owner', 'accountant'] as const satisfies readonly Role[];

const verbs = {
  start: { en: 'Start work', ar: 'بدء العمل' },
  authorise: { en: 'Authorise', ar: 'اعتماد' },
  wait: { en: 'Wait for an answer', ar: 'انتظار الرد' },
  resume: { en: 'Resume work', ar: 'استئناف العمل' },
  resolve: { en: 'Resolve', ar: 'حل' },
  close: { en: 'Close', ar: 'إغلاق' },
  cancel: { en: 'Cancel', ar: 'إلغاء' },
  reopen: { en: 'Reopen', ar: 'إعادة فتح' },
} as const satisfies Record<string, Text>;

type Rights = Partial<Pick<Transition, 'roles' | 'requester' | 'reason' | 'checklist' | 'reopens'>>;
const way = (from: CaseState, to: CaseState, name: Text, { roles = workers, ...rights }: Rights = {}): Transition => ({
  from,
  to,
  name,
  roles,
  ...rights,
});

/** How work that needs nobody's leave goes. `resolving` and `closing` say what a kind asks for beyond that. */
const ordinary = ({ resolving = {}, closing = {} }: { readonly resolving?: Rights; readonly closing?: Rights } = {}): readonly Transition[] => [
  way('new', 'open', verbs.start),
  way('new', 'waiting', verbs.wait, { reason: true }),
  way('new', 'resolved', verbs.resolve, resolving),
  way('new', 'cancelled', verbs.cancel, { requester: true, reason: true }),
  way('open', 'waiting', verbs.wait, { reason: true }),
  way('open', 'resolved', verbs.resolve, resolving),
  way('open', 'cancelled', verbs.cancel, { requester: true, reason: true }),
  way('waiting', 'open', verbs.resume, { requester: true }),
  way('waiting', 'resolved', verbs.resolve, resolving),
  way('waiting', 'cancelled', verbs.cancel, { requester: true, reason: true }),
  way('resolved', 'open', verbs.reopen, { requester: true, reopens: true }),
  way('resolved', 'closed', verbs.close, { requester: true, ...closing }),
  way('closed', 'open', verbs.reopen, { requester: true, reopens: true }),
];

export const ordinaryTransitions = ordinary();
/** Resolved once its checklist is done: access is granted by steps, each with its evidence. */
export const checkedTransitions = ordinary({ resolving: { checklist: true } });
/** A complaint is closed by somebody who answers for the firm, not by whoever handled it. */
export const answeredForTransitions = ordinary({ closing: { roles: deciders } });

/** A change begins only once somebody who answers for it has authorised it, and ends with its checklist done. */
export const authorisedTransitions: readonly Transition[] = [
  way('new', 'open', verbs.authorise, { roles: deciders }),
  way('new', 'waiting', verbs.wait, { reason: true }),
  way('new', 'cancelled', verbs.cancel, { requester: true, reason: true }),
  way('waiting', 'open', verbs.authorise, { roles: deciders }),
  way('waiting', 'cancelled', verbs.cancel, { requester: true, reason: true }),
  way('open', 'waiting', verbs.wait, { reason: true }),
  way('open', 'resolved', verbs.resolve, { checklist: true }),
  way('open', 'cancelled', verbs.cancel, { roles: deciders, reason: true }),
  way('resolved', 'open', verbs.reopen, { roles: deciders, reopens: true }),
  way('resolved', 'closed', verbs.close, { roles: deciders }),
];
