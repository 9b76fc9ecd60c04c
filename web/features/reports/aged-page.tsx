import { useFirmApi } from '../../api/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Link } from '../../ui/link.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { nameOf } from '../contacts/name-of.ts';
import { useBucketNames } from './bucket-names.ts';
import { FigureCell } from './figure-cell.tsx';
import { yearUpTo } from './ranges.ts';
import { DayFilter } from './report-filters.tsx';
import { ReportFrame } from './report-frame.tsx';
import { reportMessages } from './report-messages.ts';
import { useReportState } from './report-state.ts';

/** Who owes what, or whom the firm owes, by how long it is overdue, at the end of any day. */
export function AgedPage({ kind }: { readonly kind: 'agedReceivables' | 'agedPayables' }) {
  const t = useMessages(reportMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths } = useFirm();
  const state = useReportState();
  const bucketNames = useBucketNames();
  const input = { query: { 'as-of': state.asOf } };
  const read = useFirmApi(kind, input);
  const report = read.data?.body;
  const heads = report ? bucketNames(report.edges) : [];
  return (
    <ReportFrame
      title={t(kind)}
      about={format.date(state.asOf)}
      seq={report?.seq}
      problem={read.error ?? undefined}
      retry={() => void read.refetch()}
      empty={report?.rows.length === 0}
      filters={<DayFilter state={state} />}
    >
      {report && (
        <>
          <Scrolls>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{kind === 'agedReceivables' ? t('customer') : t('supplier')}</th>
                  {heads.map((head) => (
                    <th key={head} scope="col" className="figure">
                      {head}
                    </th>
                  ))}
                  <th scope="col" className="figure">
                    {t('unallocated')}
                  </th>
                  <th scope="col" className="figure">
                    {t('total')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {report.rows.map((row) => {
                  const statement = row.contact
                    ? paths.report('customer-statement', { contact: row.contact.id, ...yearUpTo(report.asOf) })
                    : undefined;
                  const invoices = row.contact ? paths.invoices({ contact: row.contact.id }) : undefined;
                  return (
                    <tr key={row.contact?.id ?? 'none'}>
                      <th scope="row">
                        {row.contact ? (
                          <Link href={paths.contact(row.contact.id)}>
                            <bdi>{nameOf(row.contact, language)}</bdi>
                          </Link>
                        ) : (
                          t('noCustomer')
                        )}
                      </th>
                      {row.buckets.map((bucket, index) => (
                        <FigureCell key={heads[index]} value={bucket} href={invoices} />
                      ))}
                      <FigureCell value={row.unallocated} href={statement} />
                      <FigureCell value={row.total} href={statement} />
                    </tr>
                  );
                })}
                <tr className="grand">
                  <th scope="row">{t('total')}</th>
                  {report.totals.buckets.map((bucket, index) => (
                    <FigureCell key={heads[index]} value={bucket} />
                  ))}
                  <FigureCell value={report.totals.unallocated} />
                  <FigureCell value={report.totals.total} />
                </tr>
              </tbody>
            </table>
          </Scrolls>
          <p className="muted">{t('agrees', { amount: format.amount(report.control) })}</p>
        </>
      )}
    </ReportFrame>
  );
}
