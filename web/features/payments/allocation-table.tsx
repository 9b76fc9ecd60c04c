import { formatAmount } from '../../../domain/kernel/money.ts';
import { minorOf, wire } from '../../i18n/amounts.ts';
import { padDecimals } from '../../i18n/digits.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { AmountField } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Cell } from '../../ui/figure.tsx';
import type { OpenDocument } from './open-documents.ts';
import { paymentMessages } from './payment-messages.ts';

/** Amounts by the id of the document that they settle. */
export type Allocating = Readonly<Record<string, string>>;

interface AllocationTableProps {
  readonly documents: readonly OpenDocument[];
  readonly digits: number;
  /** What there is to allocate; undefined while no amount was typed. */
  readonly available: bigint | undefined;
  readonly value: Allocating;
  readonly onChange: (value: Allocating) => void;
}

export function AllocationTable({ documents, digits, available, value, onChange }: AllocationTableProps) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  if (documents.length === 0) return <p className="muted">{t('nothingOpen')}</p>;
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('document')}</th>
            <th scope="col">{t('due')}</th>
            <th scope="col" className="figure">
              {t('open')}
            </th>
            <th scope="col" className="figure" style={{ inlineSize: 170 }}>
              {t('allocate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {documents.map((document) => (
            <tr key={document.id}>
              <th scope="row">
                <bdi>{document.number}</bdi>
              </th>
              <td>{format.date(document.dueDate ?? document.date)}</td>
              <td className="figure">
                <Cell value={document.open} />
              </td>
              <td>
                <AmountField
                  label={t('ofDocument', { number: document.number })}
                  hideLabel
                  digits={digits}
                  value={value[document.id] ?? ''}
                  onChange={(amount) => onChange({ ...value, [document.id]: amount })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {available !== undefined && (
        <div>
          <Button size="small" onClick={() => onChange(oldestFirst(documents, available, digits))}>
            {t('oldestFirst')}
          </Button>
        </div>
      )}
    </>
  );
}

/** Settles the oldest first, each in full while the money lasts. */
export function oldestFirst(documents: readonly OpenDocument[], available: bigint, digits: number): Allocating {
  let left = available;
  const allocating: Record<string, string> = {};
  for (const { id, open } of documents) {
    const due = wire(open, digits);
    const part = due < left ? due : left;
    if (part <= 0n) break;
    allocating[id] = formatAmount(part, digits);
    left -= part;
  }
  return allocating;
}

export const allocatedOf = (value: Allocating, digits: number): bigint =>
  Object.values(value).reduce((sum, amount) => sum + (minorOf(amount, digits) ?? 0n), 0n);

/** What is sent. */
export const allocationsOf = (value: Allocating, documents: readonly OpenDocument[], digits: number): { document: string; amount: string }[] =>
  documents.flatMap(({ id }) => (value[id] ? [{ document: id, amount: padDecimals(value[id], digits) }] : []));
