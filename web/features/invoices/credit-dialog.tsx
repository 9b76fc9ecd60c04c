import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { AmountField } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { RadioCards } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { splitHref } from '../../ui/link.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { documentMessages } from '../documents/document-words.ts';
import { invoiceMessages } from './invoice-messages.ts';

const FINE_DIGITS = 6;

/** Takes back an invoice, or some of its lines, by a credit note that is posted at once. */
export function CreditDialog({ invoice, onClose }: { readonly invoice: Output<'getInvoice'>; readonly onClose: () => void }) {
  const t = useMessages(invoiceMessages);
  const words = useMessages(documentMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const say = useToast();
  const { paths, today } = useFirm();
  const [date, setDate] = useState(today);
  const [reason, setReason] = useState('');
  const [extent, setExtent] = useState<'all' | 'some'>('all');
  const [quantities, setQuantities] = useState<readonly string[]>(invoice.lines.map(() => ''));
  const credit = useFirmSubmit('creditInvoice');

  const send = async () => {
    const lines = quantities.flatMap((quantity, index) => (quantity === '' ? [] : [{ line: index + 1, quantity }]));
    const answer = await credit.send({
      params: { invoiceId: invoice.id },
      body: { date, ...(reason !== '' && { reason }), ...(extent === 'some' && { lines }) },
    });
    if (!answer) return;
    say(words('posted', { number: answer.body.number ?? '' }));
    onClose();
    await navigate(splitHref(paths.creditNote(answer.body.id)));
  };
  const nothing = extent === 'some' && quantities.every((quantity) => quantity === '');
  return (
    <Dialog title={t('creditTitle', { number: invoice.number ?? '' })} onClose={onClose} wide>
      <Form problem={credit.problem} onSubmit={() => void send()}>
        <p>{t('creditHint')}</p>
        <div className="columns">
          <DateField label={common('date')} value={date} onChange={setDate} pointer="/date" />
          <TextField label={t('reason')} value={reason} onChange={setReason} pointer="/reason" maxLength={200} optional />
        </div>
        <RadioCards
          legend={t('takeBack')}
          value={extent}
          onChange={setExtent}
          choices={[
            { value: 'all', label: t('creditAll') },
            { value: 'some', label: t('creditSome') },
          ]}
        />
        {extent === 'some' && (
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words('item')}</th>
                <th scope="col" className="figure">
                  {t('invoiced')}
                </th>
                <th scope="col" className="figure" style={{ inlineSize: 150 }}>
                  {t('takeBack')}
                </th>
              </tr>
            </thead>
            <tbody>
              {invoice.lines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of a posted invoice do not move
                <tr key={index}>
                  <th scope="row">
                    <bdi>{line.text}</bdi>
                  </th>
                  <td className="figure">{format.amount(line.quantity)}</td>
                  <td>
                    <AmountField
                      label={words('ofLine', { field: t('takeBack'), line: index + 1 })}
                      hideLabel
                      digits={FINE_DIGITS}
                      exact={false}
                      value={quantities[index] ?? ''}
                      onChange={(quantity) => setQuantities(quantities.map((each, i) => (i === index ? quantity : each)))}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" busy={credit.pending} reason={nothing ? common('required') : undefined}>
            {t('creditNow')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
