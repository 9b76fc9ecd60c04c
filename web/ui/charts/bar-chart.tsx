import { useId } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { ChartTable } from './chart-table.tsx';
import { ticksFor } from './scale.ts';

export interface Series {
  readonly key: string;
  readonly name: string;
  readonly color: string;
}
export interface Bars {
  readonly key: string;
  readonly label: string;
  /** Exact, for the table. */
  readonly texts: readonly string[];
  /** Near enough to draw. */
  readonly values: readonly number[];
}

interface BarChartProps {
  readonly title: string;
  readonly series: readonly Series[];
  readonly bars: readonly Bars[];
  readonly formatTick: (value: number) => string;
}

const WIDTH = 620;
const HEIGHT = 220;
const AXIS = 62;
const FOOT = 22;
const TOP = 8;

/**
 * Bars in groups, the first at the start of the line: from the right in Arabic. The picture is drawn left to right and mirrored by arithmetic,
 * because browsers flip the anchors of text in a mirrored picture. The figures are in a real table beside it.
 */
export function BarChart({ title, series, bars, formatTick }: BarChartProps) {
  const id = useId();
  const { direction } = useLanguage();
  const rtl = direction === 'rtl';
  const ticks = ticksFor(bars.flatMap((bar) => bar.values));
  const most = ticks.at(-1) ?? 1;
  const least = ticks[0] ?? 0;
  const y = (value: number) => TOP + ((most - value) / (most - least || 1)) * (HEIGHT - TOP - FOOT);
  const slot = (WIDTH - AXIS) / Math.max(bars.length, 1);
  const mirrored = (x: number) => (rtl ? WIDTH - x : x);
  const width = Math.min(18, (slot * 0.72) / series.length);
  return (
    <figure className="chart bars" style={{ margin: 0 }}>
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
        {bars.map((bar, index) => {
          const middle = AXIS + slot * (index + 0.5);
          return (
            <g key={bar.key}>
              {series.map((each, place) => {
                const value = bar.values[place] ?? 0;
                const left = middle + (place - series.length / 2) * width;
                return (
                  <rect
                    key={each.key}
                    x={rtl ? WIDTH - left - width + 1 : left}
                    width={width - 1}
                    y={Math.min(y(value), y(0))}
                    height={Math.max(Math.abs(y(value) - y(0)), value === 0 ? 0 : 1)}
                    fill={each.color}
                    rx="1.5"
                  />
                );
              })}
              <text className={(bars.length - 1 - index) % 2 === 1 ? 'between' : undefined} x={mirrored(middle)} y={HEIGHT - 5} textAnchor="middle">
                {bar.label}
              </text>
            </g>
          );
        })}
      </svg>
      <div className="legend" aria-hidden="true">
        {series.map((each) => (
          <span key={each.key}>
            <span className="swatch" style={{ background: each.color }} />
            {each.name}
          </span>
        ))}
      </div>
      <ChartTable
        title={title}
        heads={series.map((each) => each.name)}
        rows={bars.map((bar) => ({ key: bar.key, name: bar.label, cells: bar.texts }))}
      />
    </figure>
  );
}
