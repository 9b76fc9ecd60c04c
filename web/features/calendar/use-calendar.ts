import { useQuery } from '@tanstack/react-query';
import type { LocalDate } from '../../../domain/kernel/dates.ts';
import { call } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirm } from '../../shell/firm-context.tsx';

type Span = Output<'readCalendar'>;
/** A month that holds more is one that nobody reads. */
const MOST_PAGES = 10;

/** Everything on the calendar between two days, whole. */
export function useCalendar(from: LocalDate, to: LocalDate) {
  const { id } = useFirm();
  const read = useQuery<Span, ProblemError>({
    queryKey: ['firm', id, 'readCalendar', from, to],
    queryFn: async ({ signal }) => {
      let cursor: string | undefined;
      let whole: Span | undefined;
      for (let page = 0; page < MOST_PAGES; page++) {
        const { body } = await call(
          'readCalendar',
          { params: { firmId: id }, query: { from, to, ...(cursor !== undefined && { cursor }) } },
          { signal },
        );
        whole = whole ? { ...body, data: [...whole.data, ...body.data] } : body;
        cursor = body.next_cursor ?? undefined;
        if (cursor === undefined) return whole;
      }
      if (!whole) throw new Error('a calendar has a page');
      return whole;
    },
    placeholderData: (before) => before,
  });
  return {
    span: read.data,
    isStale: read.isPlaceholderData,
    problem: read.error instanceof ProblemError ? read.error : undefined,
    retry: () => void read.refetch(),
  };
}
