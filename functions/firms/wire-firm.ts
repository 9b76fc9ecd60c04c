import * as z from 'zod';
import { type FirmProfile, firmKinds, type Invitation as Invited } from '../../domain/firms/firm.ts';
import { roleNames } from '../../domain/firms/permissions.ts';
import { planNames } from '../../domain/firms/plans.ts';
import { anId, email, instant, language, line, localDate } from '../platform/wire.ts';

/** The shapes of firms on the wire. */
export const role = z.enum(roleNames);

/** `{year}` is the only placeholder of a prefix; what else it holds is what is printed. */
export const numbering = z.strictObject({
  prefix: z
    .string()
    .max(20)
    .regex(/^(?:[\p{L}\p{N}/._-]|\{year\})*$/u)
    .meta({ example: 'INV-{year}-', description: '`{year}` becomes the year of the date of issue' }),
  digits: z.int().min(1).max(12),
  restarts: z.enum(['yearly', 'never']),
});
/** What a firm may choose: the number follows the prefix at once, so a digit at its end would be part of the number, and one number might be given twice. */
export const newNumbering = numbering.extend({ prefix: numbering.shape.prefix.regex(/(?<!\p{N})$/u) });
export const taxRounding = z.strictObject({ level: z.enum(['line', 'document']), mode: z.enum(['half-up', 'half-even']) });
export const address = z.strictObject({
  street: line.exactOptional(),
  building: line.exactOptional(),
  district: line.exactOptional(),
  city: line.exactOptional(),
  region: line.exactOptional(),
  postalCode: z.string().min(1).max(20).exactOptional(),
});
export const dueDays = z.int().min(0).max(365);
export const footer = z.string().min(1).max(1000);

export const Firm = z.strictObject({
  id: anId('firm'),
  name: line,
  country: z.string(),
  currency: z.string(),
  kind: z.enum(firmKinds),
  plan: z.enum(planNames),
  language,
  timeZone: z.string(),
  fiscalYearStart: z.int().min(1).max(12).meta({ description: 'the month in which the fiscal year starts' }),
  taxNumber: z.string().exactOptional(),
  address: address.exactOptional(),
  invoicing: z.strictObject({
    numbering: z.strictObject({ invoice: numbering, creditNote: numbering }),
    taxRounding,
    dueDays,
    footer: footer.exactOptional(),
  }),
  foundedAt: instant,
  trialEndsOn: localDate.exactOptional(),
  version: z.int(),
});
type WireFirm = z.input<typeof Firm>;

export const Member = z.strictObject({ user: anId('user'), name: z.string(), email, role, joinedAt: instant, version: z.int() });
export const Invitation = z.strictObject({
  id: anId('invitation'),
  email,
  role,
  invitedBy: z.string(),
  invitedAt: instant,
  expiresAt: instant,
  state: z.enum(['pending', 'accepted', 'withdrawn', 'expired']),
});

export function wireFirm(firm: FirmProfile): WireFirm {
  const { invoicing, ...rest } = firm;
  return {
    ...rest,
    invoicing: {
      ...invoicing,
      numbering: { invoice: { ...invoicing.numbering.invoice }, creditNote: { ...invoicing.numbering.creditNote } },
      taxRounding: { ...invoicing.taxRounding },
    },
  };
}

/** An invitation that nobody answered in time says so, though nothing was written when its time was over. */
export function wireInvitation({ id, email, role, invitedBy, invitedAt, expiresAt, state }: Invited, now: string): z.input<typeof Invitation> {
  return { id, email, role, invitedBy, invitedAt, expiresAt, state: state === 'pending' && expiresAt <= now ? 'expired' : state };
}
