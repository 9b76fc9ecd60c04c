import type { ErrorComponentProps } from '@tanstack/react-router';
import { commonMessages } from '../i18n/common-messages.ts';
import { useMessages } from '../i18n/messages.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/states.tsx';

/** A page that failed by a mistake of ours, or a part of it that could not be fetched. Drafts are safe: the page is simply begun again. */
export function Broken({ error }: ErrorComponentProps) {
  const t = useMessages(commonMessages);
  return (
    <EmptyState title={t('unexpected')} action={<Button onClick={() => location.reload()}>{t('retry')}</Button>}>
      <bdi className="code">{error instanceof Error ? error.message : ''}</bdi>
    </EmptyState>
  );
}
