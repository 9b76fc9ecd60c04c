import * as z from 'zod';
import { fold } from '../../domain/kernel/fold.ts';
import { anId, line } from '../platform/wire.ts';

/** What something is called: it is found by it and told from others, so that spaces and marks alone are no name. */
export const called = line.refine((text) => fold(text) !== '', { error: 'field.required' });
/** Who holds something: a member, or a person without an account. */
export const holder = z
  .strictObject({ user: anId('user').nullable().meta({ description: 'null for a person without an account' }), name: z.string() })
  .meta({ id: 'Holder' });
/** A member by id, or a person without an account by name. */
export const sentHolder = z
  .strictObject({ user: anId('user').optional(), name: line.optional() })
  .refine(({ user, name }) => (user === undefined) !== (name === undefined || name.trim() === ''), { error: 'field.required', path: ['user'] })
  .meta({ id: 'SentHolder', description: 'a member by `user`, or a person without an account by `name`' });
export type SentHolder = z.output<typeof sentHolder>;
export const serialText = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[^\p{C}]*[^\p{C}\s][^\p{C}]*$/u);
export const changes = (sent: object): boolean => Object.values(sent).some((member) => member !== undefined);
