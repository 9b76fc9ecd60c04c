import { linkExpiry } from '../../domain/identity/links.ts';
import { identityMails, openedLabel } from '../../domain/identity/mails.ts';
import type { Mint } from '../../domain/kernel/ids.ts';
import type { Language } from '../../domain/kernel/language.ts';
import { say } from '../../domain/kernel/language.ts';
import { type Letter, type Link, writeLetter } from '../../domain/kernel/letter.ts';
import { tokenHash } from '../platform/auth/keys.ts';
import { letterWrite } from '../platform/mail/outbox.ts';
import type { Ports } from '../platform/ports.ts';
import type { Write } from '../platform/table/port.ts';
import type { StoredUser } from './items.ts';
import { identityKeys } from './keys.ts';
import { newToken } from './tokens.ts';

interface Facts {
  readonly now: string;
  readonly mint: Mint;
  readonly ports: Ports;
}

/** The pages that links of mails open. The token stands behind the `#`, which browsers keep to themselves: no server's log and no `Referer` holds it. */
export const pageOf = {
  'email-verification': '/verify-email',
  'password-reset': '/reset-password',
  invitation: '/invitation',
  'forgotten-password': '/forgot-password',
} as const;

/** A letter as one more write of the commit that causes it. */
export function posted(
  to: string,
  letter: Letter,
  language: Language,
  facts: Facts,
  values: Readonly<Record<string, string | number>> = {},
  links: readonly Link[] = [],
): Write {
  return letterWrite(to, writeLetter(letter, language, values, links), facts);
}

/** The mail with which whoever reads the address verifies it. */
export function verificationLetter(user: StoredUser, facts: Facts): Write[] {
  const { link, write } = newLink('email-verification', user, facts);
  return [write, posted(user.email, identityMails['sign-up'], user.language, facts, {}, [link])];
}

/** The mail with which whoever reads the address chooses a new password; of several people who signed up with it, for one of them. */
export function resetLetter(users: readonly StoredUser[], facts: Facts): Write[] {
  const [first] = users;
  if (!first) return [];
  const { email, language } = first;
  const links = users.map((user) => newLink('password-reset', user, facts));
  const letter: Letter = identityMails[users.length === 1 ? 'password-reset' : 'password-reset-of-several'];
  const labelled =
    users.length === 1
      ? links.map(({ link }) => link)
      : links.map(({ link }, i) => ({ ...link, label: say(openedLabel, language, { at: minuteOf(users[i]?.openedAt ?? '') }) }));
  return [...links.map(({ write }) => write), posted(email, letter, language, facts, { count: users.length }, labelled)];
}

/** Tells of a changed password, so that a thief's change does not go unseen. */
export function passwordChangedLetter(user: StoredUser, facts: Facts): Write {
  return posted(user.email, identityMails['password-changed'], user.language, facts, { at: minuteOf(facts.now) }, [
    { url: facts.ports.pagesUrl + pageOf['forgotten-password'] },
  ]);
}

function newLink(
  purpose: 'email-verification' | 'password-reset',
  user: StoredUser,
  { now, ports }: Facts,
): { readonly link: Link; readonly write: Write } {
  const token = newToken(ports);
  return {
    link: { url: `${ports.pagesUrl}${pageOf[purpose]}#token=${token}` },
    write: {
      kind: 'put',
      item: {
        ...identityKeys.link({ digest: tokenHash(token) }),
        purpose,
        user: user.id,
        passwords: user.passwords,
        expiresAt: linkExpiry(purpose, now),
      },
    },
  };
}

const minuteOf = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;
