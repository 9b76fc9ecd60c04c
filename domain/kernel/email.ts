/**
 * The form under which an address is found and compared: mailbox providers do not tell `Layla@` from `layla@`, and people do not remember which they typed.
 * The address is kept beside it as it was given, for mails and pages.
 */
export const foldEmail = (email: string): string => email.normalize('NFKC').toLowerCase();
