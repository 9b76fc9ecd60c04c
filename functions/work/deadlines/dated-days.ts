import { may, type Role } from '../../../domain/firms/permissions.ts';
import { type LocalDate, monthAfter, monthOf } from '../../../domain/kernel/dates.ts';
import { maySee, type RecordClass } from '../../../domain/records/filing/record-classes.ts';
import { datedSources } from '../../../domain/work/deadlines/dated-sources.ts';
import { type Dated, datedOf } from '../../platform/dated/dated.ts';
import { datedKeys } from '../../platform/dated/keys.ts';
import { rowsFrom } from '../../platform/lists/rows-from.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import type { Item } from '../../platform/table/port.ts';

/** What falls on the days of a span, in order, a month’s partition after the other; going on after a day’s key. */
export async function* datedBetween(table: FirmTable, from: LocalDate, to: LocalDate, after?: string) {
  const first = after === undefined ? from : after.slice(0, 10);
  for (let month = monthOf(first); month <= monthOf(to); month = monthAfter(month)) {
    const { pk } = datedKeys.dated({ month, on: '', source: '', id: '' });
    const goesOn = after !== undefined && monthOf(first) === month ? after : undefined;
    const span = { pk, from, to: `${to}~` };
    const rows = rowsFrom(table, span, goesOn);
    const items = rowsFrom(table, { ...span, index: 'gsi1' }, goesOn);
    for await (const [at, item] of merged(rows, items)) yield { at, value: datedOf(item) };
  }
}

/** Who looks at the calendar, and the classes that say which records their role knows of. */
export interface Looking {
  readonly role: Role;
  readonly user: string;
  readonly classes: ReadonlyMap<string, RecordClass>;
}

/** Whether somebody may see a day of the calendar: by the permission of what it is of, alone where it concerns one person, and of a record with its readers. */
export const mayBeSeen = ({ source, person, guard }: Dated, { role, user, classes }: Looking): boolean =>
  may(role, datedSources[source].permission) &&
  (person === undefined || person === user) &&
  (source !== 'record-disposal' || (guard !== undefined && maySee(role, { confidential: guard.marked }, classes.get(guard.class))));

/** Days from rows of their own and days of items, as one, in order. */
async function* merged(rows: AsyncGenerator<Item>, items: AsyncGenerator<Item>): AsyncGenerator<readonly [at: string, item: Item]> {
  let [row, item] = await Promise.all([rows.next(), items.next()]);
  while (!row.done || !item.done) {
    const [a, b] = [row.done ? undefined : row.value.sk, item.done ? undefined : String(item.value.gsi1sk)];
    if (!row.done && a !== undefined && (b === undefined || a <= b)) {
      yield [a, row.value];
      row = await rows.next();
    } else if (!item.done && b !== undefined) {
      yield [b, item.value];
      item = await items.next();
    }
  }
}
