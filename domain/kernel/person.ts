import type { UserId } from './ids.ts';

/** A member of a firm, by the name they had then. */
export interface Person {
  readonly id: UserId;
  readonly name: string;
}
