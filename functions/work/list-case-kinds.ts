import * as z from 'zod';
import { forEachOf } from '../../domain/kernel/for-each-of.ts';
import type { Text } from '../../domain/kernel/language.ts';
import type { ExtraField } from '../../domain/work/cases/case-form.ts';
import { formOf } from '../../domain/work/cases/desk-settings.ts';
import { queueFor } from '../../domain/work/cases/routing.ts';
import type { CaseKind } from '../../domain/work/kinds/case-kind.ts';
import { type CaseKindCode, caseKindCodes, kindOf } from '../../domain/work/kinds/case-kinds.ts';
import { choiceLabels } from '../../domain/work/kinds/choice-labels.ts';
import { caseStateNames, caseStates } from '../../domain/work/kinds/states.ts';
import type { Verb } from '../platform/call.ts';
import type { workRoutes } from './routes.ts';
import { currentSettings } from './settings-store.ts';

/** The kinds of case as the firm has them: what a form asks for, what states are called, where a case goes. */
export const listCaseKinds: Verb<typeof workRoutes.listCaseKinds> = async ({ table, firm, ports }) => {
  const settings = await currentSettings(table, firm, ports);
  const data = caseKindCodes.map((code) => {
    const kind = kindOf(code);
    const { off, fields } = formOf(code, settings);
    return {
      code,
      name: { ...kind.name },
      queue: queueFor(code, settings),
      stateNames: forEachOf(caseStateNames, (state): Text => ({ ...(kind.stateNames?.[state] ?? caseStates[state]) })),
      fields: [...shippedFields(code).map((field) => ({ ...field, off: off.includes(field.code) })), ...fields.map(wireExtra)],
    };
  });
  return { status: 200, body: { data, has_more: false, next_cursor: null } };
};

type Field = ReturnType<typeof wireExtra>;
const known = new Map<CaseKindCode, readonly Field[]>();

/** The members of a kind’s form, read from its schema once: the schema is what refuses, and the form on the page must not ask for anything else. */
function shippedFields(code: CaseKindCode): readonly Field[] {
  const made = known.get(code);
  if (made) return made;
  const kind = kindOf(code);
  const schema = z.toJSONSchema(kind.form, { io: 'input', unrepresentable: 'any' });
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
    typeof member === 'object' ? [shipped(kind, name, member, schema.required?.includes(name) === true)] : [],
  );
  known.set(code, fields);
  return fields;
}

type Member = Exclude<NonNullable<z.core.JSONSchema.BaseSchema['properties']>[string], boolean>;
const LONG_TEXT = 200;

function shipped({ labels }: CaseKind, code: string, member: Member, required: boolean): Field {
  const label = labels[code] ?? { en: code, ar: code };
  const choices = (member.enum ?? []).map(String);
  return {
    code,
    type: typeOf(member),
    label: { ...label },
    required,
    shipped: true,
    off: false,
    minimum: member.minimum ?? null,
    maximum: member.maximum ?? null,
    choices: choices.map((value) => ({ value, label: { ...(choiceLabels[value] ?? { en: value, ar: value }) }, off: false })),
  };
}

function typeOf({ type, format, enum: choices, maxLength }: Member) {
  if (choices) return 'choice' as const;
  if (type === 'object') return 'window' as const;
  if (type === 'boolean') return 'flag' as const;
  if (type === 'integer' || type === 'number') return 'number' as const;
  if (format === 'date') return 'date' as const;
  if (format === 'date-time') return 'instant' as const;
  return maxLength !== undefined && maxLength > LONG_TEXT ? ('long' as const) : ('text' as const);
}

const wireExtra = ({ code, type, label, required, off, choices }: ExtraField) => ({
  code,
  type: type as 'text' | 'long' | 'number' | 'date' | 'instant' | 'flag' | 'choice' | 'window',
  label: { ...label },
  required,
  shipped: false,
  off,
  minimum: null as number | null,
  maximum: null as number | null,
  choices: choices.map((choice) => ({ ...choice, label: { ...choice.label } })),
});
