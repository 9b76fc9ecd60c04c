import { type ReactNode, useId } from 'react';
import { useLanguage } from '../../i18n/language.tsx';

export interface Part {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly text: ReactNode;
  readonly color: string;
  readonly share: string;
}

const WIDTH = 400;
const HEIGHT = 22;

/** One bar of parts, the first at the start of the line, and beside it the table that it is a picture of. */
export function StackedBar({ title, parts }: { readonly title: string; readonly parts: readonly Part[] }) {
  const id = useId();
  const { direction } = useLanguage();
  const drawn = parts.filter((part) => part.value > 0);
  const total = drawn.reduce((sum, part) => sum + part.value, 0) || 1;
  let at = 0;
  return (
    <figure className="chart" style={{ margin: 0 }}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={id}>
        <title id={id}>{title}</title>
        {drawn.length === 0 && <rect width={WIDTH} height={HEIGHT} rx="3" fill="#e8ecf0" />}
        {drawn.map((part) => {
          const width = (part.value / total) * WIDTH;
          const x = direction === 'rtl' ? WIDTH - at - width : at;
          at += width;
          return <rect key={part.key} x={x} width={Math.max(width - 1.5, 0.5)} height={HEIGHT} rx="2" fill={part.color} />;
        })}
      </svg>
      <table className="table" aria-label={title}>
        <tbody>
          {parts.map((part) => (
            <tr key={part.key}>
              <th scope="row">
                <span className="swatch" aria-hidden="true" style={{ background: part.color }} />
                {part.name}
              </th>
              <td className="figure">{part.text}</td>
              <td className="figure muted">{part.share}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
