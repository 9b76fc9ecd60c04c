import { keyTable } from '../../platform/table/key-table.ts';

/** The keys of what the reports of the desk are made of. */
export const reportsKeys = keyTable({
  caseFacts: { asks: 'What do reports count of the cases opened in a month?', pk: 'CASE-FACTS#{month}', sk: '{case}' },
  openCaseFacts: { asks: 'What do they count of those that are open?', pk: 'CASE-FACTS-OPEN', sk: '{case}', index: 'gsi1' },
  endedCaseFacts: { asks: 'What do they count of those that ended in a month?', pk: 'CASE-FACTS-ENDED#{month}', sk: '{case}', index: 'gsi1' },
});
