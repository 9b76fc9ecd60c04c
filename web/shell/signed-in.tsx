import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSession } from '../api/session.ts';
import { publicPaths } from '../path-builder.ts';
import { router } from '../router.ts';
import { splitHref } from '../ui/link.tsx';

/** Pages of a person: who is not signed in, or no longer, signs in first and comes back to the same address. Drafts stay where they are. */
export function SignedIn() {
  const session = useSession();
  const { href } = useLocation();
  const signedIn = session !== undefined;
  useEffect(() => {
    if (!signedIn) void router().navigate({ ...splitHref(publicPaths.signIn(href)), replace: true });
  }, [signedIn, href]);
  return signedIn ? <Outlet /> : null;
}
