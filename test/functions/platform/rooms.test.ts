import { beforeEach, expect, test } from 'vitest';
import { api } from '../../../functions/platform/http/api.ts';
import { room } from '../../../functions/platform/http/room.ts';
import type { RouteIndex } from '../../../functions/platform/http/route-index.ts';
import { oneRoom } from '../one-room.ts';
import type { Person } from './notes/people.ts';
import { notesRoutes } from './notes/routes.ts';
import { verbs } from './notes/verbs.ts';
import { contextOf, eventOf, world } from './notes/world.ts';

const { ports, member, person } = await world({ level: 'silent' });
const owner = await member('owner');
const [index] = oneRoom(notesRoutes, verbs);
const read: string[] = [];
beforeEach(() => void read.splice(0));

/** A function whose one room says when it is read. */
function started(indexed: RouteIndex = index) {
  const noted = async <T>(what: string, value: T): Promise<T> => {
    read.push(what);
    return value;
  };
  const rooms = {
    room: room(
      () => noted('routes', notesRoutes),
      () => noted('verbs', verbs),
    ),
  };
  const handler = api('notes', indexed, rooms, { ports: () => ports });
  return async (method: string, url: string, as?: Person): Promise<number> =>
    (await handler(eventOf(method, url, as ? { as } : {}), contextOf(29_000))).statusCode;
}

test('a room is read with the first request that is let in, and once', async () => {
  const ask = started();
  expect(read).toEqual([]);
  const asked = [1, 2, 3].map(() => ask('GET', `/v1/firms/${owner.firm}/notes`, owner));
  expect(await Promise.all(asked)).toEqual([200, 200, 200]);
  expect(read).toEqual(['routes', 'verbs']);
});

test('what is refused by the index alone has no room read', async () => {
  const ask = started();
  expect(await ask('GET', `/v1/firms/${owner.firm}/notes`)).toBe(401);
  expect(await ask('PUT', `/v1/firms/${owner.firm}/notes`, owner)).toBe(405);
  expect(await ask('GET', '/v1/nothing', owner)).toBe(404);
  expect(read).toEqual([]);
});

test('a room that could not be read is read again by the next request', async () => {
  let isAway = true;
  const rooms = {
    room: room(
      async () => (isAway ? Promise.reject(new Error('no such file')) : notesRoutes),
      async () => verbs,
    ),
  };
  const handler = api('notes', index, rooms, { ports: () => ports });
  const ask = async () => (await handler(eventOf('GET', `/v1/firms/${owner.firm}/notes`, { as: owner }), contextOf(29_000))).statusCode;
  expect(await ask()).toBe(500);
  isAway = false;
  expect(await ask()).toBe(200);
});

test('an index that is not what the routes say lets nobody further, whoever may come in by it', async () => {
  const stranger = await person();
  const { writeNote, ...others } = index.room ?? {};
  expect(writeNote?.permission).toBe('contact.write');
  const ask = started({ room: { ...others, ...(writeNote && { writeNote: { ...writeNote, permission: 'contact.read' } }) } });
  expect(await ask('POST', `/v1/firms/${owner.firm}/notes`, owner)).toBe(500);
  expect(await ask('POST', `/v1/firms/${owner.firm}/notes`, stranger)).toBe(404);
});
