import type { Calendar, Holiday, OpenInterval, Week } from '../../../../domain/work/calendars/calendar.ts';

/** Builders of calendars: a test says what matters to it, and the rest is Monday to Friday, nine to five, in UTC. */
export const nineToFive: readonly OpenInterval[] = [['09:00', '17:00']];
const office = { mon: nineToFive, tue: nineToFive, wed: nineToFive, thu: nineToFive, fri: nineToFive };

export const week = (hours: Week['hours'], from = '0001-01-01'): Week => ({ from, hours });
export const calendar = (facts: Partial<Calendar> = {}): Calendar => ({
  id: 'cal_office',
  version: 1,
  name: { en: 'Office', ar: 'المكتب' },
  timeZone: 'UTC',
  weeks: [week(office)],
  holidays: [],
  ...facts,
});
export const alwaysOpen = (timeZone = 'UTC'): Calendar => calendar({ timeZone, weeks: [], alwaysOpen: true });
export const holiday = (from: string, to = from, hours?: readonly OpenInterval[]): Holiday => ({
  from,
  to,
  name: { en: 'Eid', ar: 'عيد' },
  ...(hours && { hours }),
});

/** `2024-01-05 14:00` in UTC as an instant. */
export const utc = (text: string): string => new Date(`${text.replace(' ', 'T')}Z`).toISOString();
