import { may, type Role } from '../../../domain/firms/permissions.ts';
import { type LocalDate, monthAfter, monthOf } from '../../../domain/kernel/dates.ts';
import { datedSources } from '../../../domain/work/deadlines/dated-sources.ts';
import { rowsFrom } from '../../accounting/invoicing/rows.ts';
import { type Dated, datedOf } from '../../platform/dated/dated.ts';
import { datedKeys } from '../../platform/dated/keys.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';

/** What falls on the days of a span, in order, a month’s partition after the other; going on after a day’s key. */
export async function* datedBetween(table: FirmTable, from: LocalDate, to: LocalDate, after?: string) {
  const first = after === undefined ? from : after.slice(0, 10);
  for (let month = monthOf(first); month <= monthOf(to); month = monthAfter(month)) {
    const { pk } = datedKeys.dated({ month, on: '', source: '', id: '' });
    const goesOn = after !== undefined && monthOf(first) === month ? after : undefined;
    for await (const item of rowsFrom(table, { pk, from, to: `${to}~` }, goesOn)) yield { at: item.sk, value: datedOf(item) };
  }
}

/** Whether somebody may see a day of the calendar: by the permission of what it is of, and alone where it concerns one person. */
export const mayBeSeen = ({ source, person }: Dated, role: Role, user: string): boolean =>
  may(role, datedSources[source].permission) && (person === undefined || person === user);
