import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { useSearchState } from '../../shell/search-state.ts';
import { Cell } from '../../ui/figure.tsx';
import { Link } from '../../ui/link.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { CompareFilter, RangeFilter } from './report-filters.tsx';
import { ReportFrame } from './report-frame.tsx';
import { reportMessages } from './report-messages.ts';
import { useReportState } from './report-state.ts';
import { type StatementPart, StatementTable } from './statement-table.tsx';

type Report = Output<'cashFlow'>;
const SEARCH = { account: '' };

/** Where money came from and went to; a row opens the entries behind it, on this page. */
export default function CashFlowPage() {
  const t = useMessages(reportMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths } = useFirm();
  const state = useReportState();
  const [search] = useSearchState(SEARCH);
  const { from, to } = state.range;
  const input = { query: { from, to, ...(state.compare && { compare: state.compare }) } };
  const read = useFirmApi('cashFlow', input);
  const behind = useFirmApi('cashFlow', { query: { from, to, account: search.account } }, { enabled: search.account !== '' });
  const report = read.data?.body;
  const account = report?.rows.find((row) => row.account === search.account);

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
          href: (column) =>
            paths.report('cash-flow', { from: found.columns[column]?.from ?? from, to: found.columns[column]?.to ?? to, account: row.account }),
        })),
    };
  };
  const figure = (found: Report, total: 'opening' | 'change' | 'closing', title: string): StatementPart => ({
    key: total,
    title,
    amounts: found.columns.map((column) => column.totals[total]),
    grand: total === 'closing',
  });
  return (
    <ReportFrame
      title={t('cashFlow')}
      about={`${format.date(from)} – ${format.date(to)}`}
      seq={report?.seq}
      problem={read.error ?? undefined}
      retry={() => void read.refetch()}
      file={{ name: 'cashFlow', input, as: 'cash-flow' }}
      empty={report !== undefined && report.rows.length === 0 && report.accounts.length === 0}
      filters={
        <>
          <RangeFilter state={state} />
          <CompareFilter state={state} />
        </>
      }
    >
      {report && (
        <StatementTable
          columns={report.columns.map((column) => `${format.date(column.from)} – ${format.date(column.to)}`)}
          parts={[
            figure(report, 'opening', t('openingCash')),
            sectionOf(report, 'operating'),
            sectionOf(report, 'investing'),
            sectionOf(report, 'financing'),
            figure(report, 'change', t('change')),
            figure(report, 'closing', t('closingCash')),
          ]}
        />
      )}
      {search.account !== '' && behind.data?.body.lines && (
        <section className="stack" aria-label={t('entriesBehind', { name: account?.name[language] ?? search.account })}>
          <h2>{t('entriesBehind', { name: account?.name[language] ?? search.account })}</h2>
          <Scrolls>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('entry')}</th>
                  <th scope="col">{t('date')}</th>
                  <th scope="col">{t('memo')}</th>
                  <th scope="col" className="figure">
                    {t('movements')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {behind.data.body.lines.map((line) => (
                  <tr key={line.entry}>
                    <th scope="row">
                      <Link href={paths.entry(line.entry)}>{format.number(line.seq)}</Link>
                    </th>
                    <td>{format.date(line.date)}</td>
                    <td>
                      <bdi>{line.memo}</bdi>
                    </td>
                    <td className="figure">
                      <Cell value={line.amount} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolls>
        </section>
      )}
    </ReportFrame>
  );
}
