import { useFirm } from '../../shell/firm-context.tsx';
import { oneOf, useSearchState } from '../../shell/search-state.ts';
import { type Preset, presetRange, type Range } from './ranges.ts';

const SEARCH = { from: '', to: '', asOf: '', compare: '', by: '', branch: '', project: '', costCentre: '' };
export const comparisons = ['previous-period', 'previous-year'] as const;
const dimensionKinds = ['branch', 'project', 'costCentre'] as const;

/** What a report is asked, as its address says it: the same link shows the same report to a colleague, tomorrow too. */
export function useReportState(usual: Preset = 'thisYear') {
  const { today, fiscalYearStart } = useFirm();
  const [search, set] = useSearchState(SEARCH);
  const fallback = presetRange(usual, today(), fiscalYearStart);
  const range: Range = { from: search.from || fallback.from, to: search.to || fallback.to };
  const { branch, project, costCentre } = search;
  return {
    range,
    asOf: search.asOf || today(),
    compare: oneOf(comparisons, search.compare),
    by: oneOf(dimensionKinds, search.by),
    dimensions: { ...(branch && { branch }), ...(project && { project }), ...(costCentre && { costCentre }) },
    set,
  };
}
export type ReportState = ReturnType<typeof useReportState>;
