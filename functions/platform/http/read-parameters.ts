import type * as z from 'zod';
import { type Fault, type Outcome, refuse } from '../../../domain/kernel/decision.ts';

/** The path's parameters. One that cannot be an id names nothing: it is answered as an id that does not exist. */
export function readParams(raw: Readonly<Record<string, string>>, schema: z.ZodObject): Outcome<{ readonly value: unknown }> {
  const { firmId, ...own } = raw;
  const parsed = schema.safeParse(firmId !== undefined && schema.shape.firmId ? raw : own);
  return parsed.success ? { value: parsed.data } : refuse('request.not_found');
}

export type RawQuery = Readonly<Record<string, string | readonly string[]>>;

/** The query as it was sent: a name given twice is a list. Read from the raw string, which both hosts give alike. */
export function rawQuery(text: string): RawQuery {
  if (text === '') return {};
  const query: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = Object.hasOwn(query, name) ? query[name] : undefined;
    Object.defineProperty(query, name, {
      value: before === undefined ? value : [before, value].flat(),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return query;
}

export async function readQuery(raw: RawQuery, schema: z.ZodObject): Promise<Outcome<{ readonly value: unknown }>> {
  const parsed = schema.safeParse(raw);
  return parsed.success ? { value: parsed.data } : refuse('request.query_invalid', undefined, await faultsOf(parsed.error, raw));
}

export async function checkBody(value: unknown, schema: z.ZodType): Promise<Outcome<{ readonly value: unknown }>> {
  const parsed = schema.safeParse(value);
  return parsed.success ? { value: parsed.data } : refuse('request.invalid', undefined, await faultsOf(parsed.error, value));
}

/** Read with the first fault: it knows the texts of all refusals. */
const faultsOf = async (error: z.ZodError, input: unknown): Promise<readonly Fault[]> => (await import('./issues.ts')).faultsOf(error, input);
