import { Outlet, useRouter } from '@tanstack/react-router';
import { Suspense } from 'react';
import { RouterProvider } from 'react-aria-components';
import type { Href } from '../path-builder.ts';
import { splitHref } from '../ui/link.tsx';
import { Toasts } from '../ui/toast.tsx';

/** Above every page: links of menus go through the router too. */
export function Root() {
  const router = useRouter();
  return (
    <RouterProvider navigate={(href) => void router.navigate(splitHref(href as Href))} useHref={(href) => href}>
      <Toasts>
        <Suspense>
          <Outlet />
        </Suspense>
      </Toasts>
    </RouterProvider>
  );
}
