import { keyTable } from '../../platform/table/key-table.ts';

/** The keys of licences and their seats, each by the question it answers. */
export const licencesKeys = keyTable({
  licence: { asks: 'One licence with its terms', pk: 'LICENCE#{licence}', sk: 'LICENCE' },
  licences: { asks: 'All licences, by product', pk: 'LICENCES', sk: '{product}#{licence}', index: 'gsi1' },
  seatsHeld: { asks: 'How many seats of a licence are held?', pk: 'LICENCE#{licence}', sk: 'SEATS-HELD' },
  seat: { asks: 'A seat, held or released', pk: 'LICENCE#{licence}', sk: 'SEAT#{seat}' },
  seatHolder: { asks: 'Who holds a seat of a licence? Each once', pk: 'LICENCE#{licence}', sk: 'HOLDER#{holder}' },
  seatsOf: { asks: 'Which seats does somebody, or an asset, hold?', pk: 'SEATS-OF#{holder}', sk: '{licence}' },
});
