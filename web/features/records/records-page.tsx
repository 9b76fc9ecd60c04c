import { useFirmApi, useFirmList } from '../../api/queries.ts';
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
import { recordMessages } from './record-messages.ts';
import './records.css';
import { RecordStateChip } from './state-chip.tsx';
import { UploadBox } from './upload-box.tsx';

type Summary = RowOf<'listRecords'>;
const SEARCH = { by: 'class', value: '' };
const groupings = ['class', 'contact', 'period', 'tag', 'state'] as const;
type Grouping = (typeof groupings)[number];

/** What the firm keeps. Folders are views over what records are filed under: choosing one narrows the list, and nothing lies in it. */
export default function RecordsPage() {
  const t = useMessages(recordMessages);
  const { language } = useLanguage();
  const format = useFormat();
  const { paths, may } = useFirm();
  const [search, setSearch] = useSearchState(SEARCH);
  const by = oneOf(groupings, search.by) ?? 'class';
  const records = useFirmList('listRecords', { query: search.value === '' ? {} : { [by]: search.value } });
  const classes = useFirmApi('listRecordClasses', {}, { staleTime: 60_000 });
  const className = (code: string) => classes.data?.body.data.find((one) => one.code === code)?.name[language] ?? code;
  const columns: readonly Column<Summary>[] = [
    {
      key: 'title',
      head: t('name'),
      width: 'minmax(200px, 2fr)',
      phone: 'name',
      opens: true,
      cell: (record) => <bdi>{record.title ?? t('disposedTitle')}</bdi>,
    },
    { key: 'class', head: t('class'), width: 'minmax(110px, 1fr)', phone: 'number', cell: (record) => className(record.class) },
    {
      key: 'until',
      head: t('keptUntil'),
      width: '130px',
      cell: (record) => (record.retainUntil === null ? <span className="muted">{t('noEnd')}</span> : format.date(record.retainUntil)),
    },
    { key: 'filed', head: t('filed'), width: '130px', phone: 'amount', cell: (record) => format.date(record.filedAt.slice(0, 10)) },
    {
      key: 'state',
      head: t('state'),
      width: '190px',
      phone: 'state',
      cell: (record) => (
        <>
          <RecordStateChip state={record.state} /> {record.confidential && <Chip tone="info">{t('confidential')}</Chip>}
        </>
      ),
    },
  ];
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <ButtonLink href={paths.disposals()}>{t('disposal')}</ButtonLink>
          {may('event.read') && <ButtonLink href={paths.recordHolds()}>{t('holds')}</ButtonLink>}
          <ButtonLink href={paths.recordClasses()}>{t('classes')}</ButtonLink>
          <ButtonLink href={paths.filingRules()}>{t('rules')}</ButtonLink>
        </>
      }
    >
      {may('record.file') && <UploadBox pastes />}
      <div className="records-library">
        <Folders by={by} value={search.value} onChange={setSearch} />
        <div className="stack">
          <Problem problem={records.problem} retry={records.retry} />
          {records.pending && <Skeleton lines={6} height={40} />}
          {!records.pending &&
            !records.problem &&
            records.rows.length === 0 &&
            (search.value === '' ? <EmptyState title={t('none')}>{t('noneHint')}</EmptyState> : <EmptyState title={t('nothing')} />)}
          {records.rows.length > 0 && (
            <Grid
              label={t('title')}
              rows={records.rows}
              columns={columns}
              rowKey={(record) => record.id}
              href={(record) => paths.record(record.id)}
              hasMore={records.hasMore}
              loadMore={records.loadMore}
              least={760}
            />
          )}
        </div>
      </div>
    </Page>
  );
}

interface FoldersProps {
  readonly by: Grouping;
  readonly value: string;
  readonly onChange: (change: { by?: string; value?: string }) => void;
}

function Folders({ by, value, onChange }: FoldersProps) {
  const t = useMessages(recordMessages);
  const { language } = useLanguage();
  const format = useFormat();
  const groups = useFirmApi('listRecordGroups', { query: { by } });
  const labels = { class: t('byClass'), contact: t('byContact'), period: t('byPeriod'), tag: t('byTag'), state: t('byState') };
  const data = groups.data?.body.data ?? [];
  const nameOf = (group: (typeof data)[number]) => group.name?.[language] ?? (by === 'period' ? format.month(group.value) : group.value);
  return (
    <nav className="records-folders stack" aria-label={t('folders')}>
      <SelectField
        label={t('views')}
        value={by}
        onChange={(next) => onChange({ by: next, value: '' })}
        choices={groupings.map((each) => ({ value: each, label: labels[each] }))}
      />
      <Problem problem={groups.error ?? undefined} retry={() => void groups.refetch()} />
      <ul className="plain-list">
        <li>
          <button type="button" className="folder" aria-current={value === ''} onClick={() => onChange({ value: '' })}>
            {t('everything')}
          </button>
        </li>
        {data.map((group) => (
          <li key={group.value}>
            <button type="button" className="folder" aria-current={value === group.value} onClick={() => onChange({ value: group.value })}>
              <bdi>{nameOf(group)}</bdi> <span className="figure-inline">{format.number(group.count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {data.length === 0 && !groups.isPending && <p className="muted">{t('noFolders')}</p>}
      <p className="muted hint">{t('foldersHint')}</p>
    </nav>
  );
}
