import { countries, isCountry } from '../kernel/countries.ts';
import type { Instant, LocalDate } from '../kernel/dates.ts';
import type { FirmId, Id, UserId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import type { CountryProfile, Numbering } from './country-profiles.ts';
import type { Role } from './permissions.ts';
import type { PlanName } from './plans.ts';

export const firmKinds = ['business', 'provider'] as const;
export type FirmKind = (typeof firmKinds)[number];

/** Where the firm is, as its documents print it. */
export interface Address {
  readonly street?: string;
  readonly building?: string;
  readonly district?: string;
  readonly city?: string;
  readonly region?: string;
  readonly postalCode?: string;
}

/** How invoices are numbered and worked out unless they say otherwise. */
export interface InvoiceSettings {
  readonly numbering: { readonly invoice: Numbering; readonly creditNote: Numbering };
  readonly taxRounding: CountryProfile['taxRounding'];
  /** Days from issue until payment is due. */
  readonly dueDays: number;
  /** Printed below every invoice: bank details, thanks. */
  readonly footer?: string;
}

/** A firm: whose books these are, and how money, dates and documents read there. Country and currency are for good: the book is kept in them. */
export interface FirmProfile {
  readonly id: FirmId;
  readonly name: string;
  readonly country: string;
  readonly currency: string;
  readonly kind: FirmKind;
  readonly plan: PlanName;
  readonly language: Language;
  readonly timeZone: string;
  readonly fiscalYearStart: number;
  readonly taxNumber?: string;
  readonly address?: Address;
  readonly invoicing: InvoiceSettings;
  readonly foundedAt: Instant;
  readonly trialEndsOn?: LocalDate;
  readonly version: number;
}

/** Somebody who works in the firm. Name and address as identity last told them. */
export interface Member {
  readonly user: UserId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly joinedAt: Instant;
  readonly version: number;
}

/**
 * How many work in the firm: counted in the transaction that changes it, so that a race cannot miscount. Its version moves with every invitation too:
 * what was decided on a list of members or invitations holds only while nobody else changed one.
 */
export interface Seats {
  readonly owners: number;
  readonly members: number;
  readonly version: number;
}

export type InvitationState = 'pending' | 'accepted' | 'withdrawn';
export interface Invitation {
  readonly id: Id<'invitation'>;
  readonly email: string;
  readonly role: Role;
  readonly language: Language;
  readonly invitedBy: string;
  readonly invitedAt: Instant;
  readonly expiresAt: Instant;
  readonly state: InvitationState;
  readonly version: number;
}

/** Whether the runtime keeps a time zone of this name. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const timeZoneOf = (country: string): string => (isCountry(country) ? countries[country].timeZone : 'UTC');
