import { type CaseFacts, sameText } from './case-facts.ts';

/** Incidents that look like one cause: of the same device or service, again and again. */
export interface RepeatedIncidents {
  readonly of: 'asset' | 'service';
  readonly name: string;
  /** Latest first. */
  readonly incidents: readonly CaseFacts[];
}

/** Twice is chance. */
export const LEAST_REPEATS = 3;

/** What has failed again and again, most often first: each is worth a problem record of its own. */
export function repeatedIncidents(facts: readonly CaseFacts[]): readonly RepeatedIncidents[] {
  const groups = new Map<string, { of: 'asset' | 'service'; name: string; incidents: CaseFacts[] }>();
  for (const one of facts) {
    if (one.kind !== 'incident' || one.state === 'cancelled') continue;
    for (const kind of ['asset', 'service'] as const) {
      const name = one[kind];
      if (name === undefined) continue;
      const key = `${kind}#${sameText(name)}`;
      const group = groups.get(key) ?? { of: kind, name, incidents: [] };
      group.incidents.push(one);
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .filter(({ incidents }) => incidents.length >= LEAST_REPEATS)
    .map((group) => ({ ...group, incidents: group.incidents.toSorted((a, b) => b.number - a.number) }))
    .sort((a, b) => b.incidents.length - a.incidents.length || (a.name < b.name ? -1 : 1));
}
