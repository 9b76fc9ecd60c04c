import { useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { endSession } from '../api/session.ts';
import { useMessages } from '../i18n/messages.ts';
import { publicPaths } from '../path-builder.ts';
import { router } from '../router.ts';
import { splitHref } from '../ui/link.tsx';
import { MenuButton } from '../ui/menu.tsx';
import { shellMessages } from './shell-messages.ts';

export function AccountMenu({ user }: { readonly user: { readonly name: string; readonly email: string } }) {
  const t = useMessages(shellMessages);
  const client = useQueryClient();
  const signOut = async () => {
    // The session ends here even where the server cannot be told; it then ends there by itself.
    await call('signOut', {}).catch(() => undefined);
    // Away from the firm's pages first: whoever leaves by choice is not asked to come back to where they were.
    await router().navigate(splitHref(publicPaths.signIn()));
    client.clear();
    endSession();
  };
  return (
    <MenuButton
      name={t('account', { name: user.name })}
      icon="user"
      groups={[
        {
          key: 'account',
          heading: user.email,
          entries: [
            { key: 'sessions', name: t('sessions'), label: t('sessions'), href: publicPaths.account() },
            { key: 'out', name: t('signOut'), label: t('signOut'), onPress: () => void signOut() },
          ],
        },
      ]}
    />
  );
}
