export interface Place {
  readonly row: number;
  readonly column: number;
}
interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that Page keys pass over. */
  readonly page: number;
  readonly rtl: boolean;
}

/** Where a key moves the focus of a grid; undefined for a key that moves nothing. */
export function moved(
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  from: Place,
  { rows, columns, page, rtl }: Extent,
): Place | undefined {
  const to = (row: number, column: number): Place => ({ row: clamp(row, rows), column: clamp(column, columns) });
  switch (key) {
    case 'ArrowDown':
      return to(from.row + 1, from.column);
    case 'ArrowUp':
      return to(from.row - 1, from.column);
    case 'ArrowLeft':
      return to(from.row, from.column + (rtl ? 1 : -1));
    case 'ArrowRight':
      return to(from.row, from.column + (rtl ? -1 : 1));
    case 'PageDown':
      return to(from.row + page, from.column);
    case 'PageUp':
      return to(from.row - page, from.column);
    case 'Home':
      return to(ctrlKey ? 0 : from.row, 0);
    case 'End':
      return to(ctrlKey ? rows - 1 : from.row, columns - 1);
    default:
      return undefined;
  }
}

const clamp = (index: number, count: number): number => Math.max(0, Math.min(index, count - 1));
