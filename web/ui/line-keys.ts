import type { KeyboardEvent } from 'react';

interface LineKeys {
  /** Begins one more line, when Enter is pressed at the end of the last. */
  readonly add: () => void;
}

/**
 * Keys of a table of typed lines: Enter goes to the next field and from the last one to a new line, the arrows up and down stay in the column.
 * A combobox keeps its own keys while its list is open; the Enter that chose goes on to the next field.
 */
export function lineKeys({ add }: LineKeys): (event: KeyboardEvent<HTMLTableElement>) => void {
  return (event) => {
    const { target, key, currentTarget: table } = event;
    if (!(target instanceof HTMLInputElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = key === 'Enter' && event.defaultPrevented && target.role === 'combobox';
    if (event.defaultPrevented && !chosen) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const cell = target.closest('td');
      const row = cell?.parentElement;
      if (!cell || !(row instanceof HTMLTableRowElement)) return;
      const other = table.rows[row.rowIndex + (key === 'ArrowDown' ? 1 : -1)]?.cells[cell.cellIndex];
      const field = other && fieldsIn(other)[0];
      if (field) {
        event.preventDefault();
        field.focus();
      }
    } else if (key === 'Enter') {
      event.preventDefault();
      const fields = fieldsIn(table);
      const next = fields[fields.indexOf(target) + 1];
      if (next) next.focus();
      else {
        add();
        // The new line is there after the next paint.
        requestAnimationFrame(() => fieldsIn(table)[fields.length]?.focus());
      }
    }
  };
}

const fieldsIn = (within: HTMLElement): HTMLElement[] => [...within.querySelectorAll<HTMLElement>('td input:not([type=checkbox]), td select')];
