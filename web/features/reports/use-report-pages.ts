import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import { inFirm } from '../../api/queries.ts';
import type { FirmInput, Output } from '../../api/route-types.ts';
import { useFirm } from '../../shell/firm-context.tsx';

type Paged = 'accountLedger' | 'generalLedger';

interface ReportPages<Body> {
  readonly pages: readonly Body[];
  readonly problem: ProblemError | undefined;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  loadMore(): void;
  retry(): void;
}

/** A report that comes in pages; its totals are of the whole and stand on every page. */
export function useReportPages<N extends Paged>(name: N, input: FirmInput<N>): ReportPages<Output<N>> {
  const { id } = useFirm();
  const read = useInfiniteQuery({
    queryKey: ['firm', id, name, 'pages', input],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const paged = { ...input, query: { ...input.query, ...(pageParam !== undefined && { cursor: pageParam }) } };
      return (await call(name, inFirm(id, paged as FirmInput<N>), { signal })).body as { readonly next_cursor: string | null };
    },
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });
  return {
    pages: (read.data?.pages ?? []) as unknown as readonly Output<N>[],
    problem: read.error instanceof ProblemError ? read.error : undefined,
    hasMore: read.hasNextPage,
    loadingMore: read.isFetchingNextPage,
    loadMore: () => void read.fetchNextPage(),
    retry: () => void read.refetch(),
  };
}
