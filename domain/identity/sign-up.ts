import type { Instant } from '../kernel/dates.ts';
import type { UserId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';

/** A person as identity knows them. What they may do is for each firm to say. */
export interface User {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly openedAt: Instant;
  /** Since when a mail has shown that the address is theirs. */
  readonly verifiedAt?: Instant;
  readonly version: number;
}

/**
 * Opens an account. It never refuses because of what else there is at the address: whoever types an address learns nothing about who else uses it (ADR 20).
 */
export function signUp(
  request: { readonly email: string; readonly name: string; readonly locale: Language },
  facts: { readonly id: UserId; readonly now: Instant; readonly byMail: boolean },
): User {
  const { name, email, locale: language } = request;
  return { id: facts.id, name, email, language, openedAt: facts.now, ...(facts.byMail && { verifiedAt: facts.now }), version: 1 };
}
