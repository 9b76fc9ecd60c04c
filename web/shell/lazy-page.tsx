import { type ComponentType, createElement, useEffect, useState } from 'react';
import { commonMessages } from '../i18n/common-messages.ts';
import { useMessages } from '../i18n/messages.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/states.tsx';

type LazyPage = (() => React.ReactNode) & { preload: () => Promise<void> };
type Loader = () => Promise<{ readonly default: ComponentType }>;

const parts: LazyPage['preload'][] = [];

/** Fetches whatever was not gone to yet, one part after another, so that pages open without a connection too. */
export async function fetchEveryPart(): Promise<void> {
  for (const fetchPart of parts) await fetchPart();
}

/**
 * A page whose script is fetched when it is gone to. The router's own kind loads the whole site anew where that fails, which without a
 * connection leaves nothing at all; this one says so on the page, and goes on by itself when the connection is back.
 */
export function lazyPage(load: Loader): LazyPage {
  let part: ComponentType | undefined;
  let fetching: Promise<boolean> | undefined;
  const fetchPart = (): Promise<boolean> => {
    fetching ??= load().then(
      (module) => {
        part = module.default;
        return true;
      },
      () => {
        fetching = undefined;
        return false;
      },
    );
    return fetching;
  };
  function Lazy() {
    const [attempt, setAttempt] = useState(0);
    const [failed, setFailed] = useState(false);
    const missing = part === undefined;
    useEffect(() => {
      if (!missing) return undefined;
      let gone = false;
      void fetchPart().then((found) => {
        if (gone) return;
        // A browser may remember that a script failed; where the site answers, a person's second attempt begins it anew.
        if (!found && attempt > 0 && navigator.onLine) void beginAnew();
        setFailed(!found);
        if (found) setAttempt(0);
      });
      return () => {
        gone = true;
      };
    }, [missing, attempt]);
    const again = () => setAttempt((before) => before + 1);
    useEffect(() => {
      if (!failed) return undefined;
      const back = () => setAttempt((before) => before + 1);
      window.addEventListener('online', back);
      return () => window.removeEventListener('online', back);
    }, [failed]);
    if (part) return createElement(part);
    return failed ? <NotFetched onRetry={again} /> : null;
  }
  const preload = async (): Promise<void> => {
    await fetchPart();
  };
  parts.push(preload);
  return Object.assign(Lazy, { preload });
}

/** Only once the site itself has answered: a page that stands is worth more than a white one. Drafts are kept on the device. */
async function beginAnew(): Promise<void> {
  const answer = await fetch(location.href, { cache: 'no-store' }).catch(() => undefined);
  if (answer?.ok) location.reload();
}

function NotFetched({ onRetry }: { readonly onRetry: () => void }) {
  const t = useMessages(commonMessages);
  return (
    <div role="alert">
      <EmptyState title={t('notFetched')} action={<Button onClick={onRetry}>{t('retry')}</Button>}>
        {t('notFetchedHint')}
      </EmptyState>
    </div>
  );
}
