import type { Output } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Cell } from '../../ui/figure.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { documentMessages } from './document-words.ts';
import { basisPointsOf } from './typed-document.ts';

type Document = Output<'getInvoice'> | Output<'getCreditNote'>;

/** The lines and sums of an invoice or a credit note, as they were posted. */
export function DocumentTable({ document }: { readonly document: Document }) {
  const t = useMessages(documentMessages);
  const format = useFormat();
  const percent = (rate: string) => format.percent(basisPointsOf(rate) ?? 0);
  return (
    <div className="card stack">
      <Scrolls>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('item')}</th>
              <th scope="col" className="figure">
                {t('quantity')}
              </th>
              <th scope="col" className="figure">
                {t('unitPrice')}
              </th>
              <th scope="col" className="figure">
                {t('discount')}
              </th>
              <th scope="col" className="figure">
                {t('taxCode')}
              </th>
              <th scope="col" className="figure">
                {t('lineAmount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {document.lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a saved document do not move
              <tr key={index}>
                <th scope="row">
                  <bdi>{line.text}</bdi>
                </th>
                <td className="figure">{format.amount(line.quantity)}</td>
                <td className="figure">{format.amount(line.unitPrice)}</td>
                <td className="figure">
                  {line.discount && ('percent' in line.discount ? percent(line.discount.percent) : format.amount(line.discount.amount))}
                </td>
                <td className="figure">{percent(line.taxRate)}</td>
                <td className="figure">
                  <Cell value={document.pricesInclude ? line.total : line.net} zero="–" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
      <dl className="totals">
        <dt>{t('subtotal')}</dt>
        <dd className="figure">{format.amount(document.net)}</dd>
        {document.taxes.map((tax) => (
          <div key={`${tax.taxCode} ${tax.taxRate}`} style={{ display: 'contents' }}>
            <dt>{t('tax', { rate: percent(tax.taxRate), base: format.amount(tax.net) })}</dt>
            <dd className="figure">{format.amount(tax.tax)}</dd>
          </div>
        ))}
        <dt className="grand">
          {t('total')} <bdi className="muted">{document.currency}</bdi>
        </dt>
        <dd className="figure grand">{format.amount(document.total)}</dd>
      </dl>
    </div>
  );
}
