import { requestStateNames, requestStates } from '../../../domain/work/decisions/request.ts';
import { useFirmList } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { navigationMessages } from '../../shell/navigation.ts';
import { oneOf, useSearchState } from '../../shell/search-state.ts';
import { SelectField } from '../../ui/choice-fields.tsx';
import { type Column, Grid } from '../../ui/grid/grid.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { DecisionChip } from './decision-chip.tsx';
import { decisionMessages } from './decision-messages.ts';

type Row = RowOf<'listDecisionRequests'>;
const SEARCH = { view: 'mine', state: '' };
const views = ['mine', 'all'] as const;

/** What waits for whoever looks; and all that was ever asked. */
export default function DecisionsPage() {
  const t = useMessages(decisionMessages);
  const navigation = useMessages(navigationMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths, may } = useFirm();
  const [search, setSearch] = useSearchState(SEARCH);
  const view = oneOf(views, search.view) ?? 'mine';
  const state = view === 'all' ? oneOf(requestStateNames, search.state) : undefined;
  const requests = useFirmList('listDecisionRequests', { query: view === 'mine' ? { 'waiting-for': 'me' } : { ...(state && { state }) } });
  const columns: readonly Column<Row>[] = [
    {
      key: 'number',
      head: t('number'),
      width: '70px',
      phone: 'number',
      cell: ({ subject }) => <bdi>{subject.number === null ? '' : `#${format.number(subject.number)}`}</bdi>,
    },
    {
      key: 'subject',
      head: t('subject'),
      width: 'minmax(170px, 3fr)',
      phone: 'name',
      opens: true,
      cell: ({ subject }) => <bdi>{subject.title}</bdi>,
    },
    {
      key: 'by',
      head: t('requestedBy'),
      width: 'minmax(120px, 1.5fr)',
      cell: ({ requestedBy, inNameOf }) => (
        <bdi>{view === 'mine' && inNameOf ? `${requestedBy.name} · ${t('inNameOf', { name: inNameOf.name })}` : requestedBy.name}</bdi>
      ),
    },
    {
      key: 'waiting',
      head: t('waitingFor'),
      width: 'minmax(120px, 1.5fr)',
      cell: ({ waitingFor }) => <bdi>{waitingFor.map(({ name }) => name).join(language === 'ar' ? '، ' : ', ')}</bdi>,
    },
    { key: 'expires', head: t('expires'), width: '170px', phone: 'amount', cell: ({ expiresAt }) => format.instant(expiresAt) },
    { key: 'state', head: common('state'), width: '190px', phone: 'state', cell: (row) => <DecisionChip state={row.state} /> },
  ];
  return (
    <Page
      title={t('title')}
      actions={
        may('decision.decide') && (
          <ButtonLink href={paths.delegations()} icon="people">
            {navigation('delegations')}
          </ButtonLink>
        )
      }
    >
      <div className="filters" style={{ maxInlineSize: view === 'all' ? 560 : 280 }}>
        <SelectField
          label={t('show')}
          value={view}
          onChange={(next) => setSearch({ view: next })}
          choices={views.map((value) => ({ value, label: value === 'mine' ? t('mine') : t('allOfThem') }))}
        />
        {view === 'all' && (
          <SelectField
            label={common('state')}
            value={state ?? ''}
            onChange={(next) => setSearch({ state: next })}
            choices={[
              { value: '' as const, label: common('all') },
              ...requestStateNames.map((value) => ({ value, label: requestStates[value][language] })),
            ]}
          />
        )}
      </div>
      <Problem problem={requests.problem} retry={requests.retry} />
      {requests.pending && <Skeleton lines={6} height={40} />}
      {!requests.pending && !requests.problem && requests.rows.length === 0 && (
        <EmptyState title={view === 'mine' ? t('nothingWaits') : t('none')}>{view === 'mine' ? t('nothingWaitsHint') : t('noneHint')}</EmptyState>
      )}
      {requests.rows.length > 0 && (
        <Grid
          label={view === 'mine' ? t('mine') : t('allOfThem')}
          rows={requests.rows}
          columns={columns}
          rowKey={({ id }) => id}
          href={({ id }) => paths.decision(id)}
          hasMore={requests.hasMore}
          loadMore={requests.loadMore}
          least={900}
        />
      )}
    </Page>
  );
}
