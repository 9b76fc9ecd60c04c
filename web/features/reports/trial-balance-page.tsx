import { useFirmApi } from '../../api/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Link } from '../../ui/link.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { FigureCell } from './figure-cell.tsx';
import { CompareFilter, DimensionFilters, RangeFilter } from './report-filters.tsx';
import { ReportFrame } from './report-frame.tsx';
import { reportMessages } from './report-messages.ts';
import { useReportState } from './report-state.ts';

const columns = ['opening', 'debit', 'credit', 'debitBalance', 'creditBalance'] as const;

export default function TrialBalancePage() {
  const t = useMessages(reportMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths } = useFirm();
  const state = useReportState();
  const { from, to } = state.range;
  const input = { query: { from, to, ...(state.compare && { compare: state.compare }), ...state.dimensions } };
  const read = useFirmApi('trialBalance', input);
  const report = read.data?.body;
  // The balances of the periods beside it; its own stand in the columns before.
  const beside = (report?.columns ?? []).slice(1).map((column) => ('asOf' in column ? { to: column.asOf } : column));
  return (
    <ReportFrame
      title={t('trialBalance')}
      about={`${format.date(from)} – ${format.date(to)}`}
      seq={report?.seq}
      problem={read.error ?? undefined}
      retry={() => void read.refetch()}
      file={{ name: 'trialBalance', input, as: 'trial-balance' }}
      empty={report?.rows.length === 0}
      filters={
        <>
          <RangeFilter state={state} />
          <CompareFilter state={state} />
          <DimensionFilters state={state} />
        </>
      }
    >
      {report && (
        <Scrolls>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('code')}</th>
                <th scope="col">{t('account')}</th>
                {columns.map((column) => (
                  <th key={column} scope="col" className="figure">
                    {t(column)}
                  </th>
                ))}
                {beside.map((column) => (
                  <th key={column.to} scope="col" className="figure">
                    {t('balanceAt', { date: format.date(column.to) })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {report.rows.map((row) => {
                const href = paths.ledger(row.account, { from: row.from, to: row.to, ...state.dimensions });
                return (
                  <tr key={row.account}>
                    <td>
                      <Link href={href}>
                        <bdi>{row.account}</bdi>
                      </Link>
                    </td>
                    <th scope="row">
                      <bdi>{row.name[language]}</bdi>
                    </th>
                    {columns.map((column) => (
                      <FigureCell key={column} value={row[column]} href={href} />
                    ))}
                    {beside.map((column, index) => (
                      <FigureCell
                        key={column.to}
                        value={row.balances?.[index + 1]}
                        href={paths.ledger(row.account, { ...('from' in column && { from: column.from }), to: column.to, ...state.dimensions })}
                      />
                    ))}
                  </tr>
                );
              })}
              <tr className="grand">
                <th scope="row" colSpan={2}>
                  {t('total')}
                </th>
                {columns.map((column) => (
                  <FigureCell key={column} value={report.totals[column]} />
                ))}
                {beside.map((column) => (
                  <td key={column.to} />
                ))}
              </tr>
            </tbody>
          </table>
        </Scrolls>
      )}
    </ReportFrame>
  );
}
