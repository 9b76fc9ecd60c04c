import { useFirmApi } from '../../api/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { StackedBar } from '../../ui/charts/stacked-bar.tsx';
import { Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useBucketNames } from '../reports/bucket-names.ts';
import { dashboardMessages } from './dashboard-messages.ts';

const colors = ['#0f766e', '#4d9d96', '#d9a441', '#d97706', '#b3261e'];

/** What is owed, by how late it is. */
export function Ageing() {
  const t = useMessages(dashboardMessages);
  const format = useFormat();
  const { paths } = useFirm();
  const bucketNames = useBucketNames();
  const read = useFirmApi('agedReceivables', {});
  const report = read.data?.body;
  const names = report ? bucketNames(report.edges) : [];
  const values = (report?.totals.buckets ?? []).map(Number);
  const total = values.reduce((sum, value) => sum + Math.max(value, 0), 0);
  return (
    <section className="card" aria-label={t('ageing')}>
      <h2>
        <Link href={paths.report('aged-receivables')} style={{ color: 'inherit', textDecoration: 'none' }}>
          {t('ageing')}
        </Link>
      </h2>
      <Problem problem={read.error ?? undefined} retry={() => void read.refetch()} />
      {read.isPending && <Skeleton height={250} />}
      {report && values.every((value) => value === 0) && <p className="muted">{t('noDues')}</p>}
      {report && values.some((value) => value !== 0) && (
        <StackedBar
          title={t('ageing')}
          parts={report.totals.buckets.map((bucket, index) => ({
            key: String(index),
            name: names[index] ?? '',
            value: values[index] ?? 0,
            text: format.amount(bucket),
            color: colors[index] ?? '#7d8896',
            share: total > 0 ? format.percent(Math.round(((values[index] ?? 0) / total) * 100) * 100) : '',
          }))}
        />
      )}
    </section>
  );
}
