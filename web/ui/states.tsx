import type { ReactNode } from 'react';
import { commonMessages } from '../i18n/common-messages.ts';
import { useMessages } from '../i18n/messages.ts';

/** Nothing yet: what this place is for, and the one next act. */
export function EmptyState({ title, children, action }: { readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="card empty">
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

/** As tall as what will come, so that nothing jumps when it does. */
export function Skeleton({ lines = 1, height = 20 }: { readonly lines?: number; readonly height?: number }) {
  const t = useMessages(commonMessages);
  return (
    <div className="stack" role="status" aria-busy="true">
      <span className="visually-hidden">{t('loading')}</span>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing tells them apart
        <span key={i} className="skeleton" style={{ blockSize: height }} />
      ))}
    </div>
  );
}
