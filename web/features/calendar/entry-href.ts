import type { Output } from '../../api/route-types.ts';
import type { FirmPaths, Href } from '../../path-builder.ts';

export type CalendarEntry = Output<'readCalendar'>['data'][number];

/** The page of what an entry of the calendar is of. */
export function entryHref({ source, id }: CalendarEntry, paths: FirmPaths): Href {
  switch (source) {
    case 'deadline':
      return paths.deadline(id);
    case 'invoice-due':
      return paths.invoice(id);
    case 'case-due':
      return paths.case(id);
    default:
      return pageOf(source, id, paths);
  }
}

/** Pages that come with their own features; where one is not there yet, the calendar itself. */
function pageOf(source: CalendarEntry['source'], id: string, paths: FirmPaths): Href {
  const known = paths as unknown as Readonly<Record<string, ((id: string) => Href) | undefined>>;
  const names: Readonly<Partial<Record<CalendarEntry['source'], string>>> = {
    'licence-renewal': 'licence',
    'warranty-end': 'asset',
    'access-review': 'accessReview',
    maintenance: 'maintenancePlan',
    'record-disposal': 'record',
    'decision-expiry': 'decision',
  };
  return known[names[source] ?? '']?.(id) ?? paths.calendar();
}
