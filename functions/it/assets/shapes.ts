import * as z from 'zod';
import { assetCategoryNames } from '../../../domain/it/assets/asset.ts';
import { assetStateNames } from '../../../domain/it/assets/asset-states.ts';
import { conditionNames } from '../../../domain/it/assets/hand-over.ts';
import { accountCode, amount, anId, bilingual, instant, line, localDate, names, person, words } from '../../platform/wire.ts';
import { called, changes, holder, sentHolder, serialText } from '../shapes.ts';

/** What assets, hand-overs, consumables and discoveries look like on the wire. */
export const assetState = names(assetStateNames);
export const category = names(assetCategoryNames);
const condition = names(conditionNames);
const currency = z.string().regex(/^[A-Z]{3}$/);

const tag = serialText.max(40).meta({ example: 'AST-0001' });
const text = words.min(1);
const purchase = z.strictObject({
  on: localDate.optional(),
  cost: amount.optional(),
  currency: currency.optional().meta({ description: 'the firm’s unless it is said' }),
  supplier: line.optional(),
  invoice: line.optional(),
});
export const newAsset = z
  .strictObject({
    tag: tag.optional().meta({ description: 'the next of the firm’s own unless it is said' }),
    serial: serialText.optional(),
    name: line,
    category: category.default('other'),
    model: line.exactOptional(),
    location: line.exactOptional(),
    purchase: purchase.optional(),
    warrantyEndsOn: localDate.exactOptional(),
    account: accountCode.exactOptional(),
    entry: anId('entry').exactOptional(),
    notes: text.exactOptional(),
  })
  .meta({ id: 'NewAsset' });
export const assetChange = z
  .strictObject({
    tag: tag.optional(),
    serial: serialText.nullable().optional(),
    name: line.optional(),
    category: category.optional(),
    model: line.nullable().optional(),
    location: line.nullable().optional(),
    purchase: purchase.nullable().optional(),
    warrantyEndsOn: localDate.nullable().optional(),
    account: accountCode.nullable().optional(),
    entry: anId('entry').nullable().optional(),
    notes: text.nullable().optional(),
  })
  .meta({ id: 'AssetChange' });
export const assetMove = z.strictObject({ to: assetState, reason: text.optional() });

export const asset = z
  .strictObject({
    id: anId('asset'),
    tag: z.string(),
    serial: z.string().nullable(),
    name: z.string(),
    category: z.string(),
    model: z.string().nullable(),
    state: assetState,
    custodian: holder.nullable(),
    promised: anId('handOver').nullable().meta({ description: 'the hand-over that waits to be accepted' }),
    location: z.string().nullable(),
    purchase: z
      .strictObject({
        on: localDate.nullable(),
        cost: z.string().nullable(),
        currency: z.string().nullable(),
        supplier: z.string().nullable(),
        invoice: z.string().nullable(),
      })
      .nullable(),
    warrantyEndsOn: localDate.nullable(),
    account: z.string().nullable(),
    entry: anId('entry').nullable(),
    notes: z.string().nullable(),
    seen: z.strictObject({ hostName: z.string().nullable(), os: z.string().nullable(), lastSeen: z.string().nullable() }).nullable(),
    ways: z.array(z.strictObject({ to: assetState, by: z.enum(['move', 'hand-over', 'return']), name: bilingual, needsReason: z.boolean() })),
    createdAt: instant,
    updatedAt: instant,
    version: z.int(),
  })
  .meta({ id: 'Asset' });

const MAX_HANDED = 15;
const handedAssets = z
  .array(anId('asset'))
  .min(1)
  .max(MAX_HANDED)
  .refine((list) => new Set(list).size === list.length, { error: 'field.invalid' });
const inHand = { assets: handedAssets, condition, accessories: text.optional(), note: text.optional() };
export const newHandOver = z.strictObject({ ...inHand, to: sentHolder }).meta({ id: 'NewHandOver' });
export const newReturn = z.strictObject({ ...inHand, to: z.enum(['in-stock', 'in-repair']).default('in-stock') }).meta({ id: 'NewReturn' });
export const acceptance = z
  .strictObject({ typedName: line.optional().meta({ description: 'by a person without an account, before whoever issued it' }) })
  .prefault({});
export const decline = z.strictObject({ reason: text });
export const handOverState = z.enum(['pending', 'accepted', 'declined', 'withdrawn']);
export const handOver = z
  .strictObject({
    id: anId('handOver'),
    kind: z.enum(['hand-over', 'return']),
    assets: z.array(
      z.strictObject({ asset: anId('asset'), tag: z.string(), name: z.string(), serial: z.string().nullable(), model: z.string().nullable() }),
    ),
    holder,
    condition,
    accessories: z.string().nullable(),
    note: z.string().nullable(),
    issuedBy: person,
    issuedAt: instant,
    state: handOverState,
    acceptance: z
      .strictObject({
        by: holder,
        at: instant,
        from: z.string(),
        digest: z.string().meta({ description: 'SHA-256 of exactly what was accepted' }),
        typedName: z.string().nullable(),
        witness: person.nullable(),
      })
      .nullable(),
    settledAt: instant.nullable(),
    reason: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'HandOver' });

const stockCount = z.int().min(0).max(1_000_000);
export const quantity = z.int().min(1).max(100_000);
export const newConsumable = z.strictObject({
  name: called,
  unit: line.default('piece'),
  location: line.exactOptional(),
  lowAt: stockCount.default(0),
  stock: stockCount.default(0),
});
export const consumableChange = z
  .strictObject({ unit: line.optional(), location: line.nullable().optional(), lowAt: stockCount.optional() })
  .refine(changes, { error: 'field.required', path: ['lowAt'] });
export const consumable = z
  .strictObject({
    id: anId('consumable'),
    name: z.string(),
    unit: z.string(),
    location: z.string().nullable(),
    stock: z.int(),
    lowAt: z.int(),
    low: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Consumable' });
export const issue = z.strictObject({ quantity, to: sentHolder, note: text.optional() });
export const restock = z.strictObject({ quantity, note: text.optional() });
export const stockMove = z.strictObject({
  id: z.string(),
  kind: z.enum(['issued', 'restocked']),
  quantity: z.int(),
  stock: z.int().meta({ description: 'what was there after it, as it was counted then' }),
  to: holder.nullable(),
  note: z.string().nullable(),
  by: person,
  at: instant,
});

const outcome = z.enum(['new', 'changed', 'same', 'conflict', 'invalid']);
export const discoveryLine = z.strictObject({
  line: z.int().meta({ description: 'of the file; its first is 1' }),
  outcome,
  device: z.string(),
  asset: anId('asset').nullable(),
  tag: z.string().nullable(),
  changes: z.array(z.strictObject({ field: z.string(), from: z.string().nullable(), to: z.string() })),
  why: bilingual.nullable(),
});
const counts = z.strictObject({ new: z.int(), changed: z.int(), same: z.int(), conflict: z.int(), invalid: z.int() });
export const discovery = z
  .strictObject({
    id: anId('job'),
    name: z.string(),
    state: z.enum(['previewed', 'running', 'done']),
    lines: z.int(),
    counts: counts.meta({ description: 'as previewed' }),
    done: z.strictObject({ lines: z.int(), created: z.int(), changed: z.int(), same: z.int(), left: z.int() }),
    uploadedBy: person,
    uploadedAt: instant,
    finishedAt: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Discovery' });
export const discoveryPreview = z.strictObject({
  ...discovery.shape,
  columns: z.array(z.strictObject({ column: z.string(), field: z.string().nullable() })),
  preview: z.array(discoveryLine).meta({ description: 'the first of each outcome' }),
});
