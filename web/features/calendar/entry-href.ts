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
    case 'licence-renewal':
      return paths.licence(id);
    case 'warranty-end':
      return paths.asset(id);
    case 'access-review':
      return paths.accessReview(id);
    case 'record-disposal':
      return paths.record(id);
    case 'decision-expiry':
      return paths.decision(id);
  }
}
