import { may } from '../../../domain/firms/permissions.ts';
import { addDays } from '../../../domain/kernel/dates.ts';
import { useFirmList } from '../../api/queries.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckField, SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { decisionMessages } from './decision-messages.ts';

const needs = ['any', 'all', 'some'] as const;
const USUAL_DAYS = 14;

interface AskDialogProps {
  readonly caseId: string;
  /** The kind of the case says whom to ask; others are chosen here. */
  readonly byPolicy: boolean;
  readonly onClose: () => void;
}

/** Asks for a decision about a case. */
export function AskDialog({ caseId, byPolicy, onClose }: AskDialogProps) {
  const t = useMessages(decisionMessages);
  const common = useMessages(commonMessages);
  const say = useToast();
  const { owner, today, user } = useFirm();
  const members = useFirmList('listMembers', {}, { enabled: !byPolicy });
  const draft = useDraft<{ people: string[]; need: (typeof needs)[number]; atLeast: string; expiresOn: string; note: string }>(
    owner,
    `ask-decision/${caseId}`,
    () => ({ people: [], need: 'any', atLeast: '2', expiresOn: addDays(today(), USUAL_DAYS), note: '' }),
  );
  const ask = useFirmSubmit('askDecision', { keeper: draft });
  const { value, set } = draft;
  const others = members.rows.filter((member) => member.user !== user.id && may(member.role, 'decision.decide'));
  const send = async () => {
    const need = value.need === 'some' ? { atLeast: Number(value.atLeast) || 0 } : value.need;
    const answer = await ask.send({
      params: { caseId },
      body: {
        ...(!byPolicy && { steps: [{ need, people: value.people }] }),
        expiresOn: value.expiresOn,
        ...(value.note.trim() !== '' && { note: value.note.trim() }),
      },
    });
    if (!answer) return;
    draft.discard();
    say(t('asked'));
    onClose();
  };
  const toggle = (id: string, chosen: boolean) => set({ people: chosen ? [...value.people, id] : value.people.filter((one) => one !== id) });
  return (
    <Dialog title={t('ask')} onClose={onClose}>
      <Form problem={ask.problem} onSubmit={() => void send()}>
        {byPolicy ? (
          <Notice>{t('askPolicy')}</Notice>
        ) : (
          <>
            <fieldset className="stack">
              <legend>{t('people')}</legend>
              {others.map((member) => (
                <CheckField
                  key={member.user}
                  label={<bdi>{member.name}</bdi>}
                  checked={value.people.includes(member.user)}
                  onChange={(chosen) => toggle(member.user, chosen)}
                />
              ))}
            </fieldset>
            <SelectField
              label={t('need')}
              value={value.need}
              onChange={(need) => set({ need })}
              choices={needs.map((each) => ({ value: each, label: each === 'some' ? t('needOf') : t(each) }))}
            />
            {value.need === 'some' && (
              <TextField
                label={t('howMany')}
                value={value.atLeast}
                onChange={(atLeast) => set({ atLeast })}
                inputMode="numeric"
                pointer="/steps/0/need"
                latin
              />
            )}
          </>
        )}
        <DateField label={t('lastDay')} value={value.expiresOn} onChange={(expiresOn) => set({ expiresOn })} pointer="/expiresOn" min={today()} />
        <TextArea label={t('note')} optional value={value.note} onChange={(note) => set({ note })} pointer="/note" />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" busy={ask.pending} reason={!byPolicy && value.people.length === 0 ? t('choosePeople') : undefined}>
            {t('askNow')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
