import { isLocalDate } from '../../kernel/dates.ts';
import type { Fault } from '../../kernel/decision.ts';
import type { Text } from '../../kernel/language.ts';
import { type CaseKindCode, kindOf } from '../kinds/case-kinds.ts';

export const extraFieldTypes = ['text', 'number', 'date', 'choice'] as const;
export type ExtraFieldType = (typeof extraFieldTypes)[number];

export interface FieldChoice {
  readonly value: string;
  readonly label: Text;
  /** Chosen no more; cases that say it keep saying it. */
  readonly off: boolean;
}

/** A field that a firm asks for besides those of the kind. Its code and type never change and it is never taken away, so that old cases stay readable. */
export interface ExtraField {
  readonly code: string;
  readonly type: ExtraFieldType;
  readonly label: Text;
  readonly required: boolean;
  /** Asked for no more. */
  readonly off: boolean;
  readonly choices: readonly FieldChoice[];
}

/** What a firm made of a kind’s form: fields of the kind that it does not ask for, and its own. */
export interface CaseForm {
  readonly off: readonly string[];
  readonly fields: readonly ExtraField[];
}

export const MAX_EXTRA_FIELDS = 30;
export const MAX_CHOICES = 50;
const MAX_TEXT = 2000;
export const plainForm: CaseForm = { off: [], fields: [] };

type Fields = Readonly<Record<string, unknown>>;

/** What is wrong with a form that a firm would have in place of another; pointers are within the form. */
export function whyNotForm(kind: CaseKindCode, before: CaseForm, after: CaseForm): readonly Fault[] {
  return [...formFaults(kind, before, after)];
}

function* formFaults(kind: CaseKindCode, before: CaseForm, after: CaseForm): Generator<Fault, void, undefined> {
  const { shape } = kindOf(kind).form;
  for (const [i, name] of after.off.entries()) {
    const member = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (!member?.safeParse(undefined).success) yield { pointer: `/off/${i}`, code: 'form.not_optional', values: { field: name } };
  }
  if (after.fields.length > MAX_EXTRA_FIELDS) return yield { pointer: '/fields', code: 'form.too_many', values: { maximum: MAX_EXTRA_FIELDS } };
  for (const [i, field] of after.fields.entries()) {
    const at = `/fields/${i}`;
    const { code } = field;
    // A name that every object has would be there where nobody said it.
    const isTaken = code in shape || after.fields.findIndex((other) => other.code === code) < i;
    if (isTaken) {
      yield { pointer: `${at}/code`, code: 'form.code_taken', values: { field: code } };
      continue;
    }
    const was = before.fields.find((other) => other.code === code);
    if (was && was.type !== field.type) yield { pointer: `${at}/type`, code: 'form.type_fixed', values: { field: code } };
    yield* choiceFaults(field, was, at);
  }
  const gone = before.fields.find(({ code }) => !after.fields.some((field) => field.code === code));
  if (gone) yield { pointer: '/fields', code: 'form.field_gone', values: { field: gone.code } };
}

function* choiceFaults({ code, type, choices }: ExtraField, was: ExtraField | undefined, at: string): Generator<Fault, void, undefined> {
  const values = choices.map(({ value }) => value);
  const open = choices.filter(({ off }) => !off);
  const isOff = type !== 'choice' ? choices.length > 0 : open.length === 0 || new Set(values).size < values.length;
  if (isOff) yield { pointer: `${at}/choices`, code: 'form.choices', values: { field: code } };
  const gone = was?.choices.find(({ value }) => !values.includes(value));
  if (gone) yield { pointer: `${at}/choices`, code: 'form.choice_gone', values: { choice: gone.value } };
}

/**
 * What is wrong with the fields of a case under a firm’s form, beyond what the form of its kind says. What a case already said it may go on saying,
 * also where it is asked for no more.
 */
export function whyNotFields(kind: CaseKindCode, form: CaseForm, sent: Fields, before: Fields = {}): readonly Fault[] {
  return [...fieldFaults(kind, form, sent, before)];
}

function* fieldFaults(kind: CaseKindCode, { off, fields }: CaseForm, sent: Fields, before: Fields): Generator<Fault, void, undefined> {
  const { shape } = kindOf(kind).form;
  const isKept = (name: string): boolean => Object.hasOwn(before, name) && JSON.stringify(before[name]) === JSON.stringify(sent[name]);
  for (const name of Object.keys(sent)) {
    const pointer = `/fields/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (sent[name] === undefined || isKept(name)) continue;
    const extra = fields.find(({ code }) => code === name);
    if (!extra && !Object.hasOwn(shape, name)) yield { pointer, code: 'field.unknown', values: { name: name.slice(0, 80) } };
    else if (extra?.off || off.includes(name)) yield { pointer, code: 'field.switched_off', values: { field: name } };
    else if (extra) yield* valueFaults(extra, sent[name], pointer);
  }
  for (const { code, required, off: isOff } of fields)
    if (required && !isOff && (sent[code] === undefined || sent[code] === '')) yield { pointer: `/fields/${code}`, code: 'field.required' };
}

function* valueFaults({ type, choices, required }: ExtraField, value: unknown, pointer: string): Generator<Fault, void, undefined> {
  switch (type) {
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) yield { pointer, code: 'field.type', values: { expected: 'number' } };
      return;
    case 'text':
      if (typeof value !== 'string') yield { pointer, code: 'field.type', values: { expected: 'string' } };
      else if (value.length > MAX_TEXT) yield { pointer, code: 'field.too_long', values: { maximum: MAX_TEXT } };
      else if (value === '' && !required) yield { pointer, code: 'field.required' };
      return;
    case 'date':
      if (typeof value !== 'string') yield { pointer, code: 'field.type', values: { expected: 'string' } };
      else if (!isLocalDate(value)) yield { pointer, code: 'date.not_real', values: { date: value.slice(0, 80) } };
      return;
    case 'choice': {
      const open = choices.filter(({ off }) => !off).map((choice) => choice.value);
      if (typeof value !== 'string' || !open.includes(value)) yield { pointer, code: 'field.choice', values: { choices: open.join(', ') } };
      return;
    }
  }
}
