import type { Role } from '../../firms/permissions.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Text } from '../../kernel/language.ts';

/** How many of those who are asked have to agree. */
export type Need = 'all' | 'any' | { readonly atLeast: number };

/** Whom a step asks: people by name, or everybody who has a role when it is asked. */
export type Asked = { readonly role: Role } | { readonly people: readonly UserId[] };

export interface StepRule {
  readonly name: Text;
  readonly need: Need;
  readonly of: Asked;
  /** Whoever asks may decide as well, where nobody else could. The receipt says so. */
  readonly self?: boolean;
}

/** What a kind of subject asks for before it goes on. A change of a policy is a new version: what was asked before keeps the one it was asked under. */
export interface ApprovalPolicy {
  readonly version: number;
  readonly steps: readonly StepRule[];
  readonly expiresInDays: number;
}

/** How many voices a step needs of those it asks. */
export const requiredOf = (need: Need, asked: number): number => (need === 'all' ? asked : need === 'any' ? 1 : need.atLeast);
