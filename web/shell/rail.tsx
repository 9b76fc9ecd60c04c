import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { OverdueBadge } from '../features/calendar/overdue-badge.tsx';
import { WaitingCount } from '../features/decisions/waiting-count.tsx';
import { commonMessages } from '../i18n/common-messages.ts';
import { useMessages } from '../i18n/messages.ts';
import type { FirmPaths } from '../path-builder.ts';
import { Icon } from '../ui/icons.tsx';
import { Link } from '../ui/link.tsx';
import type { FirmInView } from './firm-context.tsx';
import { useFolds } from './folds.ts';
import { navigationMessages, rail } from './navigation.ts';
import { shellMessages } from './shell-messages.ts';

interface RailProps {
  readonly paths: FirmPaths;
  readonly firm: FirmInView | undefined;
  /** On a phone it lies over the page, and is closed until it is asked for. */
  readonly open: boolean;
  readonly onClose: () => void;
}

export function Rail({ paths, firm, open, onClose }: RailProps) {
  const t = useMessages(navigationMessages);
  const common = useMessages(commonMessages);
  const shell = useMessages(shellMessages);
  const { pathname } = useLocation();
  const here = currentPlace(pathname, paths);
  const [isFolded, setFolded] = useFolds();
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open, onClose]);
  return (
    <nav className={open ? 'rail open' : 'rail'} aria-label={shell('navigation')}>
      <Link href={paths.dashboard()} className="brand">
        {common('product')}
      </Link>
      {rail.map((group) => {
        const places = group.places.filter((place) => !firm || firm.may(place.permission));
        if (places.length === 0) return null;
        const folded = group.label !== 'main' && isFolded(group.label);
        return (
          <div key={group.label}>
            {group.label !== 'main' && (
              <h2>
                <button type="button" className="fold" aria-expanded={!folded} onClick={() => setFolded(group.label, !folded)}>
                  {t(group.label)}
                  <Icon name="down" size={14} />
                </button>
              </h2>
            )}
            {places.map((place) => {
              const href = place.href(paths);
              // Where somebody is stays in sight, also in a group that is folded.
              if (folded && href !== here) return null;
              return (
                <Link key={place.label} href={href} className="item" aria-current={href === here ? 'page' : undefined} activeProps={NOTHING}>
                  <Icon name={place.icon} />
                  {t(place.label)}
                  {place.badge && firm && <WaitingCount firmId={firm.id} />}
                  {place.label === 'deadlines' && firm && <OverdueBadge />}
                </Link>
              );
            })}
          </div>
        );
      })}
      {open && (
        <button type="button" className="button quiet" onClick={onClose}>
          {shell('closeNavigation')}
        </button>
      )}
    </nav>
  );
}

const NOTHING = {};

/** The place of the rail that an address lies in: the longest that it begins with. */
function currentPlace(pathname: string, paths: FirmPaths): string | undefined {
  const hrefs = rail.flatMap((group) => group.places.map((place) => place.href(paths) as string));
  return hrefs
    .filter((href) => pathname === href || (href !== paths.dashboard() && pathname.startsWith(`${href}/`)))
    .sort((a, b) => b.length - a.length)[0];
}
