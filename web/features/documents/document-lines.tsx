import type { Computation } from '../../../domain/accounting/tax/compute-tax.ts';
import { formatAmount } from '../../../domain/kernel/money.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { AmountField } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { lineKeys } from '../../ui/line-keys.ts';
import { TextField } from '../../ui/text-field.tsx';
import { documentMessages } from './document-words.ts';
import { emptyItem, nextItemKey, placesOf, rateOn, type TaxCode, type TypedDocument, type TypedItem } from './typed-document.ts';

interface DocumentLinesProps {
  readonly document: TypedDocument;
  readonly codes: readonly TaxCode[];
  readonly digits: number;
  readonly computation: Computation;
  /** Which computed line is whose. */
  readonly byKey: ReadonlyMap<number, number>;
  readonly onChange: (lines: readonly TypedItem[]) => void;
}

/** Quantities and prices may be finer than the currency: fuel is priced at 0.6125 a litre. */
const FINE_DIGITS = 6;

export function DocumentLines({ document, codes, digits, computation, byKey, onChange }: DocumentLinesProps) {
  const t = useMessages(documentMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { lines } = document;
  const places = placesOf(lines);
  const [firstCode] = codes;
  const inForce = codes.filter((code) => rateOn(codes, code.code, document.date) !== undefined);

  const change = (key: number, part: Partial<TypedItem>) => onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const add = () => onChange([...lines, emptyItem(nextItemKey(lines), lines.at(-1)?.taxCode || firstCode?.code)]);
  const codeLabel = (code: TaxCode) => `${format.percent(rateOn(codes, code.code, document.date) ?? 0)} ${code.name[language]}`;

  return (
    <div>
      <table className="lines" onKeyDown={lineKeys({ add })}>
        <thead>
          <tr>
            <th scope="col">{t('item')}</th>
            <th scope="col" className="figure" style={{ inlineSize: '10%' }}>
              {t('quantity')}
            </th>
            <th scope="col" className="figure" style={{ inlineSize: '14%' }}>
              {t('unitPrice')}
            </th>
            <th scope="col" className="figure" style={{ inlineSize: '10%' }} title={t('discountHint')}>
              {t('discount')}
            </th>
            <th scope="col" style={{ inlineSize: '20%' }}>
              {t('taxCode')}
            </th>
            <th scope="col" className="figure" style={{ inlineSize: '13%' }}>
              {t('lineAmount')}
            </th>
            <td style={{ inlineSize: 36 }} />
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => {
            const at = places.get(line.key);
            const pointer = (member: string) => (at === undefined ? {} : { pointer: `/lines/${at}/${member}` });
            const named = (field: 'item' | 'quantity' | 'unitPrice' | 'discount' | 'taxCode') => t('ofLine', { field: t(field), line: index + 1 });
            const computed = computation.lines[byKey.get(line.key) ?? -1];
            return (
              <tr key={line.key}>
                <td>
                  <TextField
                    label={named('item')}
                    hideLabel
                    value={line.text}
                    onChange={(text) => change(line.key, { text })}
                    maxLength={1000}
                    {...pointer('text')}
                  />
                </td>
                <td>
                  <AmountField
                    label={named('quantity')}
                    hideLabel
                    digits={FINE_DIGITS}
                    exact={false}
                    value={line.quantity}
                    onChange={(quantity) => change(line.key, { quantity })}
                    {...pointer('quantity')}
                  />
                </td>
                <td>
                  <AmountField
                    label={named('unitPrice')}
                    hideLabel
                    digits={FINE_DIGITS}
                    least={digits}
                    value={line.unitPrice}
                    onChange={(unitPrice) => change(line.key, { unitPrice })}
                    {...pointer('unitPrice')}
                  />
                </td>
                <td>
                  <TextField
                    label={named('discount')}
                    hideLabel
                    className="input figures"
                    value={line.discount}
                    onChange={(discount) => change(line.key, { discount })}
                    {...pointer('discount')}
                  />
                </td>
                <td>
                  <SelectField
                    label={named('taxCode')}
                    hideLabel
                    value={line.taxCode}
                    onChange={(taxCode) => change(line.key, { taxCode })}
                    choices={inForce.map((code) => ({ value: code.code, label: codeLabel(code) }))}
                    prompt=""
                    {...pointer('taxCode')}
                  />
                </td>
                <td className="figure">{computed && format.amount(formatAmount(document.pricesInclude ? computed.gross : computed.net, digits))}</td>
                <td>
                  {lines.length > 1 && (
                    <Button
                      kind="quiet"
                      icon="close"
                      aria-label={t('removeLine', { line: index + 1 })}
                      onClick={() => onChange(lines.filter((each) => each.key !== line.key))}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Button icon="plus" onClick={add}>
        {t('addLine')}
      </Button>
    </div>
  );
}
