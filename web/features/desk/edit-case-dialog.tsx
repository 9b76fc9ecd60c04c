import { levelNames, levels, priorities, priorityNames } from '../../../domain/work/kinds/priority.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ContactBox } from '../contacts/contact-box.tsx';
import { CaseFormFields } from './case-form-fields.tsx';
import { caseMessages } from './case-messages.ts';
import type { CaseInFull } from './case-page.tsx';
import { fieldsOf, typedOf } from './form-values.ts';
import { useKinds } from './use-desk.ts';

/** What a case says, edited as it was read: refused where somebody else changed it meanwhile. */
export function EditCaseDialog({
  one,
  etag,
  onClose,
}: {
  readonly one: CaseInFull;
  readonly etag: string | undefined;
  readonly onClose: () => void;
}) {
  const t = useMessages(caseMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const firm = useFirm();
  const say = useToast();
  const { kindOf } = useKinds();
  // What the case says in a field that is asked for no more stays, and can be taken out.
  const asked = (kindOf(one.kind)?.fields ?? []).filter(({ code, off }) => !off || one.fields[code] !== undefined);
  const draft = useDraft(firm.owner, `case/${one.id}/edit/${one.version}`, () => ({
    title: one.title,
    description: one.description ?? '',
    impact: one.impact,
    urgency: one.urgency,
    priority: one.priority,
    contact: one.contact as string | null,
    fields: typedOf(asked, one.fields),
  }));
  const edit = useFirmSubmit('editCase', { keeper: draft });
  const { value, set } = draft;
  const judged = value.impact !== one.impact || value.urgency !== one.urgency;
  const send = async () => {
    const body = {
      title: value.title.trim(),
      description: value.description.trim() || null,
      ...(judged && { impact: value.impact, urgency: value.urgency }),
      ...(value.priority !== one.priority && { priority: value.priority }),
      ...(value.contact !== one.contact && { contact: (value.contact || null) as never }),
      fields: fieldsOf(asked, value.fields),
    };
    if (!(await edit.send({ params: { caseId: one.id }, body }, etag))) return;
    draft.discard();
    say(t('edited'));
    onClose();
  };
  return (
    <Dialog title={t('editTitle')} onClose={onClose} wide>
      <Form problem={edit.problem} onSubmit={() => void send()} draft={draft}>
        <TextField label={t('titleField')} value={value.title} onChange={(title) => set({ title })} pointer="/title" maxLength={200} required />
        <TextArea
          label={t('description')}
          value={value.description}
          onChange={(description) => set({ description })}
          pointer="/description"
          maxLength={10_000}
          optional
        />
        <CaseFormFields
          asked={asked}
          typed={value.fields}
          onType={(change) => set((before) => ({ ...before, fields: { ...before.fields, ...change } }))}
        />
        <div className="columns">
          <SelectField
            label={t('impact')}
            value={value.impact}
            onChange={(impact) => set({ impact })}
            choices={levelNames.map((level) => ({ value: level, label: levels[level][language] }))}
          />
          <SelectField
            label={t('urgency')}
            value={value.urgency}
            onChange={(urgency) => set({ urgency })}
            choices={levelNames.map((level) => ({ value: level, label: levels[level][language] }))}
          />
          <SelectField
            label={t('priority')}
            value={value.priority}
            onChange={(priority) => set({ priority })}
            choices={priorityNames.map((priority) => ({ value: priority, label: priorities[priority][language] }))}
          />
          <ContactBox label={t('contact')} value={value.contact ?? ''} onChange={(contact) => set({ contact: contact || null })} pointer="/contact" />
        </div>
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" reason={value.title.trim() === '' ? common('required') : undefined} busy={edit.pending}>
            {common('save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
