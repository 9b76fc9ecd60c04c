import type { Href } from '../../path-builder.ts';
import { Cell } from '../../ui/figure.tsx';
import { Link } from '../../ui/link.tsx';

/** A figure of a report; where it is made of something, it opens that. */
export function FigureCell({ value, href }: { readonly value: string | undefined; readonly href?: Href | undefined }) {
  return (
    <td className="figure">
      {href ? (
        <Link href={href}>
          <Cell value={value} zero="–" />
        </Link>
      ) : (
        <Cell value={value} zero="–" />
      )}
    </td>
  );
}
