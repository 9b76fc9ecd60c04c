import type { KeyboardEvent } from 'react';
import type { RowOf } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Link } from '../../ui/link.tsx';
import { findPlaces } from './find-places.ts';
import { Marked, marksOf } from './marked.tsx';

export type Find = RowOf<'search'>;

/** Finds as links, one under the other. The arrows go from one to the next. */
export function FindList({ finds, label }: { readonly finds: readonly Find[]; readonly label: string }) {
  return (
    <ul className="finds" aria-label={label}>
      {finds.map((find) => (
        <li key={`${find.kind} ${find.id}`}>
          <FindRow find={find} />
        </li>
      ))}
    </ul>
  );
}

function FindRow({ find }: { readonly find: Find }) {
  const { paths } = useFirm();
  const format = useFormat();
  const { icon, href } = findPlaces[find.kind];
  const inText = find.highlights.find((highlight) => highlight.in === 'text');
  return (
    <Link href={href(paths, find.id)} className="find">
      <Icon name={icon} />
      <span className="what">
        <span className="name">
          <Marked text={find.title} marks={marksOf(find.highlights, 'title')} />
        </span>
        {find.subtitle && (
          <span className="detail">
            <Marked text={find.subtitle} marks={marksOf(find.highlights, 'subtitle')} />
          </span>
        )}
        {inText && (
          <span className="detail">
            <Marked text={inText.text} marks={marksOf(find.highlights, 'text')} />
          </span>
        )}
      </span>
      <span className="when">
        {find.amount && <bdi className="figure-inline">{format.money(find.amount.value, find.amount.currency)}</bdi>}
        {find.on && <span className="detail">{format.date(find.on)}</span>}
      </span>
    </Link>
  );
}

/** Down and up among the finds and the field above them. */
export function walkFinds(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type="search"], a.find')];
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next || !stops.includes(document.activeElement as HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
