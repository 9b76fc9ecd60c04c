import { keyTable } from '../table/key-table.ts';

export const datedKeys = keyTable({
  dated: { asks: 'What falls on which day of a month?', pk: 'CALENDAR#{month}', sk: '{on}#{source}#{id}' },
});
