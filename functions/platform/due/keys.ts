import { keyTable } from '../table/key-table.ts';

/** What the host itself keeps, among the directories that span firms. */
export const hostKeys = keyTable({
  watermark: { asks: 'Through which hour has the sweep seen everything that was due?', pk: 'SWEEP', sk: 'WATERMARK' },
  limit: { asks: 'How many requests of a firm or an address were taken this minute?', pk: 'LIMIT#{key}', sk: 'LIMIT' },
});
