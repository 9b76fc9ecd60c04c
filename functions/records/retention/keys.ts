import { keyTable } from '../../platform/table/key-table.ts';

/** The keys of holds and disposals, each by the question it answers. */
export const retentionKeys = keyTable({
  hold: { asks: 'Which holds are there?', pk: 'RECORD-HOLDS', sk: '{hold}' },
  holdsHead: { asks: 'Has a hold been placed or released meanwhile?', pk: 'RECORD-HOLDS-HEAD', sk: 'HEAD' },
  disposal: { asks: 'Which records were put forward for disposal, and what became of them?', pk: 'DISPOSALS', sk: '{disposal}' },
  shred: { asks: 'Whose files are still to be deleted?', pk: 'RECORD-SHRED#{record}', sk: 'SHRED' },
  refold: { asks: 'Which longer schedule has not reached every record of its class yet?', pk: 'RECORD-REFOLD#{class}', sk: 'REFOLD' },
});
