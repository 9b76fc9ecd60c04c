import { useState } from 'react';
import { useSubmit } from '../../api/submit.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Gate } from '../../shell/public-layout.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { passwordMessages } from './password-messages.ts';

/** Asks for the mail. The answer is the same whether or not there is such an account. */
export default function ForgotPasswordPage() {
  const t = useMessages(passwordMessages);
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState<string | undefined>(undefined);
  const submit = useSubmit('requestPasswordReset');
  const send = async () => {
    if (await submit.send({ body: { email } })) setSentTo(email);
  };
  return (
    <Gate title={t('forgotTitle')}>
      <p className="muted">{t('forgotLead')}</p>
      {sentTo !== undefined && <Notice tone="good">{t('sent', { email: sentTo })}</Notice>}
      <Form problem={submit.problem} onSubmit={() => void send()} className="card stack" label={t('forgotTitle')}>
        <TextField label={t('email')} type="email" latin autoComplete="username" value={email} onChange={setEmail} pointer="/email" required />
        <Button type="submit" kind="primary" busy={submit.pending}>
          {t('ask')}
        </Button>
      </Form>
    </Gate>
  );
}
