import type { VerbsOf } from './call.ts';
import type { Routes } from './http/route.ts';

/**
 * Verbs that are read with the first request that needs one of them: a function starts with what most requests need, and a statement or an import
 * brings its own code along. Loading twice is loading once: modules are kept.
 */
export function lateVerbs<R extends Routes>(routes: R, load: () => Promise<VerbsOf<R>>): VerbsOf<R> {
  const named = (name: string) => async (call: unknown) => {
    const verb = (await load())[name as keyof R] as unknown as (call: unknown) => Promise<unknown>;
    return verb(call);
  };
  return Object.fromEntries(Object.keys(routes).map((name) => [name, named(name)])) as unknown as VerbsOf<R>;
}
