import { useState } from 'react';
import { digitsOf } from '../../../domain/kernel/currencies.ts';
import type { ProblemError } from '../../api/problem.ts';
import { wire } from '../../i18n/amounts.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { type Allocating, AllocationTable, allocatedOf, allocationsOf } from './allocation-table.tsx';
import { useOpenDocuments } from './open-documents.ts';
import { paymentMessages } from './payment-messages.ts';

interface AllocateDialogProps {
  readonly title: string;
  readonly contact: string;
  readonly currency: string;
  readonly available: string;
  readonly settles: 'invoices' | 'credits';
  readonly problem: ProblemError | undefined;
  readonly busy: boolean;
  readonly onAllocate: (date: string, allocations: readonly { document: string; amount: string }[]) => void;
  readonly onClose: () => void;
}

/** Settles open documents with what is left of a payment or a credit note. */
export function AllocateDialog({ title, contact, currency, available, settles, problem, busy, onAllocate, onClose }: AllocateDialogProps) {
  const t = useMessages(paymentMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { today } = useFirm();
  const digits = digitsOf(currency) ?? 2;
  const { documents, pending } = useOpenDocuments(contact, currency, settles);
  const [date, setDate] = useState(today);
  const [value, setValue] = useState<Allocating>({});
  const left = wire(available, digits);
  const sum = allocatedOf(value, digits);
  const reason = sum === 0n ? t('noAmount') : sum > left ? t('tooMuch') : undefined;
  return (
    <Dialog title={title} onClose={onClose} wide>
      <Form problem={problem} onSubmit={() => reason === undefined && onAllocate(date, allocationsOf(value, documents, digits))}>
        <p>{t('available', { amount: format.money(available, currency) })}</p>
        <DateField label={t('date')} value={date} onChange={setDate} pointer="/date" />
        {pending ? (
          <Skeleton lines={2} height={40} />
        ) : (
          <AllocationTable documents={documents} digits={digits} available={left} value={value} onChange={setValue} />
        )}
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" reason={reason} busy={busy}>
            {t('allocateNow')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
