import { useApi } from '../../api/queries.ts';
import { defineMessages, useMessages } from '../../i18n/messages.ts';
import { publicPaths } from '../../path-builder.ts';
import { AccountMenu } from '../../shell/account-menu.tsx';
import { Gate } from '../../shell/public-layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { ChangePassword } from './change-password.tsx';
import { Profile } from './profile.tsx';
import { Sessions } from './sessions.tsx';

const messages = defineMessages({
  title: { en: 'Your account', ar: 'حسابك' },
  back: { en: 'Back to your firms', ar: 'العودة إلى منشآتك' },
});

export default function AccountPage() {
  const t = useMessages(messages);
  const me = useApi('getMe', {});
  return (
    <Gate title={t('title')} account={me.data && <AccountMenu user={me.data.body.user} />} wide>
      <p>
        <Link href={publicPaths.firms()}>{t('back')}</Link>
      </p>
      <Problem problem={me.error ?? undefined} retry={() => void me.refetch()} />
      {me.data ? <Profile user={me.data.body.user} /> : <Skeleton height={180} />}
      <ChangePassword />
      <Sessions />
    </Gate>
  );
}
