import { useLocation } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useMessages } from '../i18n/messages.ts';
import type { FirmPaths } from '../path-builder.ts';
import { useOnline } from '../ui/use-online.ts';
import type { FirmInView } from './firm-context.tsx';
import { Rail } from './rail.tsx';
import { shellMessages } from './shell-messages.ts';
import { TopBar } from './top-bar.tsx';

const loadPalette = () => import('./palette/palette.tsx');
const Palette = lazy(loadPalette);
const READY_MS = 2000;

interface AppShellProps {
  readonly firmId: string;
  readonly paths: FirmPaths;
  /** Absent while it is read: the frame stands already, so that nothing jumps. */
  readonly firm?: FirmInView;
  readonly children: ReactNode;
}

/** Rail, top bar and the page. Ctrl+K opens the palette from anywhere in it. */
export function AppShell({ paths, firm, children }: AppShellProps) {
  const t = useMessages(shellMessages);
  const { pathname } = useLocation();
  const [railOpen, setRailOpen] = useState(false);
  const [finding, setFinding] = useState(false);
  const online = useOnline();
  const page = useRef<HTMLElement>(null);
  const shown = useRef(pathname);

  useEffect(() => {
    // Fetched while nothing else is wanted, so that whoever presses Ctrl+K can type at once.
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), READY_MS);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyK') {
        event.preventDefault();
        setFinding(true);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => {
    setRailOpen(false);
    // A new page begins at its top, for readers by eye and by ear.
    if (shown.current !== pathname) page.current?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [pathname]);

  return (
    <div className="shell">
      <a className="button primary skip" href="#page">
        {t('skip')}
      </a>
      <Rail paths={paths} firm={firm} open={railOpen} onClose={() => setRailOpen(false)} />
      <div>
        <TopBar firm={firm} onOpenRail={() => setRailOpen(true)} onFind={() => setFinding(true)} />
        {!online && (
          <div className="band" role="status">
            {t('offline')}
          </div>
        )}
        <main id="page" ref={page} className="page" tabIndex={-1}>
          {children}
        </main>
      </div>
      {finding && firm && (
        <Suspense>
          <Palette onClose={() => setFinding(false)} />
        </Suspense>
      )}
    </div>
  );
}
