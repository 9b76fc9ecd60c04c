import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { disposalStates } from '../../../domain/records/retention/dispose.ts';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { recordMessages } from './record-messages.ts';
import './records.css';

type Disposal = Output<'getDisposal'>;
const CARRIED_OUT_MS = 700;

/** One disposal: put forward by one, decided by another, and its certificate once it is carried out. */
export default function DisposalPage() {
  const t = useMessages(recordMessages);
  const { language } = useLanguage();
  const format = useFormat();
  const { disposalId = '' } = useParams({ strict: false }) as { disposalId?: string };
  const { paths } = useFirm();
  const [waits, setWaits] = useState(true);
  const read = useFirmApi('getDisposal', { params: { disposalId } }, { refetchInterval: waits ? CARRIED_OUT_MS : false });
  const disposal = read.data?.body;
  const isUnderWay = disposal?.state === 'approved';
  if (isUnderWay !== waits) setWaits(isUnderWay);
  const up = { href: paths.disposals(), label: t('disposal') };
  if (!disposal)
    return (
      <Page title={t('disposal')} up={up}>
        {read.error ? <Problem problem={read.error} retry={() => void read.refetch()} /> : <Skeleton lines={4} height={60} />}
      </Page>
    );
  return (
    <Page
      title={disposal.state === 'done' ? t('certificate') : t('disposal')}
      up={up}
      aside={<Chip tone={disposal.state === 'proposed' ? 'warn' : 'plain'}>{disposalStates[disposal.state][language]}</Chip>}
      actions={
        disposal.state === 'proposed' ? (
          <Decide disposal={disposal} />
        ) : disposal.state === 'done' ? (
          <Button kind="primary" icon="print" onClick={() => window.print()}>
            {t('print')}
          </Button>
        ) : undefined
      }
    >
      {disposal.state === 'done' && <Certificate disposalId={disposal.id} />}
      <section className={disposal.state === 'done' ? 'card stack no-print' : 'card stack'} aria-label={t('records')}>
        <p>
          {t('reason')}: <bdi>{disposal.reason}</bdi>
        </p>
        <p className="muted">
          {t('proposed')}: <bdi>{disposal.proposed.by.name}</bdi> · {format.instant(disposal.proposed.at)}
          {disposal.decided && (
            <>
              {' — '}
              {t('decided')}: <bdi>{disposal.decided.by.name}</bdi> · {format.instant(disposal.decided.at)}
            </>
          )}
        </p>
        {disposal.decided?.reason && (
          <p>
            <bdi>{disposal.decided.reason}</bdi>
          </p>
        )}
        <ul className="plain-list">
          {disposal.lines.map((line) => (
            <li key={line.record} className="row">
              <Link href={paths.record(line.record)}>
                <bdi>{line.title ?? t('disposedTitle')}</bdi>
              </Link>
              {line.outcome === 'disposed' && <Chip>{t('wentAway')}</Chip>}
              {line.outcome === 'kept' && <Chip tone="warn">{t('stayed')}</Chip>}
              {line.why && <span className="muted">{line.why}</span>}
            </li>
          ))}
        </ul>
        {disposal.hidden > 0 && <p className="muted">{t('hidden', { count: disposal.hidden })}</p>}
      </section>
    </Page>
  );
}

function Decide({ disposal }: { readonly disposal: Disposal }) {
  const t = useMessages(recordMessages);
  const mayDispose = useReason('record.dispose');
  const { user } = useFirm();
  const [asked, setAsked] = useState<'approve' | 'reject' | undefined>(undefined);
  const withdraw = useFirmSubmit('withdrawDisposal');
  const isOwn = disposal.proposed.by.id === user.id;
  return (
    <>
      <Problem problem={withdraw.problem} />
      {isOwn && (
        <Button busy={withdraw.pending} reason={mayDispose} onClick={() => void withdraw.send({ params: { disposalId: disposal.id }, body: {} })}>
          {t('withdraw')}
        </Button>
      )}
      <Button reason={mayDispose ?? (isOwn ? t('samePerson') : undefined)} onClick={() => setAsked('reject')}>
        {t('reject')}
      </Button>
      <Button kind="danger" reason={mayDispose ?? (isOwn ? t('samePerson') : undefined)} onClick={() => setAsked('approve')}>
        {t('approve')}
      </Button>
      {asked === 'approve' && <ApproveDialog disposal={disposal} onClose={() => setAsked(undefined)} />}
      {asked === 'reject' && <RejectDialog disposal={disposal} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function ApproveDialog({ disposal, onClose }: { readonly disposal: Disposal; readonly onClose: () => void }) {
  const t = useMessages(recordMessages);
  const common = useMessages(commonMessages);
  const approve = useFirmSubmit('approveDisposal');
  const send = async () => {
    if (await approve.send({ params: { disposalId: disposal.id } })) onClose();
  };
  return (
    <Dialog title={t('approveTitle')} onClose={onClose} alert>
      <p>{t('approveHint')}</p>
      <Problem problem={approve.problem} retry={() => void send()} />
      <div className="footer">
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button kind="danger" busy={approve.pending} onClick={() => void send()}>
          {t('approve')}
        </Button>
      </div>
    </Dialog>
  );
}

function RejectDialog({ disposal, onClose }: { readonly disposal: Disposal; readonly onClose: () => void }) {
  const t = useMessages(recordMessages);
  const common = useMessages(commonMessages);
  const [reason, setReason] = useState('');
  const reject = useFirmSubmit('rejectDisposal');
  const send = async () => {
    if (await reject.send({ params: { disposalId: disposal.id }, body: { reason: reason.trim() } })) onClose();
  };
  return (
    <Dialog title={t('reject')} onClose={onClose}>
      <Form problem={reject.problem} onSubmit={() => void send()}>
        <TextField label={t('reason')} value={reason} onChange={setReason} pointer="/reason" required />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" busy={reject.pending}>
            {t('reject')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

function Certificate({ disposalId }: { readonly disposalId: string }) {
  const t = useMessages(recordMessages);
  const { language } = useLanguage();
  const format = useFormat();
  const read = useFirmApi('readCertificate', { params: { disposalId } });
  const certificate = read.data?.body;
  if (!certificate) return <Problem problem={read.error ?? undefined} />;
  return (
    <section className="card stack" aria-label={t('certificate')}>
      <h2>
        <bdi>{certificate.firm}</bdi>
      </h2>
      <p>{t('certificateText', { proposer: certificate.proposed.by.name, approver: certificate.approved.by.name })}</p>
      <p className="muted">
        <bdi className="code">{certificate.id}</bdi> · {format.instant(certificate.doneAt)}
      </p>
      <Scrolls label={t('certificate')}>
        <table className="table stacks">
          <thead>
            <tr>
              <th scope="col">{t('recordId')}</th>
              <th scope="col">{t('class')}</th>
              <th scope="col">{t('filed')}</th>
              <th scope="col">{t('keptUntil')}</th>
              <th scope="col">{t('gone')}</th>
              <th scope="col">{t('digest')}</th>
            </tr>
          </thead>
          <tbody>
            {certificate.records.map((record) => (
              <tr key={record.record}>
                <th scope="row">
                  <bdi className="code record-digest">{record.record}</bdi>
                </th>
                <td>{record.className[language]}</td>
                <td>{format.date(record.filedOn)}</td>
                <td>{record.retainUntil !== null && format.date(record.retainUntil)}</td>
                <td>{format.instant(record.disposedAt)}</td>
                <td>
                  {record.versions.map(({ id, sha256 }) => (
                    <div key={id} className="code record-digest">
                      {sha256}
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
      {certificate.hidden > 0 && <p className="muted">{t('hidden', { count: certificate.hidden })}</p>}
    </section>
  );
}
