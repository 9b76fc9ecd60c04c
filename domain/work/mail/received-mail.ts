import type { Language } from '../../kernel/language.ts';

/** Bounds of one mail. Whatever is beyond them is refused whole and leaves nothing behind. */
export const MAX_MAIL_BYTES = 25 * 1024 * 1024;
export const MAX_HEADER_BYTES = 256 * 1024;
export const MAX_NESTING = 20;
export const MAX_PARTS = 500;
export const MAX_MAIL_FILES = 30;
/** Earlier mails of a thread that are looked for, the latest first. */
export const MAX_REFERENCES = 20;
/** Firms to which one mail is given. */
export const MAX_FIRMS = 5;
/** Mails that a firm takes of one address in an hour, and how often it confirms their arrival. */
export const MAILS_AN_HOUR = 60;
export const CONFIRMATIONS_AN_HOUR = 10;
/** A case and a comment hold this much; the mail itself is kept whole beside them. */
export const MAX_TEXT = 10_000;
export const MAX_SUBJECT = 200;

export interface MailFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

/** A mail as it was understood. */
export interface ReceivedMail {
  /** Its own id without brackets, where it has one. */
  readonly messageId: string | undefined;
  readonly from: { readonly name: string; readonly email: string };
  /** The addresses that its headers name. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** The mails that it answers, the latest first. */
  readonly references: readonly string[];
  readonly language: Language | undefined;
  readonly files: readonly MailFile[];
  /** Files whose kind is not kept: they stay in the mail. */
  readonly leftOut: readonly string[];
  /** Why it was written by a machine; undefined for one that a person wrote. */
  readonly automatic: Automatic | undefined;
}

/** A bounce says of which mail, to whom, and why. */
export type Automatic =
  | { readonly kind: 'bounce'; readonly recipient: string | undefined; readonly reason: string | undefined; readonly about: readonly string[] }
  | { readonly kind: 'auto-reply' | 'list' | 'loop' };

/** The language of what somebody wrote, by its letters; undefined where there are too few to tell. */
export function languageOf(text: string): Language | undefined {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  if (arabic + latin < 3) return undefined;
  return arabic >= latin / 2 ? 'ar' : 'en';
}

/** A subject without the marks of answering and passing on, in either language. */
export function bareSubject(subject: string): string {
  let bare = oneLine(subject);
  for (let length = -1; length !== bare.length; ) {
    length = bare.length;
    bare = bare.replace(/^(?:re|fwd?|aw|sv|رد|إعادة توجيه|توجيه)\s*(?:\[\d+\])?\s*[:：]\s*/iu, '').trimStart();
  }
  return bare;
}

/** One line of text as a title holds it: nothing invisible in it, cut where it is too long. */
export function oneLine(text: string, maximum: number = MAX_SUBJECT): string {
  const flat = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  return flat.length > maximum ? `${flat.slice(0, maximum - 1).replace(/[\ud800-\udbff]$/, '')}…` : flat;
}
