import { commonMessages } from '../i18n/common-messages.ts';
import { useMessages } from '../i18n/messages.ts';
import { publicPaths } from '../path-builder.ts';
import { ButtonLink } from '../ui/link.tsx';
import { EmptyState } from '../ui/states.tsx';

export function NotFound() {
  const t = useMessages(commonMessages);
  return (
    <EmptyState title={t('notFound')} action={<ButtonLink href={publicPaths.landing()}>{t('home')}</ButtonLink>}>
      {t('notFoundHint')}
    </EmptyState>
  );
}
