import { useState } from 'react';
import { isEnded } from '../../../domain/work/kinds/states.ts';
import { useFirmApi } from '../../api/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { AskDialog } from './ask-dialog.tsx';
import { DecideForm } from './decide-form.tsx';
import { DecisionChip } from './decision-chip.tsx';
import { decisionMessages } from './decision-messages.ts';

/** The decisions about a case, on its page: how the latest stands, deciding it, asking for one, and those before it. */
export function CaseDecisions({ caseId }: { readonly caseId: string }) {
  const t = useMessages(decisionMessages);
  const { may } = useFirm();
  const one = useFirmApi('getCase', { params: { caseId } });
  const requests = useFirmApi('listDecisionRequests', { query: { case: caseId } }, { enabled: may('decision.read') });
  const [asking, setAsking] = useState(false);
  const found = one.data?.body;
  const state = found?.approval?.state;
  const notNow =
    state === 'pending' ? t('isPending') : state === 'approved' ? t('isApproved') : found && isEnded(found.state) ? t('isOver') : undefined;
  const mayAsk = useReason('decision.request', notNow);
  if (!may('decision.read')) return null;
  const [latest, ...earlier] = requests.data?.body.data ?? [];
  return (
    <section className="card stack" aria-label={t('approval')}>
      <div className="row spread">
        <h2>{t('approval')}</h2>
        {found && (
          <Button size="small" reason={mayAsk} onClick={() => setAsking(true)}>
            {t('ask')}
          </Button>
        )}
      </div>
      <Problem problem={requests.error ?? undefined} retry={() => void requests.refetch()} />
      {requests.isPending && <Skeleton lines={1} height={40} />}
      {requests.data && !latest && <p className="muted">{found?.needsApproval ? t('approvalNeeded') : t('approvalNone')}</p>}
      {latest && <LatestRequest id={latest.id} />}
      {earlier.length > 0 && (
        <details>
          <summary>{t('earlier')}</summary>
          <ul className="plain-list">
            {earlier.map((request) => (
              <EarlierRequest key={request.id} {...request} />
            ))}
          </ul>
        </details>
      )}
      {asking && found && <AskDialog caseId={caseId} byPolicy={found.needsApproval} onClose={() => setAsking(false)} />}
    </section>
  );
}

function LatestRequest({ id }: { readonly id: string }) {
  const t = useMessages(decisionMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths } = useFirm();
  const read = useFirmApi('getDecisionRequest', { params: { decisionRequestId: id } });
  const request = read.data?.body;
  if (!request) return read.error ? <Problem problem={read.error} retry={() => void read.refetch()} /> : <Skeleton lines={1} height={40} />;
  const waiting = request.waitingFor.map(({ name }) => name).join(language === 'ar' ? '، ' : ', ');
  return (
    <>
      <div className="row">
        <DecisionChip state={request.state} />
        {request.state === 'pending' && (
          <span>
            {t('waitingFor')}: <bdi>{waiting}</bdi>
          </span>
        )}
        <span className="muted">{format.instant(request.settledAt ?? request.requestedAt)}</span>
        <Link href={paths.decision(request.id)}>{t('open')}</Link>
      </div>
      {request.because === 'material-edit' && <p className="muted">{t('becauseEdit')}</p>}
      {request.mine.decide.some(({ allowed }) => allowed) && <DecideForm request={request} />}
    </>
  );
}

function EarlierRequest({
  id,
  state,
  requestedAt,
}: {
  readonly id: string;
  readonly state: Parameters<typeof DecisionChip>[0]['state'];
  readonly requestedAt: string;
}) {
  const t = useMessages(decisionMessages);
  const format = useFormat();
  const { paths } = useFirm();
  return (
    <li className="row">
      <DecisionChip state={state} />
      <Link href={paths.decision(id)} aria-label={`${t('open')}: ${format.instant(requestedAt)}`}>
        {format.instant(requestedAt)}
      </Link>
    </li>
  );
}
