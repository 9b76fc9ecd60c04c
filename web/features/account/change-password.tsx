import { useState } from 'react';
import { useSubmit } from '../../api/submit.ts';
import { defineMessages, useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { PasswordField } from '../passwords/password-field.tsx';

const messages = defineMessages({
  title: { en: 'Password', ar: 'كلمة المرور' },
  current: { en: 'Present password', ar: 'كلمة المرور الحالية' },
  next: { en: 'New password', ar: 'كلمة المرور الجديدة' },
  change: { en: 'Change the password', ar: 'تغيير كلمة المرور' },
  hint: { en: 'Your other sessions end.', ar: 'تنتهي جلساتك الأخرى.' },
  done: { en: 'The password is changed and your other sessions have ended.', ar: 'تغيّرت كلمة المرور وانتهت جلساتك الأخرى.' },
});

export function ChangePassword() {
  const t = useMessages(messages);
  const say = useToast();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const submit = useSubmit('changePassword');
  const send = async () => {
    if (!(await submit.send({ body: { current, next } }))) return;
    setCurrent('');
    setNext('');
    say(t('done'));
  };
  return (
    <Form problem={submit.problem} onSubmit={() => void send()} className="card stack" label={t('title')}>
      <h2>{t('title')}</h2>
      <div className="columns">
        <PasswordField label={t('current')} autoComplete="current-password" value={current} onChange={setCurrent} pointer="/current" />
        <PasswordField label={t('next')} hint={t('hint')} autoComplete="new-password" value={next} onChange={setNext} pointer="/next" />
      </div>
      <div>
        <Button type="submit" busy={submit.pending}>
          {t('change')}
        </Button>
      </div>
    </Form>
  );
}
