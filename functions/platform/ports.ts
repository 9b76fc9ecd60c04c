import type { Item, Table } from './table/port.ts';

/** What a host gives the handlers. Two hosts, one set of ports; a handler cannot tell where it runs. */
export interface Ports {
  /** The table for one scope (a firm, or identity's directories), already walled to its leading keys. */
  readonly table: (scopes: readonly string[]) => Promise<Table>;
  readonly clock: Clock;
  /** At least 16 unguessable bytes at a time. */
  readonly randomBytes: (count: number) => Uint8Array;
  readonly blobs: Blobs;
  readonly mail: MailSender;
  /** Reads what is written in files. Without one a function reads by itself: on AWS it has a process, a time and a memory of its own. */
  readonly fileReader?: FileReader;
  readonly limiter: Limiter;
  readonly log: Log;
  /** Secret of the host with which cursors and local links are signed. */
  readonly signingKey: Uint8Array;
  /** Secret of the host from which the key for receipts is made. Read when the first receipt is signed: few requests need it. */
  readonly receiptSecret: () => Promise<Uint8Array>;
  /** Where the pages are, for links in mails: `https://app.example`. */
  readonly pagesUrl: string;
  /** The domain at which firms are written to; absent where the host takes in no mail. */
  readonly mailDomain?: string;
}

export interface Clock {
  /** The present instant, RFC 3339 in UTC with milliseconds. On the local host a test clock may stand in. */
  now(): string;
}

/** An item of the due index whose time has come, as the sweep hands it on. */
export interface DueItem {
  readonly handler: string;
  readonly at: string;
  /** Absolute key of the item that is due. */
  readonly pk: string;
  readonly sk: string;
}

/** Does what is due. Idempotent: it may be handed the same item twice, and finds out from the item itself. */
export type DueHandler = (due: DueItem, item: Item, ports: Ports) => Promise<void>;

/** Bytes that outlive requests: attachments, imported files, exports. Keys start with the firm's id. */
export interface Blobs {
  put(key: string, content: Uint8Array, type: string): Promise<void>;
  get(key: string): Promise<Uint8Array | undefined>;
  delete(key: string): Promise<void>;
  /** The bytes a little at a time, at most so many of them: what a file is too large to be held as. Undefined when there is none. */
  read(key: string, maximumBytes?: number): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** How large it is and its SHA-256 (hexadecimal), counted over the stored bytes without holding them. */
  digest(key: string): Promise<{ readonly bytes: number; readonly sha256: string } | undefined>;
  /**
   * A URL that takes one upload of at most `maximumBytes` of `type`, for `seconds`: a POST form on AWS, the same form locally. With `sha256` it takes these
   * bytes and no others, however often it is used: what was checked once cannot be put in the place of something else.
   */
  uploadUrl(
    key: string,
    rules: { readonly type: string; readonly maximumBytes: number; readonly seconds: number; readonly sha256?: string },
  ): Promise<{ readonly url: string; readonly fields: Readonly<Record<string, string>> }>;
  downloadUrl(key: string, rules: { readonly name: string; readonly seconds: number }): Promise<string>;
}

/** What a file says, read by what knows its format. */
export interface FileReader {
  /** The text of a PDF, within bounds of pages, time and memory; a file that is none, or goes beyond them, is told and never thrown. */
  pdfText(content: Uint8Array): Promise<ReadText>;
  /** The text in a picture. The host without one says that it has none. */
  pictureText(content: Uint8Array, type: string): Promise<ReadText>;
}
export type ReadText =
  | { readonly state: 'read'; readonly text: string; readonly pages?: number; readonly cut: boolean }
  | { readonly state: 'unread'; readonly why: 'too-large' | 'took-too-long' | 'broken' | 'no-reader' };

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly language: 'en' | 'ar';
  /** Stable per mail: a repeat after a crash is recognised by it. */
  readonly messageId: string;
  /** Whose name the mail carries, over our own address. */
  readonly fromName?: string;
  /** Where an answer goes, and what comes back. */
  readonly replyTo?: string;
  /** Ids of earlier mails without brackets, the oldest first: a mail program shows it below them. */
  readonly references?: readonly string[];
}
/** The id under which a mail went out, where the host gives it one of its own. */
export interface SentAs {
  readonly id: string;
}
export interface MailSender {
  send(mail: Mail): Promise<SentAs | undefined>;
}

/** Requests a minute per key. `remaining` below zero is over the limit. */
export interface Limiter {
  take(key: string, perMinute: number): Promise<{ readonly limit: number; readonly remaining: number; readonly resetSeconds: number }>;
}

/** Structured, one line an event, never a secret. */
export interface Log {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
  /** A count or a time of the request, for alarms and the dashboard. */
  metric(name: string, value: number, unit: 'Count' | 'Milliseconds'): void;
}
