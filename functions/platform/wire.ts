import * as z from 'zod';
import { ACCOUNT_CODE, ACCOUNT_CODE_LENGTH } from '../../domain/accounting/codes.ts';
import { isLocalDate } from '../../domain/kernel/dates.ts';
import { EMAIL, EMAIL_LENGTH } from '../../domain/kernel/email.ts';
import { type IdKind, idPattern } from '../../domain/kernel/ids.ts';

/** The shapes that many routes share on the wire. Text is trimmed of nothing and bounded always. */
export const anId = <K extends IdKind>(kind: K) =>
  z
    .string()
    .regex(idPattern(kind))
    .meta({ description: `id of a ${kind}` }) as unknown as z.ZodType<import('../../domain/kernel/ids.ts').Id<K>, string>;
/** One of the names that a table of the domain has. */
export const names = <T extends string>(list: readonly T[]) => z.enum(list as readonly [T, ...T[]]);
export const localDate = z.string().refine(isLocalDate, { error: 'date.not_real' }).meta({ format: 'date', example: '2026-01-31' });
export const month = z
  .string()
  .regex(/^(?!0000)\d{4}-(0[1-9]|1[0-2])$/)
  .meta({ example: '2026-01' });
export const instant = z.iso.datetime();
/** A decimal string; that it has exactly the currency's digits is checked where the currency is known. */
export const amount = z.string().max(40).meta({ example: '1234.50', description: 'decimal string with exactly the digits of its currency' });
export const line = z.string().min(1).max(200);
export const words = z.string().max(2000);
export const email = z.string().max(EMAIL_LENGTH).regex(EMAIL).meta({ format: 'email' });
export const bilingual = z.strictObject({ en: line, ar: line });
export const language = z.enum(['en', 'ar']);
/** Who acted: a member, by the name they had then. */
export const person = z.strictObject({ id: anId('user'), name: z.string() }).meta({ id: 'Person' });
export const accountCode = z
  .string()
  .max(ACCOUNT_CODE_LENGTH)
  .regex(ACCOUNT_CODE)
  .meta({ description: 'code of an account in the chart', example: '1000' });

/** Query members of a list. */
export const paging = { limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.string().max(4096).optional() };
export const listOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ data: z.array(item), has_more: z.boolean(), next_cursor: z.string().nullable() });
