import { type ReactNode, useEffect } from 'react';
import { commonMessages } from '../i18n/common-messages.ts';
import { useMessages } from '../i18n/messages.ts';
import type { Href } from '../path-builder.ts';
import { Icon } from './icons.tsx';
import { Link } from './link.tsx';

interface PageProps {
  readonly title: string;
  /** Beside the title: a state, a number. */
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
  /** The list that this page came from. */
  readonly up?: { readonly href: Href; readonly label: string };
  readonly children: ReactNode;
}

/** Every page of the firm: one heading, its acts at the end of that line, then what it is about. */
export function Page({ title, aside, actions, up, children }: PageProps) {
  const t = useMessages(commonMessages);
  useTitle(title, t('product'));
  return (
    <>
      <div className="page-head">
        <div>
          {up && (
            <Link href={up.href} className="crumb no-print">
              <Icon name="previous" size={13} /> {up.label}
            </Link>
          )}
          <div className="title">
            <h1>
              <bdi>{title}</bdi>
            </h1>
            {aside}
          </div>
        </div>
        {actions && <div className="row no-print">{actions}</div>}
      </div>
      {children}
    </>
  );
}

export function useTitle(title: string, product: string): void {
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
}
