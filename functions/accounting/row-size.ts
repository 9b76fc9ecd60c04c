import { limits } from '../platform/table/port.ts';

/**
 * What a row that holds many lines may weigh: half of what an item may, so that a row always fits. A batch is decided before its rows are written;
 * one row too heavy for the table would leave it decided and never written.
 */
export const ROW_BYTES = limits.itemBytes / 2;

/** Enough for any figure, and for what the table counts per member. */
const FIGURE_BYTES = 13;
const WIDEST_LETTER_BYTES = 3;

/** What a line of a row weighs at the most. */
export const mostBytesOf = (line: readonly (string | number)[]): number =>
  line.reduce<number>((sum, member) => sum + FIGURE_BYTES + (typeof member === 'string' ? WIDEST_LETTER_BYTES * member.length : 0), FIGURE_BYTES);
