import type { Address, Attachment, Email } from 'postal-mime';
import { isRefusal, type Outcome, refuse } from '../../../domain/kernel/decision.ts';
import { isEmail } from '../../../domain/kernel/email.ts';
import { fileName, isRunnable } from '../../../domain/kernel/file-name.ts';
import { freshText } from '../../../domain/work/mail/fresh-text.ts';
import { htmlToText } from '../../../domain/work/mail/html-to-text.ts';
import {
  languageOf,
  MAX_HEADER_BYTES,
  MAX_MAIL_BYTES,
  MAX_MAIL_FILES,
  MAX_NESTING,
  MAX_PARTS,
  MAX_REFERENCES,
  type MailFile,
  oneLine,
  type ReceivedMail,
} from '../../../domain/work/mail/received-mail.ts';
import { whyAutomatic } from '../../../domain/work/mail/why-automatic.ts';

/** A message inside a message is kept as a file: reading it too is how a small mail grows into a large one. */
const MAX_MESSAGES_INSIDE = 1;
const MAX_SENDER_NAME = 100;
const MAX_ID = 900;
/** As much of a report as its fields take. */
const REPORT_BYTES = 20_000;
const IDS_IN_A_REPORT = 10;

export interface Envelope {
  /** To whom the mail was handed over; its own headers where the host does not know. */
  readonly recipients?: readonly string[];
  readonly sender?: string;
}

/** Reads a mail. Nothing in it is opened, unpacked or fetched; whatever cannot be read as a mail, or is beyond the bounds of one, is refused. */
export async function parseMail(raw: Uint8Array, envelope: Envelope, domain: string): Promise<Outcome<ReceivedMail>> {
  if (raw.byteLength > MAX_MAIL_BYTES) return refuse('mail.too_large', { maximum: MAX_MAIL_BYTES / 1024 / 1024 });
  if (partsIn(raw) > MAX_PARTS) return refuse('mail.too_complex');
  const email = await parsed(raw);
  if (isRefusal(email)) return email;
  const from = mailboxes([email.from])[0];
  if (!from) return refuse('mail.malformed');
  if (email.attachments.length > MAX_MAIL_FILES) return refuse('mail.too_complex');

  const first = (name: string): string | undefined => email.headers.find(({ key }) => key === name)?.value;
  const reports = email.attachments.filter(({ mimeType }) => mimeType === 'message/delivery-status');
  const returned = email.attachments.filter(({ mimeType }) => /^(?:message\/rfc822|text\/rfc822-headers|message\/global.*)$/.test(mimeType));
  const ids = idsIn(email.messageId ?? '');
  const text = freshText(email.text?.trim() ? email.text : htmlToText(email.html ?? ''));
  const subject = oneLine(email.subject ?? '', 1000);
  const files = email.attachments.map(fileOf);
  return {
    messageId: ids[0],
    from,
    to: recipientsOf(email, envelope),
    subject,
    text,
    references: [...new Set([...idsIn(email.inReplyTo ?? '').reverse(), ...idsIn(email.references ?? '').reverse()])].slice(0, MAX_REFERENCES),
    language: languageOf(`${subject}\n${text}`),
    files: files.filter(({ name, type, content }) => content.byteLength > 0 && !isRunnable(name, type)),
    leftOut: files.filter(({ name, type }) => isRunnable(name, type)).map(({ name }) => name),
    automatic: whyAutomatic(
      {
        first,
        from: from.email,
        returnPath: envelope.sender ?? first('return-path'),
        contentType: first('content-type') ?? '',
        report: reports.length > 0 ? reports.map(textOf).join('\n') : undefined,
        returned: returned.flatMap((part) => idsIn(/^message-id:(.*(?:\r?\n[ \t].*)*)/im.exec(textOf(part))?.[1] ?? '')).slice(0, IDS_IN_A_REPORT),
      },
      ids.some((id) => isOurs(id, domain)),
    ),
  };
}

async function parsed(raw: Uint8Array): Promise<Outcome<Email>> {
  // Read with the first mail: a request about cases does not carry a parser of mails.
  const { default: PostalMime } = await import('postal-mime');
  try {
    return await PostalMime.parse(raw, {
      maxNestingDepth: MAX_NESTING,
      maxHeadersSize: MAX_HEADER_BYTES,
      maxRfc822NestingDepth: MAX_MESSAGES_INSIDE,
      rfc822Attachments: true,
    });
  } catch (thrown) {
    return refuse(thrown instanceof Error && /nesting|header/i.test(thrown.message) ? 'mail.too_complex' : 'mail.malformed');
  }
}

/** Lines that begin as a boundary does: no mail that people write has hundreds of them, and each may cost a part. */
function partsIn(raw: Uint8Array): number {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  let count = 0;
  for (let at = bytes.indexOf(PART); at >= 0 && count <= MAX_PARTS; at = bytes.indexOf(PART, at + PART.length)) count += 1;
  return count;
}
const PART = Buffer.from('\nContent-Type:');

/** Addresses one by one, without those that are none. */
function mailboxes(addresses: readonly (Address | undefined)[]): readonly ReceivedMail['from'][] {
  return addresses.flatMap((address) => {
    if (!address) return [];
    if (address.group) return mailboxes(address.group);
    const email = address.address.trim();
    return isEmail(email) ? [{ email, name: oneLine(address.name, MAX_SENDER_NAME) || email }] : [];
  });
}

function recipientsOf(email: Email, { recipients }: Envelope): readonly string[] {
  if (recipients) return recipients;
  const named = mailboxes([...(email.to ?? []), ...(email.cc ?? []), ...(email.bcc ?? [])]).map(({ email: address }) => address);
  return email.deliveredTo === undefined ? named : [...named, email.deliveredTo];
}

/** Ids without their brackets. */
function idsIn(header: string): string[] {
  const ids = header.match(/<[^<>\s]+>/g)?.map((id) => id.slice(1, -1)) ?? [];
  const bare = header.trim();
  return (ids.length > 0 || !/^[^<>\s]+$/.test(bare) ? ids : [bare]).filter((id) => id.length <= MAX_ID);
}

/** As we make them: `eml_...@` our own domain. */
const isOurs = (id: string, domain: string): boolean => id.startsWith('eml_') && id.endsWith(`@${domain}`);

function fileOf(part: Attachment): MailFile {
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(part.mimeType) && part.mimeType.length <= 100 ? part.mimeType.toLowerCase() : 'application/octet-stream';
  return { name: fileName(part.filename ?? '', type), type, content: bytesOf(part) };
}

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}
const textOf = (part: Attachment): string => Buffer.from(bytesOf(part).subarray(0, REPORT_BYTES)).toString('utf8');
