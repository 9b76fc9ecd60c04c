import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { allows, creditNoteCan, creditNoteStates } from '../../../domain/accounting/invoicing/states.ts';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Amount } from '../../ui/figure.tsx';
import { ButtonLink, Link, splitHref } from '../../ui/link.tsx';
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
import { AllocateDialog } from '../payments/allocate-dialog.tsx';
import { CreditNoteChip } from './credit-note-chip.tsx';
import { creditNoteMessages } from './credit-note-messages.ts';

export default function CreditNotePage() {
  const t = useMessages(creditNoteMessages);
  const { creditNoteId = '' } = useParams({ strict: false }) as { creditNoteId?: string };
  const { paths } = useFirm();
  const read = useFirmApi('getCreditNote', { params: { creditNoteId } });
  if (read.data) return <CreditNoteInFull note={read.data.body} />;
  return (
    <Page title={t('title')} up={{ href: paths.creditNotes(), label: t('title') }}>
      {read.error ? <Problem problem={read.error} retry={() => void read.refetch()} /> : <Skeleton lines={3} height={120} />}
    </Page>
  );
}

function CreditNoteInFull({ note }: { readonly note: Output<'getCreditNote'> }) {
  const t = useMessages(creditNoteMessages);
  const common = useMessages(commonMessages);
  const words = useMessages(documentMessages);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const say = useToast();
  const { paths } = useFirm();
  const [open, setOpen] = useState<'void' | 'discard' | 'allocate' | undefined>(undefined);
  const post = useFirmSubmit('postCreditNote');
  const voiding = useFirmSubmit('voidCreditNote');
  const discard = useFirmSubmit('discardCreditNote');
  const allocate = useFirmSubmit('allocateCreditNote');
  const params = { creditNoteId: note.id };
  const notNow = (act: keyof typeof creditNoteCan) =>
    allows<string>(creditNoteCan[act], note.state) ? undefined : words('notNow', { state: creditNoteStates[note.state][language] });
  const mayDraft = useReason('invoice.draft');
  const mayPost = useReason('invoice.post', notNow('post'));
  const mayVoid = useReason('invoice.post', notNow('void'));
  const mayAllocate = useReason('payment.record', notNow('allocate'));
  const isDraft = note.state === 'draft';
  const number = note.number ?? '';

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
    await navigate(splitHref(paths.creditNotes()));
  };
  return (
    <Page
      title={isDraft ? t('draftCreditNote') : t('creditNote', { number })}
      up={{ href: paths.creditNotes(), label: t('title') }}
      aside={<CreditNoteChip state={note.state} />}
      actions={
        isDraft ? (
          <>
            <Button reason={mayDraft} onClick={() => setOpen('discard')}>
              {words('discard')}
            </Button>
            {mayDraft === undefined && <ButtonLink href={paths.editCreditNote(note.id)}>{common('edit')}</ButtonLink>}
            <Button kind="primary" reason={mayPost} busy={post.pending} onClick={() => void postNow()}>
              {t('post')}
            </Button>
          </>
        ) : (
          <>
            <Button icon="print" onClick={() => window.print()}>
              {common('print')}
            </Button>
            <Button reason={mayVoid} onClick={() => setOpen('void')}>
              {words('void')}
            </Button>
            {mayAllocate === undefined && (
              <ButtonLink href={paths.newPayment({ contact: note.contact.id, direction: 'out' })}>{t('refund')}</ButtonLink>
            )}
            <Button kind="primary" reason={mayAllocate} onClick={() => setOpen('allocate')}>
              {t('allocate')}
            </Button>
          </>
        )
      }
    >
      <Problem problem={post.problem} retry={() => void postNow()} />
      {!isDraft && (
        <div className="cards">
          {(['total', 'allocated', 'unallocated'] as const).map((figure) => (
            <div key={figure} className="card figure-card">
              <span className="muted">{t(figure)}</span>
              <span className="value">
                <Amount value={note[figure]} currency={note.currency} />
              </span>
            </div>
          ))}
        </div>
      )}
      {note.invoice && (
        <p>
          {t('ofInvoice')}{' '}
          <Link href={paths.invoice(note.invoice.id)}>
            <bdi>{note.invoice.number}</bdi>
          </Link>
        </p>
      )}
      <DocumentFacts document={note} />
      <DocumentTable document={note} />
      <Allocations title={words('settles')} allocations={note.allocations} />
      <Trail events={note.events} />
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
      {open === 'allocate' && (
        <AllocateDialog
          title={t('allocate')}
          contact={note.contact.id}
          currency={note.currency}
          available={note.unallocated}
          settles="invoices"
          problem={allocate.problem}
          busy={allocate.pending}
          onAllocate={(date, allocations) =>
            void allocate.send({ params, body: { date, allocations: [...allocations] } }).then((answer) => answer && setOpen(undefined))
          }
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  );
}
