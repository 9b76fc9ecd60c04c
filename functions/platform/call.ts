import type { Role } from '../../domain/firms/permissions.ts';
import type { Refusal } from '../../domain/kernel/decision.ts';
import type { Actor, Happening } from '../../domain/kernel/event.ts';
import type { FirmId, Id, Mint } from '../../domain/kernel/ids.ts';
import type { Language } from '../../domain/kernel/language.ts';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from './http/route.ts';
import type { Ports } from './ports.ts';
import type { FirmTable } from './table/firm-table.ts';
import type { Write } from './table/port.ts';

/** The firm of the URL as every verb needs it: how money, dates and texts read there. */
export interface Firm {
  readonly id: FirmId;
  readonly name: string;
  readonly country: string;
  readonly currency: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly kind: 'business' | 'provider';
  readonly plan: string;
  /** The month (1 to 12) in which its fiscal year starts. */
  readonly fiscalYearStart: number;
  readonly version: number;
}

/** The signed-in person of a request. */
export interface Caller {
  readonly user: { readonly id: Id<'user'>; readonly name: string; readonly email: string; readonly language: Language };
  readonly session: Id<'session'>;
}

/** Where an answer of a command is remembered, so that the same key gives the first answer again, after a crash too. */
export interface IdempotencyKey {
  readonly key: string;
  readonly route: string;
  readonly fingerprint: string;
}

/** What one request brings. `firm`, `role` and `table` are there on routes under `/v1/firms/{firmId}`. */
export interface Call<R extends Route = Route> {
  readonly route: R;
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  readonly language: Language;
  /** The version in `If-Match`, on versioned routes. */
  readonly ifMatch: number | undefined;
  readonly address: string;
  readonly userAgent: string;
  readonly now: string;
  /** Today in the firm's time zone. */
  readonly today: string;
  readonly mint: Mint;
  readonly ports: Ports;
  readonly idempotency: IdempotencyKey | undefined;
}

export interface SignedInCall<R extends Route = Route> extends Call<R> {
  readonly caller: Caller;
}

export interface FirmCall<R extends Route = Route> extends SignedInCall<R> {
  readonly actor: Actor;
  readonly firm: Firm;
  readonly role: Role;
  readonly table: FirmTable;
  /** A cursor for the next page of this list, bound to the firm, the route and the query, and the one that came in, unwrapped. */
  readonly cursor: { readonly from: string | undefined; next(cursor: string | undefined): string | null };
}

/** A verb does one thing: load, decide, commit; or read. */
export type Verb<R extends Route> = R['path'] extends `${string}{firmId}${string}`
  ? (call: FirmCall<R>) => Promise<AnswerOf<R> | Refusal>
  : R['permission'] extends 'public'
    ? (call: Call<R>) => Promise<AnswerOf<R> | Refusal>
    : (call: SignedInCall<R>) => Promise<AnswerOf<R> | Refusal>;

export type VerbsOf<T extends Readonly<Record<string, Route>>> = { readonly [K in keyof T]: Verb<T[K]> };

/** What a decision wants written, beyond the events and the idempotency record that every commit adds. */
export interface Changes {
  readonly writes: readonly Write[];
  readonly happenings: readonly Happening[];
}
