import * as z from 'zod';
import type { Refusal } from '../../../domain/kernel/decision.ts';
import type { Call, FirmCall, VerbsOf } from '../call.ts';
import type { AnswerExtras, Route, Routes } from './route.ts';

/** A route made ready once, when the function starts: strict schemas, its full path, its verb. */
export interface Operation {
  readonly name: string;
  readonly context: string;
  readonly route: Route;
  readonly path: string;
  readonly inFirm: boolean;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodType | undefined;
  readonly verb: AnyVerb;
}

/** A call and an answer whose types are known to the verb alone; the chain has held both against the route's schemas. */
export type AnyCall = Omit<Call, 'params' | 'query' | 'body'> &
  Partial<Omit<FirmCall, keyof Call>> & { readonly params: unknown; readonly query: unknown; readonly body: unknown };
export type AnyAnswer = { readonly status: number; readonly body: unknown } & AnswerExtras;
type AnyVerb = (call: AnyCall) => Promise<AnyAnswer | Refusal>;

export function operationsOf<R extends Routes>(context: string, routes: R, verbs: VerbsOf<R>): readonly Operation[] {
  return Object.entries(routes).map(([name, route]) => ({
    name,
    context,
    route,
    path: pathOf(route),
    inFirm: isInFirm(route),
    params: (route.params ?? NOTHING).strict(),
    query: (route.query ?? NOTHING).strict(),
    body: route.accepts ? undefined : (route.body ?? NO_BODY),
    // Here alone the types of one verb are given up: VerbsOf has proved that each verb fits its route.
    verb: verbs[name as keyof R] as unknown as AnyVerb,
  }));
}

const NOTHING = z.object({});
/** A command without a body may be sent with none or with `{}`, and with nothing that it would have to ignore. */
const NO_BODY = z.strictObject({}).optional();

/** Addresses that people and load balancers know without a version. */
const UNVERSIONED: ReadonlySet<string> = new Set(['/docs', '/healthz']);

/** The whole path of a route as hosts and clients see it. */
export const pathOf = (route: Route): string => (UNVERSIONED.has(route.path) ? route.path : `/v1${route.path}`);
export const isInFirm = (route: Route): boolean => route.path.includes('{firmId}');
