import { Link as RouterLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';
import type { Href } from '../path-builder.ts';
import { Icon, type IconName } from './icons.tsx';

interface LinkProps extends Omit<ComponentPropsWithRef<'a'>, 'href' | 'target' | 'rel' | 'download'> {
  readonly href: Href;
  /** Where the page marks the current place itself. */
  readonly activeProps?: object;
}

const EXACT = { exact: true };

/** Every link of the pages: its address comes from the path builder, and following it loads no page anew. */
export function Link({ href, ...rest }: LinkProps) {
  return <RouterLink activeOptions={EXACT} {...(rest as object)} {...splitHref(href)} />;
}

interface ButtonLinkProps extends LinkProps {
  readonly kind?: 'primary' | 'secondary' | 'quiet';
  readonly size?: 'small' | 'large';
  readonly icon?: IconName;
}

/** A link that looks like a button, where pressing it goes somewhere. */
export function ButtonLink({ kind = 'secondary', size, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={['button', kind, size, className].filter(Boolean).join(' ')}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

/** The router takes path and search apart. */
export function splitHref(href: Href): { to: string; search: Record<string, string> } {
  const [to = '/', query = ''] = href.split('?');
  return { to, search: Object.fromEntries(new URLSearchParams(query)) };
}
