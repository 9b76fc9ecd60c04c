import type * as z from 'zod';
import type { Fault } from '../../../domain/kernel/decision.ts';
import { type RefusalCode, refusalRow, refusals } from '../../../domain/refusals.ts';

type Issue = z.core.$ZodIssue;
type Values = Readonly<Record<string, string | number>>;

/** More would drown the first; what is mended first is sent again anyway. */
const MAX_FAULTS = 100;
/** What was sent is quoted in messages, but not at length. */
const MAX_QUOTED = 80;

/** The faults of a parsed value in our own codes, each with a JSON pointer: zod's words never reach a caller. */
export function faultsOf(error: z.ZodError, input: unknown): readonly Fault[] {
  return error.issues.flatMap((issue) => faultsOfIssue(issue, input, [])).slice(0, MAX_FAULTS);
}

function faultsOfIssue(issue: Issue, root: unknown, base: readonly PropertyKey[]): readonly Fault[] {
  const path = [...base, ...issue.path];
  const found = valueAt(root, path);
  const fault = (code: RefusalCode, values?: Values): readonly Fault[] => [{ pointer: pointerOf(path), code, ...(values && { values }) }];
  if (isCode(issue.message)) return fault(issue.message, quoted(issue.message, found));
  // A text that is there and empty is one that was left out: forms send all their fields.
  // A text that is there and empty counts as left out: a form sends all of its fields.
  switch (issue.code) {
    case 'invalid_type':
      return found === undefined ? fault('field.required') : fault('field.type', { expected: issue.expected });
    case 'too_small':
      return found === '' ? fault('field.required') : fault('field.too_short', { minimum: Number(issue.minimum) });
    case 'too_big':
      return fault('field.too_long', { maximum: Number(issue.maximum) });
    case 'invalid_format':
      if (found === '') return fault('field.required');
      return fault('field.format', { format: issue.format === 'regex' ? (issue.pattern ?? 'text') : issue.format });
    case 'invalid_value':
      return found === undefined ? fault('field.required') : fault('field.choice', { choices: issue.values.map(String).join(', ') });
    case 'unrecognized_keys':
      return issue.keys.map((name) => ({ pointer: pointerOf([...path, name]), code: 'field.unknown', values: { name: name.slice(0, MAX_QUOTED) } }));
    case 'invalid_union':
      return closest(issue, found)
        ? (closest(issue, found) ?? []).flatMap((inner) => faultsOfIssue(inner, root, path))
        : fault(found === undefined ? 'field.required' : 'field.invalid');
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) => faultsOfIssue(inner, root, path));
    case 'not_multiple_of':
      return fault('field.type', { expected: `a multiple of ${issue.divisor}` });
    case 'custom':
      return fault('field.invalid');
    default:
      issue satisfies never;
      return fault('field.invalid');
  }
}

/** Of the forms that a member may have, the one that what was sent comes closest to: whose faults lie deepest, then are fewest. */
function closest(issue: Extract<Issue, { code: 'invalid_union' }>, found: unknown): readonly Issue[] | undefined {
  if (found === undefined) return undefined;
  const depth = (issues: readonly Issue[]): number => Math.max(0, ...issues.map((inner) => inner.path.length));
  return issue.errors.filter((errors) => errors.length > 0).sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
}

const isCode = (message: string): message is RefusalCode => Object.hasOwn(refusals, message);

/** Fills the message's placeholder with what was sent: “31 February” is not a date that exists. */
function quoted(code: RefusalCode, found: unknown): Values {
  const names = refusalRow(code).say.en.matchAll(/\{(\w+)\}/g);
  const text = typeof found === 'string' || typeof found === 'number' ? String(found).slice(0, MAX_QUOTED) : '';
  return Object.fromEntries([...names].map(([, name]) => [name, text]));
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, step)?.value;
  }
  return value;
}

/** RFC 6901. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
