import { useState } from 'react';
import { paymentStateNames, paymentStates } from '../../../domain/accounting/invoicing/states.ts';
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
import { PaymentChip } from './payment-chip.tsx';
import { paymentMessages } from './payment-messages.ts';

type Payment = RowOf<'listPayments'>;
const SEARCH = { q: '', state: '', direction: '' };
const directions = ['in', 'out'] as const;

export default function PaymentsPage() {
  const t = useMessages(paymentMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths } = useFirm();
  const mayRecord = useReason('payment.record');
  const [search, setSearch] = useSearchState(SEARCH);
  const [typed, setTyped] = useState(search.q);
  const q = usePaused(typed.trim());
  const state = oneOf(paymentStateNames, search.state);
  const direction = oneOf(directions, search.direction);
  const payments = useFirmList('listPayments', { query: { ...(q && { q }), ...(state && { state }), ...(direction && { direction }) } });
  const columns: readonly Column<Payment>[] = [
    { key: 'number', head: t('number'), width: 'minmax(150px, 1fr)', phone: 'number', opens: true, cell: (payment) => <bdi>{payment.number}</bdi> },
    {
      key: 'contact',
      head: t('contact'),
      width: 'minmax(140px, 3fr)',
      phone: 'name',
      cell: (payment) => <bdi>{nameOf(payment.contact, language)}</bdi>,
    },
    { key: 'date', head: t('date'), width: '120px', cell: (payment) => format.date(payment.date) },
    { key: 'direction', head: t('direction'), width: '100px', cell: (payment) => t(payment.direction) },
    { key: 'state', head: t('state'), width: '150px', phone: 'state', cell: (payment) => <PaymentChip state={payment.state} /> },
    {
      key: 'amount',
      head: t('amount'),
      width: 'minmax(125px, 1fr)',
      phone: 'amount',
      figure: true,
      cell: (payment) => <Cell value={payment.amount} />,
    },
    { key: 'left', head: t('left'), width: 'minmax(125px, 1fr)', figure: true, cell: (payment) => <Cell value={payment.unallocated} zero="–" /> },
  ];
  const begin = mayRecord === undefined && (
    <ButtonLink href={paths.newPayment()} kind="primary" icon="plus">
      {t('newPayment')}
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
          label={t('direction')}
          value={direction ?? ''}
          onChange={(next) => setSearch({ direction: next })}
          choices={[{ value: '' as const, label: common('all') }, ...directions.map((value) => ({ value, label: t(value) }))]}
        />
        <SelectField
          label={t('state')}
          value={state ?? ''}
          onChange={(next) => setSearch({ state: next })}
          choices={[
            { value: '' as const, label: common('all') },
            ...paymentStateNames.map((value) => ({ value, label: paymentStates[value][language] })),
          ]}
        />
      </div>
      <Problem problem={payments.problem} retry={payments.retry} />
      {payments.pending && <Skeleton lines={8} height={40} />}
      {!payments.pending && !payments.problem && payments.rows.length === 0 && (
        <EmptyState title={q || state || direction ? t('noMatch') : t('none')} action={begin}>
          {t('noneHint')}
        </EmptyState>
      )}
      {payments.rows.length > 0 && (
        <Grid
          label={t('title')}
          rows={payments.rows}
          columns={columns}
          rowKey={(payment) => payment.id}
          href={(payment) => paths.payment(payment.id)}
          hasMore={payments.hasMore}
          loadMore={payments.loadMore}
          least={940}
        />
      )}
    </Page>
  );
}
