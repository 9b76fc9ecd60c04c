import type { VerbsOf } from '../../functions/platform/call.ts';
import { type Rooms, room } from '../../functions/platform/http/room.ts';
import type { Routes } from '../../functions/platform/http/route.ts';
import { headOf, type RouteIndex } from '../../functions/platform/http/route-index.ts';

/** Routes and verbs as an API of one room, with the index that would be generated for it. */
export function oneRoom<R extends Routes>(routes: R, verbs: VerbsOf<R>): readonly [RouteIndex, Rooms] {
  const heads = Object.fromEntries(Object.entries(routes).map(([name, route]) => [name, headOf(route)]));
  return [
    { room: heads },
    {
      room: room(
        async () => routes,
        async () => verbs,
      ),
    },
  ];
}
