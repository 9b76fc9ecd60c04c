import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { HandOverChip } from './asset-chip.tsx';
import { HandOverReceipt } from './hand-over-receipt.tsx';
import { itMessages } from './it-messages.ts';

type HandOver = Output<'getHandOver'>;

/** A hand-over as it is accepted, and as it is printed: on one sheet in both languages. */
export default function HandOverPage() {
  const t = useMessages(itMessages);
  const common = useMessages(commonMessages);
  const { handOverId = '' } = useParams({ strict: false }) as { handOverId?: string };
  const { paths, may, user } = useFirm();
  const read = useFirmApi('getHandOver', { params: { handOverId } });
  const one = read.data?.body;
  const title = one?.kind === 'return' ? t('return') : t('handOver');
  return (
    <Page
      title={title}
      up={{ href: paths.handOvers(), label: t('handOvers') }}
      aside={one && <HandOverChip state={one.state} />}
      actions={
        <Button icon="print" onClick={() => window.print()}>
          {common('print')}
        </Button>
      }
    >
      <Problem problem={read.error ?? undefined} retry={() => void read.refetch()} />
      {one ? (
        <>
          {one.state === 'pending' && one.holder.user === user.id && <Accept one={one} />}
          {one.state === 'pending' && one.holder.user === null && one.issuedBy.id === user.id && <AcceptFor one={one} />}
          {one.state === 'pending' && may('asset.manage') && <Withdraw one={one} />}
          <HandOverReceipt one={one} />
        </>
      ) : (
        !read.error && <Skeleton height={500} />
      )}
    </Page>
  );
}

function Accept({ one }: { readonly one: HandOver }) {
  const t = useMessages(itMessages);
  const say = useToast();
  const [declining, setDeclining] = useState(false);
  const accept = useFirmSubmit('acceptHandOver');
  const send = async () => {
    if (await accept.send({ params: { handOverId: one.id }, body: {} })) say(t('accepted'));
  };
  return (
    <section className="card stack no-print" aria-label={t('toAccept')}>
      <p>{t('acceptHint')}</p>
      <Problem problem={accept.problem} retry={() => void send()} />
      <div className="row">
        <Button kind="primary" size="large" icon="check" busy={accept.pending} onClick={() => void send()}>
          {t('accept')}
        </Button>
        <Button size="large" onClick={() => setDeclining(true)}>
          {t('decline')}
        </Button>
      </div>
      {declining && <DeclineDialog one={one} onClose={() => setDeclining(false)} />}
    </section>
  );
}

function DeclineDialog({ one, onClose }: { readonly one: HandOver; readonly onClose: () => void }) {
  const t = useMessages(itMessages);
  const common = useMessages(commonMessages);
  const say = useToast();
  const [reason, setReason] = useState('');
  const decline = useFirmSubmit('declineHandOver');
  const missing = reason.trim() === '' ? common('required') : undefined;
  const send = async () => {
    if (missing !== undefined || !(await decline.send({ params: { handOverId: one.id }, body: { reason: reason.trim() } }))) return;
    say(t('declined'));
    onClose();
  };
  return (
    <Dialog title={t('decline')} onClose={onClose}>
      <Form problem={decline.problem} onSubmit={() => void send()}>
        <TextArea label={t('reason')} value={reason} onChange={setReason} pointer="/reason" />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="danger" reason={missing} busy={decline.pending}>
            {t('decline')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

/** Somebody without an account accepts on the device of whoever hands over. */
function AcceptFor({ one }: { readonly one: HandOver }) {
  const t = useMessages(itMessages);
  const say = useToast();
  const [typed, setTyped] = useState('');
  const accept = useFirmSubmit('acceptHandOver');
  const missing = typed.trim() === '' ? t('mustType') : undefined;
  const send = async () => {
    if (missing === undefined && (await accept.send({ params: { handOverId: one.id }, body: { typedName: typed.trim() } }))) say(t('accepted'));
  };
  return (
    <section className="card no-print" aria-label={t('recordAcceptance')}>
      <Form problem={accept.problem} onSubmit={() => void send()}>
        <p>{t('acceptFor', { name: one.holder.name })}</p>
        <TextField label={t('typedName')} value={typed} onChange={setTyped} pointer="/typedName" autoComplete="off" />
        <div className="row">
          <Button type="submit" kind="primary" size="large" reason={missing} busy={accept.pending}>
            {t('recordAcceptance')}
          </Button>
        </div>
      </Form>
    </section>
  );
}

function Withdraw({ one }: { readonly one: HandOver }) {
  const t = useMessages(itMessages);
  const reason = useReason('asset.manage');
  const withdraw = useFirmSubmit('withdrawHandOver');
  return (
    <div className="row no-print">
      <Problem problem={withdraw.problem} />
      <Button reason={reason} busy={withdraw.pending} onClick={() => void withdraw.send({ params: { handOverId: one.id } })}>
        {t('withdraw')}
      </Button>
    </div>
  );
}
