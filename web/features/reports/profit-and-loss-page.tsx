import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { ByFilter, CompareFilter, DimensionFilters, RangeFilter } from './report-filters.tsx';
import { ReportFrame } from './report-frame.tsx';
import { reportMessages } from './report-messages.ts';
import { useReportState } from './report-state.ts';
import { type StatementPart, StatementTable } from './statement-table.tsx';

type Report = Output<'profitAndLoss'>;

export default function ProfitAndLossPage() {
  const t = useMessages(reportMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths } = useFirm();
  const state = useReportState();
  const { from, to } = state.range;
  // Periods or dimensions stand side by side, not both.
  const beside = state.by ? { by: state.by } : state.compare ? { compare: state.compare } : {};
  const input = { query: { from, to, ...beside, ...state.dimensions } };
  const read = useFirmApi('profitAndLoss', input);
  const report = read.data?.body;

  const hrefOf = (found: Report, account: string, column: number) => {
    const shown = found.columns[column];
    if (!shown || !('value' in shown))
      return paths.ledger(account, { from: shown?.from ?? from, to: shown?.to ?? to, closing: 'exclude', ...state.dimensions });
    return shown.value === null || !found.by
      ? undefined
      : paths.ledger(account, { from, to, closing: 'exclude', ...state.dimensions, [found.by]: shown.value });
  };
  const sectionOf = (found: Report, name: Report['sections'][number]['section']): StatementPart => {
    const section = found.sections.find((each) => each.section === name);
    return {
      key: name,
      title: section?.name[language] ?? name,
      amounts: section?.amounts ?? [],
      rows: found.rows
        .filter((row) => row.section === name)
        .map((row) => ({
          key: row.account,
          code: row.account,
          name: row.name[language],
          amounts: row.amounts,
          href: (column) => hrefOf(found, row.account, column),
        })),
    };
  };
  const figure = (found: Report, total: 'grossProfit' | 'net'): StatementPart => ({
    key: total,
    title: total === 'net' && found.totals.net.startsWith('-') ? t('loss') : t(total),
    amounts: found.columns.map((column) => column.totals[total]),
    grand: total === 'net',
  });
  const headOf = (column: Report['columns'][number]) =>
    'value' in column ? (column.name ?? column.value ?? t('without')) : `${format.date(column.from)} – ${format.date(column.to)}`;
  return (
    <ReportFrame
      title={t('profitAndLoss')}
      about={`${format.date(from)} – ${format.date(to)}`}
      seq={report?.seq}
      problem={read.error ?? undefined}
      retry={() => void read.refetch()}
      file={{ name: 'profitAndLoss', input, as: 'profit-and-loss' }}
      empty={report?.rows.length === 0}
      filters={
        <>
          <RangeFilter state={state} />
          {!state.by && <CompareFilter state={state} />}
          <ByFilter state={state} />
          <DimensionFilters state={state} />
        </>
      }
    >
      {report && (
        <StatementTable
          columns={report.columns.map(headOf)}
          parts={[
            sectionOf(report, 'income'),
            sectionOf(report, 'costOfSales'),
            figure(report, 'grossProfit'),
            sectionOf(report, 'expenses'),
            figure(report, 'net'),
          ]}
        />
      )}
    </ReportFrame>
  );
}
