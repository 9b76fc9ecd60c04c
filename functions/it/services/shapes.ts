import * as z from 'zod';
import { serviceStateNames } from '../../../domain/it/services/service.ts';
import { anId, bilingual, instant, localDate, names, person, words } from '../../platform/wire.ts';
import { called, changes } from '../shapes.ts';

/** What services and what is told of them look like on the wire. */
const text = words.min(1);
const bothNames = z.strictObject({ en: called, ar: called });
export const serviceState = names(serviceStateNames);

export const newService = z.strictObject({ name: bothNames, description: text.exactOptional() }).meta({ id: 'NewService' });
export const serviceChange = z
  .strictObject({ name: bothNames.optional(), description: text.nullable().optional(), archived: z.boolean().optional() })
  .refine(changes, { error: 'field.required' })
  .meta({ id: 'ServiceChange' });
export const told = z
  .strictObject({
    state: serviceState,
    message: text.optional(),
    case: anId('case').optional().meta({ description: 'the case in which it is worked on' }),
  })
  .meta({ id: 'ServiceTold' });

export const service = z
  .strictObject({
    id: anId('service'),
    name: bilingual,
    description: z.string().nullable(),
    state: serviceState,
    since: instant,
    archived: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Service' });
export const update = z
  .strictObject({
    service: anId('service'),
    from: serviceState,
    to: serviceState,
    message: z.string().nullable(),
    case: anId('case').nullable(),
    by: person,
    at: instant,
  })
  .meta({ id: 'ServiceUpdate' });
export const status = z
  .strictObject({
    state: serviceState.meta({ description: 'of the service that stands worst' }),
    from: localDate,
    to: localDate,
    services: z.array(
      z.strictObject({
        ...service.shape,
        availability: z.string().meta({ description: 'percent of the time looked at, rounded down', example: '99.95' }),
        days: z.array(z.strictObject({ on: localDate, worst: serviceState })),
      }),
    ),
    updates: z.array(update),
  })
  .meta({ id: 'ServiceStatus' });
