import { keyTable } from '../platform/table/key-table.ts';

/** The keys of a firm and those who work in it. The firm itself and a member are also read on every request: `platform/auth/keys.ts` names the same keys. */
export const firmKeys = keyTable({
  firm: { asks: 'What is the firm, and how do money, dates and documents read there?', pk: 'FIRM', sk: 'FIRM' },
  seats: { asks: 'How many owners and members are there?', pk: 'FIRM', sk: 'SEATS' },
  member: { asks: 'Who works in the firm, and as what?', pk: 'MEMBERS', sk: '{user}' },
  invitation: { asks: 'Who was invited, in order of invitation?', pk: 'INVITATIONS', sk: '{invitation}' },
});
