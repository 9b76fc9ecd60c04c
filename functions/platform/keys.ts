import { keyTable } from './table/key-table.ts';

/** The keys that every context shares, each by the question it answers. */
export const platformKeys = keyTable({
  eventHead: { asks: 'Where does the firm’s chain of events stand?', pk: 'EVENT-HEAD', sk: 'HEAD' },
  event: { asks: 'What has happened in the firm, in order?', pk: 'EVENTS', sk: '{seq}' },
  eventsOf: { asks: 'What has happened to one thing?', pk: 'ENTITY#{kind}#{id}', sk: '{seq}', index: 'gsi1' },
  idempotency: { asks: 'What was answered to a key of a route?', pk: 'IDEMPOTENCY', sk: '{route}#{key}' },
  mail: { asks: 'Which mails are still to be sent?', pk: 'OUTBOX', sk: '{mail}' },
  mailId: { asks: 'Do we know this mail, from us or to us, and which case is it about?', pk: 'MAIL-ID#{digest}', sk: 'MAIL' },
  deadLetter: { asks: 'What failed for good, oldest first?', pk: 'DEAD', sk: '{at}#{handler}#{digest}' },
});
