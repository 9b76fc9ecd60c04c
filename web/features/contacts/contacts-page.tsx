import { useState } from 'react';
import { useFirmList } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
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
import { contactMessages } from './contact-messages.ts';
import { nameOf } from './name-of.ts';

type Contact = RowOf<'listContacts'>;
const SEARCH = { q: '', kind: '', archived: '' };
const kinds = ['customer', 'supplier'] as const;

export default function ContactsPage() {
  const t = useMessages(contactMessages);
  const { language } = useLanguage();
  const { paths } = useFirm();
  const mayWrite = useReason('contact.write');
  const [search, setSearch] = useSearchState(SEARCH);
  const [typed, setTyped] = useState(search.q);
  const q = usePaused(typed.trim());
  const kind = oneOf(kinds, search.kind);
  const contacts = useFirmList('listContacts', { query: { ...(q && { q }), ...(kind && { kind }), ...(search.archived && { archived: 'true' }) } });
  const columns: readonly Column<Contact>[] = [
    {
      key: 'name',
      head: t('name'),
      width: 'minmax(200px, 2fr)',
      phone: 'name',
      opens: true,
      cell: (contact) => <bdi>{nameOf(contact, language)}</bdi>,
    },
    { key: 'kind', head: t('kind'), width: '170px', phone: 'number', cell: (contact) => t(contact.kind) },
    { key: 'phone', head: t('phone'), width: '150px', cell: (contact) => <span className="figure-inline">{contact.phone}</span> },
    { key: 'email', head: t('email'), width: 'minmax(140px, 1fr)', cell: (contact) => <bdi>{contact.email}</bdi> },
    {
      key: 'balance',
      head: t('balance'),
      width: '150px',
      phone: 'amount',
      figure: true,
      cell: (contact) => <Cell value={contact.balance.receivable} zero="–" />,
    },
  ];
  const begin = mayWrite === undefined && (
    <ButtonLink href={paths.newContact()} kind="primary" icon="plus">
      {t('newContact')}
    </ButtonLink>
  );
  const unfiltered = q === '' && !kind && search.archived === '';
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
          label={t('kind')}
          value={kind ?? ''}
          onChange={(next) => setSearch({ kind: next })}
          choices={[{ value: '' as const, label: t('anyKind') }, ...kinds.map((value) => ({ value, label: t(value) }))]}
        />
        <SelectField
          label={t('archivedOnes')}
          value={search.archived === '' ? '' : '1'}
          onChange={(archived) => setSearch({ archived })}
          choices={[
            { value: '', label: t('activeOnes') },
            { value: '1', label: t('archivedOnes') },
          ]}
        />
      </div>
      <Problem problem={contacts.problem} retry={contacts.retry} />
      {contacts.pending && <Skeleton lines={8} height={40} />}
      {!contacts.pending &&
        !contacts.problem &&
        contacts.rows.length === 0 &&
        (unfiltered ? (
          <EmptyState title={t('none')} action={begin}>
            {t('noneHint')}
          </EmptyState>
        ) : (
          <EmptyState title={t('nobody')} />
        ))}
      {contacts.rows.length > 0 && (
        <Grid
          label={t('title')}
          rows={contacts.rows}
          columns={columns}
          rowKey={(contact) => contact.id}
          href={(contact) => paths.contact(contact.id)}
          hasMore={contacts.hasMore}
          loadMore={contacts.loadMore}
          least={820}
        />
      )}
    </Page>
  );
}
