import * as z from 'zod';
import type { Dimensions } from '../../../domain/accounting/book.ts';
import type { ChartOfAccounts } from '../../../domain/accounting/chart-of-accounts.ts';
import { fiscalYear, fiscalYearOf } from '../../../domain/accounting/periods.ts';
import { comparisons, datesBack, MAX_PERIODS, type Period, periodsBack } from '../../../domain/accounting/reports/periods-compared.ts';
import { FIRST_DATE, type LocalDate } from '../../../domain/kernel/dates.ts';
import { type Fault, type Outcome, refuse } from '../../../domain/kernel/decision.ts';
import type { Firm } from '../../platform/call.ts';
import { localDate } from '../../platform/wire.ts';
import { dimensions } from '../shapes.ts';

/** What a report may be asked: members that its route puts together. Whatever is not among them is refused by name. */
export const inFormat = { format: z.enum(['json', 'csv', 'xlsx']).default('json') };
export const overRange = {
  from: localDate.optional().meta({ description: 'first day; without it, the first of the fiscal year of `to`' }),
  to: localDate.optional().meta({ description: 'last day; without it, today in the zone of the firm' }),
};
export const asOf = { 'as-of': localDate.optional().meta({ description: 'end of this day; without it, today in the zone of the firm' }) };
export const compared = {
  compare: z.enum(comparisons).optional().meta({ description: 'what stands beside it: the period just before, or the same a year before' }),
  periods: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_PERIODS)
    .optional()
    .meta({ description: 'how many periods stand side by side, itself included; 2 where only `compare` is given' }),
};
export const underDimensions = dimensions.shape;

interface Asked {
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  readonly 'as-of'?: LocalDate | undefined;
  readonly compare?: (typeof comparisons)[number] | undefined;
  readonly periods?: number | undefined;
}
interface Here {
  readonly today: LocalDate;
  readonly firm: Pick<Firm, 'fiscalYearStart'>;
}

export const queryFault = (pointer: string, code: Fault['code'], values?: Fault['values']) =>
  refuse('request.query_invalid', undefined, [{ pointer, code, ...(values && { values }) }]);

/** The range asked for: through today where it is not said, from the first day of that fiscal year. */
export function rangeAsked({ from, to }: Asked, { today, firm }: Here): Outcome<Period> {
  const last = to ?? today;
  if (from !== undefined && from > last) return queryFault('/from', 'field.too_long', { maximum: last });
  return { from: from ?? fiscalYearStartOf(firm, last), to: last };
}

/** The day asked for: `to` means the same on a report of one day. */
export function dayAsked({ 'as-of': asOf, to }: Asked, { today }: Here): Outcome<LocalDate> {
  if (asOf !== undefined && to !== undefined && asOf !== to) return queryFault('/to', 'field.invalid');
  return asOf ?? to ?? today;
}

export function fiscalYearStartOf(firm: Here['firm'], date: LocalDate): LocalDate {
  const { from } = fiscalYear(firm, fiscalYearOf(firm, date));
  return from < FIRST_DATE ? FIRST_DATE : from;
}

/** The range and those that stand beside it. */
export const rangesAsked = (range: Period, asked: Asked): readonly Period[] => periodsBack(range, asked.compare ?? 'previous-period', countOf(asked));
export const daysAsked = (day: LocalDate, asked: Asked): readonly LocalDate[] => datesBack(day, asked.compare ?? 'previous-period', countOf(asked));
const countOf = ({ compare, periods }: Asked): number => periods ?? (compare ? 2 : 1);

/** The dimensions asked for, each a value that the firm has; undefined where none is asked. */
export function dimensionsAsked(
  asked: { readonly [K in keyof Dimensions]?: string | undefined },
  chart: ChartOfAccounts,
): Outcome<{ readonly dimensions: Dimensions | undefined }> {
  const faults: Fault[] = [];
  const wanted: { -readonly [K in keyof Dimensions]: string } = {};
  for (const kind of ['branch', 'project', 'costCentre'] as const) {
    const value = asked[kind];
    if (value === undefined) continue;
    if (!chart.dimension(kind, value)) faults.push({ pointer: `/${kind}`, code: 'dimension.unknown', values: { kind, value } });
    wanted[kind] = value;
  }
  if (faults.length > 0) return refuse('request.query_invalid', undefined, faults);
  return { dimensions: Object.keys(wanted).length > 0 ? wanted : undefined };
}
