import { type SearchKindName, searchKinds } from '../../../domain/records/search/kinds.ts';
import { useFirmApi } from '../../api/queries.ts';
import { findPlaces } from '../../features/search/find-places.ts';
import { marksOf } from '../../features/search/marked.tsx';
import { matches } from '../../i18n/fold.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import type { Href } from '../../path-builder.ts';
import type { IconName } from '../../ui/icons.tsx';
import { useFirm } from '../firm-context.tsx';
import { beginnings, further, navigationMessages, type Place, rail } from '../navigation.ts';
import { shellMessages } from '../shell-messages.ts';
import { usePaused } from '../use-paused.ts';
import { recentFinds } from './recents.ts';

export interface Find {
  readonly key: string;
  readonly text: string;
  readonly detail?: string;
  readonly icon?: IconName;
  readonly href: Href;
  /** Where the text answers what was typed. */
  readonly marks?: readonly (readonly [number, number])[];
  /** One of the firm's own things, to be offered again. */
  readonly isThing?: boolean;
}
export interface FindGroup {
  readonly key: string;
  readonly label: string;
  readonly finds: readonly Find[];
}

const EACH_MAXIMUM = 5;
const MOST = 60;

/** What the palette offers for what is typed: pages and acts by their names in both languages at once, and whatever of the firm the search finds. */
export function useFinds(typed: string): { readonly groups: readonly FindGroup[]; readonly isLooking: boolean } {
  const firm = useFirm();
  const { language } = useLanguage();
  const names = useMessages(navigationMessages);
  const t = useMessages(shellMessages);
  const asked = usePaused(typed.trim());
  const wanted = [...asked].length >= 2;
  // What was just made is to be found: nothing older than the typing is shown.
  const answer = useFirmApi('search', { query: { q: asked, each: EACH_MAXIMUM, limit: MOST } }, { enabled: wanted, staleTime: 0 });

  const placesOf = (places: readonly Place[]): Find[] =>
    places
      .filter((place) => firm.may(place.permission))
      .filter((place) => typed === '' || matches(`${navigationMessages[place.label].en} ${navigationMessages[place.label].ar}`, typed))
      .map((place) => ({ key: `place:${place.label}`, text: names(place.label), icon: place.icon, href: place.href(firm.paths) }));
  const groups: FindGroup[] = [
    { key: 'recents', label: t('recents'), finds: typed === '' ? recentFinds(firm.id) : [] },
    { key: 'pages', label: t('pages'), finds: placesOf([...rail.flatMap((group) => group.places), ...further]) },
    { key: 'acts', label: t('acts'), finds: placesOf(beginnings) },
  ];
  if (wanted && typed.trim() !== '') {
    const byKind = new Map<SearchKindName, Find[]>();
    for (const { kind, id, title, subtitle, highlights } of answer.data?.body.data ?? []) {
      const { icon, href } = findPlaces[kind];
      const find: Find = {
        key: `${kind}:${id}`,
        text: title,
        icon,
        href: href(firm.paths, id),
        marks: marksOf(highlights, 'title'),
        isThing: true,
        ...(subtitle && { detail: subtitle }),
      };
      byKind.set(kind, [...(byKind.get(kind) ?? []), find]);
    }
    for (const [kind, finds] of byKind) groups.push({ key: kind, label: searchKinds[kind].many[language], finds });
    if (byKind.size > 0)
      groups.push({
        key: 'all',
        label: t('everything'),
        finds: [{ key: 'all', text: t('allResults', { typed: asked }), icon: 'search', href: firm.paths.search({ q: asked }) }],
      });
  }
  return { groups: groups.filter((group) => group.finds.length > 0), isLooking: wanted && answer.isFetching };
}
