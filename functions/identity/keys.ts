import { keyTable } from '../platform/table/key-table.ts';

/** The keys of identity's directories, each by the question it answers. Sessions themselves are `sessionKey` in `platform/auth/keys.ts`. */
export const identityKeys = keyTable({
  user: { asks: 'Who is this person?', pk: 'USER#{user}', sk: 'USER' },
  userSession: { asks: 'Where is this person signed in?', pk: 'USER#{user}', sk: 'SESSION#{session}' },
  userFirm: { asks: 'In which firms may this person be? (The membership in the firm has the last word.)', pk: 'USER#{user}', sk: 'FIRM#{firm}' },
  address: { asks: 'With what are the passwords of an address salted, and how many mails has it had this hour?', pk: 'EMAIL#{email}', sk: 'ADDRESS' },
  unverified: { asks: 'Who signed up with an address, the latest first?', pk: 'EMAIL#{email}', sk: 'UNVERIFIED#{user}' },
  verified: { asks: 'Who has shown that an address is theirs?', pk: 'EMAIL#{email}', sk: 'VERIFIED#{user}' },
  link: { asks: 'What does the link of a mail open? (By the digest of its token.)', pk: 'LINK#{digest}', sk: 'LINK' },
  // In a firm's scope for what changes a firm.
  firstAnswer: { asks: 'What was answered to a command that carries a secret, under its Idempotency-Key?', pk: 'COMMAND#{command}', sk: 'ANSWER' },
  resetRequest: { asks: 'For which addresses was a new password asked?', pk: 'RESET-REQUEST', sk: '{request}' },
  rename: { asks: 'Whose new name have their firms not heard of yet?', pk: 'RENAME', sk: '{user}' },
});
