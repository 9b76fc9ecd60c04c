import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { paymentMethods } from '../../../domain/accounting/invoicing/payment.ts';
import { allows, paymentCan, paymentStates } from '../../../domain/accounting/invoicing/states.ts';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Amount } from '../../ui/figure.tsx';
import { Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useAccountNames } from '../accounts/use-accounts.ts';
import { nameOf } from '../contacts/name-of.ts';
import { Allocations } from '../documents/allocations.tsx';
import { documentMessages } from '../documents/document-words.ts';
import { Trail } from '../documents/trail.tsx';
import { VoidDialog } from '../documents/void-dialog.tsx';
import { AllocateDialog } from './allocate-dialog.tsx';
import { PaymentChip } from './payment-chip.tsx';
import { paymentMessages } from './payment-messages.ts';

export default function PaymentPage() {
  const t = useMessages(paymentMessages);
  const { paymentId = '' } = useParams({ strict: false }) as { paymentId?: string };
  const { paths } = useFirm();
  const read = useFirmApi('getPayment', { params: { paymentId } });
  if (read.data) return <PaymentInFull payment={read.data.body} />;
  return (
    <Page title={t('title')} up={{ href: paths.payments(), label: t('title') }}>
      {read.error ? <Problem problem={read.error} retry={() => void read.refetch()} /> : <Skeleton lines={3} height={120} />}
    </Page>
  );
}

function PaymentInFull({ payment }: { readonly payment: Output<'getPayment'> }) {
  const t = useMessages(paymentMessages);
  const common = useMessages(commonMessages);
  const words = useMessages(documentMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const say = useToast();
  const accountName = useAccountNames();
  const { paths, may } = useFirm();
  const [open, setOpen] = useState<'void' | 'allocate' | undefined>(undefined);
  const voiding = useFirmSubmit('voidPayment');
  const allocate = useFirmSubmit('allocatePayment');
  const params = { paymentId: payment.id };
  const notNow = (act: keyof typeof paymentCan) =>
    allows<string>(paymentCan[act], payment.state) ? undefined : words('notNow', { state: paymentStates[payment.state][language] });
  const mayVoid = useReason('payment.record', notNow('void'));
  const mayAllocate = useReason('payment.record', notNow('allocate'));
  const voidNow = async (date: string) => {
    if (!(await voiding.send({ params, body: { date } }))) return;
    setOpen(undefined);
    say(words('voided', { number: payment.number }));
  };
  return (
    <Page
      title={t('payment', { number: payment.number })}
      up={{ href: paths.payments(), label: t('title') }}
      aside={<PaymentChip state={payment.state} />}
      actions={
        <>
          <Button icon="print" onClick={() => window.print()}>
            {common('print')}
          </Button>
          <Button reason={mayVoid} onClick={() => setOpen('void')}>
            {words('void')}
          </Button>
          <Button kind="primary" reason={mayAllocate} onClick={() => setOpen('allocate')}>
            {t('allocateRest')}
          </Button>
        </>
      }
    >
      <div className="cards">
        {(['amount', 'unallocated'] as const).map((figure) => (
          <div key={figure} className="card figure-card">
            <span className="muted">{figure === 'amount' ? t(payment.direction) : t('left')}</span>
            <span className="value">
              <Amount value={payment[figure]} currency={payment.currency} />
            </span>
          </div>
        ))}
      </div>
      <dl className="card pairs">
        <dt>{t('contact')}</dt>
        <dd>
          <Link href={paths.contact(payment.contact.id)}>
            <bdi>{nameOf(payment.contact, language)}</bdi>
          </Link>
        </dd>
        <dt>{t('date')}</dt>
        <dd>{format.date(payment.date)}</dd>
        <dt>{t('bankAccount')}</dt>
        <dd>
          <bdi>{`${payment.bankAccount} ${accountName(payment.bankAccount)}`}</bdi>
        </dd>
        {payment.method && <dt>{t('method')}</dt>}
        {payment.method && <dd>{paymentMethods[payment.method][language]}</dd>}
        {payment.reference && <dt>{t('reference')}</dt>}
        {payment.reference && (
          <dd>
            <bdi>{payment.reference}</bdi>
          </dd>
        )}
        {may('entry.read') && <dt>{t('entry')}</dt>}
        {may('entry.read') && (
          <dd>
            <Link href={paths.entry(payment.entry.id)}>{t('entryNumber', { seq: format.number(payment.entry.seq) })}</Link>
          </dd>
        )}
      </dl>
      <Allocations title={payment.direction === 'in' ? t('settles') : t('refunds')} allocations={payment.allocations} />
      <Trail events={payment.events} />
      {open === 'void' && (
        <VoidDialog
          number={payment.number}
          problem={voiding.problem}
          busy={voiding.pending}
          onVoid={(date) => void voidNow(date)}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'allocate' && (
        <AllocateDialog
          title={t('allocateRest')}
          contact={payment.contact.id}
          currency={payment.currency}
          available={payment.unallocated}
          settles={payment.direction === 'in' ? 'invoices' : 'credits'}
          problem={allocate.problem}
          busy={allocate.pending}
          onAllocate={(date, allocations) =>
            void allocate.send({ params, body: { date, allocations: [...allocations] } }).then((answer) => answer && setOpen(undefined))
          }
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  );
}
