import * as z from 'zod';
import type { Refusal } from '../../../domain/kernel/decision.ts';
import type { Call, FirmCall, VerbsOf } from '../call.ts';
import type { AnswerExtras, Route, Routes } from './route.ts';
import { isInFirm } from './route-index.ts';

/** A route made ready once, when its room is read: strict schemas, and its verb. */
export interface Operation {
  readonly name: string;
  readonly route: Route;
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

export function operationsOf<R extends Routes>(routes: R, verbs: VerbsOf<R>): ReadonlyMap<string, Operation> {
  return new Map(
    Object.entries(routes).map(([name, route]) => [
      name,
      {
        name,
        route,
        inFirm: isInFirm(route),
        params: (route.params ?? NOTHING).strict(),
        query: (route.query ?? NOTHING).strict(),
        body: route.accepts ? undefined : (route.body ?? NO_BODY),
        // Here alone the types of one verb are given up: VerbsOf has proved that each verb fits its route.
        verb: verbs[name as keyof R] as unknown as AnyVerb,
      },
    ]),
  );
}

const NOTHING = z.object({});
/** A command without a body may be sent with none or with `{}`, and with nothing that it would have to ignore. */
const NO_BODY = z.strictObject({}).optional();
