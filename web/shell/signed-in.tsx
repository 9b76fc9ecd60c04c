import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSession } from '../api/session.ts';
import { publicPaths } from '../path-builder.ts';
import { router } from '../router.ts';
import { splitHref } from '../ui/link.tsx';
import { fetchEveryPart } from './lazy-page.tsx';

/** After what the first page itself needs. */
const IDLE_AFTER_MS = 3000;

/** Pages of a person: who is not signed in, or no longer, signs in first and comes back to the same address. Drafts stay where they are. */
export function SignedIn() {
  const session = useSession();
  const { href, pathname } = useLocation();
  const signedIn = session !== undefined;
  // The address changes before this page is gone: what it has become then is not where to come back to.
  const leaving = pathname === publicPaths.signIn();
  useEffect(() => {
    if (!signedIn && !leaving) void router().navigate({ ...splitHref(publicPaths.signIn(href)), replace: true });
  }, [signedIn, leaving, href]);
  useEffect(() => {
    if (!signedIn) return undefined;
    const timer = setTimeout(() => whenIdle(() => void fetchEveryPart()), IDLE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [signedIn]);
  return signedIn ? <Outlet /> : null;
}

/** Safari has no idle moments to wait for. */
const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(work);
  else work();
};
