import { useState } from 'react';
import { type Role, roleNames, roles } from '../../../domain/firms/permissions.ts';
import { useFirmList } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { Invitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { memberMessages } from './member-messages.ts';
import { RoleTable } from './role-table.tsx';

type Member = RowOf<'listMembers'>;

export default function MembersPage() {
  const t = useMessages(memberMessages);
  const members = useFirmList('listMembers', {});
  const mayManage = useReason('member.manage');
  const [inviting, setInviting] = useState(false);
  const [removing, setRemoving] = useState<Member | undefined>(undefined);
  return (
    <Page
      title={t('title')}
      actions={
        <Button kind="primary" icon="plus" reason={mayManage} onClick={() => setInviting(true)}>
          {t('invite')}
        </Button>
      }
    >
      <Problem problem={members.problem} retry={members.retry} />
      {members.pending ? <Skeleton lines={3} height={46} /> : <MemberTable members={members.rows} reason={mayManage} onRemove={setRemoving} />}
      <Invitations />
      <RoleTable />
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {removing && <RemoveDialog member={removing} onClose={() => setRemoving(undefined)} />}
    </Page>
  );
}

function MemberTable({
  members,
  reason,
  onRemove,
}: {
  readonly members: readonly Member[];
  readonly reason: string | undefined;
  readonly onRemove: (member: Member) => void;
}) {
  const t = useMessages(memberMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const say = useToast();
  const { user } = useFirm();
  const change = useFirmSubmit('changeRole');
  const setRole = async (member: Member, role: Role) => {
    if (await change.send({ params: { userId: member.user }, body: { role } }, `"${member.version}"`))
      say(t('changed', { name: member.name, role: roles[role][language] }));
  };
  return (
    <>
      <Problem problem={change.problem} />
      <Scrolls>
        <table className="table stacks">
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('email')}</th>
              <th scope="col" style={{ inlineSize: 190 }}>
                {t('role')}
              </th>
              <th scope="col">{t('joined')}</th>
              <th scope="col">
                <span className="visually-hidden">{common('actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.user}>
                <th scope="row">
                  <bdi>{member.name}</bdi> {member.user === user.id && <Chip tone="info">{t('you')}</Chip>}
                </th>
                <td>
                  <bdi>{member.email}</bdi>
                </td>
                <td>
                  {reason === undefined ? (
                    <SelectField
                      label={t('roleOf', { name: member.name })}
                      hideLabel
                      value={member.role}
                      onChange={(role) => void setRole(member, role)}
                      choices={roleNames.map((role) => ({ value: role, label: roles[role][language] }))}
                    />
                  ) : (
                    roles[member.role][language]
                  )}
                </td>
                <td>{format.date(member.joinedAt.slice(0, 10))}</td>
                <td className="actions">
                  <Button
                    kind="quiet"
                    size="small"
                    reason={reason}
                    aria-label={t('removeNamed', { name: member.name })}
                    onClick={() => onRemove(member)}
                  >
                    {t('remove')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </>
  );
}

function RemoveDialog({ member, onClose }: { readonly member: Member; readonly onClose: () => void }) {
  const t = useMessages(memberMessages);
  const common = useMessages(commonMessages);
  const say = useToast();
  const remove = useFirmSubmit('removeMember');
  const { name } = member;
  const send = async () => {
    if (!(await remove.send({ params: { userId: member.user } }))) return;
    say(t('removed', { name }));
    onClose();
  };
  return (
    <Dialog title={t('removeTitle', { name })} onClose={onClose} alert>
      <p>{t('removeHint', { name })}</p>
      <Problem problem={remove.problem} retry={() => void send()} />
      <div className="footer">
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button kind="danger" busy={remove.pending} onClick={() => void send()}>
          {t('remove')}
        </Button>
      </div>
    </Dialog>
  );
}
