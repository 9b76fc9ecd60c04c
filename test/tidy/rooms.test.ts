import { expect, test } from 'vitest';
import type { Rooms } from '../../functions/platform/http/room.ts';
import { routeTables } from '../../functions/route-tables.ts';

test.each(Object.entries(routeTables))('every route of %s is in one room of its api.ts', async (context, routes) => {
  const { rooms }: { readonly rooms: Rooms } = await import(`../../functions/${context}/api.ts`);
  const found = await Promise.all(Object.values(rooms).map((room) => room.routes()));
  expect(found.flatMap(Object.keys).toSorted()).toEqual(Object.keys(routes).toSorted());
});
