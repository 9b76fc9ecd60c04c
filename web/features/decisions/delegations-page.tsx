import { useState } from 'react';
import { may } from '../../../domain/firms/permissions.ts';
import { addDays } from '../../../domain/kernel/dates.ts';
import { useFirmList } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { delegationMessages } from './decision-messages.ts';

type Delegation = RowOf<'listDelegations'>;
const USUAL_DAYS = 14;

/** Who stands in for whom. */
export default function DelegationsPage() {
  const t = useMessages(delegationMessages);
  const delegations = useFirmList('listDelegations', {});
  const mayName = useReason('decision.decide');
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Delegation | undefined>(undefined);
  const add = (
    <Button kind="primary" icon="plus" reason={mayName} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={add}>
      <p className="muted">{t('about')}</p>
      <Problem problem={delegations.problem} retry={delegations.retry} />
      {delegations.pending && <Skeleton lines={3} height={46} />}
      {!delegations.pending && !delegations.problem && delegations.rows.length === 0 && <EmptyState title={t('none')} />}
      {delegations.rows.length > 0 && <DelegationTable delegations={delegations.rows} onEnd={setEnding} />}
      {adding && <AddDialog onClose={() => setAdding(false)} />}
      {ending && <EndDialog delegation={ending} onClose={() => setEnding(undefined)} />}
    </Page>
  );
}

function DelegationTable({ delegations, onEnd }: { readonly delegations: readonly Delegation[]; readonly onEnd: (delegation: Delegation) => void }) {
  const t = useMessages(delegationMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { user, role, today } = useFirm();
  const stateOf = ({ active, from }: Delegation) => (active ? 'active' : from > today() ? 'later' : 'over');
  const nameOf = (person: Delegation['to']) => (
    <>
      <bdi>{person.name}</bdi> {person.id === user.id && <Chip tone="info">{t('you')}</Chip>}
    </>
  );
  return (
    <Scrolls label={t('title')}>
      <table className="table stacks">
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            <th scope="col">{t('to')}</th>
            <th scope="col">{t('from')}</th>
            <th scope="col">{t('until')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">
              <span className="visually-hidden">{common('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {delegations.map((delegation) => (
            <tr key={delegation.id}>
              <th scope="row">{nameOf(delegation.person)}</th>
              <td>{nameOf(delegation.to)}</td>
              <td>{format.date(delegation.from)}</td>
              <td>{format.date(delegation.until)}</td>
              <td>
                <Chip tone={delegation.active ? 'good' : 'plain'}>{t(stateOf(delegation))}</Chip>
              </td>
              <td className="actions">
                <Button
                  kind="quiet"
                  size="small"
                  reason={delegation.person.id === user.id || role === 'owner' ? undefined : t('notYours')}
                  aria-label={t('endNamed', { name: delegation.to.name })}
                  onClick={() => onEnd(delegation)}
                >
                  {t('end')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
}

function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(delegationMessages);
  const common = useMessages(commonMessages);
  const say = useToast();
  const { owner, user, today } = useFirm();
  const members = useFirmList('listMembers', {});
  const draft = useDraft<{ to: string; from: string; until: string }>(owner, 'delegation/1', () => ({
    to: '',
    from: today(),
    until: addDays(today(), USUAL_DAYS),
  }));
  const add = useFirmSubmit('addDelegation', { keeper: draft });
  const { value, set } = draft;
  const others = members.rows.filter((member) => member.user !== user.id && may(member.role, 'decision.decide'));
  const send = async () => {
    const answer = await add.send({ body: { to: value.to, from: value.from, until: value.until } });
    if (!answer) return;
    draft.discard();
    say(t('added', { name: answer.body.to.name }));
    onClose();
  };
  return (
    <Dialog title={t('add')} onClose={onClose}>
      <Form problem={add.problem} onSubmit={() => void send()} draft={draft}>
        <SelectField
          label={t('to')}
          value={value.to}
          onChange={(to) => set({ to })}
          prompt={t('choose')}
          pointer="/to"
          choices={others.map((member) => ({ value: member.user as string, label: member.name }))}
        />
        <div className="columns">
          <DateField label={t('from')} value={value.from} onChange={(from) => set({ from })} pointer="/from" />
          <DateField label={t('until')} value={value.until} onChange={(until) => set({ until })} pointer="/until" min={today()} />
        </div>
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" busy={add.pending} reason={value.to === '' ? t('chooseFirst') : undefined}>
            {t('add')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

function EndDialog({ delegation, onClose }: { readonly delegation: Delegation; readonly onClose: () => void }) {
  const t = useMessages(delegationMessages);
  const common = useMessages(commonMessages);
  const say = useToast();
  const end = useFirmSubmit('endDelegation');
  const send = async () => {
    if (!(await end.send({ params: { delegationId: delegation.id } }))) return;
    say(t('ended'));
    onClose();
  };
  return (
    <Dialog title={t('endTitle', { name: delegation.to.name })} onClose={onClose} alert>
      <p>{t('endHint')}</p>
      <Problem problem={end.problem} retry={() => void send()} />
      <div className="footer">
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button kind="danger" busy={end.pending} onClick={() => void send()}>
          {t('end')}
        </Button>
      </div>
    </Dialog>
  );
}
