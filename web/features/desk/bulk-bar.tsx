import { useState } from 'react';
import { caseStateNames, caseStates } from '../../../domain/work/kinds/states.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { deskMessages } from './desk-messages.ts';
import { type CaseRow, type CaseState, useQueues, useWorkers } from './use-desk.ts';

const MOST = 50;
type Act = 'assign' | 'move' | 'tag';
interface Refused {
  readonly row: CaseRow;
  readonly message: string;
}

interface BulkBarProps {
  readonly selected: readonly CaseRow[];
  readonly onDone: () => void;
  /** Cases that a key asked to assign. */
  readonly assigning: readonly CaseRow[] | undefined;
  readonly onAssigning: (rows: readonly CaseRow[] | undefined) => void;
}

/** What can be done to all that is selected. What was refused is named case by case, with why. */
export function BulkBar({ selected, onDone, assigning, onAssigning }: BulkBarProps) {
  const t = useMessages(deskMessages);
  const [act, setAct] = useState<Act | undefined>(undefined);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const rows = assigning ?? selected;
  const shown: Act | undefined = assigning ? 'assign' : act;
  const tooMany = selected.length > MOST ? t('tooMany', { maximum: MOST }) : undefined;
  const close = () => {
    setAct(undefined);
    onAssigning(undefined);
  };
  return (
    <>
      {refused.length > 0 && (
        <Notice tone="warn" action={<Button kind="quiet" icon="close" aria-label={t('clear')} onClick={() => setRefused([])} />}>
          <p className="strong">{t('someRefused', { count: refused.length })}</p>
          <ul>
            {refused.map(({ row, message }) => (
              <li key={row.id}>
                <span className="figure-inline">#{row.number}</span> <bdi>{row.title}</bdi>: {message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {selected.length > 0 && (
        <section className="bulk row" aria-label={t('selected', { count: selected.length })}>
          <span className="strong" role="status">
            {t('selected', { count: selected.length })}
          </span>
          <Button size="small" reason={tooMany} onClick={() => setAct('assign')}>
            {t('assign')}
          </Button>
          <Button size="small" reason={tooMany} onClick={() => setAct('move')}>
            {t('move')}
          </Button>
          <Button size="small" reason={tooMany} onClick={() => setAct('tag')}>
            {t('addTag')}
          </Button>
          <Button size="small" kind="quiet" onClick={onDone}>
            {t('unselect')}
          </Button>
        </section>
      )}
      {shown && rows.length > 0 && (
        <BulkDialog
          act={shown}
          rows={rows}
          onClose={close}
          onRefused={setRefused}
          onDone={() => {
            close();
            onDone();
          }}
        />
      )}
    </>
  );
}

interface BulkDialogProps {
  readonly act: Act;
  readonly rows: readonly CaseRow[];
  readonly onClose: () => void;
  readonly onRefused: (refused: readonly Refused[]) => void;
  readonly onDone: () => void;
}

function BulkDialog({ act, rows, onClose, onRefused, onDone }: BulkDialogProps) {
  const t = useMessages(deskMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const say = useToast();
  const { user } = useFirm();
  const workers = useWorkers();
  const { queues, nameOf } = useQueues();
  const bulk = useFirmSubmit('bulkCases');
  const [assignee, setAssignee] = useState(user.id);
  const [queue, setQueue] = useState('');
  const [to, setTo] = useState<CaseState>('open');
  const [reason, setReason] = useState('');
  const [tags, setTags] = useState('');
  const ids = rows.map(({ id }) => id);
  const added = tags
    .split(/[,،]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  const obstacle = act === 'tag' && added.length === 0 ? t('nothingChosen') : undefined;
  const send = async () => {
    if (obstacle !== undefined) return;
    const answer = await bulk.send({
      body:
        act === 'assign'
          ? { ids, act, assignee: assignee === '' ? null : assignee, ...(queue && { queue }) }
          : act === 'move'
            ? { ids, act, to, ...(reason.trim() && { reason: reason.trim() }) }
            : { ids, act, add: added },
    });
    if (!answer) return;
    const { results, done } = answer.body;
    onRefused(results.flatMap(({ id, message }) => (message === null ? [] : rows.filter((row) => row.id === id).map((row) => ({ row, message })))));
    say(t('allDone', { count: done }));
    onDone();
  };
  const count = rows.length;
  return (
    <Dialog
      title={act === 'assign' ? t('assignTitle', { count }) : act === 'move' ? t('moveTitle', { count }) : t('tagTitle', { count })}
      onClose={onClose}
    >
      <Form problem={bulk.problem} onSubmit={() => void send()}>
        {act === 'assign' && (
          <>
            <SelectField
              label={t('toWhom')}
              value={assignee}
              onChange={setAssignee}
              pointer="/assignee"
              choices={[
                ...workers.map(({ id, name }) => ({ value: id as string, label: id === user.id ? t('me', { name }) : name })),
                { value: '', label: t('backToQueue') },
              ]}
            />
            <SelectField
              label={t('otherQueue')}
              value={queue}
              onChange={setQueue}
              pointer="/queue"
              choices={[
                { value: '', label: t('sameQueue') },
                ...queues.filter(({ archived }) => !archived).map(({ code }) => ({ value: code as string, label: nameOf(code) })),
              ]}
            />
          </>
        )}
        {act === 'move' && (
          <>
            <SelectField
              label={t('moveTo')}
              value={to}
              onChange={setTo}
              pointer="/to"
              choices={caseStateNames.filter((state) => state !== 'new').map((value) => ({ value, label: caseStates[value][language] }))}
            />
            <TextField label={t('reason')} value={reason} onChange={setReason} pointer="/reason" optional />
          </>
        )}
        {act === 'tag' && <TextField label={t('tags')} hint={t('tagsHint')} value={tags} onChange={setTags} pointer="/add" />}
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" reason={obstacle} busy={bulk.pending}>
            {act === 'assign' ? t('assign') : act === 'move' ? t('move') : t('addTag')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
