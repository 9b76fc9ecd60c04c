import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { roles } from '../../../domain/firms/permissions.ts';
import type { Output } from '../../api/route-types.ts';
import { startSession, useSession } from '../../api/session.ts';
import { useSubmit } from '../../api/submit.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { defineMessages, useMessages } from '../../i18n/messages.ts';
import { firmPaths } from '../../path-builder.ts';
import { useLinkToken } from '../../shell/link-token.ts';
import { Gate } from '../../shell/public-layout.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { splitHref } from '../../ui/link.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PasswordField } from '../passwords/password-field.tsx';

const messages = defineMessages({
  title: { en: 'An invitation', ar: 'دعوة' },
  offer: { en: '{inviter} invites you to {firm} as {role}.', ar: 'تمت دعوتك من {inviter} للانضمام إلى {firm} بصفة {role}.' },
  until: { en: 'The link works until {at}.', ar: 'الرابط صالح حتى {at}.' },
  email: { en: 'E-mail', ar: 'البريد الإلكتروني' },
  name: { en: 'Your name', ar: 'اسمك' },
  nameHint: { en: 'Leave it empty if you have an account with this address already.', ar: 'اتركه فارغًا إن كان لديك حساب بهذا البريد.' },
  password: { en: 'Password', ar: 'كلمة المرور' },
  passwordHint: { en: 'That of your account, or a new one of at least 10 characters.', ar: 'كلمة مرور حسابك، أو جديدة من 10 أحرف على الأقل.' },
  accept: { en: 'Join {firm}', ar: 'الانضمام إلى {firm}' },
  asYou: { en: 'You are signed in. Join with the account that you are using?', ar: 'أنت مسجّل الدخول. هل تنضم بالحساب الذي تستعمله؟' },
  noToken: { en: 'This address lacks the token of the mail. Open the link again.', ar: 'ينقص هذا العنوان رمز الرسالة. افتح الرابط من جديد.' },
});

/** Answers an invitation: as who is signed in, with the password of an account, or as a new person. */
export default function InvitationPage() {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const format = useFormat();
  const token = useLinkToken();
  const session = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [offer, setOffer] = useState<Output<'showInvitation'> | undefined>(undefined);
  const show = useSubmit('showInvitation');
  const accept = useSubmit('acceptInvitation');
  const join = useSubmit('joinFirm');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');

  const read = show.send;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, by the token
  useEffect(() => {
    if (token !== '') void read({ body: { token } }).then((answer) => setOffer(answer?.body));
  }, [token]);

  const enter = async (firmId: string) => {
    client.clear();
    await navigate(splitHref(firmPaths(firmId).dashboard()));
  };
  const acceptNow = async () => {
    const answer = await accept.send({ body: { token, password, ...(name !== '' && { name }), locale: language } });
    if (!answer) return;
    startSession(answer.body.session);
    await enter(answer.body.firm.id);
  };
  const joinNow = async () => {
    const answer = await join.send({ body: { token } });
    if (answer) await enter(answer.body.firm.id);
  };

  return (
    <Gate title={t('title')}>
      {token === '' && <Notice tone="warn">{t('noToken')}</Notice>}
      <Problem problem={show.problem} />
      {show.pending && <Skeleton height={160} />}
      {offer && (
        <div className="card stack">
          <p className="strong">{t('offer', { inviter: offer.invitedBy, firm: offer.firm.name, role: roles[offer.role][language] })}</p>
          <p className="muted">{t('until', { at: format.instant(offer.expiresAt) })}</p>
          {session && (
            <>
              <p>{t('asYou')}</p>
              <Problem problem={join.problem} retry={() => void joinNow()} />
              <Button kind="primary" busy={join.pending} onClick={() => void joinNow()}>
                {t('accept', { firm: offer.firm.name })}
              </Button>
            </>
          )}
          {!session && (
            <Form problem={accept.problem} onSubmit={() => void acceptNow()}>
              <TextField label={t('email')} latin value={offer.email} onChange={() => {}} readOnly />
              <TextField label={t('name')} hint={t('nameHint')} value={name} onChange={setName} pointer="/name" autoComplete="name" />
              <PasswordField
                label={t('password')}
                hint={t('passwordHint')}
                autoComplete="new-password"
                value={password}
                onChange={setPassword}
                pointer="/password"
              />
              <Button type="submit" kind="primary" busy={accept.pending}>
                {t('accept', { firm: offer.firm.name })}
              </Button>
            </Form>
          )}
        </div>
      )}
    </Gate>
  );
}
