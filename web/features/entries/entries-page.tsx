import { useFirmList } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { oneOf, useSearchState } from '../../shell/search-state.ts';
import { Chip } from '../../ui/chip.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Cell } from '../../ui/figure.tsx';
import { type Column, Grid } from '../../ui/grid/grid.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { useDocumentName } from './document-link.tsx';
import { entryMessages } from './entry-messages.ts';

type Entry = RowOf<'listEntries'>;
const SEARCH = { order: 'newest' };
const orders = ['newest', 'oldest'] as const;

/** The journal: every entry of the book in its order. */
export default function EntriesPage() {
  const t = useMessages(entryMessages);
  const format = useFormat();
  const { paths } = useFirm();
  const mayPost = useReason('entry.post');
  const documentName = useDocumentName();
  const [search, setSearch] = useSearchState(SEARCH);
  const order = oneOf(orders, search.order) ?? 'newest';
  const entries = useFirmList('listEntries', { query: { order } });
  const columns: readonly Column<Entry>[] = [
    { key: 'seq', head: t('number'), width: '90px', phone: 'number', opens: true, cell: (entry) => format.number(entry.seq) },
    { key: 'date', head: t('date'), width: '120px', phone: 'state', cell: (entry) => format.date(entry.date) },
    {
      key: 'memo',
      head: t('memo'),
      width: 'minmax(200px, 2fr)',
      phone: 'name',
      cell: (entry) => (
        <>
          <Memo text={entry.memo ?? ''} /> {entry.reverses && <Chip tone="warn">{t('isReversal')}</Chip>}{' '}
          {entry.closing && <Chip tone="info">{t('closing')}</Chip>}
        </>
      ),
    },
    {
      key: 'document',
      head: t('document'),
      width: 'minmax(190px, 1fr)',
      cell: (entry) => <bdi>{entry.document ? documentName(entry.document) : (entry.reference ?? '')}</bdi>,
    },
    { key: 'by', head: t('by'), width: '150px', cell: (entry) => <bdi>{entry.by.name}</bdi> },
    { key: 'amount', head: t('amount'), width: '150px', phone: 'amount', figure: true, cell: (entry) => <Cell value={entry.total} zero="–" /> },
  ];
  const begin = mayPost === undefined && (
    <ButtonLink href={paths.newEntry()} kind="primary" icon="plus">
      {t('newEntry')}
    </ButtonLink>
  );
  return (
    <Page title={t('journal')} actions={begin}>
      <div className="row">
        <SelectField
          label={t('order')}
          value={order}
          onChange={(next) => setSearch({ order: next })}
          choices={orders.map((value) => ({ value, label: t(value) }))}
        />
      </div>
      <Problem problem={entries.problem} retry={entries.retry} />
      {entries.pending && <Skeleton lines={10} height={40} />}
      {!entries.pending && !entries.problem && entries.rows.length === 0 && (
        <EmptyState title={t('none')} action={begin}>
          {t('noneHint')}
        </EmptyState>
      )}
      {entries.rows.length > 0 && (
        <Grid
          label={t('journal')}
          rows={entries.rows}
          columns={columns}
          rowKey={(entry) => entry.id}
          href={(entry) => paths.entry(entry.id)}
          hasMore={entries.hasMore}
          loadMore={entries.loadMore}
          least={910}
        />
      )}
    </Page>
  );
}

/** A memo that begins with a document's number reads in the direction of the page, its parts each in their own. */
function Memo({ text }: { readonly text: string }) {
  const { direction } = useLanguage();
  const [, number, rest] = /^(\S*\d) (.+)$/s.exec(text) ?? [];
  if (number === undefined) return <bdi>{text}</bdi>;
  return (
    <bdi dir={direction}>
      <bdi>{number}</bdi> <bdi>{rest}</bdi>
    </bdi>
  );
}
