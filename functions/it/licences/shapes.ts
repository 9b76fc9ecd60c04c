import * as z from 'zod';
import { MAX_SEATS } from '../../../domain/it/licences/licence.ts';
import { amount, anId, instant, line, localDate, person, words } from '../../platform/wire.ts';
import { changes, holder, sentHolder } from '../shapes.ts';

/** What licences and seats look like on the wire. */
const seats = z.int().min(1).max(MAX_SEATS);
const period = z.enum(['once', 'month', 'quarter', 'year']);
const currency = z.string().regex(/^[A-Z]{3}$/);
const text = words.min(1);
const term = {
  startsOn: localDate,
  endsOn: localDate.optional().meta({ description: 'absent: it never ends' }),
  seats,
  cost: amount.optional().meta({ description: 'of all seats for one billing period' }),
  currency: currency.optional().meta({ description: 'the firm’s unless it is said' }),
  period: period.default('year'),
  autoRenew: z.boolean().default(false).meta({ description: 'renews itself: nobody is reminded' }),
};
export const newLicence = z
  .strictObject({ product: line, vendor: line.exactOptional(), notes: text.exactOptional(), ...term })
  .meta({ id: 'NewLicence', description: 'Licence keys are secrets and are not kept here.' });
export const renewal = z.strictObject({
  startsOn: localDate.optional().meta({ description: 'the day after the last term unless it is said' }),
  endsOn: localDate.optional(),
  seats: seats.optional(),
  cost: amount.optional(),
  currency: currency.optional(),
  period: period.optional(),
  autoRenew: z.boolean().optional(),
});
export const licenceChange = z
  .strictObject({
    product: line.optional(),
    vendor: line.nullable().optional(),
    notes: text.nullable().optional(),
    seats: seats.optional(),
    autoRenew: z.boolean().optional(),
  })
  .refine(changes, { error: 'field.required', path: ['product'] });

export const licenceState = z.enum(['upcoming', 'active', 'expiring', 'expired']);
const wireTerm = z.strictObject({
  startsOn: localDate,
  endsOn: localDate.nullable(),
  seats: z.int(),
  cost: z.string().nullable(),
  currency: z.string().nullable(),
  period,
  autoRenew: z.boolean(),
  costPerSeat: z
    .strictObject({ each: z.string(), left: z.string().meta({ description: 'what `each` times the seats falls short of the cost' }) })
    .nullable(),
});
export const licence = z
  .strictObject({
    id: anId('licence'),
    product: z.string(),
    vendor: z.string().nullable(),
    notes: z.string().nullable(),
    state: licenceState,
    seats: z.int().meta({ description: 'that may be held from today on' }),
    held: z.int(),
    term: wireTerm.meta({ description: 'the last' }),
    terms: z.array(wireTerm),
    createdAt: instant,
    version: z.int(),
  })
  .meta({ id: 'Licence' });

export const seat = z
  .strictObject({
    id: anId('seat'),
    licence: anId('licence'),
    holder: holder.nullable(),
    asset: z.strictObject({ id: anId('asset'), tag: z.string() }).nullable(),
    assignedAt: instant,
    assignedBy: person,
    releasedAt: instant.nullable(),
    releasedBy: person.nullable(),
  })
  .meta({ id: 'Seat' });
export const newSeat = z
  .strictObject({ holder: sentHolder.optional(), asset: anId('asset').optional() })
  .refine(({ holder: to, asset }) => (to === undefined) !== (asset === undefined), { error: 'field.required', path: ['holder'] });
