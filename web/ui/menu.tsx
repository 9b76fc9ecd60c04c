import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu as AriaMenu, Header, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components/Menu';
import type { Href } from '../path-builder.ts';
import { Icon, type IconName } from './icons.tsx';

export interface MenuEntry {
  readonly key: string;
  readonly label: ReactNode;
  readonly name: string;
  readonly href?: Href;
  readonly onPress?: () => void;
}
export interface MenuGroup {
  readonly key: string;
  readonly heading?: string;
  readonly entries: readonly MenuEntry[];
}

interface MenuButtonProps {
  /** What a screen reader says where the button shows only an icon, or more than its words. */
  readonly name?: string;
  readonly icon?: IconName;
  readonly kind?: 'primary' | 'secondary' | 'quiet';
  readonly className?: string;
  readonly groups: readonly MenuGroup[];
  readonly children?: ReactNode;
}

/** A button that opens a list of acts or places. */
export function MenuButton({ name, icon, kind = 'secondary', className = '', groups, children }: MenuButtonProps) {
  return (
    <MenuTrigger>
      <AriaButton {...(name && { 'aria-label': name })} className={`button ${kind} ${children === undefined ? 'icon' : ''} ${className}`}>
        {icon && <Icon name={icon} />}
        {children}
        {children !== undefined && <Icon name="down" size={13} />}
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <AriaMenu className="menu">
          {groups.map((group) => (
            <MenuSection key={group.key} id={group.key} {...(!group.heading && { 'aria-label': group.key })}>
              {group.heading && <Header className="menu-heading">{group.heading}</Header>}
              {group.entries.map((entry) => (
                <MenuItem
                  key={entry.key}
                  id={entry.key}
                  className="menu-item"
                  textValue={entry.name}
                  {...(entry.href && { href: entry.href })}
                  {...(entry.onPress && { onAction: entry.onPress })}
                >
                  {entry.label}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
