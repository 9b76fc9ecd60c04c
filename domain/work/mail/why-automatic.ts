import type { Automatic } from './received-mail.ts';

export interface Headers {
  /** The first value of a header by its lower-case name. */
  readonly first: (name: string) => string | undefined;
  readonly from: string;
  /** The envelope’s sender, where the host knows it: `''` and `'<>'` are the null return path. */
  readonly returnPath: string | undefined;
  readonly contentType: string;
  /** The delivery report of the mail and the ids in what it gives back, where there are any. */
  readonly report: string | undefined;
  readonly returned: readonly string[];
}

/** Robots sign with these names (RFC 2142 and habit). */
const ROBOT = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|auto-?reply|listserv|majordomo)(?:[+=.-].*)?@/i;

/**
 * Why nobody wrote this mail by hand. Such a mail opens no case and is answered by nothing, lest two machines write to each other for ever (RFC 3834).
 * A bounce comes first: it is about a mail of ours and worth a note.
 */
export function whyAutomatic(headers: Headers, isOurs: boolean): Automatic | undefined {
  const { first, from, returnPath, contentType, report, returned } = headers;
  const isNull = returnPath !== undefined && /^(?:<>)?$/.test(returnPath.trim());
  const isReport = /^multipart\/report\b/i.test(contentType) && /report-type\s*=\s*"?delivery-status/i.test(contentType);
  if (isReport || report !== undefined || (isNull && /^(?:mailer-daemon|postmaster)@/i.test(from)))
    return { kind: 'bounce', ...readReport(report ?? ''), about: returned };
  if (isOurs || first('x-diwan') !== undefined) return { kind: 'loop' };
  const submitted = first('auto-submitted')?.trim().toLowerCase();
  const suppresses = /\b(?:all|oof|autoreply)\b/i.test(first('x-auto-response-suppress') ?? '');
  if ((submitted !== undefined && !submitted.startsWith('no')) || first('x-autoreply') !== undefined || first('x-autorespond') !== undefined)
    return { kind: 'auto-reply' };
  if (isNull || suppresses || /^auto.?reply$/i.test(first('precedence')?.trim() ?? '')) return { kind: 'auto-reply' };
  const isList = ['list-id', 'list-post', 'list-unsubscribe', 'mailing-list'].some((name) => first(name) !== undefined);
  if (isList || /^(?:bulk|list|junk)$/i.test(first('precedence')?.trim() ?? '')) return { kind: 'list' };
  return ROBOT.test(from) ? { kind: 'auto-reply' } : undefined;
}

/** RFC 3464: whom it could not reach, and what the other side said. */
function readReport(report: string): { readonly recipient: string | undefined; readonly reason: string | undefined } {
  const field = (name: string): string | undefined =>
    new RegExp(`^${name}:[ \\t]*(?:rfc822;|smtp;)?[ \\t]*(\\S.{0,300})`, 'im').exec(report)?.[1]?.trim();
  return { recipient: field('final-recipient') ?? field('original-recipient'), reason: field('diagnostic-code') ?? field('status') };
}
