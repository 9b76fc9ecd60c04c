import { keyTable } from '../platform/table/key-table.ts';

/** The keys of who works in a firm. The firm itself and its members are read on every request: their keys are in `platform/auth/keys.ts`. */
export const firmKeys = keyTable({
  seats: { asks: 'How many owners and members are there?', pk: 'FIRM', sk: 'SEATS' },
  invitation: { asks: 'Who was invited, in order of invitation?', pk: 'INVITATIONS', sk: '{invitation}' },
});
