import { useState } from 'react';
import { invoiceStateNames, invoiceStates } from '../../../domain/accounting/invoicing/states.ts';
import { useFirmList } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { oneOf, useSearchState } from '../../shell/search-state.ts';
import { usePaused } from '../../shell/use-paused.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Cell } from '../../ui/figure.tsx';
import { type Column, Grid } from '../../ui/grid/grid.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ContactBox } from '../contacts/contact-box.tsx';
import { nameOf } from '../contacts/name-of.ts';
import { invoiceMessages } from './invoice-messages.ts';
import { StateChip } from './state-chip.tsx';

type Invoice = RowOf<'listInvoices'>;
const SEARCH = { q: '', state: '', contact: '', from: '', to: '' };

/** All invoices; what is shown is in the address, so that a filter is a view to keep or to send. */
export default function InvoicesPage() {
  const t = useMessages(invoiceMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths } = useFirm();
  const mayDraft = useReason('invoice.draft');
  const [search, setSearch] = useSearchState(SEARCH);
  const [typed, setTyped] = useState(search.q);
  const q = usePaused(typed.trim());
  const state = oneOf(invoiceStateNames, search.state);
  const { contact, from, to } = search;
  const invoices = useFirmList('listInvoices', {
    query: { ...(q && { q }), ...(state && { state }), ...(contact && { contact }), ...(from && { from }), ...(to && { to }) },
  });
  const filtered = q !== '' || state !== undefined || contact !== '' || from !== '' || to !== '';
  const columns: readonly Column<Invoice>[] = [
    {
      key: 'number',
      head: t('number'),
      width: 'minmax(150px, 1fr)',
      phone: 'number',
      opens: true,
      cell: (invoice) => <bdi>{invoice.number ?? t('draft')}</bdi>,
    },
    {
      key: 'customer',
      head: t('customer'),
      width: 'minmax(140px, 3fr)',
      phone: 'name',
      cell: (invoice) => <bdi>{nameOf(invoice.contact, language)}</bdi>,
    },
    { key: 'date', head: t('date'), width: '120px', cell: (invoice) => format.date(invoice.date) },
    { key: 'dueDate', head: t('dueDate'), width: '120px', cell: (invoice) => format.date(invoice.dueDate) },
    {
      key: 'state',
      head: t('state'),
      width: '140px',
      phone: 'state',
      cell: (invoice) => <StateChip state={invoice.state} overdue={invoice.overdue} />,
    },
    {
      key: 'total',
      head: t('total'),
      width: 'minmax(125px, 1fr)',
      phone: 'amount',
      figure: true,
      cell: (invoice) => (
        <span className="strong">
          <Cell value={invoice.total} zero="–" />
        </span>
      ),
    },
    { key: 'due', head: t('due'), width: 'minmax(125px, 1fr)', figure: true, cell: (invoice) => <Cell value={invoice.due} zero="–" /> },
  ];
  const begin = mayDraft === undefined && (
    <ButtonLink href={paths.newInvoice()} kind="primary" icon="plus">
      {t('newInvoice')}
    </ButtonLink>
  );
  const clear = () => {
    setTyped('');
    setSearch(SEARCH);
  };
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
            ...invoiceStateNames.map((value) => ({ value, label: invoiceStates[value][language] })),
          ]}
        />
        <ContactBox label={t('customer')} value={contact} onChange={(next) => setSearch({ contact: next })} placeholder={t('allCustomers')} />
        <DateField label={t('from')} value={from} onChange={(next) => setSearch({ from: next })} />
        <DateField label={t('to')} value={to} onChange={(next) => setSearch({ to: next })} />
      </div>
      <Problem problem={invoices.problem} retry={invoices.retry} />
      {invoices.pending && <Skeleton lines={10} height={40} />}
      {!invoices.pending &&
        !invoices.problem &&
        invoices.rows.length === 0 &&
        (filtered ? (
          <EmptyState title={t('noMatch')} action={<Button onClick={clear}>{t('clear')}</Button>} />
        ) : (
          <EmptyState title={t('none')} action={begin}>
            {t('noneHint')}
          </EmptyState>
        ))}
      {invoices.rows.length > 0 && (
        <Grid
          label={t('title')}
          rows={invoices.rows}
          columns={columns}
          rowKey={(invoice) => invoice.id}
          href={(invoice) => paths.invoice(invoice.id)}
          hasMore={invoices.hasMore}
          loadMore={invoices.loadMore}
          least={940}
        />
      )}
    </Page>
  );
}
