import type { Text } from '../../../domain/kernel/language.ts';
import { amountCell, type Sheet, type SheetRow } from '../../platform/files/sheet.ts';
import { titles } from './report-file.ts';

const totalOf = ({ en, ar }: Text): Text => ({ en: `Total ${en.toLowerCase()}`, ar: `إجمالي ${ar}` });

/** A statement as it is printed: sections with their rows and what they come to, and figures between them. */
export interface StatementPart {
  readonly title: Text;
  /** Absent: a figure by itself, such as the gross profit. */
  readonly rows?: readonly { readonly code: string; readonly name: Text; readonly amounts: readonly bigint[] }[];
  readonly total: readonly bigint[];
}

/** Rows and columns of a statement; sections without rows are left out. */
export function statementSheet(
  columns: readonly (Text | string)[],
  parts: readonly StatementPart[],
  digits: number,
): Pick<Sheet, 'columns' | 'rows'> {
  const cells = (amounts: readonly bigint[]) => amounts.map((minor) => amountCell(minor, digits));
  const rows = parts.flatMap(({ title, rows, total }): SheetRow[] => {
    if (!rows) return [{ cells: ['', title, ...cells(total)], look: 'total' }];
    if (rows.length === 0) return [];
    return [
      { cells: ['', title], look: 'heading' },
      ...rows.map(({ code, name, amounts }) => ({ cells: [code, name, ...cells(amounts)] })),
      { cells: ['', totalOf(title), ...cells(total)], look: 'total' },
    ];
  });
  return {
    columns: [
      { title: titles.code, kind: 'text', width: 12 },
      { title: titles.account, kind: 'text', width: 44 },
      ...columns.map((title) => ({ title, kind: 'amount' as const })),
    ],
    rows: rows.map((row) => ({ ...row, cells: [...row.cells, ...Array.from({ length: columns.length + 2 - row.cells.length }, () => null)] })),
  };
}
