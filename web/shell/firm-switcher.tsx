import { useApi } from '../api/queries.ts';
import { useMessages } from '../i18n/messages.ts';
import { firmPaths, publicPaths } from '../path-builder.ts';
import { MenuButton, type MenuGroup } from '../ui/menu.tsx';
import type { FirmInView } from './firm-context.tsx';
import { shellMessages } from './shell-messages.ts';

const SHOWN_MAXIMUM = 12;

/** The firm's name, and the others of the same person behind it. */
export function FirmSwitcher({ firm }: { readonly firm: FirmInView }) {
  const t = useMessages(shellMessages);
  const me = useApi('getMe', {});
  const firms = me.data?.body.firms ?? [];
  const groups: MenuGroup[] = [
    {
      key: 'firms',
      heading: t('yourFirms'),
      entries: firms
        .slice(0, SHOWN_MAXIMUM)
        .map((each) => ({ key: each.id, name: each.name, label: <bdi>{each.name}</bdi>, href: firmPaths(each.id).dashboard() })),
    },
    {
      key: 'more',
      entries: [
        { key: 'all', name: t('allFirms'), label: t('allFirms'), href: publicPaths.firms({ all: '1' }) },
        { key: 'new', name: t('newFirm'), label: t('newFirm'), href: publicPaths.signUp() },
      ],
    },
  ];
  return (
    <MenuButton kind="quiet" className="firm" name={t('switchFirm', { name: firm.name })} groups={groups}>
      <bdi>{firm.name}</bdi>
    </MenuButton>
  );
}
