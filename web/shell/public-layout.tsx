import type { ReactNode } from 'react';
import { useSession } from '../api/session.ts';
import { commonMessages } from '../i18n/common-messages.ts';
import { defineMessages, useMessages } from '../i18n/messages.ts';
import { publicPaths } from '../path-builder.ts';
import { ButtonLink, Link } from '../ui/link.tsx';
import { useTitle } from '../ui/page.tsx';
import { LanguageSwitch } from './language-switch.tsx';

const messages = defineMessages({
  pricing: { en: 'Pricing', ar: 'الأسعار' },
  signIn: { en: 'Sign in', ar: 'تسجيل الدخول' },
  signUp: { en: 'Start free', ar: 'ابدأ مجانًا' },
  open: { en: 'Open my firms', ar: 'افتح منشآتي' },
  foot: { en: 'Diwan keeps the books of small firms, in Arabic and English.', ar: 'ديوان يمسك دفاتر المنشآت الصغيرة، بالعربية والإنجليزية.' },
});

interface PublicLayoutProps {
  readonly title: string;
  /** At the end of the head, for pages of somebody who is signed in. */
  readonly account?: ReactNode;
  readonly children: ReactNode;
}

/** Pages outside any firm: a green head, the page, a line at the foot. */
export function PublicLayout({ title, account, children }: PublicLayoutProps) {
  const t = useMessages(messages);
  const common = useMessages(commonMessages);
  const session = useSession();
  useTitle(title, common('product'));
  return (
    <div className="public">
      <header>
        <Link href={publicPaths.landing()} className="brand">
          {common('product')}
        </Link>
        <Link href={publicPaths.pricing()} className="link">
          {t('pricing')}
        </Link>
        {session ? (
          <Link href={publicPaths.firms()} className="link">
            {t('open')}
          </Link>
        ) : (
          <Link href={publicPaths.signIn()} className="link">
            {t('signIn')}
          </Link>
        )}
        <LanguageSwitch />
        {account}
      </header>
      <main>{children}</main>
      <footer>{t('foot')}</footer>
    </div>
  );
}

/** A page with one form in the middle. */
export function Gate({ title, account, wide, children }: PublicLayoutProps & { readonly wide?: boolean }) {
  return (
    <PublicLayout title={title} account={account}>
      <div className={wide ? 'gate wide' : 'gate'}>
        <h1>{title}</h1>
        {children}
      </div>
    </PublicLayout>
  );
}

export function StartButton({ size = 'large' }: { readonly size?: 'large' | 'small' }) {
  const t = useMessages(messages);
  return (
    <ButtonLink href={publicPaths.signUp()} kind="primary" size={size}>
      {t('signUp')}
    </ButtonLink>
  );
}
