import type { Instant } from '../../kernel/dates.ts';
import { type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import { isEnded } from '../kinds/states.ts';
import {
  type Act,
  type Case,
  type Correspondent,
  isMember,
  isSame,
  MAX_CLOCK_EVENTS,
  MAX_CORRESPONDENTS,
  MAX_LINKS,
  MAX_MERGED,
  MAX_WATCHERS,
  next,
  withPeople,
} from './case.ts';
import type { Link } from './relations.ts';

/**
 * Merges a case into another: its people watch that one, its links lead there, its comments, hours and tags are read there. The merged
 * one closes and points; nothing of it is erased. `neighbours` are the cases to which it is linked. The acts come source, target, neighbours.
 */
export function mergeCases(source: Case, target: Case | undefined, neighbours: readonly Case[], at: Instant): Outcome<readonly Act[]> {
  if (source.mergedInto) return refuse('case.merged', { into: source.mergedInto });
  if (!target) return refuseAt('/into', 'case.unknown');
  if (target.id === source.id) return refuseAt('/into', 'case.itself');
  if (target.mergedInto) return refuseAt('/into', 'case.merged', { into: target.mergedInto });
  if (isEnded(target.state)) return refuseAt('/into', 'case.ended', { state: target.state });
  const asked = isMember(source.requester) ? [source.requester] : [];
  const people = withPeople(target.watchers, [...source.watchers, ...asked, ...(source.assignee ? [source.assignee] : [])]);
  const correspondents = correspondentsOf(source, target);
  const watchers = people.filter((person) => target.watchers.includes(person) || !isSame(person, target.requester));
  const links = uniqueLinks([...target.links.filter(({ to }) => to !== source.id), ...source.links.filter(({ to }) => to !== target.id)]);
  const merged = [...target.merged, source.id, ...source.merged];
  const tags = [...new Set([...target.tags, ...source.tags])];
  const isFull =
    watchers.length > MAX_WATCHERS ||
    correspondents.length > MAX_CORRESPONDENTS ||
    links.length > MAX_LINKS ||
    merged.length > MAX_MERGED ||
    source.clockLog.length >= MAX_CLOCK_EVENTS;
  if (isFull) return refuse('case.full');
  return [
    {
      type: 'case.merged',
      data: { into: target.id, number: target.number, from: source.state },
      case: next(source, at, {
        state: 'closed',
        mergedInto: target.id,
        links: [],
        endedAt: source.endedAt ?? at,
        // Its clocks hear of an end without a verdict: whoever asked is answered in the other case.
        clockLog: [...source.clockLog, { type: 'moved', at, state: 'cancelled' }],
      }),
    },
    {
      type: 'case.absorbed',
      data: { merged: source.id, number: source.number, links: source.links, tags: source.tags },
      case: next(target, at, {
        watchers,
        ...(correspondents.length > 0 && { correspondents }),
        links,
        merged,
        tags,
        minutes: { billable: target.minutes.billable + source.minutes.billable, other: target.minutes.other + source.minutes.other },
        comments: { public: target.comments.public + source.comments.public, internal: target.comments.internal + source.comments.internal },
      }),
    },
    ...neighbours
      .filter(({ id }) => id !== target.id)
      .map((neighbour): Act => {
        const turned = neighbour.links.map((link) => (link.to === source.id ? { ...link, to: target.id } : link));
        return { type: 'case.link_moved', case: next(neighbour, at, { links: uniqueLinks(turned) }), data: { from: source.id, to: target.id } };
      }),
  ];
}

/** Whoever outside the firm was told of either case is told of the one that goes on, once. */
function correspondentsOf(source: Case, target: Case): readonly Correspondent[] {
  const outside = isMember(source.requester) ? [] : [source.requester];
  const known: Correspondent[] = [...(target.correspondents ?? [])];
  for (const one of [...outside, ...(source.correspondents ?? [])])
    if (!isSame(one, target.requester) && !known.some((other) => isSame(one, other))) known.push(one);
  return known;
}

/** One link to a case is enough: the first that was made stands. */
function uniqueLinks(links: readonly Link[]): readonly Link[] {
  return links.filter(({ to }, i) => links.findIndex((other) => other.to === to) === i);
}
