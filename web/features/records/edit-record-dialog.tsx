import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckField, SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ContactBox } from '../contacts/contact-box.tsx';
import { recordMessages } from './record-messages.ts';
import { typedTags } from './typed-tags.ts';

/** Edits what a record says. That nothing of it makes it go sooner is the API's to see to. */
export function EditRecordDialog({ record, onClose }: { readonly record: Output<'getRecord'>; readonly onClose: () => void }) {
  const t = useMessages(recordMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const say = useToast();
  const { owner } = useFirm();
  const classes = useFirmApi('listRecordClasses', {}, { staleTime: 60_000 });
  const draft = useDraft(owner, `record/${record.id}/${record.version}`, () => ({
    title: record.title ?? '',
    class: record.class,
    contact: record.contact ?? '',
    period: record.period ?? '',
    tags: record.tags.join(language === 'ar' ? '، ' : ', '),
    eventDate: record.eventDate ?? '',
    contractEndsOn: record.contractEndsOn ?? '',
    confidential: record.confidential,
  }));
  const edit = useFirmSubmit('editRecord', { keeper: draft });
  const { value, set } = draft;
  const close = () => {
    draft.discard();
    onClose();
  };
  const of = classes.data?.body.data.find(({ code }) => code === value.class);
  const send = async () => {
    const body = {
      title: value.title.trim(),
      class: value.class,
      contact: (value.contact || null) as NonNullable<typeof record.contact> | null,
      period: value.period.trim() || null,
      tags: typedTags(value.tags),
      eventDate: value.eventDate || null,
      contractEndsOn: value.contractEndsOn || null,
      ...(!of?.confidential && { confidential: value.confidential }),
    };
    if (!(await edit.send({ params: { recordId: record.id }, body }, `"${record.version}"`))) return;
    say(t('saved'));
    close();
  };
  const choices = (classes.data?.body.data ?? [])
    .filter(({ archived, code }) => !archived || code === record.class)
    .map(({ code, name, length }) => ({ value: code, label: `${name[language]} · ${length[language]}` }));
  return (
    <Dialog title={t('editTitle')} onClose={close} wide>
      <Form problem={edit.problem} onSubmit={() => void send()} draft={draft}>
        <TextField label={t('name')} value={value.title} onChange={(title) => set({ title })} pointer="/title" required maxLength={200} />
        <div className="columns">
          <SelectField
            label={t('class')}
            value={value.class}
            onChange={(next) => set({ class: next })}
            pointer="/class"
            choices={choices.length > 0 ? choices : [{ value: record.class, label: record.className[language] }]}
          />
          <ContactBox label={t('contact')} value={value.contact} onChange={(contact) => set({ contact })} pointer="/contact" />
        </div>
        <div className="columns">
          <DateField label={t('eventDate')} value={value.eventDate} onChange={(eventDate) => set({ eventDate })} pointer="/eventDate" />
          <DateField
            label={t('contractEnd')}
            value={value.contractEndsOn}
            onChange={(contractEndsOn) => set({ contractEndsOn })}
            pointer="/contractEndsOn"
          />
        </div>
        <div className="columns">
          <TextField
            label={t('period')}
            hint={t('periodHint')}
            value={value.period}
            onChange={(period) => set({ period })}
            pointer="/period"
            latin
            optional
          />
          <TextField label={t('tags')} hint={t('tagsHint')} value={value.tags} onChange={(tags) => set({ tags })} pointer="/tags" optional />
        </div>
        {!of?.confidential && (
          <CheckField
            label={t('confidential')}
            hint={t('confidentialHint')}
            checked={value.confidential}
            onChange={(confidential) => set({ confidential })}
          />
        )}
        <p className="muted">{t('neverShorter')}</p>
        <div className="footer">
          <Button onClick={close}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" busy={edit.pending}>
            {common('save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
