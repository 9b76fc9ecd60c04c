import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { reportMessages } from './report-messages.ts';

/** How the stretches of an ageing are called: not due, 1–30 days, and so on. */
export function useBucketNames(): (edges: readonly number[]) => string[] {
  const t = useMessages(reportMessages);
  const format = useFormat();
  return (edges) => [
    t('notDue'),
    ...edges.slice(1).map((edge, index) => t('bucket', { from: format.number((edges[index] ?? 0) + 1), to: format.number(edge) })),
    t('over', { days: format.number(edges.at(-1) ?? 0) }),
  ];
}
