import { QueryClient, type UseQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useFirm } from '../shell/firm-context.tsx';
import { type Answer, call } from './client.ts';
import { ProblemError } from './problem.ts';
import type { FirmInput, Input, ListName, Output, ReadName, RouteName, RowOf } from './route-types.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A read that cannot be right until something changes is not repeated; a hiccup is, twice.
      retry: (failures, problem) => failures < 2 && problem instanceof ProblemError && problem.retryable && problem.status !== 0,
      networkMode: 'always',
      // What failed for want of a connection is read again when it is back.
      refetchOnReconnect: (query) => (query.state.status === 'error' ? 'always' : true),
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

interface Reading {
  readonly enabled?: boolean;
  readonly refetchInterval?: number | false;
  readonly staleTime?: number;
}

export type Read<N extends RouteName> = UseQueryResult<Answer<Output<N>>, ProblemError>;

/** Reads a route outside any firm. */
export function useApi<N extends ReadName>(name: N, input: Input<N>, reading: Reading = {}): Read<N> {
  return useQuery<Answer<Output<N>>, ProblemError>({ queryKey: [name, input], queryFn: ({ signal }) => call(name, input, { signal }), ...reading });
}

/** Reads a route of the firm in the address. Whatever a command changes in the firm, all its reads are stale after it. */
export function useFirmApi<N extends ReadName>(name: N, input: FirmInput<N>, reading: Reading = {}): Read<N> {
  const { id } = useFirm();
  return useQuery<Answer<Output<N>>, ProblemError>({
    queryKey: ['firm', id, name, input],
    queryFn: ({ signal }) => call(name, inFirm(id, input), { signal }),
    ...reading,
  });
}

export interface List<Row> {
  readonly rows: readonly Row[];
  readonly pending: boolean;
  readonly problem: ProblemError | undefined;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  loadMore(): void;
  retry(): void;
}

/** A list of the firm, page by page as it is scrolled. */
export function useFirmList<N extends ListName>(name: N, input: FirmInput<N>, reading: Pick<Reading, 'enabled'> = {}): List<RowOf<N>> {
  const { id } = useFirm();
  const pages = useInfiniteQuery({
    queryKey: ['firm', id, name, 'pages', input],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const paged = { ...input, query: { ...input.query, ...(pageParam !== undefined && { cursor: pageParam }) } };
      const { body } = await call(name, inFirm(id, paged as FirmInput<N>), { signal });
      return body as unknown as { data: readonly RowOf<N>[]; has_more: boolean; next_cursor: string | null };
    },
    getNextPageParam: (last) => (last.has_more ? (last.next_cursor ?? undefined) : undefined),
    placeholderData: (before) => before,
    ...reading,
  });
  return {
    rows: pages.data?.pages.flatMap((page) => page.data) ?? [],
    pending: pages.isPending,
    problem: pages.error instanceof ProblemError ? pages.error : undefined,
    hasMore: pages.hasNextPage,
    loadingMore: pages.isFetchingNextPage,
    loadMore: () => void pages.fetchNextPage(),
    retry: () => void pages.refetch(),
  };
}

export function inFirm<N extends RouteName>(firmId: string, input: FirmInput<N>): Input<N> {
  return { ...input, params: { ...input.params, firmId } } as unknown as Input<N>;
}
