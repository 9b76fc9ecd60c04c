import { useState } from 'react';
import type { Output } from '../../api/route-types.ts';
import { useSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { defineMessages, useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';

const messages = defineMessages({
  title: { en: 'Profile', ar: 'الملف الشخصي' },
  name: { en: 'Your name', ar: 'اسمك' },
  language: { en: 'Language of mails', ar: 'لغة الرسائل' },
  email: { en: 'E-mail', ar: 'البريد الإلكتروني' },
  unverified: {
    en: 'This address is not confirmed yet: you may not get back in by mail.',
    ar: 'لم يُؤكد هذا البريد بعد: قد لا تتمكن من العودة عن طريقه.',
  },
  sendAgain: { en: 'Send the mail again', ar: 'أعد إرسال الرسالة' },
  sent: { en: 'The mail is on its way.', ar: 'الرسالة في طريقها.' },
  saved: { en: 'The profile is saved.', ar: 'حُفظ الملف الشخصي.' },
});

export function Profile({ user }: { readonly user: Output<'getMe'>['user'] }) {
  const t = useMessages(messages);
  const common = useMessages(commonMessages);
  const say = useToast();
  const [name, setName] = useState(user.name);
  const [language, setLanguage] = useState(user.language);
  const change = useSubmit('changeMe');
  const verify = useSubmit('requestEmailVerification');
  const save = async () => {
    if (await change.send({ body: { name, language } })) say(t('saved'));
  };
  return (
    <Form problem={change.problem ?? verify.problem} onSubmit={() => void save()} className="card stack" label={t('title')}>
      <h2>{t('title')}</h2>
      {!user.emailVerified && (
        <Notice
          tone="warn"
          action={
            <Button busy={verify.pending} onClick={() => void verify.send({}).then((answer) => answer && say(t('sent')))}>
              {t('sendAgain')}
            </Button>
          }
        >
          {t('unverified')}
        </Notice>
      )}
      <div className="columns">
        <TextField label={t('name')} value={name} onChange={setName} pointer="/name" autoComplete="name" />
        <TextField label={t('email')} latin value={user.email} onChange={() => {}} readOnly />
        <SelectField
          label={t('language')}
          value={language}
          onChange={setLanguage}
          choices={[
            { value: 'ar', label: 'العربية' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <div>
        <Button type="submit" kind="primary" busy={change.pending}>
          {common('save')}
        </Button>
      </div>
    </Form>
  );
}
