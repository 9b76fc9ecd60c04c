import { useFirmList } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { type Column, Grid } from '../../ui/grid/grid.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { ImportChip } from './import-chip.tsx';
import { formatNames, importMessages } from './import-messages.ts';

type Import = RowOf<'listImports'>;

export default function ImportsPage() {
  const t = useMessages(importMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths, may } = useFirm();
  const imports = useFirmList('listImports', {});
  const columns: readonly Column<Import>[] = [
    { key: 'name', head: t('name'), width: 'minmax(200px, 2fr)', opens: true, phone: 'name', cell: (job) => <bdi>{job.name}</bdi> },
    { key: 'format', head: t('format'), width: '180px', phone: 'number', cell: (job) => formatNames[job.format][language] },
    { key: 'state', head: t('state'), width: '150px', phone: 'state', cell: (job) => <ImportChip state={job.state} /> },
    {
      key: 'entries',
      head: t('entries'),
      width: '110px',
      figure: true,
      phone: 'amount',
      cell: (job) => (job.progress.total === null ? '' : format.number(job.progress.total)),
    },
    { key: 'by', head: t('by'), width: '160px', cell: (job) => <bdi>{job.createdBy.name}</bdi> },
    { key: 'at', head: t('at'), width: '190px', cell: (job) => format.instant(job.createdAt) },
  ];
  const begin = may('import.run') && (
    <ButtonLink href={paths.newImport()} kind="primary" icon="import">
      {t('newImport')}
    </ButtonLink>
  );
  return (
    <Page title={t('title')} actions={begin}>
      <Problem problem={imports.problem} retry={imports.retry} />
      {imports.pending && <Skeleton lines={6} height={40} />}
      {!imports.pending && !imports.problem && imports.rows.length === 0 && (
        <EmptyState title={t('none')} action={begin}>
          {t('noneHint')}
        </EmptyState>
      )}
      {imports.rows.length > 0 && (
        <Grid
          label={t('title')}
          rows={imports.rows}
          columns={columns}
          rowKey={(job) => job.id}
          href={(job) => paths.import(job.id)}
          hasMore={imports.hasMore}
          loadMore={imports.loadMore}
          least={900}
        />
      )}
    </Page>
  );
}
