import { type Refusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Exchange } from './exchange.ts';

/** Takes one request from a budget of so many a minute, and tells the caller how much is left (draft-ietf-httpapi-ratelimit-headers). */
export async function takeFromBudget(
  exchange: Exchange,
  budget: { readonly name: string; readonly key: string; readonly perMinute: number },
): Promise<Refusal | undefined> {
  const { limit, remaining, resetSeconds } = await exchange.ports.limiter.take(`${budget.name}:${budget.key}`, budget.perMinute);
  exchange.headers['ratelimit-policy'] = `"${budget.name}";q=${limit};w=60`;
  exchange.headers.ratelimit = `"${budget.name}";r=${Math.max(0, remaining)};t=${resetSeconds}`;
  if (remaining >= 0) return undefined;
  exchange.headers['retry-after'] = String(resetSeconds);
  return refuse('rate.limited', { seconds: resetSeconds });
}
