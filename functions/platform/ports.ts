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
  readonly limiter: Limiter;
  readonly log: Log;
  /** Secret of the host with which cursors and local links are signed. */
  readonly signingKey: Uint8Array;
  /** Where the pages are, for links in mails: `https://app.example`. */
  readonly pagesUrl: string;
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
  /** A URL that takes one upload of at most `maximumBytes` of `type`, for `seconds`: a POST form on AWS, the same form locally. */
  uploadUrl(
    key: string,
    rules: { readonly type: string; readonly maximumBytes: number; readonly seconds: number },
  ): Promise<{ readonly url: string; readonly fields: Readonly<Record<string, string>> }>;
  downloadUrl(key: string, rules: { readonly name: string; readonly seconds: number }): Promise<string>;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly language: 'en' | 'ar';
  /** Stable per mail: a repeat after a crash is recognised by it. */
  readonly messageId: string;
}
export interface MailSender {
  send(mail: Mail): Promise<void>;
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
