import { useNavigate } from '@tanstack/react-router';
import { paymentMethodNames, paymentMethods } from '../../../domain/accounting/invoicing/payment.ts';
import { digitsOf } from '../../../domain/kernel/currencies.ts';
import { formatAmount } from '../../../domain/kernel/money.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { minorOf } from '../../i18n/amounts.ts';
import { padDecimals } from '../../i18n/digits.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { AmountField } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { RadioCards, SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { splitHref } from '../../ui/link.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { type Account, isMoney } from '../accounts/use-accounts.ts';
import { ContactBox } from '../contacts/contact-box.tsx';
import { type Allocating, AllocationTable, allocatedOf, allocationsOf } from './allocation-table.tsx';
import { useOpenDocuments } from './open-documents.ts';
import { paymentMessages } from './payment-messages.ts';

interface PaymentFormProps {
  readonly invoice: Output<'getInvoice'> | undefined;
  readonly contact: string;
  readonly direction: 'in' | 'out';
  readonly accounts: readonly Account[];
}

interface TypedPayment {
  readonly direction: 'in' | 'out';
  readonly contact: string;
  readonly bankAccount: string;
  readonly date: string;
  readonly amount: string;
  readonly currency: string;
  readonly rate: string;
  readonly method: string;
  readonly reference: string;
  readonly allocating: Allocating;
}

const RATE_DIGITS = 12;

export function PaymentForm({ invoice, contact, direction, accounts }: PaymentFormProps) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const say = useToast();
  const firm = useFirm();
  const money = accounts.filter((account) => isMoney(account) && !account.archived);
  const bank = money.find((account) => account.role === 'bank') ?? money[0];
  const draft = useDraft<TypedPayment>(firm.owner, `payment/${invoice?.id ?? contact}/${direction}`, () => ({
    direction,
    contact: invoice?.contact.id ?? contact,
    bankAccount: bank?.code ?? '',
    date: firm.today(),
    amount: invoice?.due ?? '',
    currency: invoice?.currency ?? firm.currency,
    rate: '',
    method: 'transfer',
    reference: '',
    allocating: invoice ? { [invoice.id]: invoice.due } : {},
  }));
  const { value, set } = draft;
  const digits = digitsOf(value.currency) ?? firm.digits;
  const open = useOpenDocuments(value.contact, value.currency, value.direction === 'in' ? 'invoices' : 'credits');
  const record = useFirmSubmit('recordPayment', { keeper: draft });
  const amount = minorOf(value.amount, digits);
  const allocated = allocatedOf(value.allocating, digits);
  const left = (amount ?? 0n) - allocated;
  const obstacle =
    value.contact === ''
      ? t('noContact')
      : value.bankAccount === ''
        ? t('noAccount')
        : amount === undefined || amount <= 0n
          ? t('noAmount')
          : left < 0n
            ? t('tooMuch')
            : undefined;
  const reason = useReason('payment.record', obstacle);

  const send = async () => {
    if (reason !== undefined || record.pending) return;
    const allocations = allocationsOf(value.allocating, open.documents, digits);
    const method = paymentMethodNames.find((name) => name === value.method);
    const answer = await record.send({
      body: {
        direction: value.direction,
        contact: value.contact,
        bankAccount: value.bankAccount,
        date: value.date,
        amount: padDecimals(value.amount, digits),
        ...(value.currency !== firm.currency && { currency: value.currency, rate: value.rate }),
        ...(method && { method }),
        ...(value.reference.trim() !== '' && { reference: value.reference.trim() }),
        ...(allocations.length > 0 && { allocations }),
      },
    });
    if (!answer) return;
    draft.discard();
    say(t('recorded', { number: answer.body.number }));
    await navigate(splitHref(invoice ? firm.paths.invoice(invoice.id) : firm.paths.payment(answer.body.id)));
  };
  return (
    <Form problem={record.problem} onSubmit={() => void send()} draft={draft} label={value.direction === 'in' ? t('newPayment') : t('newRefund')}>
      <div className="card stack">
        <RadioCards
          legend={t('direction')}
          value={value.direction}
          onChange={(next) => set({ direction: next, allocating: {} })}
          choices={[
            { value: 'in', label: t('in'), detail: t('inDetail') },
            { value: 'out', label: t('out'), detail: t('outDetail') },
          ]}
        />
        <div className="columns">
          <ContactBox label={t('contact')} value={value.contact} onChange={(next) => set({ contact: next, allocating: {} })} pointer="/contact" />
          <AmountField
            label={`${t('amount')} (${value.currency})`}
            digits={digits}
            value={value.amount}
            onChange={(next) => set({ amount: next })}
            pointer="/amount"
          />
          <DateField label={t('date')} value={value.date} onChange={(date) => set({ date })} pointer="/date" />
        </div>
        <div className="columns">
          <SelectField
            label={t('bankAccount')}
            value={value.bankAccount}
            onChange={(bankAccount) => set({ bankAccount })}
            pointer="/bankAccount"
            choices={money.map((account) => ({ value: account.code, label: `${account.code} ${account.name[language]}` }))}
            prompt={t('noAccount')}
          />
          <SelectField
            label={t('method')}
            value={value.method}
            onChange={(method) => set({ method })}
            pointer="/method"
            choices={[
              { value: '', label: t('noMethod') },
              ...paymentMethodNames.map((name) => ({ value: name as string, label: paymentMethods[name][language] })),
            ]}
          />
          <TextField
            label={t('reference')}
            value={value.reference}
            onChange={(reference) => set({ reference })}
            pointer="/reference"
            maxLength={200}
            optional
          />
          {value.currency !== firm.currency && (
            <AmountField label={t('rate')} digits={RATE_DIGITS} exact={false} value={value.rate} onChange={(rate) => set({ rate })} pointer="/rate" />
          )}
        </div>
      </div>
      <section className="card stack" aria-label={value.direction === 'in' ? t('settles') : t('refunds')}>
        <h2>{value.direction === 'in' ? t('settles') : t('refunds')}</h2>
        {value.contact === '' ? (
          <p className="muted">{t('noContact')}</p>
        ) : open.pending ? (
          <Skeleton lines={2} height={40} />
        ) : (
          <AllocationTable
            documents={open.documents}
            digits={digits}
            available={amount}
            value={value.allocating}
            onChange={(allocating) => set({ allocating })}
          />
        )}
        {amount !== undefined && left > 0n && (
          <p className="muted">{t('remains', { amount: format.money(formatAmount(left, digits), value.currency) })}</p>
        )}
      </section>
      <div>
        <Button type="submit" kind="primary" reason={reason} busy={record.pending}>
          {value.direction === 'in' ? t('record') : t('recordRefund')}
        </Button>
      </div>
    </Form>
  );
}
