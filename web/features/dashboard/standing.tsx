import type { ReactNode } from 'react';
import { useFirmApi } from '../../api/queries.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import type { Href } from '../../path-builder.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { BarChart } from '../../ui/charts/bar-chart.tsx';
import { LineChart } from '../../ui/charts/line-chart.tsx';
import { Amount } from '../../ui/figure.tsx';
import { Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { dashboardMessages } from './dashboard-messages.ts';

const figures = ['cash', 'receivable', 'payable', 'taxDue'] as const;

/** Four figures, and the year by month; each opens the report that it is from. */
export function Standing({ aside, below }: { readonly aside: ReactNode; readonly below: ReactNode }) {
  const t = useMessages(dashboardMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { locale } = useLanguage();
  const { paths, currency } = useFirm();
  const read = useFirmApi('reportSummary', {});
  const summary = read.data?.body;
  const opens: Readonly<Record<(typeof figures)[number], Href>> = {
    cash: paths.report('cash-flow'),
    receivable: paths.report('aged-receivables'),
    payable: paths.report('aged-payables'),
    taxDue: paths.report('trial-balance'),
  };
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  // A picture needs no more digits than the eye has; the table beside it has them all.
  const near = (amount: string) => Number(amount);
  const trades = summary?.rows.some((row) => near(row.income) !== 0 || near(row.expenses) !== 0);
  const hasCash = summary?.rows.some((row) => near(row.cash) !== 0);
  return (
    <>
      <Problem problem={read.error ?? undefined} retry={() => void read.refetch()} />
      <div className="cards">
        {figures.map((figure) => (
          <Link key={figure} href={opens[figure]} className="card figure-card">
            <span className="muted">{t(figure)}</span>
            <span className="value">{summary ? <Amount value={summary.totals[figure]} currency={currency} /> : <Skeleton height={30} />}</span>
          </Link>
        ))}
      </div>
      <div className="halves">
        <section className="card" aria-label={t('profit')}>
          <h2>{t('profit')}</h2>
          {summary && !trades ? (
            <p className="muted">{t('noFigures')}</p>
          ) : summary ? (
            <BarChart
              title={t('profit')}
              series={[
                { key: 'income', name: t('income'), color: '#0f766e' },
                { key: 'expenses', name: t('expenses'), color: '#d97706' },
              ]}
              bars={summary.rows.map((row) => ({
                key: row.month,
                label: format.shortMonth(row.month),
                values: [near(row.income), near(row.expenses)],
                texts: [format.amount(row.income), format.amount(row.expenses)],
              }))}
              formatTick={(value) => short.format(value)}
            />
          ) : (
            <Skeleton height={250} />
          )}
        </section>
        {aside}
      </div>
      <div className="halves top">
        {below}
        <section className="card" aria-label={t('cashByMonth')}>
          <h2>{t('cashByMonth')}</h2>
          {summary && !hasCash ? (
            <p className="muted">{t('noFigures')}</p>
          ) : summary ? (
            <LineChart
              title={t('cashByMonth')}
              name={t('cash')}
              color="#17487f"
              points={summary.rows.map((row) => ({
                key: row.month,
                label: format.shortMonth(row.month),
                value: near(row.cash),
                text: format.amount(row.cash),
              }))}
              formatTick={(value) => short.format(value)}
            />
          ) : (
            <Skeleton height={190} />
          )}
        </section>
      </div>
      <p className="muted">{summary ? common('exactAt', { seq: format.number(summary.seq) }) : '\u00a0'}</p>
    </>
  );
}
