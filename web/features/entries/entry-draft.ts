import type { LocalDate } from '../../../domain/kernel/dates.ts';
import type { FirmInput } from '../../api/route-types.ts';
import { minorOf } from '../../i18n/amounts.ts';
import { padDecimals } from '../../i18n/digits.ts';

/** A line as it is being typed. */
export interface TypedLine {
  readonly key: number;
  readonly account: string;
  readonly debit: string;
  readonly credit: string;
  readonly memo: string;
  readonly branch: string;
  readonly project: string;
  readonly costCentre: string;
}

export interface TypedEntry {
  readonly date: LocalDate;
  readonly memo: string;
  readonly reference: string;
  readonly lines: readonly TypedLine[];
}

export const emptyLine = (key: number): TypedLine => ({ key, account: '', debit: '', credit: '', memo: '', branch: '', project: '', costCentre: '' });
export const isBlank = (line: TypedLine): boolean => line.account === '' && line.debit === '' && line.credit === '' && line.memo === '';
export const nextKey = (lines: readonly TypedLine[]): number => Math.max(0, ...lines.map((line) => line.key)) + 1;

export interface Running {
  readonly debit: bigint;
  readonly credit: bigint;
  /** Debits less credits: zero is balanced. */
  readonly difference: bigint;
}

/** What the lines come to so far. */
export function runningOf(lines: readonly TypedLine[], digits: number): Running {
  let debit = 0n;
  let credit = 0n;
  for (const line of lines) {
    debit += minorOf(line.debit, digits) ?? 0n;
    credit += minorOf(line.credit, digits) ?? 0n;
  }
  return { debit, credit, difference: debit - credit };
}

/** What keeps an entry from being posted, in the order in which its writer meets it. */
export type Obstacle =
  | { readonly kind: 'noDate' }
  | { readonly kind: 'twoLines' }
  | { readonly kind: 'incomplete'; readonly line: number }
  | { readonly kind: 'notBalanced'; readonly difference: bigint };

export function obstacleOf(entry: TypedEntry, digits: number): Obstacle | undefined {
  if (entry.date === '') return { kind: 'noDate' };
  const written = entry.lines.filter((line) => !isBlank(line));
  if (written.length < 2) return { kind: 'twoLines' };
  for (const [index, line] of entry.lines.entries()) {
    if (isBlank(line)) continue;
    const amount = minorOf(line.debit, digits) ?? minorOf(line.credit, digits);
    const half = [line.debit, line.credit].some((side) => side !== '' && minorOf(side, digits) === undefined);
    if (line.account === '' || amount === undefined || half) return { kind: 'incomplete', line: index + 1 };
  }
  const { difference } = runningOf(entry.lines, digits);
  return difference === 0n ? undefined : { kind: 'notBalanced', difference };
}

/** The lines that count, and where each stands in the request, so that a fault finds its field. */
export const placesOf = (lines: readonly TypedLine[]): ReadonlyMap<number, number> =>
  new Map(lines.filter((line) => !isBlank(line)).map((line, index) => [line.key, index]));

/** What is sent: amounts with all their digits, also the one in which the cursor still stands. */
export function bodyOf({ date, memo, reference, lines }: TypedEntry, digits: number): FirmInput<'postEntry'>['body'] {
  return {
    date,
    ...(memo !== '' && { memo }),
    ...(reference !== '' && { reference }),
    lines: lines
      .filter((line) => !isBlank(line))
      .map(({ account, debit, credit, memo: words, branch, project, costCentre }) => ({
        account,
        ...(debit !== '' && { debit: padDecimals(debit, digits) }),
        ...(credit !== '' && { credit: padDecimals(credit, digits) }),
        ...(words !== '' && { memo: words }),
        ...((branch || project || costCentre) && {
          dimensions: { ...(branch && { branch }), ...(project && { project }), ...(costCentre && { costCentre }) },
        }),
      })),
  };
}
