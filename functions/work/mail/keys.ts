import { keyTable } from '../../platform/table/key-table.ts';

/** The keys of mail and files of the desk, each by the question it answers. Whether a mail is known is `mailId` of the platform. */
export const mailKeys = keyTable({
  file: { asks: 'Which files belong to a case?', pk: 'CASE-FILES#{case}', sk: '{attachment}' },
  sender: { asks: 'How many mails came from an address in its last hour?', pk: 'MAIL-SENDER#{digest}', sk: 'SENDER' },
  settings: { asks: 'Does the firm take in cases by mail?', pk: 'MAIL-SETTINGS', sk: 'SETTINGS' },
  preference: { asks: 'Who wants no mails about cases?', pk: 'MAIL-PREFERENCES', sk: '{user}' },
});
