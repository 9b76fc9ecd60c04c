import { useFirmList } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Chip } from '../../ui/chip.tsx';
import { type Column, Grid } from '../../ui/grid/grid.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { maintenanceMessages } from './maintenance-messages.ts';

type Plan = RowOf<'listDeadlines'>;

/** What is looked after again and again: deadlines that open a maintenance case by themselves. */
export default function MaintenancePage() {
  const t = useMessages(maintenanceMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths, may } = useFirm();
  const plans = useFirmList('listDeadlines', { query: { opens: 'maintenance' } });
  const columns: readonly Column<Plan>[] = [
    { key: 'title', head: t('plan'), width: 'minmax(200px, 2fr)', phone: 'name', opens: true, cell: ({ title }) => <bdi>{title}</bdi> },
    { key: 'next', head: t('next'), width: '150px', phone: 'amount', cell: ({ next }) => (next ? format.date(next.dueOn) : '–') },
    { key: 'state', head: t('overdue'), width: '110px', phone: 'state', cell: ({ overdue }) => overdue && <Chip tone="bad">{t('overdue')}</Chip> },
    { key: 'repeats', head: t('repeats'), width: 'minmax(170px, 1fr)', cell: ({ ruleWords }) => ruleWords[language] },
    { key: 'owner', head: t('owner'), width: '150px', phone: 'number', cell: ({ owner }) => <bdi>{owner?.name ?? t('nobody')}</bdi> },
  ];
  const begin = may('deadline.manage') && (
    <ButtonLink href={paths.newDeadline({ opens: 'maintenance' })} kind="primary" icon="plus">
      {t('newPlan')}
    </ButtonLink>
  );
  return (
    <Page title={t('title')} actions={begin}>
      <Problem problem={plans.problem} retry={plans.retry} />
      {plans.pending && <Skeleton lines={5} height={40} />}
      {!plans.pending && !plans.problem && plans.rows.length === 0 && (
        <EmptyState title={t('none')} action={begin}>
          {t('noneHint')}
        </EmptyState>
      )}
      {plans.rows.length > 0 && (
        <Grid
          label={t('title')}
          rows={plans.rows}
          columns={columns}
          rowKey={({ id }) => id}
          href={({ id }) => paths.deadline(id)}
          hasMore={plans.hasMore}
          loadMore={plans.loadMore}
          least={780}
        />
      )}
    </Page>
  );
}
