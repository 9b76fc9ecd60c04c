import type { Id } from '../../kernel/ids.ts';
import type { Text } from '../../kernel/language.ts';

/** How one case stands to another, as it is said of the one that is looked at. Every link is kept on both. */
export const relations = {
  relates: { name: { en: 'Relates to', ar: 'مرتبطة بـ' }, inverse: 'relates' },
  duplicates: { name: { en: 'Duplicate of', ar: 'مكررة عن' }, inverse: 'duplicated-by' },
  'duplicated-by': { name: { en: 'Duplicated by', ar: 'لها نسخة مكررة' }, inverse: 'duplicates' },
  blocks: { name: { en: 'Blocks', ar: 'تعطّل' }, inverse: 'blocked-by' },
  'blocked-by': { name: { en: 'Blocked by', ar: 'معطّلة بسبب' }, inverse: 'blocks' },
  parent: { name: { en: 'Part of', ar: 'جزء من' }, inverse: 'child' },
  child: { name: { en: 'Has part', ar: 'تتضمن' }, inverse: 'parent' },
  causes: { name: { en: 'Causes', ar: 'سبب لـ' }, inverse: 'caused-by' },
  'caused-by': { name: { en: 'Caused by', ar: 'ناتجة عن' }, inverse: 'causes' },
} as const satisfies Record<string, { readonly name: Text; readonly inverse: string }>;
export type Relation = keyof typeof relations;
export const relationNames = Object.keys(relations) as readonly Relation[];
export const inverseOf = (relation: Relation): Relation => relations[relation].inverse;

/** What a person may say; the other side of it follows. */
export const saidRelations = ['relates', 'duplicates', 'blocks', 'parent', 'causes'] as const satisfies readonly Relation[];

export interface Link {
  readonly to: Id<'case'>;
  readonly relation: Relation;
}
