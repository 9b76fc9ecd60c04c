import { useFirmList } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { oneOf, useSearchState } from '../../shell/search-state.ts';
import { Chip } from '../../ui/chip.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { type Column, Grid } from '../../ui/grid/grid.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { calendarMessages } from './calendar-messages.ts';

type Deadline = RowOf<'listDeadlines'>;
const SEARCH = { state: '', owner: '', overdue: '' };

export default function DeadlinesPage() {
  const t = useMessages(calendarMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths, may } = useFirm();
  const [search, setSearch] = useSearchState(SEARCH);
  const state = oneOf(['archived'] as const, search.state);
  const owner = oneOf(['me', 'nobody'] as const, search.owner);
  const deadlines = useFirmList('listDeadlines', {
    query: { ...(state && { state }), ...(owner && { owner }), ...(search.overdue && { overdue: 'true' as const }) },
  });
  const columns: readonly Column<Deadline>[] = [
    { key: 'title', head: t('title'), width: 'minmax(200px, 2fr)', phone: 'name', opens: true, cell: ({ title }) => <bdi>{title}</bdi> },
    { key: 'next', head: t('nextDue'), width: '150px', phone: 'amount', cell: ({ next }) => (next ? format.date(next.dueOn) : '–') },
    {
      key: 'state',
      head: t('overdue'),
      width: '110px',
      phone: 'state',
      cell: (deadline) => deadline.overdue && <Chip tone="bad">{t('overdue')}</Chip>,
    },
    { key: 'repeats', head: t('repeats'), width: 'minmax(170px, 1fr)', cell: ({ ruleWords }) => ruleWords[language] },
    { key: 'owner', head: t('owner'), width: '150px', phone: 'number', cell: (deadline) => <bdi>{deadline.owner?.name ?? t('nobody')}</bdi> },
    { key: 'category', head: t('category'), width: '130px', cell: ({ category }) => <bdi>{category}</bdi> },
  ];
  const begin = may('deadline.manage') && (
    <ButtonLink href={paths.newDeadline()} kind="primary" icon="plus">
      {t('newDeadline')}
    </ButtonLink>
  );
  const unfiltered = !state && !owner && search.overdue === '';
  return (
    <Page
      title={t('deadlines')}
      actions={
        <>
          <ButtonLink href={paths.calendar()} icon="calendar">
            {t('calendar')}
          </ButtonLink>
          {begin}
        </>
      }
    >
      <div className="filters">
        <SelectField
          label={t('owner')}
          value={owner ?? ''}
          onChange={(next) => setSearch({ owner: next })}
          choices={[
            { value: '' as const, label: t('anybody') },
            { value: 'me' as const, label: t('mine') },
            { value: 'nobody' as const, label: t('nobody') },
          ]}
        />
        <SelectField
          label={t('overdue')}
          value={search.overdue === '' ? '' : 'true'}
          onChange={(overdue) => setSearch({ overdue })}
          choices={[
            { value: '', label: t('allDue') },
            { value: 'true', label: t('onlyOverdue') },
          ]}
        />
        <SelectField
          label={t('archived')}
          value={state ?? ''}
          onChange={(next) => setSearch({ state: next })}
          choices={[
            { value: '' as const, label: t('active') },
            { value: 'archived' as const, label: t('archived') },
          ]}
        />
      </div>
      <Problem problem={deadlines.problem} retry={deadlines.retry} />
      {deadlines.pending && <Skeleton lines={8} height={40} />}
      {!deadlines.pending &&
        !deadlines.problem &&
        deadlines.rows.length === 0 &&
        (unfiltered ? (
          <EmptyState title={t('noDeadlines')} action={begin}>
            {t('noDeadlinesHint')}
          </EmptyState>
        ) : (
          <EmptyState title={t('nobodyFound')} />
        ))}
      {deadlines.rows.length > 0 && (
        <Grid
          label={t('deadlines')}
          rows={deadlines.rows}
          columns={columns}
          rowKey={({ id }) => id}
          href={({ id }) => paths.deadline(id)}
          hasMore={deadlines.hasMore}
          loadMore={deadlines.loadMore}
          least={940}
        />
      )}
    </Page>
  );
}
