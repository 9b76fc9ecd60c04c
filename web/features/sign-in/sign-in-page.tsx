import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { startSession } from '../../api/session.ts';
import { useSubmit } from '../../api/submit.ts';
import { defineMessages, useMessages } from '../../i18n/messages.ts';
import { ownAddress, publicPaths } from '../../path-builder.ts';
import { Gate } from '../../shell/public-layout.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Link, splitHref } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PasswordField } from '../passwords/password-field.tsx';

const messages = defineMessages({
  title: { en: 'Sign in', ar: 'تسجيل الدخول' },
  email: { en: 'E-mail', ar: 'البريد الإلكتروني' },
  password: { en: 'Password', ar: 'كلمة المرور' },
  submit: { en: 'Sign in', ar: 'دخول' },
  forgot: { en: 'Forgot the password?', ar: 'نسيت كلمة المرور؟' },
  newHere: { en: 'New here?', ar: 'جديد هنا؟' },
  signUp: { en: 'Open a firm', ar: 'افتح منشأة' },
  comeBack: { en: 'Sign in to go on where you were. What you typed is kept.', ar: 'سجّل الدخول لتتابع من حيث كنت. ما كتبته محفوظ.' },
});

export default function SignInPage() {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const client = useQueryClient();
  const next = ownAddress((useSearch({ strict: false }) as { next?: string }).next);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = useSubmit('signIn');
  const send = async () => {
    const answer = await submit.send({ body: { email, password } });
    if (!answer) return;
    client.clear();
    startSession(answer.body);
    await navigate(splitHref(next ?? publicPaths.firms()));
  };
  return (
    <Gate title={t('title')}>
      {next && <Notice>{t('comeBack')}</Notice>}
      <Form problem={submit.problem} onSubmit={() => void send()} className="card stack" label={t('title')}>
        <TextField label={t('email')} type="email" latin autoComplete="username" value={email} onChange={setEmail} pointer="/email" required />
        <PasswordField label={t('password')} autoComplete="current-password" value={password} onChange={setPassword} pointer="/password" />
        <Button type="submit" kind="primary" busy={submit.pending}>
          {t('submit')}
        </Button>
      </Form>
      <p>
        <Link href={publicPaths.forgotPassword()}>{t('forgot')}</Link>
      </p>
      <p>
        {t('newHere')} <Link href={publicPaths.signUp()}>{t('signUp')}</Link>
      </p>
    </Gate>
  );
}
