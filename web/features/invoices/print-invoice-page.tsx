import { useParams } from '@tanstack/react-router';
import { useFirmApi } from '../../api/queries.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { PrintedDocument } from '../documents/printed-document.tsx';
import { invoiceMessages } from './invoice-messages.ts';
import { NoTaxNumber } from './no-tax-number.tsx';

/** The invoice as the customer gets it, on one sheet in both languages. */
export default function PrintInvoicePage() {
  const t = useMessages(invoiceMessages);
  const { invoiceId = '' } = useParams({ strict: false }) as { invoiceId?: string };
  const { paths, may } = useFirm();
  const read = useFirmApi('getInvoice', { params: { invoiceId } });
  const profile = useFirmApi('getFirm', {});
  const invoice = read.data?.body;
  const customer = useFirmApi(
    'getContact',
    { params: { contactId: invoice?.contact.id ?? '' } },
    { enabled: invoice !== undefined && may('contact.read') },
  );
  const title = invoice?.number ? t('invoice', { number: invoice.number }) : t('draftInvoice');
  return (
    <Page
      title={title}
      up={{ href: paths.invoice(invoiceId), label: title }}
      actions={
        <Button kind="primary" icon="print" onClick={() => window.print()}>
          {t('print')}
        </Button>
      }
    >
      {invoice && profile.data && <NoTaxNumber invoice={invoice} firm={profile.data.body} />}
      <Problem problem={read.error ?? profile.error ?? undefined} retry={() => void read.refetch()} />
      {invoice && profile.data ? (
        <PrintedDocument document={invoice} firm={profile.data.body} customerLanguage={customer.data?.body.language} />
      ) : (
        !read.error && <Skeleton height={600} />
      )}
    </Page>
  );
}
