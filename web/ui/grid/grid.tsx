// biome-ignore-all lint/a11y/useSemanticElements: rows in sight alone are there, placed by the virtualizer, which a table's layout cannot do
import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import type { Href } from '../../path-builder.ts';
import { Link, splitHref } from '../link.tsx';
import { useNarrow } from '../use-narrow.ts';
import { moved } from './grid-keys.ts';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  /** A track of the grid: `140px`, `minmax(160px, 2fr)`. */
  readonly width: string;
  readonly figure?: boolean;
  /** The cell that carries the row's link. */
  readonly opens?: boolean;
  /** Its place in the row of a phone, two lines of two: what has none is left to the page behind the row. */
  readonly phone?: 'name' | 'amount' | 'number' | 'state';
  readonly cell: (row: Row) => ReactNode;
}

interface GridProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly href?: (row: Row) => Href;
  /** Where a row opens something on the page instead. */
  readonly onOpen?: (row: Row) => void;
  readonly hasMore?: boolean;
  readonly loadMore?: () => void;
  /** Narrower than this the grid scrolls sideways. */
  readonly least?: number;
}

const ROW_PX = 44;
const STACKED_ROW_PX = 64;
const OVERSCAN = 10;

/**
 * A long list as an ARIA grid: only the rows in sight exist, one cell is in the tab order, arrows (mirrored in Arabic), Home, End, Page keys and Ctrl
 * with them move it, Enter opens its row. More rows are asked for as the end comes near.
 */
export function Grid<Row>({ label, rows, columns: all, rowKey, href, onOpen, hasMore = false, loadMore, least = 700 }: GridProps<Row>) {
  const navigate = useNavigate();
  const { direction } = useLanguage();
  const stacked = useNarrow() && all.some((column) => column.phone);
  const columns = stacked ? all.filter((column) => column.phone) : all;
  const rowPx = stacked ? STACKED_ROW_PX : ROW_PX;
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const wantsFocus = useRef(false);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
    scrollPaddingStart: stacked ? 0 : ROW_PX,
    initialRect: { width: 800, height: 600 },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are measured anew
  useEffect(() => virtual.measure(), [rowPx]);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (hasMore && last >= rows.length - OVERSCAN) loadMore?.();
  }, [hasMore, last, rows.length, loadMore]);
  useEffect(() => {
    if (!wantsFocus.current) return;
    const cell = scroller.current?.querySelector<HTMLElement>('[data-at]');
    if (cell) {
      wantsFocus.current = false;
      cell.focus({ preventScroll: true });
    }
  });

  const row = Math.min(at.row, Math.max(rows.length - 1, 0));
  const open = (target: Row) => {
    if (href) void navigate(splitHref(href(target)));
    else onOpen?.(target);
  };
  const keyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = moved(
      event,
      { row, column: at.column },
      {
        rows: rows.length,
        columns: columns.length,
        page: Math.floor((scroller.current?.clientHeight ?? 440) / rowPx) - 1,
        rtl: direction === 'rtl',
      },
    );
    const target = rows[row];
    if (next) {
      event.preventDefault();
      wantsFocus.current = true;
      virtual.scrollToIndex(next.row);
      setAt(next);
    } else if (event.key === 'Enter' && target) {
      event.preventDefault();
      open(target);
    }
  };

  const style = { '--columns': columns.map((column) => column.width).join(' '), '--least': `${least}px` } as CSSProperties;
  return (
    <div
      ref={scroller}
      className={stacked ? 'grid stacked' : 'grid'}
      role="grid"
      aria-label={label}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      aria-colcount={columns.length}
      style={style}
      onKeyDown={keyDown}
    >
      <div role="rowgroup" className={stacked ? 'visually-hidden' : 'head'}>
        {/* biome-ignore lint/a11y/useFocusableInteractive: nothing to do in a head */}
        <div role="row" aria-rowindex={1}>
          {columns.map((column) => (
            // biome-ignore lint/a11y/useFocusableInteractive: nothing to do in a head
            <div key={column.key} role="columnheader" className={column.figure ? 'figure' : undefined}>
              {column.head}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="body" style={{ blockSize: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const data = rows[item.index];
          if (data === undefined) return null;
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus is on its cells
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles keys
            <div
              key={rowKey(data)}
              role="row"
              aria-rowindex={item.index + 2}
              className={href || onOpen ? 'opens' : undefined}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => open(data)}
            >
              {columns.map((column, index) => {
                const here = item.index === row && index === at.column;
                return (
                  <div
                    key={column.key}
                    role="gridcell"
                    aria-colindex={index + 1}
                    tabIndex={here ? 0 : -1}
                    data-at={here || undefined}
                    data-phone={stacked ? column.phone : undefined}
                    className={column.figure ? 'figure' : undefined}
                    onFocus={() => {
                      if (!here) setAt({ row: item.index, column: index });
                    }}
                  >
                    {column.opens && href ? (
                      <Link href={href(data)} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
                        {column.cell(data)}
                      </Link>
                    ) : (
                      column.cell(data)
                    )}
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}
