import { useState } from 'react';
import { creditNoteStateNames, creditNoteStates } from '../../../domain/accounting/invoicing/states.ts';
import { useFirmList } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { oneOf, useSearchState } from '../../shell/search-state.ts';
import { usePaused } from '../../shell/use-paused.ts';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Cell } from '../../ui/figure.tsx';
import { type Column, Grid } from '../../ui/grid/grid.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { nameOf } from '../contacts/name-of.ts';
import { CreditNoteChip } from './credit-note-chip.tsx';
import { creditNoteMessages } from './credit-note-messages.ts';

type CreditNote = RowOf<'listCreditNotes'>;
const SEARCH = { q: '', state: '' };

export default function CreditNotesPage() {
  const t = useMessages(creditNoteMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths } = useFirm();
  const mayDraft = useReason('invoice.draft');
  const [search, setSearch] = useSearchState(SEARCH);
  const [typed, setTyped] = useState(search.q);
  const q = usePaused(typed.trim());
  const state = oneOf(creditNoteStateNames, search.state);
  const notes = useFirmList('listCreditNotes', { query: { ...(q && { q }), ...(state && { state }) } });
  const columns: readonly Column<CreditNote>[] = [
    {
      key: 'number',
      head: t('number'),
      width: 'minmax(150px, 1fr)',
      phone: 'number',
      opens: true,
      cell: (note) => <bdi>{note.number ?? creditNoteStates.draft[language]}</bdi>,
    },
    { key: 'customer', head: t('customer'), width: 'minmax(140px, 3fr)', phone: 'name', cell: (note) => <bdi>{nameOf(note.contact, language)}</bdi> },
    { key: 'date', head: t('date'), width: '120px', cell: (note) => format.date(note.date) },
    { key: 'invoice', head: t('ofInvoice'), width: '145px', cell: (note) => <bdi>{note.invoice?.number}</bdi> },
    { key: 'state', head: t('state'), width: '130px', phone: 'state', cell: (note) => <CreditNoteChip state={note.state} /> },
    {
      key: 'total',
      head: t('total'),
      width: 'minmax(125px, 1fr)',
      phone: 'amount',
      figure: true,
      cell: (note) => <Cell value={note.total} zero="–" />,
    },
    { key: 'left', head: t('unallocated'), width: 'minmax(125px, 1fr)', figure: true, cell: (note) => <Cell value={note.unallocated} zero="–" /> },
  ];
  const begin = mayDraft === undefined && (
    <ButtonLink href={paths.newCreditNote()} kind="primary" icon="plus">
      {t('newCreditNote')}
    </ButtonLink>
  );
  return (
    <Page title={t('title')} actions={begin}>
      <div className="filters">
        <TextField
          label={t('find')}
          placeholder={t('findHint')}
          type="search"
          value={typed}
          onChange={(next) => {
            setTyped(next);
            setSearch({ q: next });
          }}
        />
        <SelectField
          label={t('state')}
          value={state ?? ''}
          onChange={(next) => setSearch({ state: next })}
          choices={[
            { value: '' as const, label: common('all') },
            ...creditNoteStateNames.map((value) => ({ value, label: creditNoteStates[value][language] })),
          ]}
        />
      </div>
      <Problem problem={notes.problem} retry={notes.retry} />
      {notes.pending && <Skeleton lines={8} height={40} />}
      {!notes.pending && !notes.problem && notes.rows.length === 0 && (
        <EmptyState title={q || state ? t('noMatch') : t('none')} action={begin}>
          {t('noneHint')}
        </EmptyState>
      )}
      {notes.rows.length > 0 && (
        <Grid
          label={t('title')}
          rows={notes.rows}
          columns={columns}
          rowKey={(note) => note.id}
          href={(note) => paths.creditNote(note.id)}
          hasMore={notes.hasMore}
          loadMore={notes.loadMore}
          least={940}
        />
      )}
    </Page>
  );
}
