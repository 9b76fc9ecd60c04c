import { useId } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { ChartTable } from './chart-table.tsx';
import { ticksFor } from './scale.ts';

interface LineChartProps {
  readonly title: string;
  readonly name: string;
  readonly color: string;
  readonly points: readonly { readonly key: string; readonly label: string; readonly text: string; readonly value: number }[];
  readonly formatTick: (value: number) => string;
}

const WIDTH = 420;
const HEIGHT = 200;
const AXIS = 58;
const FOOT = 22;
const TOP = 10;
const LABELS_MAXIMUM = 6;

/** One line through time, which runs from the right in Arabic; its figures in a table beside it. */
export function LineChart({ title, name, color, points, formatTick }: LineChartProps) {
  const id = useId();
  const { direction } = useLanguage();
  const rtl = direction === 'rtl';
  const ticks = ticksFor(
    points.map((point) => point.value),
    3,
  );
  const most = ticks.at(-1) ?? 1;
  const least = ticks[0] ?? 0;
  const y = (value: number) => TOP + ((most - value) / (most - least || 1)) * (HEIGHT - TOP - FOOT);
  const slot = (WIDTH - AXIS) / Math.max(points.length, 1);
  const mirrored = (x: number) => (rtl ? WIDTH - x : x);
  // The last is always named; as many more as find room.
  const every = Math.max(1, Math.ceil(points.length / LABELS_MAXIMUM));
  const x = (index: number) => mirrored(AXIS + slot * (index + 0.5));
  return (
    <figure className="chart" style={{ margin: 0 }}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={id}>
        <title id={id}>{title}</title>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={mirrored(AXIS)} x2={mirrored(WIDTH)} y1={y(tick)} y2={y(tick)} stroke={tick === 0 ? '#7d8896' : '#e1e6eb'} />
            <text x={mirrored(AXIS - 8)} y={y(tick) + 4} textAnchor={rtl ? 'start' : 'end'}>
              {rtl ? `\u2067${formatTick(tick)}\u2069` : formatTick(tick)}
            </text>
          </g>
        ))}
        <polyline
          points={points.map((point, index) => `${x(index)},${y(point.value)}`).join(' ')}
          fill="none"
          stroke={color}
          strokeWidth="2"
          strokeLinejoin="round"
        />
        {points.map((point, index) => (
          <g key={point.key}>
            <circle cx={x(index)} cy={y(point.value)} r="3" fill={color} />
            {(points.length - 1 - index) % every === 0 && (
              <text x={x(index)} y={HEIGHT - 5} textAnchor="middle">
                {point.label}
              </text>
            )}
          </g>
        ))}
      </svg>
      <ChartTable title={title} heads={[name]} rows={points.map((point) => ({ key: point.key, name: point.label, cells: [point.text] }))} />
    </figure>
  );
}
