import type { Computation } from '../../../domain/accounting/tax/compute-tax.ts';
import { formatAmount } from '../../../domain/kernel/money.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { documentMessages } from './document-words.ts';

interface DocumentTotalsProps {
  readonly computation: Computation;
  readonly digits: number;
  readonly currency: string;
}

/** Net, tax by rate, total, as they change with every key. */
export function DocumentTotals({ computation, digits, currency }: DocumentTotalsProps) {
  const t = useMessages(documentMessages);
  const format = useFormat();
  const amount = (minor: bigint) => format.amount(formatAmount(minor, digits));
  return (
    <dl className="totals" aria-live="polite">
      <dt>{t('subtotal')}</dt>
      <dd className="figure">{amount(computation.net)}</dd>
      {computation.taxes.map((tax) => (
        <div key={`${tax.taxCode} ${tax.rateBasisPoints}`} style={{ display: 'contents' }}>
          <dt>{t('tax', { rate: format.percent(tax.rateBasisPoints), base: amount(tax.base) })}</dt>
          <dd className="figure">{amount(tax.tax)}</dd>
        </div>
      ))}
      <dt className="grand">
        {t('total')} <bdi className="muted">{currency}</bdi>
      </dt>
      <dd className="figure grand">{amount(computation.gross)}</dd>
    </dl>
  );
}
