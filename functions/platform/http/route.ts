import type * as z from 'zod';
import type { Permission } from '../../../domain/firms/permissions.ts';
import type { Text } from '../../../domain/kernel/language.ts';
import type { RefusalCode } from '../../../domain/refusals.ts';

/**
 * A route is data. From the tables of routes come the router, validation both ways, permissions, OpenAPI, the typed client of the pages,
 * API Gateway, and the tests that try every route with every role and with another firm's ids.
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/v1`; a path with `{firmId}` is authorised in that firm. */
  readonly path: `/${string}`;
  readonly summary: Text;
  /** Whom it serves: a permission in the firm of the path, anybody signed in, or anybody at all. */
  readonly permission: Permission | 'signed-in' | 'public';
  /** Path parameters by name; `firmId` is checked by the chain. */
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** The JSON body. A route whose body is a file says its `accepts` instead and is given the text as it came. */
  readonly body?: z.ZodType;
  readonly accepts?: { readonly types: readonly string[]; readonly limitBytes: number };
  /** The answer by status. `file` marks an answer that is not JSON (CSV, XLSX, iCalendar), with its content types. */
  readonly answers: { readonly [status: number]: z.ZodType | null };
  readonly file?: readonly string[];
  /** What it may refuse besides what every route may (in the order in which it is checked). */
  readonly refuses: readonly RefusalCode[];
  /** `If-Match` is required: the route changes something that has a version. */
  readonly versioned?: boolean;
  /** Requests a minute for one caller address, where the firm's own limit is not the right one (sign-in, sign-up, password mails). */
  readonly perMinute?: number;
  /** Largest JSON body, where the usual 1 MB is not right. */
  readonly limitBytes?: number;
}

/** One context's table. The name of a route is the name of its verb, of the verb's file, and of the operation in OpenAPI. */
export type Routes = Readonly<Record<string, Route>>;

export const defineRoutes = <const R extends Routes>(routes: R): R => routes;

type Inferred<S> = S extends z.ZodType ? z.output<S> : undefined;
export type ParamsOf<R extends Route> = R extends { params: infer S } ? Inferred<S> : Record<never, never>;
export type QueryOf<R extends Route> = R extends { query: infer S } ? Inferred<S> : Record<never, never>;
export type BodyOf<R extends Route> = R extends { body: infer S } ? Inferred<S> : R extends { accepts: unknown } ? string : undefined;
/** An answer is read and sent, never changed: verbs may give what is readonly. */
type Unchanged<T> = T extends readonly (infer E)[] ? readonly Unchanged<E>[] : T extends object ? { readonly [K in keyof T]: Unchanged<T[K]> } : T;

/** What a verb answers with: a status of the table and a body that its schema describes. */
export type AnswerOf<R extends Route> = {
  [S in keyof R['answers'] & number]: {
    readonly status: S;
    readonly body: R['answers'][S] extends z.ZodType ? Unchanged<z.input<R['answers'][S]>> : null;
  } & AnswerExtras;
}[keyof R['answers'] & number];

export interface AnswerExtras {
  readonly headers?: Readonly<Record<string, string>>;
  /** The version that ETag carries. */
  readonly version?: number;
  /** Instead of JSON: a file as text or bytes. */
  readonly file?: { readonly type: string; readonly name: string; readonly content: string | Uint8Array };
}
