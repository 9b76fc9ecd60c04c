import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { leaverLineKinds } from '../../../domain/it/access/leaver.ts';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import type { FirmPaths, Href } from '../../path-builder.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { ButtonLink, Link } from '../../ui/link.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { accessMessages } from './access-messages.ts';

type Leaver = Output<'getLeaver'>;
type Line = Leaver['lines'][number];

/** Where what a line is about is settled. */
function placeOf({ kind, ref, within }: Line, paths: FirmPaths, person: string): Href | undefined {
  switch (kind) {
    case 'asset':
      return paths.asset(ref);
    case 'hand-over':
      return paths.handOver(ref);
    case 'seat':
      return within ? paths.licence(within) : undefined;
    case 'access':
      return paths.access({ person });
    case 'case':
      return paths.case(ref);
    case 'delegation':
      return paths.delegations();
    case 'approval':
      return paths.decision(ref);
  }
}

/** All that a leaver has, and what shows that each of it is settled. */
export default function LeaverPage() {
  const t = useMessages(accessMessages);
  const format = useFormat();
  const { caseId = '' } = useParams({ strict: false }) as { caseId?: string };
  const { paths, may } = useFirm();
  const say = useToast();
  const mayManage = useReason('access.manage');
  const read = useFirmApi('getLeaver', { params: { leaverId: caseId } });
  const close = useFirmSubmit('closeLeaver');
  const one = read.data?.body;
  const up = { href: paths.leavers(), label: t('leavers') };
  if (!one)
    return (
      <Page title={t('leavers')} up={up}>
        {read.error ? <Problem problem={read.error} retry={() => void read.refetch()} /> : <Skeleton lines={5} height={44} />}
      </Page>
    );
  const reason = mayManage ?? (one.openLines > 0 ? t('linesOpen', { count: one.openLines }) : undefined);
  const send = async () => {
    if (await close.send({ params: { leaverId: caseId } })) say(t('clearanceClosed'));
    // A refusal may have written new lines down.
    else void read.refetch();
  };
  return (
    <Page
      title={t('leaver', { name: one.person.name })}
      up={up}
      aside={<Chip tone={one.state === 'open' ? 'warn' : one.state === 'closed' ? 'good' : 'plain'}>{t(one.state)}</Chip>}
      actions={
        <>
          <ButtonLink href={paths.case(one.id)}>{t('caseNumber', { number: format.number(one.number) })}</ButtonLink>
          {one.state === 'open' && (
            <Button kind="primary" reason={reason} busy={close.pending} onClick={() => void send()}>
              {t('closeClearance')}
            </Button>
          )}
        </>
      }
    >
      <Problem problem={close.problem} />
      <p className="muted">
        {t('lastDay')}: {format.date(one.lastDay)} · {t('progress', { done: one.lineCount - one.openLines, count: one.lineCount })}
      </p>
      {one.state === 'closed' && one.isMember && (
        <Notice tone="warn" action={may('member.manage') && <ButtonLink href={paths.members()}>{t('removeMember')}</ButtonLink>}>
          {t('stillMember', { name: one.person.name })}
        </Notice>
      )}
      {one.lineCount === 0 ? <p className="muted">{t('nothingLeft')}</p> : <Lines one={one} />}
    </Page>
  );
}

function Lines({ one }: { readonly one: Leaver }) {
  const t = useMessages(accessMessages);
  const { language } = useLanguage();
  const format = useFormat();
  const { paths, role } = useFirm();
  const mayManage = useReason('access.manage');
  const ownerOnly = mayManage ?? (role === 'owner' ? undefined : t('ownerWaives'));
  const [waiving, setWaiving] = useState<Line | undefined>(undefined);
  const close = useFirmSubmit('closeLeaverLine');
  const settle = (line: Line) => void (line.proof && close.send({ params: { leaverId: one.id, line: line.line }, body: { evidence: line.proof } }));
  return (
    <>
      <Problem problem={close.problem} />
      <Scrolls label={t('what')}>
        <table className="table stacks">
          <thead>
            <tr>
              <th scope="col">{t('what')}</th>
              <th scope="col">{t('kind')}</th>
              <th scope="col">{t('settled')}</th>
            </tr>
          </thead>
          <tbody>
            {one.lines.map((line) => {
              const href = placeOf(line, paths, one.person.user ?? one.person.name);
              return (
                <tr key={line.line}>
                  <th scope="row">
                    <bdi>{line.label}</bdi>
                  </th>
                  <td>{leaverLineKinds[line.kind][language]}</td>
                  <td className={line.closed || one.state !== 'open' ? undefined : 'actions'}>
                    {line.closed ? (
                      <>
                        <Chip tone="good">{t('settled')}</Chip> {line.closed.waiver && <bdi>{t('waived', { reason: line.closed.waiver })}</bdi>}{' '}
                        <span className="muted">
                          <bdi>{line.closed.by.name}</bdi> · {format.instant(line.closed.at)}
                        </span>{' '}
                        {line.closed.evidence?.startsWith('hov_') && <Link href={paths.handOver(line.closed.evidence)}>{t('evidence')}</Link>}
                      </>
                    ) : (
                      one.state === 'open' && (
                        <>
                          {line.proof ? (
                            <Button
                              size="small"
                              kind="primary"
                              reason={mayManage}
                              busy={close.pending}
                              aria-label={`${t('closeLine')}: ${line.label}`}
                              onClick={() => settle(line)}
                            >
                              {t('closeLine')}
                            </Button>
                          ) : (
                            href && (
                              <ButtonLink size="small" href={href} aria-label={`${t('settle')}: ${line.label}`}>
                                {t('settle')}
                              </ButtonLink>
                            )
                          )}
                          <Button
                            size="small"
                            kind="quiet"
                            reason={ownerOnly}
                            aria-label={t('waiveNamed', { label: line.label })}
                            onClick={() => setWaiving(line)}
                          >
                            {t('waive')}
                          </Button>
                        </>
                      )
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scrolls>
      {waiving && <WaiveDialog one={one} line={waiving} onClose={() => setWaiving(undefined)} />}
    </>
  );
}

function WaiveDialog({ one, line, onClose }: { readonly one: Leaver; readonly line: Line; readonly onClose: () => void }) {
  const t = useMessages(accessMessages);
  const common = useMessages(commonMessages);
  const [waiver, setWaiver] = useState('');
  const close = useFirmSubmit('closeLeaverLine');
  const missing = waiver.trim() === '' ? common('required') : undefined;
  const send = async () => {
    if (missing !== undefined) return;
    if (await close.send({ params: { leaverId: one.id, line: line.line }, body: { waiver: waiver.trim() } })) onClose();
  };
  return (
    <Dialog title={t('waiveNamed', { label: line.label })} onClose={onClose}>
      <Form problem={close.problem} onSubmit={() => void send()}>
        <TextArea label={t('reason')} value={waiver} onChange={setWaiver} pointer="/waiver" />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="danger" reason={missing} busy={close.pending}>
            {t('waive')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
