import { useState } from 'react';
import { activeStates } from '../../../domain/work/kinds/states.ts';
import { useFirmApi } from '../../api/queries.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { CheckField } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { deskMessages } from './desk-messages.ts';
import { DESK, type DeskView } from './desk-page.tsx';
import { useQueueCounts, useQueues } from './use-desk.ts';

interface DeskSideProps {
  readonly view: DeskView;
  readonly onView: (view: Partial<DeskView>) => void;
}

/** Queues with how much waits in each and how much of it is late, then the views that somebody saved. */
export function DeskSide({ view }: DeskSideProps) {
  const t = useMessages(deskMessages);
  const { paths } = useFirm();
  const { queues } = useQueues();
  const { nameOf } = useQueues();
  const counts = useQueueCounts();
  const countOf = (code: string) => {
    const found = counts.data?.body.data.find(({ queue }) => queue === code);
    return { open: found ? activeStates.reduce((sum, state) => sum + found.states[state], 0) : 0, late: found?.late ?? 0 };
  };
  const shown = queues.filter(({ code, archived }) => !archived || countOf(code).open > 0);
  const all = shown
    .map(({ code }) => countOf(code))
    .reduce((sum, { open, late }) => ({ open: sum.open + open, late: sum.late + late }), { open: 0, late: 0 });
  const place = (code: string, name: string, { open, late }: { open: number; late: number }) => (
    <li key={code}>
      <Link
        href={paths.cases({ ...(code && { queue: code }) })}
        className="queue"
        aria-current={view.queue === code ? 'page' : undefined}
        activeProps={NOTHING}
      >
        <span>{name}</span>
        <span className="counts">
          <span className="muted">{t('openCount', { count: open })}</span>
          {late > 0 && <Chip tone="bad">{t('lateCount', { count: late })}</Chip>}
        </span>
      </Link>
    </li>
  );
  return (
    <aside className="desk-side stack" aria-label={t('queues')}>
      <h2>{t('queues')}</h2>
      <Problem problem={counts.error ?? undefined} />
      <ul className="plain-list">
        {place('', t('allQueues'), all)}
        {shown.map(({ code }) => place(code, nameOf(code), countOf(code)))}
      </ul>
      <SavedViews view={view} />
    </aside>
  );
}
const NOTHING = {};

function SavedViews({ view }: { readonly view: DeskView }) {
  const t = useMessages(deskMessages);
  const { paths, may } = useFirm();
  const say = useToast();
  const views = useFirmApi('listSavedViews', {});
  const remove = useFirmSubmit('deleteSavedView');
  const [saving, setSaving] = useState(false);
  const saved = views.data?.body.data ?? [];
  return (
    <>
      <h2>{t('views')}</h2>
      <Problem problem={views.error ?? remove.problem} />
      <ul className="plain-list">
        {saved.map((one) => (
          <li key={one.id} className="saved-view">
            <Link href={paths.cases({ ...one.query, ...(!one.query.state && { state: 'any' }) })} className="queue" activeProps={NOTHING}>
              <bdi>{one.name}</bdi>
              {one.shared && <Chip>{t('shared')}</Chip>}
            </Link>
            {(one.mine || may('desk.manage')) && (
              <Button
                kind="quiet"
                size="small"
                icon="close"
                aria-label={t('deleteView', { name: one.name })}
                onClick={() => void remove.send({ params: { viewId: one.id } }).then((done) => done && say(t('deletedView', { name: one.name })))}
              />
            )}
          </li>
        ))}
      </ul>
      {may('case.work') && (
        <div>
          <Button size="small" icon="plus" onClick={() => setSaving(true)}>
            {t('saveView')}
          </Button>
        </div>
      )}
      {saving && <SaveView view={view} onClose={() => setSaving(false)} />}
    </>
  );
}

function SaveView({ view, onClose }: { readonly view: DeskView; readonly onClose: () => void }) {
  const t = useMessages(deskMessages);
  const common = useMessages(commonMessages);
  const say = useToast();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const add = useFirmSubmit('addSavedView');
  const query = Object.fromEntries(
    Object.keys(DESK).flatMap((member) => {
      const value = view[member as keyof DeskView];
      return value === '' || value === 'any' ? [] : [[member, value]];
    }),
  );
  const save = async () => {
    if (name.trim() === '') return;
    const answer = await add.send({ body: { name: name.trim(), shared, query } });
    if (!answer) return;
    say(t('viewSaved', { name: answer.body.name }));
    onClose();
  };
  return (
    <Dialog title={t('saveView')} onClose={onClose}>
      <Form problem={add.problem} onSubmit={() => void save()}>
        <TextField label={t('viewName')} value={name} onChange={setName} pointer="/name" autoComplete="off" required />
        <CheckField label={t('shareView')} hint={t('shareHint')} checked={shared} onChange={setShared} />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" reason={name.trim() === '' ? common('required') : undefined} busy={add.pending}>
            {common('save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
