import type { Id } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';

export type ContactKind = 'customer' | 'supplier' | 'both';

export interface Address {
  readonly street?: string;
  readonly district?: string;
  readonly city?: string;
  readonly region?: string;
  readonly postalCode?: string;
}

/** Whom the firm sells to or buys from. */
export interface Contact {
  readonly id: Id<'contact'>;
  readonly kind: ContactKind;
  readonly name: string;
  readonly nameAr?: string;
  readonly email?: string;
  readonly phone?: string;
  /** In the canonical form of its country. */
  readonly taxNumber?: string;
  readonly address?: Address;
  readonly country: string;
  readonly paymentTermsDays: number;
  /** The language of what is sent to it. */
  readonly language: Language;
  /** What it is usually invoiced in; absent: the book's currency. */
  readonly currency?: string;
  readonly archived: boolean;
  readonly version: number;
}

/** A side of a document as it was when it was posted: a printed invoice does not change with the address book. */
export interface Party {
  readonly name: string;
  readonly nameAr?: string;
  readonly taxNumber?: string;
  readonly address?: Address;
  readonly country: string;
  readonly email?: string;
  readonly phone?: string;
}

export function partyOf({ name, nameAr, taxNumber, address, country, email, phone }: Contact): Party {
  return {
    name,
    country,
    ...(nameAr && { nameAr }),
    ...(taxNumber && { taxNumber }),
    ...(address && { address }),
    ...(email && { email }),
    ...(phone && { phone }),
  };
}

/** The two control accounts on which contacts stand. */
export type Ledger = 'receivable' | 'payable';
