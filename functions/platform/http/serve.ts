import { isRefusal, type Refusal } from '../../../domain/kernel/decision.ts';
import { authenticate } from '../auth/authenticate.ts';
import { authorise, type Standing } from '../auth/authorise.ts';
import type { Caller } from '../call.ts';
import { AnsweredMeanwhile } from '../commit-outcome.ts';
import { idempotencyKey } from '../idempotency-record.ts';
import { mintAt } from '../mint.ts';
import { listCursor } from './cursor.ts';
import type { Exchange, HttpResponse } from './exchange.ts';
import { type ApiHost, FIRM_PER_MINUTE } from './host.ts';
import { idempotencyOf, storedAnswer } from './idempotency.ts';
import type { Listing } from './listing.ts';
import type { AnyCall, Operation } from './operation.ts';
import { takeFromBudget } from './rate-limit.ts';
import { parseJson, readBody } from './read-body.ts';
import { checkBody, rawQuery, readParams, readQuery } from './read-parameters.ts';
import { checkAnswer, replay, respond } from './respond.ts';
import { untilSettled } from './retry.ts';
import { todayIn } from './today.ts';
import { ifMatch } from './versions.ts';

/**
 * One request, once its route is known: who asks, what they may do, whether it is well formed, whether it was answered before; then the verb.
 * Refusals are checked in this order and the first one wins, so a caller learns nothing about what lies behind a door that is shut.
 */
export async function serve(
  exchange: Exchange,
  listing: Listing,
  rawParams: Readonly<Record<string, string>>,
  host: ApiHost,
): Promise<HttpResponse | Refusal> {
  const { event, ports } = exchange;
  const { perMinute } = listing.route;
  const address = event.requestContext.http.sourceIp;

  if (perMinute !== undefined) {
    const over = await takeFromBudget(exchange, { name: listing.name, key: address, perMinute: perMinute * (host.addressFactor ?? 1) });
    if (over) return over;
  }
  const caller = await callerOf(exchange, listing);
  if (isRefusal(caller)) return caller;
  const asking = caller && listing.inFirm ? standingOf(exchange, listing, rawParams.firmId ?? '', caller, host) : undefined;
  // While the table is asked for the caller's standing, the room is read. Whatever is wrong with it is told to those alone who are let in.
  const reading = listing.operation();
  reading.catch(() => undefined);
  const standing = await asking;
  if (isRefusal(standing)) return standing;
  const operation = await reading;
  const { route } = operation;

  const params = readParams(rawParams, operation.params);
  if (isRefusal(params)) return params;
  const asked = rawQuery(event.rawQueryString);
  const query = await readQuery(asked, operation.query);
  if (isRefusal(query)) return query;
  const cursor = standing && listCursor(ports.signingKey, standing.firm.id, operation.name, asked);
  if (isRefusal(cursor)) return cursor;
  const text = readBody(event, route);
  if (isRefusal(text)) return text;
  const keyed = idempotencyOf(operation, event, caller);
  if (isRefusal(keyed)) return keyed;
  const { idempotency } = keyed;
  if (idempotency && standing) {
    const before = await standing.table.get(idempotencyKey(idempotency.route, idempotency.key));
    const stored = before && storedAnswer(before, idempotency);
    if (stored) return isRefusal(stored) ? stored : replay(exchange, stored);
  }
  const body = await bodyOf(text, operation);
  if (isRefusal(body)) return body;
  const matched = ifMatch(route, event.headers['if-match']);
  if (isRefusal(matched)) return matched;

  const call: AnyCall = {
    route,
    params: params.value,
    query: query.value,
    body: body.value,
    language: exchange.language,
    ifMatch: matched.version,
    address,
    userAgent: event.requestContext.http.userAgent,
    now: exchange.now,
    today: todayIn(standing?.firm.timeZone ?? 'UTC', exchange.now),
    mint: mintAt(exchange.now, ports),
    ports,
    idempotency,
    ...(caller && { caller }),
    ...(standing && cursor && { ...standing, cursor }),
  };
  try {
    const answer = await untilSettled(
      () => operation.verb(call),
      (count) => (exchange.note.retries = count),
    );
    if (isRefusal(answer)) return answer;
    if (host.checkAnswers) checkAnswer(operation, answer);
    return respond(exchange, operation, answer);
  } catch (thrown) {
    if (!(thrown instanceof AnsweredMeanwhile) || !idempotency) throw thrown;
    const stored = storedAnswer(thrown.stored, idempotency);
    return isRefusal(stored) ? stored : replay(exchange, stored);
  }
}

async function callerOf(exchange: Exchange, { route }: Listing): Promise<Caller | undefined | Refusal> {
  if (route.permission === 'public') return undefined;
  const caller = await authenticate(exchange.event.headers.authorization, exchange.ports, exchange.now);
  if (isRefusal(caller)) return caller;
  exchange.note.user = caller.user.id;
  if (!exchange.languageAsked) exchange.language = caller.user.language;
  return caller;
}

/** The budget is taken once the caller is known to belong: a stranger cannot spend a firm's requests. */
async function standingOf(exchange: Exchange, { route }: Listing, firmId: string, caller: Caller, host: ApiHost): Promise<Standing | Refusal> {
  const standing = await authorise(firmId, route.permission === 'public' ? 'signed-in' : route.permission, caller, exchange.ports);
  if (isRefusal(standing)) return standing;
  exchange.note.firm = standing.firm.id;
  return (await takeFromBudget(exchange, { name: 'firm', key: standing.firm.id, perMinute: host.firmPerMinute ?? FIRM_PER_MINUTE })) ?? standing;
}

async function bodyOf(text: string, operation: Operation): Promise<{ readonly value: unknown } | Refusal> {
  if (operation.route.accepts) return { value: text };
  const json = parseJson(text);
  if (isRefusal(json) || !operation.body) return json;
  return checkBody(json.value, operation.body);
}
