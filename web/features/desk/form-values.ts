import { latinDigits } from '../../i18n/digits.ts';
import type { FieldAsked } from './use-desk.ts';

/** What is typed into the fields of a form, each as text: a draft is plain, and nothing is lost on the way. */
export type Typed = Readonly<Record<string, string>>;
export const fromKey = (code: string): string => `${code}.from`;
export const toKey = (code: string): string => `${code}.to`;

/** The fields as the API takes them; what was left empty is left out, and what cannot be read is sent as it was typed, to be refused by name. */
export function fieldsOf(asked: readonly FieldAsked[], typed: Typed): Record<string, unknown> {
  return Object.fromEntries(
    asked.flatMap((field) => {
      const value = readField(field, typed);
      return value === undefined ? [] : [[field.code, value]];
    }),
  );
}

function readField({ code, type, required }: FieldAsked, typed: Typed): unknown {
  const text = typed[code]?.trim() ?? '';
  switch (type) {
    case 'window': {
      const [from, to] = [instantOf(typed[fromKey(code)]), instantOf(typed[toKey(code)])];
      // A span that is asked for goes without its ends too: the refusal then points at each of its two fields.
      return from === undefined && to === undefined && !required ? undefined : { from, to };
    }
    case 'flag':
      return text === '' ? undefined : text === 'yes';
    case 'instant':
      return instantOf(text);
    case 'number': {
      const figure = latinDigits(text);
      return text === '' ? undefined : Number.isFinite(Number(figure)) ? Number(figure) : text;
    }
    case 'text':
    case 'long':
    case 'date':
    case 'choice':
      return text === '' ? undefined : text;
  }
}

function instantOf(local: string | undefined): string | undefined {
  if (!local) return undefined;
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** The other way: what a case says, as a form shows it. */
export function typedOf(asked: readonly FieldAsked[], fields: Readonly<Record<string, unknown>>): Typed {
  return Object.fromEntries(
    asked.flatMap(({ code, type }): (readonly [string, string])[] => {
      const value = fields[code];
      if (value === undefined || value === null) return [];
      if (type === 'window' && typeof value === 'object') {
        const { from, to } = value as { from?: unknown; to?: unknown };
        return [
          [fromKey(code), localOf(String(from))],
          [toKey(code), localOf(String(to))],
        ];
      }
      if (type === 'flag') return [[code, value === true ? 'yes' : 'no']];
      return [[code, type === 'instant' ? localOf(String(value)) : String(value)]];
    }),
  );
}

/** As the browser's own field for an instant has it: in the reader's own time. */
function localOf(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
