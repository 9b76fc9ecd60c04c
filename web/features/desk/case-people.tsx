import { useState } from 'react';
import { levels, priorities } from '../../../domain/work/kinds/priority.ts';
import { isEnded } from '../../../domain/work/kinds/states.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { nameOf as contactName } from '../contacts/name-of.ts';
import { caseMessages } from './case-messages.ts';
import type { CaseInFull } from './case-page.tsx';
import { deskMessages } from './desk-messages.ts';
import { useQueues, useWorkers } from './use-desk.ts';

export function CasePeople({ one }: { readonly one: CaseInFull }) {
  const t = useMessages(caseMessages);
  const desk = useMessages(deskMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { user, paths } = useFirm();
  const { nameOf } = useQueues();
  const [assigning, setAssigning] = useState(false);
  const assign = useFirmSubmit('assignCase');
  const watch = useFirmSubmit('watchCase');
  const unwatch = useFirmSubmit('unwatchCase');
  const over = one.mergedInto !== null || isEnded(one.state) ? t('ended') : undefined;
  const mayAssign = useReason('case.work', over);
  const mayWatch = useReason('case.open', one.mergedInto === null ? undefined : t('wasMerged'));
  const watches = one.watchers.some(({ id }) => id === user.id);
  const params = { caseId: one.id };
  const rows = [
    [t('askedBy'), <bdi key="by">{one.requester.name}</bdi>],
    [t('assignedTo'), one.assignee ? <bdi key="to">{one.assignee.name}</bdi> : desk('nobody')],
    [t('queue'), nameOf(one.queue)],
    [
      t('priority'),
      `${priorities[one.priority][language]} (${t('matrix', { impact: levels[one.impact][language], urgency: levels[one.urgency][language] })})`,
    ],
    [
      t('contact'),
      one.contact && one.contactName && (
        <Link key="contact" href={paths.contact(one.contact)}>
          <bdi>{contactName(one.contactName, language)}</bdi>
        </Link>
      ),
    ],
    [t('watchers'), one.watchers.map(({ name }) => name).join(language === 'ar' ? '، ' : ', ')],
    [t('openedAt'), format.instant(one.openedAt)],
    [t('endedAt'), one.endedAt && format.instant(one.endedAt)],
  ] as const;
  return (
    <section className="card stack" aria-label={t('people')}>
      <h2>{t('people')}</h2>
      <Problem problem={assign.problem ?? watch.problem ?? unwatch.problem} />
      <dl className="pairs">
        {rows.map(
          ([label, value]) =>
            value && (
              <div key={label} style={{ display: 'contents' }}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <div className="row">
        {one.assignee?.id !== user.id && (
          <Button
            size="small"
            reason={mayAssign}
            busy={assign.pending}
            onClick={() => void assign.send({ params, body: { assignee: user.id as never, from: one.assignee?.id ?? null } })}
          >
            {t('takeIt')}
          </Button>
        )}
        <Button size="small" reason={mayAssign} onClick={() => setAssigning(true)}>
          {t('give')}
        </Button>
        {watches ? (
          <Button size="small" reason={mayWatch} busy={unwatch.pending} onClick={() => void unwatch.send({ params })}>
            {t('unwatch')}
          </Button>
        ) : (
          <Button size="small" reason={mayWatch} busy={watch.pending} onClick={() => void watch.send({ params })}>
            {t('watch')}
          </Button>
        )}
      </div>
      {assigning && <AssignDialog one={one} onClose={() => setAssigning(false)} />}
    </section>
  );
}

/** Refused where somebody else has taken the case meanwhile. */
function AssignDialog({ one, onClose }: { readonly one: CaseInFull; readonly onClose: () => void }) {
  const t = useMessages(caseMessages);
  const desk = useMessages(deskMessages);
  const common = useMessages(commonMessages);
  const { user } = useFirm();
  const workers = useWorkers();
  const { queues, nameOf } = useQueues();
  const assign = useFirmSubmit('assignCase');
  const [assignee, setAssignee] = useState<string>(one.assignee?.id ?? user.id);
  const [queue, setQueue] = useState(one.queue);
  const send = async () => {
    const chosen = workers.find(({ id }) => id === assignee)?.id ?? null;
    const body = { assignee: chosen, from: one.assignee?.id ?? null, ...(queue !== one.queue && { queue }) };
    if (await assign.send({ params: { caseId: one.id }, body })) onClose();
  };
  return (
    <Dialog title={t('give')} onClose={onClose}>
      <Form problem={assign.problem} onSubmit={() => void send()}>
        <SelectField
          label={desk('toWhom')}
          value={assignee}
          onChange={setAssignee}
          pointer="/assignee"
          choices={[
            ...workers.map(({ id, name }) => ({ value: id as string, label: id === user.id ? desk('me', { name }) : name })),
            { value: '', label: desk('backToQueue') },
          ]}
        />
        <SelectField
          label={t('queue')}
          value={queue}
          onChange={setQueue}
          pointer="/queue"
          choices={queues.filter(({ archived, code }) => !archived || code === one.queue).map(({ code }) => ({ value: code, label: nameOf(code) }))}
        />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" busy={assign.pending}>
            {t('give')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
