import { keyTable } from '../table/key-table.ts';

export const datedKeys = keyTable({
  datedItem: { asks: 'And which items of other questions fall on it?', pk: 'CALENDAR#{month}', sk: '{on}#{source}#{id}', index: 'gsi1' },
  dated: { asks: 'What falls on which day of a month?', pk: 'CALENDAR#{month}', sk: '{on}#{source}#{id}' },
});
