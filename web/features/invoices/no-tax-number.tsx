import { profileFor } from '../../../domain/firms/country-profiles.ts';
import type { Output } from '../../api/route-types.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { invoiceMessages } from './invoice-messages.ts';

interface NoTaxNumberProps {
  readonly invoice: Output<'getInvoice'>;
  readonly firm: Output<'getFirm'>;
}

/** An invoice with tax and no tax number of its seller is no tax invoice: said while something can be done about it, and after. */
export function NoTaxNumber({ invoice, firm }: NoTaxNumberProps) {
  const t = useMessages(invoiceMessages);
  const { paths, may } = useFirm();
  const taxed = invoice.taxes.some((tax) => Number(tax.taxRate) > 0);
  const missing = !(invoice.seller ? invoice.seller.taxNumber : firm.taxNumber);
  if (!taxed || !missing || !profileFor(firm.country).taxNumber) return null;
  return (
    <div className="no-print">
      <Notice tone="warn" action={!firm.taxNumber && may('firm.manage') && <ButtonLink href={paths.settings()}>{t('toSettings')}</ButtonLink>}>
        {t(invoice.state === 'draft' ? 'noTaxNumberYet' : 'noTaxNumber')}
      </Notice>
    </div>
  );
}
