import type { ReactNode } from 'react';
import type { ProblemError } from '../api/problem.ts';
import { commonMessages } from '../i18n/common-messages.ts';
import { useMessages } from '../i18n/messages.ts';
import { Button } from './button.tsx';
import { useUnshown } from './field.tsx';
import { useOnline } from './use-online.ts';

export function Notice({
  tone = 'info',
  children,
  action,
}: {
  readonly tone?: 'info' | 'good' | 'warn' | 'bad';
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <div className="body">{children}</div>
      {action}
    </div>
  );
}

/** What went wrong in the caller's language: what happened, what to do, the request's number, and the retry where one may help. */
export function Problem({ problem, retry }: { readonly problem: ProblemError | undefined; readonly retry?: (() => void) | undefined }) {
  const t = useMessages(commonMessages);
  const unpointed = useUnshown(problem);
  const online = useOnline();
  // It says itself that there is no connection: once there is, it is no longer true.
  if (!problem || (problem.code === 'client.offline' && online)) return null;
  return (
    <Notice tone="bad" action={retry && problem.retryable && <Button onClick={retry}>{t('retry')}</Button>}>
      <p className="strong">{titleOf(problem, t)}</p>
      {problem.detail && <p>{problem.detail}</p>}
      {unpointed.length > 0 && (
        <ul>
          {unpointed.map(({ pointer, message }) => (
            <li key={pointer + message}>
              {message} <span className="muted code">{pointer}</span>
            </li>
          ))}
        </ul>
      )}
      {problem.requestId && problem.status !== 422 && (
        <p className="request">
          <bdi>{t('requestId', { id: problem.requestId })}</bdi>
        </p>
      )}
    </Notice>
  );
}

function titleOf(problem: ProblemError, t: ReturnType<typeof useMessages<typeof commonMessages>>): string {
  if (problem.code === 'client.offline') return t('offline');
  if (problem.code === 'client.unreachable') return t('unreachable');
  return problem.title || t('unexpected');
}
