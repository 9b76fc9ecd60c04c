import { useSearch } from '@tanstack/react-router';
import { useFirmApi } from '../../api/queries.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useAccounts } from '../accounts/use-accounts.ts';
import { PaymentForm } from './payment-form.tsx';
import { paymentMessages } from './payment-messages.ts';

/** Money in, or a refund out; begun from an invoice, its customer, amount and allocation stand already. */
export default function RecordPaymentPage() {
  const t = useMessages(paymentMessages);
  const {
    invoice: invoiceId = '',
    contact = '',
    direction = '',
  } = useSearch({ strict: false }) as { invoice?: string; contact?: string; direction?: string };
  const { paths } = useFirm();
  const accounts = useAccounts();
  const invoice = useFirmApi('getInvoice', { params: { invoiceId } }, { enabled: invoiceId !== '' });
  const ready = accounts.data && (invoiceId === '' || invoice.data);
  const problem = accounts.error ?? invoice.error ?? undefined;
  return (
    <Page title={direction === 'out' ? t('newRefund') : t('newPayment')} up={{ href: paths.payments(), label: t('title') }}>
      <Problem problem={problem} retry={() => void invoice.refetch()} />
      {!ready && !problem && <Skeleton lines={3} height={100} />}
      {ready && (
        <OnlyFor permission="payment.record">
          <PaymentForm
            invoice={invoice.data?.body}
            contact={contact}
            direction={direction === 'out' ? 'out' : 'in'}
            accounts={accounts.data.body.data}
          />
        </OnlyFor>
      )}
    </Page>
  );
}
