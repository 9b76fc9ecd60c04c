import { type Grant, hasRunOut, type Review, type System } from '../../../domain/it/access/access.ts';
import { holderKey } from '../../../domain/it/holder.ts';
import type { LocalDate } from '../../../domain/kernel/dates.ts';
import { addDays } from '../../../domain/kernel/dates.ts';
import { foldedKey } from '../../../domain/kernel/fold.ts';
import { instantOfLocal } from '../../../domain/work/calendars/zone.ts';
import { type Dated, datedWrites } from '../../platform/dated/dated.ts';
import { wirePerson } from '../../platform/person.ts';
import type { Reader } from '../../platform/reading.ts';
import type { FirmItem } from '../../platform/table/firm-table.ts';
import { plain, stored } from '../../platform/table/own-item.ts';
import type { Item, Key, Write } from '../../platform/table/port.ts';
import { claimWrites } from '../../platform/table/row-writes.ts';
import { wireHolder } from '../holders.ts';
import { accessKeys } from './keys.ts';

export const ACCESS_EXPIRY = 'access.expiry';
export const ACCESS_REVIEW = 'access.review';
const MORNING = '07:00';

const load =
  <T>(keyOf: (id: string) => Key) =>
  async (from: Reader, id: string): Promise<T | undefined> => {
    const item = await from.get(keyOf(id));
    return item && stored<T>(item);
  };
export const systemKey = (system: string): Key => accessKeys.system({ system });
export const grantKey = (grant: string): Key => accessKeys.grant({ grant });
export const reviewKey = (review: string): Key => accessKeys.review({ review });
export const systemNameKey = (name: string): Key => accessKeys.systems({ name: foldedKey(name) });
export const loadSystem = load<System>(systemKey);
export const loadGrant = load<Grant>(grantKey);
export const loadReview = load<Review>(reviewKey);

/** What a system writes: itself, due when its access is to be reviewed, its name, its day of the calendar. */
export function systemWrites(before: System | undefined, after: System, place: { readonly timeZone: string; readonly now: string }): Write[] {
  const { version, ...rest } = after;
  const waits = !after.archived && after.review === undefined;
  const morning = instantOfLocal(place.timeZone, { date: after.reviewOn, time: MORNING });
  const item: FirmItem = {
    ...systemKey(after.id),
    ...plain(rest),
    v: version,
    ...(waits && { due: { at: morning > place.now ? morning : place.now, handler: ACCESS_REVIEW } }),
  };
  const named = { ...systemNameKey(after.name), v: 1, system: after.id };
  return [
    { kind: 'put', item, ...(!before && { when: { exists: false } }) },
    ...(before ? [] : [{ kind: 'put' as const, item: named, when: { exists: false } as const }]),
    ...datedWrites(before && reviewDay(before), reviewDay(after)),
  ];
}
const reviewDay = ({ id, name, reviewOn: on, owner, archived }: System): Dated | undefined =>
  archived ? undefined : { on, source: 'access-review', id, title: name, person: owner.id };

/** What a grant writes: itself, due when it runs out, and its places with its system and its holder. */
export function grantWrites(before: Grant | undefined, after: Grant, { timeZone }: { readonly timeZone: string }): Write[] {
  const { version, ...rest } = after;
  const { pk: gsi1pk, sk: gsi1sk } = accessKeys.grants({ grant: after.id });
  const runsOut = after.state === 'granted' && after.until !== undefined && after.expiredAt === undefined ? addDays(after.until, 1) : undefined;
  const item: FirmItem = {
    ...grantKey(after.id),
    ...plain(rest),
    v: version,
    gsi1pk,
    gsi1sk,
    ...(runsOut !== undefined && { due: { at: instantOfLocal(timeZone, { date: runsOut, time: '00:00' }), handler: ACCESS_EXPIRY } }),
  };
  return [
    { kind: 'put', item, ...(!before && { when: { exists: false } }) },
    ...claimWrites(before ? liveRows(before) : [], liveRows(after)),
    ...(before
      ? []
      : [
          accessKeys.grantsOn({ system: after.system, grant: after.id }),
          accessKeys.grantsOf({ holder: holderKey(after.holder), grant: after.id }),
        ].map((key): Write => ({ kind: 'put', item: { ...key, v: 1 } }))),
  ];
}
export const liveKey = ({ system, holder, level }: Pick<Grant, 'system' | 'holder' | 'level'>): Key =>
  accessKeys.liveGrant({ system, holder: holderKey(holder), level: foldedKey(level) });
const liveRows = (grant: Grant): readonly Item[] => (grant.state === 'revoked' ? [] : [{ ...liveKey(grant), v: 1, grant: grant.id }]);

export function reviewWrites(before: Review | undefined, after: Review): Write[] {
  const { version, ...rest } = after;
  const { pk: gsi1pk, sk: gsi1sk } = accessKeys.reviews({ review: after.id });
  return [{ kind: 'put', item: { ...reviewKey(after.id), ...plain(rest), v: version, gsi1pk, gsi1sk }, ...(!before && { when: { exists: false } }) }];
}

export const wireSystem = (one: System, today: LocalDate) => ({
  id: one.id,
  name: one.name,
  owner: wirePerson(one.owner),
  levels: [...one.levels],
  risk: one.risk,
  separateDuties: one.separateDuties,
  reviewMonths: one.reviewMonths,
  reviewOn: one.reviewOn,
  reviewOverdue: !one.archived && one.reviewOn < today,
  review: one.review ?? null,
  archived: one.archived,
  version: one.version,
});
const wireStep = ({ by, at, note }: Grant['requested']) => ({ by: wirePerson(by), at, note: note ?? null });
export const wireGrant = (one: Grant, today: LocalDate) => ({
  id: one.id,
  system: one.system,
  systemName: one.systemName,
  person: wireHolder(one.holder),
  level: one.level,
  until: one.until ?? null,
  state: one.state,
  expired: one.state === 'granted' && (one.expiredAt !== undefined || hasRunOut(one, today)),
  requested: wireStep(one.requested),
  approved: one.approved ? wireStep(one.approved) : null,
  granted: one.granted ? wireStep(one.granted) : null,
  revoked: one.revoked ? wireStep(one.revoked) : null,
  case: one.case ?? null,
  expiryCase: one.expiryCase ?? null,
  version: one.version,
});
export const wireReviewSummary = (one: Review, today: LocalDate) => ({
  id: one.id,
  system: one.system,
  systemName: one.systemName,
  owner: wirePerson(one.owner),
  startedAt: one.startedAt,
  dueOn: one.dueOn,
  overdue: one.state === 'open' && one.dueOn < today,
  state: one.state,
  lineCount: one.lines.length,
  openLines: one.lines.filter(({ decision }) => decision === undefined).length,
  doneAt: one.doneAt ?? null,
  version: one.version,
});
export const wireReview = (one: Review, today: LocalDate) => ({
  ...wireReviewSummary(one, today),
  lines: one.lines.map(({ grant, holder, level, until, grantedAt, decision, by, at, note }) => ({
    grant,
    person: wireHolder(holder),
    level,
    until: until ?? null,
    grantedAt,
    decision: decision ?? null,
    by: by ? wirePerson(by) : null,
    at: at ?? null,
    note: note ?? null,
  })),
});

export const aboutGrant = (type: `access.${string}`, one: Grant) => ({
  type,
  entity: { kind: 'access-grant', id: one.id, version: one.version },
  data: { name: one.holder.name, system: one.systemName, level: one.level, ...(one.case && { case: one.case }) },
});
export const aboutReview = (type: `access_review.${string}`, one: Review, data: object = {}) => ({
  type,
  entity: { kind: 'access-review', id: one.id, version: one.version },
  data: { name: one.systemName, dueOn: one.dueOn, ...data },
});
