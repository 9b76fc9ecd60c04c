import { type Language, say, type Text } from '../../../domain/kernel/language.ts';
import { formatAmount } from '../../../domain/kernel/money.ts';

/** An amount in minor units, with the decimals of its currency: a number in the file, never a text. */
export interface AmountCell {
  readonly minor: bigint;
  readonly digits: number;
}

/** What a cell holds: a text of the book or one of ours in both languages, an amount, a date, a count, nothing. */
export type SheetCell = string | Text | AmountCell | { readonly date: string } | number | null;

export interface SheetColumn {
  readonly title: Text | string;
  readonly kind: 'text' | 'amount' | 'date' | 'count';
  /** In characters. */
  readonly width?: number;
}

export interface SheetRow {
  readonly cells: readonly SheetCell[];
  /** A heading names the rows below it; a total adds up those above. */
  readonly look?: 'heading' | 'total';
}

/** A table as a file shows it: the same for CSV and XLSX. */
export interface Sheet {
  /** Name of the file, without its ending. */
  readonly name: string;
  readonly title: Text;
  /** Lines under the title: whose it is, for when, in what. Not in CSV, which is read by machines. */
  readonly notes: readonly (Text | string)[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
}

export const amountCell = (minor: bigint, digits: number): AmountCell => ({ minor, digits });

export const isAmount = (cell: SheetCell): cell is AmountCell => typeof cell === 'object' && cell !== null && 'minor' in cell;
export const isDate = (cell: SheetCell): cell is { readonly date: string } => typeof cell === 'object' && cell !== null && 'date' in cell;

/** A cell, title or note that is words, in the reader's language. */
export const wordsOf = (text: Text | string, language: Language): string => (typeof text === 'string' ? text : say(text, language));

export const amountText = ({ minor, digits }: AmountCell): string => formatAmount(minor, digits);
