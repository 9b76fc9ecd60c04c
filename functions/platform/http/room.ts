import type { VerbsOf } from '../call.ts';
import { once } from '../once.ts';
import { type Operation, operationsOf } from './operation.ts';
import type { Routes } from './route.ts';

/** A room of a context: its routes with their schemas and its verbs, read with the first request for one of them, and kept. */
export interface Room {
  readonly routes: () => Promise<Routes>;
  readonly operations: () => Promise<ReadonlyMap<string, Operation>>;
}
export type Rooms = Readonly<Record<string, Room>>;

export function room<R extends Routes>(routes: () => Promise<R>, verbs: () => Promise<VerbsOf<R>>): Room {
  return { routes, operations: once(async () => operationsOf(await routes(), await verbs())) };
}
