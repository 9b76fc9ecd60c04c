import { useMessages } from '../i18n/messages.ts';
import { MenuButton } from '../ui/menu.tsx';
import type { FirmInView } from './firm-context.tsx';
import { beginnings, navigationMessages } from './navigation.ts';
import { shellMessages } from './shell-messages.ts';

export function NewMenu({ firm }: { readonly firm: FirmInView }) {
  const t = useMessages(shellMessages);
  const names = useMessages(navigationMessages);
  const entries = beginnings
    .filter((place) => firm.may(place.permission))
    .map((place) => ({ key: place.label, name: names(place.label), label: names(place.label), href: place.href(firm.paths) }));
  if (entries.length === 0) return null;
  return (
    <MenuButton kind="primary" icon="plus" name={t('begin')} groups={[{ key: 'begin', entries }]}>
      <span className="wide">{t('begin')}</span>
    </MenuButton>
  );
}
