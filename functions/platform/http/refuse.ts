import type { Refusal } from '../../../domain/kernel/decision.ts';
import type { Exchange, HttpResponse } from './exchange.ts';

/** The answer to a refusal. Every text of every refusal is read with the first one: a start does without them. */
export async function refused(exchange: Exchange, refusal: Refusal, headers?: Readonly<Record<string, string>>): Promise<HttpResponse> {
  const { problem } = await import('./problem.ts');
  return problem(exchange, refusal, headers);
}
