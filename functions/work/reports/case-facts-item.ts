import type { Case } from '../../../domain/work/cases/case.ts';
import type { Clock } from '../../../domain/work/clocks/clock.ts';
import { type CaseFacts, factsOf } from '../../../domain/work/reports/case-facts.ts';
import { plain } from '../../platform/table/own-item.ts';
import type { Item, Write } from '../../platform/table/port.ts';
import { reportsKeys } from './keys.ts';

/** What the reports count of a case, written with it: when it is opened, where what they count may have changed, and not with every word that is said. */
export function factsWrites(before: Case | undefined, after: Case, clocks: readonly Clock[]): readonly Write[] {
  if (before && counted(before) === counted(after)) return [];
  const facts = factsOf(after, clocks);
  const { id, openedAt, endedAt } = facts;
  const { pk: gsi1pk, sk: gsi1sk } =
    endedAt === undefined ? reportsKeys.openCaseFacts({ case: id }) : reportsKeys.endedCaseFacts({ month: monthOfInstant(endedAt), case: id });
  return [
    { kind: 'put', item: { ...reportsKeys.caseFacts({ month: monthOfInstant(openedAt), case: id }), v: 1, facts: plain(facts), gsi1pk, gsi1sk } },
  ];
}

/** Months of facts are of UTC: a report looks one day wider than it is asked, and counts by instants. */
export const monthOfInstant = (at: string): string => at.slice(0, 7);

const counted = ({ state, queue, kind, priority, title, contact, assignee, fields, clockLog, endedAt }: Case): string =>
  JSON.stringify([
    state,
    queue,
    kind,
    priority,
    title,
    contact,
    assignee?.id,
    fields.asset,
    fields.service,
    endedAt,
    clockLog.filter(({ type }) => type === 'breached').length,
  ]);

/** Items are ours: what is read was written here. */
export const factsIn = (item: Item): CaseFacts => item.facts as unknown as CaseFacts;
