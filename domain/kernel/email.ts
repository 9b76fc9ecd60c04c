/** One address and nothing else: marks that would make a header line name another receiver, or several, stand in no address that people have. */
export const EMAIL = /^[^\s@,;:<>()[\]"\\\p{C}]+@[^\s@,;:<>()[\]"\\\p{C}]+\.[^\s@,;:<>()[\]"\\\p{C}]+$/u;
export const EMAIL_LENGTH = 254;
export const isEmail = (text: string): boolean => text.length <= EMAIL_LENGTH && EMAIL.test(text);

/**
 * The form under which an address is found and compared: mailbox providers do not tell `Layla@` from `layla@`, and people do not remember which they typed.
 * The address is kept beside it as it was given, for mails and pages.
 */
export const foldEmail = (email: string): string => email.normalize('NFKC').toLowerCase();
