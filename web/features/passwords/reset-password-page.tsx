import { useState } from 'react';
import { useSubmit } from '../../api/submit.ts';
import { useMessages } from '../../i18n/messages.ts';
import { publicPaths } from '../../path-builder.ts';
import { useLinkToken } from '../../shell/link-token.ts';
import { Gate } from '../../shell/public-layout.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from './password-field.tsx';
import { passwordMessages } from './password-messages.ts';

export default function ResetPasswordPage() {
  const t = useMessages(passwordMessages);
  const token = useLinkToken();
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);
  const submit = useSubmit('completePasswordReset');
  const send = async () => {
    if (await submit.send({ body: { token, password } })) setDone(true);
  };
  return (
    <Gate title={t('resetTitle')}>
      {token === '' && <Notice tone="warn">{t('noToken')}</Notice>}
      {done ? (
        <Notice tone="good" action={<ButtonLink href={publicPaths.signIn()}>{t('signIn')}</ButtonLink>}>
          {t('done')}
        </Notice>
      ) : (
        <Form problem={submit.problem} onSubmit={() => void send()} className="card stack" label={t('resetTitle')}>
          <PasswordField
            label={t('password')}
            hint={t('hint')}
            autoComplete="new-password"
            value={password}
            onChange={setPassword}
            pointer="/password"
          />
          <Button type="submit" kind="primary" busy={submit.pending} reason={token === '' ? t('noToken') : undefined}>
            {t('set')}
          </Button>
        </Form>
      )}
    </Gate>
  );
}
