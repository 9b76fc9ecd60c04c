import type { Text } from '../../kernel/language.ts';
import type { Case } from '../cases/case.ts';
import { type CaseForm, plainForm } from '../cases/case-form.ts';
import { kindOf } from '../kinds/case-kinds.ts';
import type { MaterialField } from './material.ts';

/** What can be decided about. A context that has something to authorise adds a row here, and one to `functions/work/decisions/subject-store.ts`. */
export const subjectKinds = {
  case: { title: { en: 'Case', ar: 'معاملة' } },
} as const satisfies Record<string, { readonly title: Text }>;
export type SubjectKind = keyof typeof subjectKinds;
export const subjectKindNames = Object.keys(subjectKinds) as readonly SubjectKind[];

/**
 * The fields of a case that a decision about it authorises: those that its kind declares, and whatever the firm asks for besides. They are read off the
 * case alone, so that a form which the firm changes later voids nothing.
 */
export function materialOfCase({ kind: code, fields }: Pick<Case, 'kind' | 'fields'>, form: CaseForm = plainForm): readonly MaterialField[] {
  const kind = kindOf(code);
  const own = kind.material ?? Object.keys(kind.labels);
  const added = Object.keys(fields).filter((name) => !Object.hasOwn(kind.labels, name));
  const labelOf = (name: string): Text => kind.labels[name] ?? form.fields.find((field) => field.code === name)?.label ?? { en: name, ar: name };
  return [...own, ...added.sort()].map((name) => ({ name, label: labelOf(name), value: fields[name] ?? null }));
}
