import { roles } from '../../../domain/firms/permissions.ts';
import { useFirmList } from '../../api/queries.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { memberMessages } from './member-messages.ts';

const tones = { pending: 'warn', accepted: 'good', withdrawn: 'plain', expired: 'plain' } as const satisfies Record<string, Tone>;

export function Invitations() {
  const t = useMessages(memberMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const invitations = useFirmList('listInvitations', {});
  const withdraw = useFirmSubmit('withdrawInvitation');
  const mayManage = useReason('member.manage');
  return (
    <section className="stack" aria-label={t('invitations')}>
      <h2>{t('invitations')}</h2>
      <Problem problem={invitations.problem ?? withdraw.problem} retry={invitations.retry} />
      {!invitations.pending && invitations.rows.length === 0 && <p className="muted">{t('noInvitations')}</p>}
      {invitations.rows.length > 0 && (
        <Scrolls>
          <table className="table stacks">
            <thead>
              <tr>
                <th scope="col">{t('email')}</th>
                <th scope="col">{t('role')}</th>
                <th scope="col">{t('state')}</th>
                <th scope="col">{t('until')}</th>
                <th scope="col">
                  <span className="visually-hidden">{common('actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {invitations.rows.map((invitation) => (
                <tr key={invitation.id}>
                  <th scope="row">
                    <bdi>{invitation.email}</bdi>
                  </th>
                  <td>{roles[invitation.role][language]}</td>
                  <td>
                    <Chip tone={tones[invitation.state]}>{t(invitation.state)}</Chip>
                  </td>
                  <td>{format.date(invitation.expiresAt.slice(0, 10))}</td>
                  <td className="actions">
                    {invitation.state === 'pending' && (
                      <Button
                        kind="quiet"
                        size="small"
                        reason={mayManage}
                        busy={withdraw.pending}
                        aria-label={t('withdrawNamed', { email: invitation.email })}
                        onClick={() => void withdraw.send({ params: { invitationId: invitation.id } })}
                      >
                        {t('withdraw')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
      )}
    </section>
  );
}
