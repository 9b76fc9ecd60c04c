import * as z from 'zod';
import { accountRoles } from '../../domain/accounting/charts/chart.ts';
import { COMMODITY_CODE, COMMODITY_CODE_LENGTH } from '../../domain/accounting/codes.ts';
import { accountCode, amount, anId, bilingual, instant, line, localDate, words } from '../platform/wire.ts';

/** What the book's things look like on the wire; shared by its routes. */
export const accountType = z.enum(['asset', 'liability', 'equity', 'income', 'expense']);
export const accountRole = z.enum(accountRoles);
export const currencyCode = z
  .string()
  .max(COMMODITY_CODE_LENGTH)
  .regex(COMMODITY_CODE)
  .meta({ description: 'ISO 4217 code, or a commodity of the book', example: 'SAR' });
const dimensionCode = z
  .string()
  .max(60)
  .regex(/^[^\s#|=\p{C}][^#|=\p{C}]*$/u);

export const account = z
  .strictObject({
    code: accountCode,
    name: bilingual,
    type: accountType,
    role: accountRole.optional(),
    currency: currencyCode.optional(),
    archived: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Account' });
export const newAccount = z
  .strictObject({ code: accountCode, name: bilingual, type: accountType, role: accountRole.optional(), currency: currencyCode.optional() })
  .meta({ id: 'NewAccount' });
export const accountChange = z.strictObject({ name: bilingual.optional(), type: accountType.optional(), role: accountRole.nullable().optional() });

export const dimensionKind = z.enum(['branch', 'project', 'costCentre']);
export const dimensions = z.strictObject({
  branch: dimensionCode.optional(),
  project: dimensionCode.optional(),
  costCentre: dimensionCode.optional(),
});
export const dimensionValue = z
  .strictObject({ kind: dimensionKind, code: dimensionCode, name: line, archived: z.boolean(), version: z.int() })
  .meta({ id: 'DimensionValue' });
export const newDimensionValue = z.strictObject({ kind: dimensionKind, code: dimensionCode, name: line });

const foreignAmount = z.strictObject({ currency: currencyCode, amount });
export const newLine = z.strictObject({
  account: accountCode,
  debit: amount.optional(),
  credit: amount.optional(),
  foreign: foreignAmount.optional().meta({ description: 'the amount in another currency or commodity, on the same side' }),
  memo: line.optional(),
  contact: anId('contact').optional(),
  dimensions: dimensions.optional(),
});
export const newEntry = z
  .strictObject({ date: localDate, memo: words.optional(), reference: line.optional(), lines: z.array(newLine).min(2).max(500) })
  .meta({ id: 'NewEntry' });

export const actor = z.strictObject({ kind: z.enum(['user', 'system']), id: z.string().optional(), name: z.string() });
export const documentRef = z.strictObject({ kind: z.enum(['invoice', 'credit-note', 'payment']), id: z.string(), number: z.string().optional() });
const entryLine = z.strictObject({
  account: accountCode,
  debit: amount.optional(),
  credit: amount.optional(),
  foreign: foreignAmount.optional(),
  memo: line.optional(),
  contact: anId('contact').optional(),
  dimensions: dimensions.optional(),
});
const entryMembers = {
  id: anId('entry'),
  seq: z.int(),
  hash: z.string(),
  date: localDate,
  memo: words,
  reference: z.string().optional(),
  lines: z.array(entryLine),
  total: amount,
  at: instant,
  by: actor,
  document: documentRef.optional(),
  reverses: anId('entry').optional(),
  closing: z.boolean().optional(),
  source: z.string().optional(),
};
export const entry = z.strictObject(entryMembers).meta({ id: 'Entry' });
export const entryInFull = z
  .strictObject({
    ...entryMembers,
    reversedBy: anId('entry').nullable(),
    attachments: z.array(z.strictObject({ id: anId('attachment'), name: line, type: line, bytes: z.int(), at: instant })),
  })
  .meta({ id: 'EntryInFull' });
