import { type Outcome, refuse } from '../../../domain/kernel/decision.ts';
import type { Route } from './route.ts';

export const etagOf = (version: number): string => `"${version}"`;

/** The version that the caller means to change. On a versioned route it must be said (428); one that is no version of ours is stale by nature (412). */
export function ifMatch(route: Route, header: string | undefined): Outcome<{ readonly version: number | undefined }> {
  if (!route.versioned) return { version: undefined };
  if (header === undefined || header.trim() === '') return refuse('version.missing');
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(header.trim())?.[1];
  return version === undefined ? refuse('version.stale') : { version: Number(version) };
}
