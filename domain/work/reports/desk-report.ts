import type { Instant } from '../../kernel/dates.ts';
import type { Text } from '../../kernel/language.ts';
import { isActive } from '../kinds/states.ts';
import { type CaseFacts, sameText } from './case-facts.ts';

/** What a report is by: whose name each line bears. */
export const reportGroups = {
  queue: { en: 'Queue', ar: 'قائمة الانتظار' },
  kind: { en: 'Kind', ar: 'النوع' },
  priority: { en: 'Priority', ar: 'الأولوية' },
  assignee: { en: 'Assignee', ar: 'المسؤول' },
  asset: { en: 'Asset', ar: 'الأصل' },
  service: { en: 'Service', ar: 'الخدمة' },
  contact: { en: 'Client', ar: 'العميل' },
} as const satisfies Record<string, Text>;
export type ReportGroup = keyof typeof reportGroups;
export const reportGroupNames = Object.keys(reportGroups) as readonly ReportGroup[];

/** How long what is open has been open, in days: up to and without the bound; the last has none. */
export const ageBounds = [1, 3, 7, 30] as const;

export interface ReportLine {
  /** What tells the line apart; null for what has none of it. */
  readonly key: string | null;
  readonly name: string | null;
  readonly opened: number;
  readonly resolved: number;
  readonly breached: number;
  readonly firstContact: number;
  /** Of the resolved, in open minutes: half took longer. */
  readonly medianResponseMinutes: number | null;
  readonly medianResolutionMinutes: number | null;
  /** Open now, by age as `ageBounds` has it. */
  readonly backlog: readonly number[];
}
export interface DeskReport {
  readonly lines: readonly ReportLine[];
  readonly total: ReportLine;
}

interface Counted {
  readonly key: string | null;
  readonly name: string | null;
  opened: number;
  readonly resolved: CaseFacts[];
  readonly backlog: number[];
}

const DAY_MS = 86_400_000;

/**
 * The report of a stretch of time [from, until): what was opened in it, what was resolved in it and how well that went; and what is open now, by age.
 * `opened`, `resolved` and `open` may hold the same case: it is counted once in each. A cancelled case is opened and never resolved.
 */
export function deskReport(
  facts: { readonly opened: readonly CaseFacts[]; readonly ended: readonly CaseFacts[]; readonly open: readonly CaseFacts[] },
  by: ReportGroup,
  { from, until, now }: { readonly from: Instant; readonly until: Instant; readonly now: Instant },
): DeskReport {
  const isWithin = (at: Instant | undefined): boolean => at !== undefined && at >= from && at < until;
  const groups = new Map<string | null, Counted>();
  const total: Counted = emptyGroup(null, null);
  const both = (one: CaseFacts): readonly Counted[] => {
    const { key, name } = groupOf(one, by);
    const group = groups.get(key) ?? emptyGroup(key, name);
    groups.set(key, group);
    return [group, total];
  };
  for (const one of facts.opened) if (isWithin(one.openedAt)) for (const group of both(one)) group.opened += 1;
  for (const one of facts.ended) if (isWithin(one.endedAt) && one.state !== 'cancelled') for (const group of both(one)) group.resolved.push(one);
  for (const one of facts.open) {
    if (!isActive(one.state)) continue;
    const days = (Date.parse(now) - Date.parse(one.openedAt)) / DAY_MS;
    const age = ageBounds.filter((bound) => days >= bound).length;
    for (const { backlog } of both(one)) backlog[age] = (backlog[age] ?? 0) + 1;
  }
  const lines = [...groups.values()].map(lineOf).sort(byVolume);
  return { lines, total: lineOf(total) };
}

const emptyGroup = (key: string | null, name: string | null): Counted => ({
  key,
  name,
  opened: 0,
  resolved: [],
  backlog: [...ageBounds, 0].map(() => 0),
});

function groupOf(one: CaseFacts, by: ReportGroup): { readonly key: string | null; readonly name: string | null } {
  switch (by) {
    case 'assignee':
      return { key: one.assignee?.id ?? null, name: one.assignee?.name ?? null };
    case 'asset':
    case 'service': {
      const value = one[by];
      return { key: value === undefined ? null : sameText(value), name: value ?? null };
    }
    case 'queue':
    case 'kind':
    case 'priority':
    case 'contact':
      return { key: one[by] ?? null, name: null };
  }
}

function lineOf({ key, name, opened, resolved, backlog }: Counted): ReportLine {
  return {
    key,
    name,
    opened,
    resolved: resolved.length,
    breached: resolved.filter(({ breached }) => breached.length > 0).length,
    firstContact: resolved.filter(({ firstContact }) => firstContact).length,
    medianResponseMinutes: median(resolved.flatMap(({ responseMinutes }) => responseMinutes ?? [])),
    medianResolutionMinutes: median(resolved.flatMap(({ resolutionMinutes }) => resolutionMinutes ?? [])),
    backlog,
  };
}

/** The lower one of the two in the middle where there are two: a whole minute that some case took. */
function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

const volume = ({ opened, resolved, backlog }: ReportLine): number => opened + resolved + backlog.reduce((sum, count) => sum + count, 0);
const byVolume = (a: ReportLine, b: ReportLine): number => volume(b) - volume(a) || ((a.key ?? '\uffff') < (b.key ?? '\uffff') ? -1 : 1);
