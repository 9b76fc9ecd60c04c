import { keyTable } from '../../platform/table/key-table.ts';

/** The keys of the access register, its reviews and leavers, each by the question it answers. */
export const accessKeys = keyTable({
  system: { asks: 'One system', pk: 'SYSTEM#{system}', sk: 'SYSTEM' },
  systems: { asks: 'All systems by name; and which has a name?', pk: 'SYSTEMS', sk: '{name}' },
  grant: { asks: 'One grant of access', pk: 'GRANT#{grant}', sk: 'GRANT' },
  grants: { asks: 'All grants, newest first', pk: 'GRANTS', sk: '{grant}', index: 'gsi1' },
  grantsOn: { asks: 'Who has access to a system?', pk: 'SYSTEM#{system}', sk: 'GRANT#{grant}' },
  grantsOf: { asks: 'What has somebody access to?', pk: 'GRANTS-OF#{holder}', sk: '{grant}' },
  liveGrant: { asks: 'Has somebody a level of a system, or asked for it? Once each', pk: 'SYSTEM#{system}', sk: 'LIVE#{holder}#{level}' },
  review: { asks: 'One review of access', pk: 'ACCESS-REVIEW#{review}', sk: 'REVIEW' },
  reviews: { asks: 'Reviews, newest first', pk: 'ACCESS-REVIEWS', sk: '{review}', index: 'gsi1' },
  leaver: { asks: 'Leavers by their cases, newest first', pk: 'LEAVERS', sk: '{case}' },
  leaverOf: { asks: 'Is somebody being cleared already?', pk: 'LEAVERS-OPEN', sk: '{holder}' },
});
