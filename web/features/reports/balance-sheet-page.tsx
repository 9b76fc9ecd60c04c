import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { CompareFilter, DayFilter, DimensionFilters } from './report-filters.tsx';
import { ReportFrame } from './report-frame.tsx';
import { reportMessages } from './report-messages.ts';
import { useReportState } from './report-state.ts';
import { type StatementPart, StatementTable } from './statement-table.tsx';

type Report = Output<'balanceSheet'>;

export default function BalanceSheetPage() {
  const t = useMessages(reportMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths } = useFirm();
  const state = useReportState();
  const input = { query: { 'as-of': state.asOf, ...(state.compare && { compare: state.compare }), ...state.dimensions } };
  const read = useFirmApi('balanceSheet', input);
  const report = read.data?.body;

  const sectionOf = (found: Report, name: Report['sections'][number]['section']): StatementPart => {
    const section = found.sections.find((each) => each.section === name);
    return {
      key: name,
      title: section?.name[language] ?? name,
      amounts: section?.amounts ?? [],
      rows: found.rows
        .filter((row) => row.section === name)
        .map((row) => ({
          key: row.account ?? row.computed ?? '',
          ...(row.account !== null && { code: row.account }),
          name: row.computed ? t(row.computed) : row.name[language],
          amounts: row.amounts,
          href: (column) =>
            row.account === null
              ? undefined
              : paths.ledger(row.account, { from: row.from, to: found.columns[column]?.asOf ?? row.to, ...state.dimensions }),
        })),
    };
  };
  const figure = (found: Report, total: 'assets' | 'liabilitiesAndEquity'): StatementPart => ({
    key: total,
    title: t(total),
    amounts: found.columns.map((column) => column.totals[total]),
    grand: true,
  });
  return (
    <ReportFrame
      title={t('balanceSheet')}
      about={format.date(state.asOf)}
      seq={report?.seq}
      problem={read.error ?? undefined}
      retry={() => void read.refetch()}
      file={{ name: 'balanceSheet', input, as: 'balance-sheet' }}
      empty={report?.rows.length === 0}
      filters={
        <>
          <DayFilter state={state} />
          <CompareFilter state={state} />
          <DimensionFilters state={state} />
        </>
      }
    >
      {report && (
        <StatementTable
          columns={report.columns.map((column) => format.date(column.asOf))}
          parts={[
            sectionOf(report, 'currentAssets'),
            sectionOf(report, 'fixedAssets'),
            figure(report, 'assets'),
            sectionOf(report, 'liabilities'),
            sectionOf(report, 'equity'),
            figure(report, 'liabilitiesAndEquity'),
          ]}
        />
      )}
    </ReportFrame>
  );
}
