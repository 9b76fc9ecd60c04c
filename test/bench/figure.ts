/** One figure of the bench: what was measured, its floor measured in the same run, and what it must reach. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the same work costs without us (or at a small size): the figure is read against it. */
  readonly floor?: { readonly name: string; readonly value: number };
  /** Held against the figure itself, or against its ratio to the floor. Without one the figure is told and not judged. */
  readonly target?: { readonly of: 'value' | 'ratio'; readonly least: number } | { readonly of: 'value' | 'ratio'; readonly most: number };
  /** Why a figure is as it is, or why it is missing. */
  readonly note?: string;
}

export interface Section {
  readonly name: string;
  readonly about: string;
  measure(): Promise<readonly Figure[]>;
}

export const ratioOf = ({ value, floor }: Figure): number | undefined => floor && value / floor.value;

export function isMet(figure: Figure): boolean | undefined {
  const { target } = figure;
  if (!target) return undefined;
  const judged = target.of === 'value' ? figure.value : (ratioOf(figure) ?? Number.NaN);
  return 'least' in target ? judged >= target.least : judged <= target.most;
}

const columns = ['figure', 'measured', 'floor', 'ratio', 'target', ''] as const;

/** The figures as a table that a person reads. */
export function printed(figures: readonly Figure[]): string {
  const rows = [columns, ...figures.map(cells)];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const notes = figures.filter(({ note }) => note !== undefined).map(({ name, note }) => `  ${name}: ${note}`);
  return [...lines, ...notes].join('\n');
}

function cells(figure: Figure): readonly string[] {
  const { name, value, unit, floor, target } = figure;
  const ratio = ratioOf(figure);
  const met = isMet(figure);
  const bound = target && ('least' in target ? `>= ${readable(target.least)}` : `<= ${readable(target.most)}`);
  return [
    name,
    `${readable(value)} ${unit}`,
    floor ? `${floor.name}: ${readable(floor.value)}` : '',
    ratio === undefined ? '' : `${ratio.toFixed(2)} x`,
    bound ? `${bound} ${target.of === 'ratio' ? 'x' : unit}` : '',
    met === undefined ? '' : met ? 'pass' : 'FAIL',
  ];
}

/** Three digits that matter, and thousands apart. */
function readable(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}
