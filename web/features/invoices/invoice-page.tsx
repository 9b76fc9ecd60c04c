import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { allows, invoiceCan, invoiceStates } from '../../../domain/accounting/invoicing/states.ts';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Amount } from '../../ui/figure.tsx';
import { ButtonLink, splitHref } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { Allocations } from '../documents/allocations.tsx';
import { DiscardDialog } from '../documents/discard-dialog.tsx';
import { DocumentFacts } from '../documents/document-facts.tsx';
import { DocumentTable } from '../documents/document-table.tsx';
import { documentMessages } from '../documents/document-words.ts';
import { Trail } from '../documents/trail.tsx';
import { VoidDialog } from '../documents/void-dialog.tsx';
import { LinkedRecords } from '../records/linked-records.tsx';
import { CreditDialog } from './credit-dialog.tsx';
import { invoiceMessages } from './invoice-messages.ts';
import { NoTaxNumber } from './no-tax-number.tsx';
import { StateChip } from './state-chip.tsx';

export default function InvoicePage() {
  const t = useMessages(invoiceMessages);
  const { invoiceId = '' } = useParams({ strict: false }) as { invoiceId?: string };
  const { paths } = useFirm();
  const read = useFirmApi('getInvoice', { params: { invoiceId } });
  if (read.data) return <InvoiceInFull invoice={read.data.body} />;
  return (
    <Page title={t('title')} up={{ href: paths.invoices(), label: t('title') }}>
      {read.error ? <Problem problem={read.error} retry={() => void read.refetch()} /> : <Skeleton lines={3} height={120} />}
    </Page>
  );
}

/** One invoice and what may be done with it in its state; what may not says why. */
function InvoiceInFull({ invoice }: { readonly invoice: Output<'getInvoice'> }) {
  const t = useMessages(invoiceMessages);
  const common = useMessages(commonMessages);
  const words = useMessages(documentMessages);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const say = useToast();
  const { paths, today } = useFirm();
  const [open, setOpen] = useState<'void' | 'credit' | 'discard' | undefined>(undefined);
  const post = useFirmSubmit('postInvoice');
  const voiding = useFirmSubmit('voidInvoice');
  const discard = useFirmSubmit('discardInvoice');
  const params = { invoiceId: invoice.id };
  const notNow = (act: keyof typeof invoiceCan) =>
    allows<string>(invoiceCan[act], invoice.state) ? undefined : words('notNow', { state: invoiceStates[invoice.state][language] });
  const mayDraft = useReason('invoice.draft');
  const mayPost = useReason('invoice.post', notNow('post'));
  const mayVoid = useReason('invoice.post', notNow('void'));
  const mayCredit = useReason('invoice.post', notNow('credit'));
  const mayPay = useReason('payment.record', notNow('pay'));
  const profile = useFirmApi('getFirm', {}, { staleTime: 60_000 });
  const isDraft = invoice.state === 'draft';
  const number = invoice.number ?? t('draft');
  const overdue = allows<string>(invoiceCan.pay, invoice.state) && invoice.dueDate < today();

  const postNow = async () => {
    const answer = await post.send({ params });
    if (answer) say(words('posted', { number: answer.body.number ?? '' }));
  };
  const voidNow = async (date: string) => {
    if (!(await voiding.send({ params, body: { date } }))) return;
    setOpen(undefined);
    say(words('voided', { number }));
  };
  const discardNow = async () => {
    if (!(await discard.send({ params }))) return;
    say(words('discarded'));
    await navigate(splitHref(paths.invoices()));
  };

  const draftActs = (
    <>
      <Button reason={mayDraft} onClick={() => setOpen('discard')}>
        {words('discard')}
      </Button>
      {mayDraft === undefined && <ButtonLink href={paths.editInvoice(invoice.id)}>{common('edit')}</ButtonLink>}
      <Button kind="primary" reason={mayPost} busy={post.pending} onClick={() => void postNow()}>
        {t('post')}
      </Button>
    </>
  );
  const postedActs = (
    <>
      <ButtonLink href={paths.printInvoice(invoice.id)} icon="print">
        {t('print')}
      </ButtonLink>
      <Button reason={mayVoid} onClick={() => setOpen('void')}>
        {words('void')}
      </Button>
      <Button reason={mayCredit} onClick={() => setOpen('credit')}>
        {t('credit')}
      </Button>
      {mayPay === undefined ? (
        <ButtonLink href={paths.newPayment({ invoice: invoice.id })} kind="primary">
          {t('recordPayment')}
        </ButtonLink>
      ) : (
        <Button kind="primary" reason={mayPay}>
          {t('recordPayment')}
        </Button>
      )}
    </>
  );
  return (
    <Page
      title={invoice.number === null ? t('draftInvoice') : t('invoice', { number })}
      up={{ href: paths.invoices(), label: t('title') }}
      aside={<StateChip state={invoice.state} overdue={overdue} />}
      actions={isDraft ? draftActs : postedActs}
    >
      {profile.data && <NoTaxNumber invoice={invoice} firm={profile.data.body} />}
      <Problem problem={post.problem} retry={() => void postNow()} />
      {!isDraft && (
        <div className="cards">
          {(['total', 'paid', 'credited', 'due'] as const).map((figure) => (
            <div key={figure} className="card figure-card">
              <span className="muted">{t(figure)}</span>
              <span className="value">
                <Amount value={invoice[figure]} currency={invoice.currency} />
              </span>
            </div>
          ))}
        </div>
      )}
      <DocumentFacts document={invoice} />
      <DocumentTable document={invoice} />
      <Allocations title={words('settledBy')} allocations={invoice.allocations} />
      <LinkedRecords of={{ kind: 'invoice', id: invoice.id }} contact={invoice.contact.id} />
      <Trail events={invoice.events} />
      {open === 'void' && (
        <VoidDialog
          number={number}
          problem={voiding.problem}
          busy={voiding.pending}
          onVoid={(date) => void voidNow(date)}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'discard' && (
        <DiscardDialog problem={discard.problem} busy={discard.pending} onDiscard={() => void discardNow()} onClose={() => setOpen(undefined)} />
      )}
      {open === 'credit' && <CreditDialog invoice={invoice} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}
