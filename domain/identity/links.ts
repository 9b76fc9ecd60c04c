import type { Instant } from '../kernel/dates.ts';
import { hoursAfter } from '../kernel/instants.ts';

/** How long a link in a mail works. One that sets a password is short: mailboxes are read by others. */
const linkHours = { 'password-reset': 1, 'email-verification': 7 * 24 } as const;
export type LinkPurpose = keyof typeof linkHours;

export const linkExpiry = (purpose: LinkPurpose, now: Instant): Instant => hoursAfter(now, linkHours[purpose]);
