import type { Context } from 'aws-lambda';
import { refuse } from '../../../domain/kernel/decision.ts';
import { type ApiHandler, api } from '../http/api.ts';
import type { HttpEvent, HttpResponse } from '../http/exchange.ts';
import type { ApiHost } from '../http/host.ts';
import { refuseRequest } from '../http/refuse-request.ts';
import type { Rooms } from '../http/room.ts';
import type { RouteIndex } from '../http/route-index.ts';
import { once } from '../once.ts';
import { environment } from './environment.ts';
import { type AwsPorts, awsPorts, type PortParts } from './ports.ts';
import { readSecret } from './secrets.ts';
import { throughTheDoor } from './through-the-door.ts';

interface Ready {
  readonly ports: AwsPorts;
  readonly doorKey: string;
  readonly host: ApiHost;
  readonly answer: ApiHandler;
}

/** One context's API as the handler of its Lambda. Everything is made with the first call and kept. */
export function lambdaApi(context: string, index: RouteIndex, rooms: Rooms, parts: PortParts = {}): ApiHandler {
  const ready = once(async (): Promise<Ready> => {
    const doorKeyArn = environment('DOOR_KEY_ARN');
    const [ports, doorKey] = await Promise.all([awsPorts(parts), readSecret(doorKeyArn)]);
    const host: ApiHost = { ports: () => ports, secure: true };
    return { ports, doorKey, host, answer: api(context, index, rooms, host) };
  });

  return async (event: HttpEvent, lambda: Context): Promise<HttpResponse> => {
    const { ports, doorKey, host, answer } = await ready();
    const admitted = throughTheDoor(event, doorKey);
    if (!admitted) return refuseRequest(event, refuse('request.not_found'), host);
    try {
      return await answer(admitted, lambda);
    } finally {
      ports.log.flush();
    }
  };
}
