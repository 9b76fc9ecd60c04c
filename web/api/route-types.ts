import type * as z from 'zod';
import type { accountingRoutes } from '../../functions/accounting/routes.ts';
import type { firmsRoutes } from '../../functions/firms/routes.ts';
import type { identityRoutes } from '../../functions/identity/routes.ts';
import type { integrationsRoutes } from '../../functions/integrations/routes.ts';
import type { itRoutes } from '../../functions/it/routes.ts';
import type { recordsRoutes } from '../../functions/records/routes.ts';
import type { workRoutes } from '../../functions/work/routes.ts';

/** The API as types: the same tables that the router reads. Nothing of them is in the bundle but method and path by name. */
export type Routes = typeof identityRoutes &
  typeof firmsRoutes &
  typeof accountingRoutes &
  typeof integrationsRoutes &
  typeof workRoutes &
  typeof recordsRoutes &
  typeof itRoutes;
export type RouteName = keyof Routes & string;
export type ReadName = { [N in RouteName]: Routes[N] extends { method: 'GET' } ? N : never }[RouteName];

type PathParams<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | PathParams<Rest> : never;
export type ParamNames<N extends RouteName> = PathParams<Routes[N]['path']>;

type Sent<S> = S extends z.ZodType ? z.input<S> : never;
/** Query members as text or numbers; the schema at the door reads them. */
type QueryPart<R> = R extends { query: infer Q extends z.ZodType }
  ? { readonly query?: { readonly [K in keyof z.input<Q>]?: string | number | undefined } }
  : { readonly query?: undefined };
type BodyPart<R> = R extends { body: infer B extends z.ZodType }
  ? { readonly body: Sent<B> }
  : R extends { accepts: unknown }
    ? { readonly file: Blob }
    : { readonly body?: undefined };
type Named<Names extends string> = [Names] extends [never] ? { readonly params?: undefined } : { readonly params: Readonly<Record<Names, string>> };

/** What a call brings. */
export type Input<N extends RouteName> = Named<ParamNames<N>> & QueryPart<Routes[N]> & BodyPart<Routes[N]>;
/** The same inside a firm, whose id the shell knows. */
export type FirmInput<N extends RouteName> = Named<Exclude<ParamNames<N>, 'firmId'>> & QueryPart<Routes[N]> & BodyPart<Routes[N]>;

/** The body of its successful answers. */
export type Output<N extends RouteName> = OutputOf<Routes[N]>;
type OutputOf<R> = R extends { answers: infer A } ? { [S in keyof A]: A[S] extends z.ZodType ? z.output<A[S]> : null }[keyof A] : never;

/** One row of a list. */
export type RowOf<N extends RouteName> = Output<N> extends { data: readonly (infer Row)[] } ? Row : never;
/** Lists that come in pages. */
export type ListName = { [N in ReadName]: Output<N> extends { data: readonly unknown[]; has_more: boolean } ? N : never }[ReadName];
