import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import { commonMessages } from '../i18n/common-messages.ts';
import { useMessages } from '../i18n/messages.ts';

interface ScrollsProps {
  readonly label?: string;
  readonly style?: CSSProperties;
  readonly children: ReactNode;
}

/** What a table stands in. Where it is too wide for the window it scrolls sideways, and then by keyboard too. */
export function Scrolls({ label, style, children }: ScrollsProps) {
  const t = useMessages(commonMessages);
  const region = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const box = region.current;
    if (!box) return undefined;
    const watch = new ResizeObserver(() => setScrolls(box.scrollWidth > box.clientWidth));
    watch.observe(box);
    for (const child of box.children) watch.observe(child);
    return () => watch.disconnect();
  }, []);
  // On a phone the cells of a table that stacks stand one under the other, each after the head of its column.
  useEffect(() => {
    for (const table of region.current?.querySelectorAll('table.stacks') ?? []) labelCells(table);
  });
  return (
    <div ref={region} className="table-wrap" style={style} {...(scrolls && { role: 'region', tabIndex: 0, 'aria-label': label ?? t('scrollable') })}>
      {children}
    </div>
  );
}

function labelCells(table: Element) {
  // A head for ears alone names what is plain to see: buttons.
  const heads = [...table.querySelectorAll('thead th')].map((head) => (head.querySelector('.visually-hidden') ? '' : (head.textContent ?? '')));
  for (const row of table.querySelectorAll('tbody tr')) {
    for (const [index, cell] of [...row.children].entries()) {
      const isBlank = cell.textContent?.trim() === '' && cell.querySelector('input, select, button') === null;
      if (index > 0) cell.setAttribute('data-head', isBlank ? '' : (heads[index] ?? ''));
    }
  }
}
