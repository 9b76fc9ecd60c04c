import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
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
import { recordMessages } from './record-messages.ts';

/** Places a hold on whatever answers a description, or on one record by name. */
export function PlaceHoldDialog({ record, onClose }: { readonly record?: Output<'getRecord'>; readonly onClose: () => void }) {
  const t = useMessages(recordMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const say = useToast();
  const { owner } = useFirm();
  const classes = useFirmApi('listRecordClasses', {}, { staleTime: 60_000 });
  const draft = useDraft(owner, `hold/${record?.id ?? 1}`, () => ({ matter: '', reason: '', class: '', contact: '', tag: '', from: '', to: '' }));
  const place = useFirmSubmit('placeHold', { keeper: draft });
  const { value, set } = draft;
  const send = async () => {
    const { matter, reason, ...about } = value;
    const asked = Object.fromEntries(Object.entries(about).filter(([, text]) => text.trim() !== ''));
    const scope = record ? { kind: 'records' as const, records: [record.id] } : { kind: 'query' as const, ...asked };
    if (!(await place.send({ body: { matter: matter.trim(), reason: reason.trim(), scope } }))) return;
    draft.discard();
    say(t('holdPlaced'));
    onClose();
  };
  const choices = (classes.data?.body.data ?? []).map(({ code, name }) => ({ value: code, label: name[language] }));
  return (
    <Dialog title={t('placeHold')} onClose={onClose} wide>
      <Form problem={place.problem} onSubmit={() => void send()} draft={draft}>
        <TextField label={t('matter')} value={value.matter} onChange={(matter) => set({ matter })} pointer="/matter" required maxLength={200} />
        <TextArea label={t('reason')} value={value.reason} onChange={(reason) => set({ reason })} pointer="/reason" />
        {!record && (
          <fieldset className="stack">
            <legend>{t('scope')}</legend>
            <p className="muted">{t('scopeHint')}</p>
            <div className="columns">
              <SelectField
                label={t('class')}
                value={value.class}
                onChange={(next) => set({ class: next })}
                pointer="/scope/class"
                choices={[{ value: '', label: t('anyClass') }, ...choices]}
              />
              <ContactBox label={t('contact')} value={value.contact} onChange={(contact) => set({ contact })} pointer="/scope/contact" />
            </div>
            <div className="columns">
              <TextField label={t('tag')} value={value.tag} onChange={(tag) => set({ tag })} pointer="/scope/tag" optional />
              <TextField
                label={t('fromMonth')}
                hint={t('periodHint')}
                value={value.from}
                onChange={(from) => set({ from })}
                pointer="/scope/from"
                latin
                optional
              />
              <TextField label={t('toMonth')} value={value.to} onChange={(to) => set({ to })} pointer="/scope/to" latin optional />
            </div>
          </fieldset>
        )}
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" busy={place.pending}>
            {t('placeHold')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
