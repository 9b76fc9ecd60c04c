import type { CalendarEntry } from './entry-href.ts';

/** How an entry looks: what was met, what is late, then by what it is of. The words beside it say the same. */
export const entryLook = ({ done, overdue, source }: CalendarEntry): string => (done ? 'met' : overdue ? 'late' : source);
