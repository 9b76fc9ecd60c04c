import { useState } from 'react';
import { type GrantAct, type GrantState, grantActs, grantStates, mayGrant } from '../../../domain/it/access/access.ts';
import type { RowOf } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { accessMessages } from './access-messages.ts';

type Grant = RowOf<'listGrants'>;
const tones: Readonly<Record<GrantState, Tone>> = { requested: 'warn', approved: 'info', granted: 'good', revoked: 'plain' };

/** Grants, each with the acts that its state allows. */
export function GrantTable({
  rows,
  hasMore,
  loadMore,
}: {
  readonly rows: readonly Grant[];
  readonly hasMore: boolean;
  readonly loadMore: () => void;
}) {
  const t = useMessages(accessMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths } = useFirm();
  const say = useToast();
  const reason = useReason('access.manage');
  const [revoking, setRevoking] = useState<Grant | undefined>(undefined);
  const approve = useFirmSubmit('approveAccess');
  const grant = useFirmSubmit('grantAccess');
  const act = async (which: GrantAct, one: Grant) => {
    if (which === 'revoke') return setRevoking(one);
    const sending = { params: { grantId: one.id }, body: {} };
    if (await (which === 'approve' ? approve.send(sending) : grant.send(sending))) say(t('done'));
  };
  if (rows.length === 0) return <p className="muted">{t('noGrants')}</p>;
  return (
    <>
      <Problem problem={approve.problem ?? grant.problem} />
      <Scrolls label={t('grants')}>
        <table className="table stacks">
          <thead>
            <tr>
              <th scope="col">{t('person')}</th>
              <th scope="col">{t('system')}</th>
              <th scope="col">{t('level')}</th>
              <th scope="col">{t('state')}</th>
              <th scope="col">{t('until')}</th>
              <th scope="col">
                <span className="visually-hidden">{common('actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <bdi>{one.person.name}</bdi>
                </th>
                <td>
                  <bdi>{one.systemName}</bdi>
                </td>
                <td>
                  <bdi>{one.level}</bdi>
                </td>
                <td>
                  <Chip tone={tones[one.state]}>{grantStates[one.state][language]}</Chip> {one.expired && <Chip tone="bad">{t('ranOut')}</Chip>}{' '}
                  {one.case && <Link href={paths.case(one.case)}>{t('fromCase')}</Link>}
                </td>
                <td>{one.until ? format.date(one.until) : t('noEnd')}</td>
                <td className="actions">
                  {grantActs
                    .filter((which) => mayGrant(which, one.state))
                    .map((which) => (
                      <Button
                        key={which}
                        size="small"
                        reason={reason}
                        aria-label={t('actOn', { act: t(which), name: one.person.name, system: one.systemName })}
                        onClick={() => void act(which, one)}
                      >
                        {t(which)}
                      </Button>
                    ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
      {hasMore && <Button onClick={loadMore}>{common('more')}</Button>}
      {revoking && <RevokeDialog one={revoking} onClose={() => setRevoking(undefined)} />}
    </>
  );
}

function RevokeDialog({ one, onClose }: { readonly one: Grant; readonly onClose: () => void }) {
  const t = useMessages(accessMessages);
  const common = useMessages(commonMessages);
  const say = useToast();
  const [reason, setReason] = useState('');
  const revoke = useFirmSubmit('revokeAccess');
  const missing = reason.trim() === '' ? common('required') : undefined;
  const send = async () => {
    if (missing !== undefined || !(await revoke.send({ params: { grantId: one.id }, body: { reason: reason.trim() } }))) return;
    say(t('done'));
    onClose();
  };
  return (
    <Dialog title={t('actOn', { act: t('revoke'), name: one.person.name, system: one.systemName })} onClose={onClose}>
      <Form problem={revoke.problem} onSubmit={() => void send()}>
        <TextArea label={t('reason')} value={reason} onChange={setReason} pointer="/reason" />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="danger" reason={missing} busy={revoke.pending}>
            {t('revoke')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
