import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

type Strings = Readonly<Record<string, string>>;

/**
 * What a page shows is in its address: filters, dates, the tab. A reload, a bookmark or a link sent to a colleague shows the same.
 * `fallback` names the members and what they are when the address is silent; a member that is back at its fallback leaves the address.
 */
export function useSearchState<T extends Strings>(fallback: T): readonly [T, (change: Partial<T>) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const state = Object.fromEntries(
    // The router reads `?q=2026` as a number.
    Object.entries(fallback).map(([key, value]) => [key, ['string', 'number'].includes(typeof search[key]) ? String(search[key]) : value]),
  ) as unknown as T;
  const change = useCallback(
    (next: Partial<T>) => {
      void navigate({
        to: '.',
        replace: true,
        search: ((before: Record<string, unknown>) => {
          const after: Record<string, unknown> = { ...before, ...next };
          for (const key of Object.keys(after)) if (after[key] === fallback[key] || after[key] === '' || after[key] === undefined) delete after[key];
          return after;
        }) as never,
      });
    },
    [navigate, fallback],
  );
  return [state, change];
}

/** A word of the address if it is one of those that the page knows. */
export const oneOf = <V extends string>(known: readonly V[], text: string): V | undefined => known.find((value) => value === text);
