import { type Role, roleNames, roles } from '../../../domain/firms/permissions.ts';
import { languages } from '../../../domain/kernel/language.ts';
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
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { memberMessages } from './member-messages.ts';

export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(memberMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const say = useToast();
  const firm = useFirm();
  const draft = useDraft<{ email: string; role: Role; mail: 'en' | 'ar' }>(firm.owner, 'invitation/1', () => ({
    email: '',
    role: 'accountant',
    mail: firm.language,
  }));
  const invite = useFirmSubmit('inviteMember', { keeper: draft });
  const { value, set } = draft;
  const send = async () => {
    const answer = await invite.send({ body: { email: value.email.trim(), role: value.role, language: value.mail } });
    if (!answer) return;
    draft.discard();
    say(t('sent', { email: answer.body.email }));
    onClose();
  };
  return (
    <Dialog title={t('invite')} onClose={onClose}>
      <Form problem={invite.problem} onSubmit={() => void send()}>
        <TextField
          label={t('email')}
          type="email"
          latin
          value={value.email}
          onChange={(email) => set({ email })}
          pointer="/email"
          autoComplete="off"
          required
        />
        <div className="columns">
          <SelectField
            label={t('role')}
            value={value.role}
            onChange={(role) => set({ role })}
            pointer="/role"
            choices={roleNames.map((role) => ({ value: role, label: roles[role][language] }))}
          />
          <SelectField
            label={t('language')}
            value={value.mail}
            onChange={(mail) => set({ mail })}
            pointer="/language"
            choices={languages.map((each) => ({ value: each, label: each === 'ar' ? 'العربية' : 'English' }))}
          />
        </div>
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" busy={invite.pending}>
            {t('send')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
