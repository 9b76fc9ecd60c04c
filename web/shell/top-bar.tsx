import { useMessages } from '../i18n/messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { AccountMenu } from './account-menu.tsx';
import type { FirmInView } from './firm-context.tsx';
import { FirmSwitcher } from './firm-switcher.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { NewMenu } from './new-menu.tsx';
import { shellMessages } from './shell-messages.ts';

interface TopBarProps {
  readonly firm: FirmInView | undefined;
  readonly onOpenRail: () => void;
  readonly onFind: () => void;
}

export function TopBar({ firm, onOpenRail, onFind }: TopBarProps) {
  const t = useMessages(shellMessages);
  return (
    <header className="topbar">
      <Button className="burger" kind="quiet" icon="menu" aria-label={t('openNavigation')} onClick={onOpenRail} />
      <div className="grow">{firm && <FirmSwitcher firm={firm} />}</div>
      <button type="button" className="button finder" onClick={onFind} aria-keyshortcuts="Control+K">
        <Icon name="search" size={16} />
        <span className="text">{t('find')}</span>
        <span className="key" aria-hidden="true">
          Ctrl K
        </span>
      </button>
      {firm && <NewMenu firm={firm} />}
      <LanguageSwitch />
      {firm && <AccountMenu user={firm.user} />}
    </header>
  );
}
