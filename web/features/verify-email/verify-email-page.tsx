import { useState } from 'react';
import { useSubmit } from '../../api/submit.ts';
import { defineMessages, useMessages } from '../../i18n/messages.ts';
import { publicPaths } from '../../path-builder.ts';
import { useLinkToken } from '../../shell/link-token.ts';
import { Gate } from '../../shell/public-layout.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';

const messages = defineMessages({
  title: { en: 'Confirm your e-mail address', ar: 'تأكيد بريدك الإلكتروني' },
  lead: { en: 'Confirming makes sure that you can always get back in by mail.', ar: 'بالتأكيد تضمن أن تعود دائمًا إلى حسابك عن طريق البريد.' },
  confirm: { en: 'Confirm the address', ar: 'تأكيد البريد' },
  done: { en: 'The address is confirmed.', ar: 'تم تأكيد البريد.' },
  open: { en: 'Open my firms', ar: 'افتح منشآتي' },
  noToken: { en: 'This address lacks the token of the mail. Open the link again.', ar: 'ينقص هذا العنوان رمز الرسالة. افتح الرابط من جديد.' },
});

/** Confirms by a press, not by the visit: mail scanners visit links, and a visit must not decide anything. */
export default function VerifyEmailPage() {
  const t = useMessages(messages);
  const token = useLinkToken();
  const [done, setDone] = useState(false);
  const submit = useSubmit('completeEmailVerification');
  const send = async () => {
    if (await submit.send({ body: { token } })) setDone(true);
  };
  return (
    <Gate title={t('title')}>
      {done ? (
        <Notice tone="good" action={<ButtonLink href={publicPaths.firms()}>{t('open')}</ButtonLink>}>
          {t('done')}
        </Notice>
      ) : (
        <div className="card stack">
          <p>{token === '' ? t('noToken') : t('lead')}</p>
          <Problem problem={submit.problem} retry={() => void send()} />
          <Button kind="primary" busy={submit.pending} reason={token === '' ? t('noToken') : undefined} onClick={() => void send()}>
            {t('confirm')}
          </Button>
        </div>
      )}
    </Gate>
  );
}
