import { useParams } from '@tanstack/react-router';
import { allows, invoiceCan } from '../../../domain/accounting/invoicing/states.ts';
import { useFirmApi } from '../../api/queries.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { InvoiceEditor } from './invoice-editor.tsx';
import { invoiceMessages } from './invoice-messages.ts';

/** Reads what the editor needs before it begins: the draft where there is one, the tax codes, how the firm rounds. */
export default function EditInvoicePage() {
  const t = useMessages(invoiceMessages);
  const { invoiceId } = useParams({ strict: false }) as { invoiceId?: string };
  const firm = useFirm();
  const codes = useFirmApi('listTaxCodes', {}, { staleTime: 60_000 });
  const profile = useFirmApi('getFirm', {});
  const invoice = useFirmApi('getInvoice', { params: { invoiceId: invoiceId ?? '' } }, { enabled: invoiceId !== undefined });
  const problem = codes.error ?? profile.error ?? invoice.error ?? undefined;
  const existing = invoice.data?.body;
  const ready = codes.data && profile.data && (invoiceId === undefined || existing);
  const retry = () => {
    for (const read of [codes, profile, invoice]) void read.refetch();
  };
  return (
    <Page title={invoiceId === undefined ? t('newInvoice') : t('editInvoice')} up={{ href: firm.paths.invoices(), label: t('title') }}>
      <Problem problem={problem} retry={retry} />
      {!ready && !problem && <Skeleton lines={3} height={120} />}
      {ready && (!existing || allows<string>(invoiceCan.edit, existing.state)) && (
        <OnlyFor permission="invoice.draft">
          <InvoiceEditor invoice={existing} codes={codes.data.body.data} settings={profile.data.body.invoicing} />
        </OnlyFor>
      )}
    </Page>
  );
}
