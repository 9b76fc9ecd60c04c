import type { Context } from 'aws-lambda';
import type { ApiRow } from '../../../functions/manifest.ts';
import type { ApiHandler } from '../../../functions/platform/http/api.ts';
import type { HttpEvent, HttpResponse } from '../../../functions/platform/http/exchange.ts';
import type { ApiHost } from '../../../functions/platform/http/host.ts';
import { pathOf } from '../../../functions/platform/http/route-index.ts';
import { router } from '../../../functions/platform/http/router.ts';

/** What API Gateway is on AWS: an address leads to the function of its context; whatever is no address of ours, to the default function. */
export function gateway(apis: readonly ApiRow[], host: ApiHost): (event: HttpEvent) => Promise<HttpResponse> {
  const paths = new Map(apis.flatMap((row) => Object.values(row.routes).map((route) => [pathOf(route), row] as const)));
  const table = router([...paths].map(([path, target]) => ({ method: 'ANY', path, target })));
  const fallback = apis.find((row) => row.isDefault);
  const started = new Map<ApiRow, Promise<ApiHandler>>();

  return async (event) => {
    const match = table.find('ANY', event.rawPath);
    const row = match.kind === 'found' ? match.target : fallback;
    if (!row) throw new Error('no function answers by default');
    // Loaded with its first request: a start does not wait for contexts that nobody has asked yet.
    const starting = started.get(row) ?? row.start(host);
    started.set(row, starting);
    return (await starting)(event, lambdaContext(row));
  };
}

/** What a Lambda knows of its own run; the rest of the context is nothing that a handler reads. */
function lambdaContext({ context, timeoutSeconds }: ApiRow): Context {
  const until = performance.now() + timeoutSeconds * 1000;
  return {
    functionName: context,
    functionVersion: 'local',
    invokedFunctionArn: 'local',
    memoryLimitInMB: '0',
    awsRequestId: 'local',
    logGroupName: 'local',
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => until - performance.now(),
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}
