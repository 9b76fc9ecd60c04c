import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { DecideForm } from './decide-form.tsx';
import { DecisionChip } from './decision-chip.tsx';
import { decisionMessages } from './decision-messages.ts';
import { DecisionSteps, MadeDecisions } from './decision-steps.tsx';
import { MaterialTable } from './material-table.tsx';
import { ReceiptCard } from './receipt-card.tsx';
import { useMailLink } from './use-mail-link.ts';

export default function DecisionPage() {
  const t = useMessages(decisionMessages);
  const { decisionRequestId = '' } = useParams({ strict: false }) as { decisionRequestId?: string };
  const { paths } = useFirm();
  const link = useMailLink();
  const read = useFirmApi('getDecisionRequest', { params: { decisionRequestId } });
  if (read.data) return <DecisionInFull request={read.data.body} link={link} />;
  return (
    <Page title={t('title')} up={{ href: paths.decisions(), label: t('title') }}>
      {read.error ? <Problem problem={read.error} retry={() => void read.refetch()} /> : <Skeleton lines={3} height={120} />}
    </Page>
  );
}

function DecisionInFull({ request, link }: { readonly request: Output<'getDecisionRequest'>; readonly link: ReturnType<typeof useMailLink> }) {
  const t = useMessages(decisionMessages);
  const { paths } = useFirm();
  const [withdrawing, setWithdrawing] = useState(false);
  const mayWithdraw = useReason('decision.request', request.mine.withdraw.reason ?? undefined);
  const isOpen = request.state === 'pending';
  return (
    <Page
      title={request.subject.title}
      up={{ href: paths.decisions(), label: t('title') }}
      aside={<DecisionChip state={request.state} />}
      actions={
        isOpen && (
          <Button reason={mayWithdraw} onClick={() => setWithdrawing(true)}>
            {t('withdraw')}
          </Button>
        )
      }
    >
      {request.because === 'material-edit' && <Notice tone="warn">{t('becauseEdit')}</Notice>}
      {request.because === 'subject-ended' && <Notice>{t('becauseEnded')}</Notice>}
      <Facts request={request} />
      <MaterialTable material={request.material} />
      <DecideForm request={request} link={link} />
      <DecisionSteps steps={request.steps} />
      <MadeDecisions decisions={request.decisions} />
      {request.hasReceipt && <ReceiptCard request={request.id} version={request.version} digest={request.digest} />}
      {withdrawing && <WithdrawDialog request={request.id} onClose={() => setWithdrawing(false)} />}
    </Page>
  );
}

function Facts({ request }: { readonly request: Output<'getDecisionRequest'> }) {
  const t = useMessages(decisionMessages);
  const format = useFormat();
  const { paths, may } = useFirm();
  const { subject } = request;
  const about = t('caseNumber', { number: subject.number ?? 0 });
  return (
    <dl className="card pairs">
      <dt>{t('subject')}</dt>
      <dd>{may('case.read') ? <Link href={paths.case(subject.id)}>{about}</Link> : about}</dd>
      <dt>{t('requestedBy')}</dt>
      <dd>
        <bdi>{request.requestedBy.name}</bdi> <span className="muted">{format.instant(request.requestedAt)}</span>
      </dd>
      {request.note && <dt>{t('note')}</dt>}
      {request.note && (
        <dd style={{ whiteSpace: 'pre-wrap' }}>
          <bdi>{request.note}</bdi>
        </dd>
      )}
      <dt>{request.settledAt ? t('settled') : t('expires')}</dt>
      <dd>{format.instant(request.settledAt ?? request.expiresAt)}</dd>
    </dl>
  );
}

function WithdrawDialog({ request, onClose }: { readonly request: string; readonly onClose: () => void }) {
  const t = useMessages(decisionMessages);
  const common = useMessages(commonMessages);
  const say = useToast();
  const withdraw = useFirmSubmit('withdrawDecisionRequest');
  const send = async () => {
    if (!(await withdraw.send({ params: { decisionRequestId: request } }))) return;
    say(t('withdrawn'));
    onClose();
  };
  return (
    <Dialog title={t('withdrawTitle')} onClose={onClose} alert>
      <p>{t('withdrawHint')}</p>
      <Problem problem={withdraw.problem} retry={() => void send()} />
      <div className="footer">
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button kind="danger" busy={withdraw.pending} onClick={() => void send()}>
          {t('withdraw')}
        </Button>
      </div>
    </Dialog>
  );
}
