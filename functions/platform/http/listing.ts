import type { Operation } from './operation.ts';
import type { Rooms } from './room.ts';
import { headOf, isInFirm, pathOf, type RouteHead, type RouteIndex } from './route-index.ts';

/** A route as the index knows it: enough to find it and to say whom it serves. What it takes and what it does come with its room. */
export interface Listing {
  readonly name: string;
  readonly route: RouteHead;
  readonly path: string;
  readonly inFirm: boolean;
  readonly operation: () => Promise<Operation>;
}

export function listingsOf(index: RouteIndex, rooms: Rooms): readonly Listing[] {
  return Object.entries(index).flatMap(([room, heads]) =>
    Object.entries(heads).map(([name, route]) => ({
      name,
      route,
      path: pathOf(route),
      inFirm: isInFirm(route),
      operation: async () => {
        const operation = (await rooms[room]?.operations())?.get(name);
        // The index let the caller in: where it is not what the table says, nobody gets further.
        if (!operation || !isSame(headOf(operation.route), route))
          throw new Error(`the index is not what the routes say of ${name}: npm run generate`);
        return operation;
      },
    })),
  );
}

const isSame = (one: RouteHead, other: RouteHead): boolean =>
  one.method === other.method && one.path === other.path && one.permission === other.permission && one.perMinute === other.perMinute;
