import { monthOf } from '../../kernel/dates.ts';
import { type Outcome, refuse } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import type { ByPerson, FiledRecord } from '../filing/record.ts';

/** What a hold covers: records by name, or whatever answers a description, filed already or later. */
export type HoldScope =
  | { readonly kind: 'records'; readonly records: readonly string[] }
  | {
      readonly kind: 'query';
      readonly class?: string;
      readonly contact?: string;
      readonly tag?: string;
      readonly from?: string;
      readonly to?: string;
    };

/** Records that a matter needs: none of them is disposed of while it lasts. */
export interface Hold {
  readonly id: Id<'hold'>;
  readonly matter: string;
  readonly reason: string;
  readonly scope: HoldScope;
  readonly state: 'active' | 'released';
  readonly placed: ByPerson;
  readonly released?: ByPerson & { readonly reason: string };
  readonly version: number;
}

type Held = Pick<FiledRecord, 'id' | 'class' | 'contact' | 'tags' | 'period' | 'eventDate' | 'filedOn' | 'heldBy'>;

/** The active holds on a record. A record that was covered once stays covered, even if it was edited so that the description no longer fits. */
export const holdsOn = (record: Held, holds: readonly Hold[]): readonly Hold[] =>
  holds.filter((hold) => hold.state === 'active' && (record.heldBy.includes(hold.id) || covers(hold.scope, record)));

function covers(scope: HoldScope, record: Held): boolean {
  if (scope.kind === 'records') return scope.records.includes(record.id);
  const month = record.period ?? monthOf(record.eventDate ?? record.filedOn);
  return (
    (scope.class === undefined || record.class === scope.class) &&
    (scope.contact === undefined || record.contact === scope.contact) &&
    (scope.tag === undefined || record.tags.includes(scope.tag)) &&
    (scope.from === undefined || month >= scope.from) &&
    (scope.to === undefined || month <= scope.to)
  );
}

/** Releases a hold. Any other hold on the same records stays as it is. */
export function releaseHold(hold: Hold, by: ByPerson, reason: string): Outcome<Hold> {
  if (hold.state !== 'active') return refuse('hold.released');
  return { ...hold, state: 'released', released: { ...by, reason }, version: hold.version + 1 };
}
