import { profileFor, readTaxNumber } from '../../firms/country-profiles.ts';
import { isCountry } from '../../kernel/countries.ts';
import { isCurrency } from '../../kernel/currencies.ts';
import { type Outcome, refuseAt } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import type { Address, Contact, ContactKind } from './contact.ts';

export interface SentContact {
  readonly kind: ContactKind;
  readonly name: string;
  readonly nameAr?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly taxNumber?: string | undefined;
  readonly address?: { readonly [M in keyof Address]?: string | undefined } | undefined;
  readonly country?: string | undefined;
  readonly paymentTermsDays?: number | undefined;
  readonly language?: Language | undefined;
  readonly currency?: string | undefined;
}

/** What a contact is unless it says otherwise: like the firm itself. */
export interface ContactDefaults {
  readonly country: string;
  readonly language: Language;
  readonly paymentTermsDays: number;
}

/** Adds whom the firm sells to or buys from. A tax number must have the form of its country, and is kept in that form. */
export function createContact(id: Id<'contact'>, sent: SentContact, defaults: ContactDefaults): Outcome<Contact> {
  const country = sent.country ?? defaults.country;
  if (!isCountry(country)) return refuseAt('/country', 'country.unknown', { country });
  if (sent.currency !== undefined && !isCurrency(sent.currency)) return refuseAt('/currency', 'currency.unknown', { currency: sent.currency });
  const taxNumber = sent.taxNumber === undefined ? undefined : readTaxNumber(country, sent.taxNumber);
  if (sent.taxNumber !== undefined && taxNumber === undefined) {
    const rule = profileFor(country).taxNumber;
    return refuseAt('/taxNumber', 'contact.tax_number', { taxNumber: sent.taxNumber, name: rule?.name.en ?? '', example: rule?.example ?? '' });
  }
  const address = sent.address && without(sent.address);
  return {
    id,
    kind: sent.kind,
    name: sent.name,
    ...(sent.nameAr && { nameAr: sent.nameAr }),
    ...(sent.email && { email: sent.email }),
    ...(sent.phone && { phone: sent.phone }),
    ...(taxNumber && { taxNumber }),
    ...(address && Object.keys(address).length > 0 && { address }),
    country,
    paymentTermsDays: sent.paymentTermsDays ?? defaults.paymentTermsDays,
    language: sent.language ?? defaults.language,
    ...(sent.currency && { currency: sent.currency }),
    archived: false,
    version: 1,
  };
}

const without = (address: NonNullable<SentContact['address']>): Address =>
  Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined && value !== ''));
