import type { Instant, LocalDate } from '../../kernel/dates.ts';
import { type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Text } from '../../kernel/language.ts';
import type { Person } from '../../kernel/person.ts';
import type { Holder } from '../holder.ts';

export const leaverLineKinds = {
  asset: { en: 'Asset in custody', ar: 'عهدة' },
  'hand-over': { en: 'Hand-over to accept', ar: 'تسليم بانتظار القبول' },
  seat: { en: 'Licence seat', ar: 'مقعد ترخيص' },
  access: { en: 'Access', ar: 'صلاحية' },
  delegation: { en: 'Delegation', ar: 'تفويض' },
  approval: { en: 'Open approval', ar: 'اعتماد معلّق' },
  case: { en: 'Open case', ar: 'معاملة مفتوحة' },
} as const satisfies Record<string, Text>;
export type LeaverLineKind = keyof typeof leaverLineKinds;

/** Something that the leaver has, as it was found. */
export interface LeaverFact {
  readonly kind: LeaverLineKind;
  readonly ref: string;
  readonly label: string;
  /** Where it lies, where its own id does not say: the licence of a seat. */
  readonly within?: string;
}
export interface LeaverLine extends LeaverFact {
  readonly line: string;
  readonly foundAt: Instant;
  readonly closed?: {
    readonly by: Person;
    readonly at: Instant;
    /** The return, the released seat, the revoked grant, the case: what shows that it is settled. */
    readonly evidence?: string;
    readonly waiver?: string;
  };
}

/** Somebody leaves: what they have, and what shows that each of it is settled. It goes by the id of its case. */
export interface Leaver {
  readonly id: Id<'case'>;
  readonly number: number;
  readonly person: Holder;
  readonly lastDay: LocalDate;
  /** Cancelled: they stay after all. */
  readonly state: 'open' | 'closed' | 'cancelled';
  readonly lines: readonly LeaverLine[];
  readonly openedAt: Instant;
  readonly openedBy: Person;
  readonly closedAt?: Instant;
  readonly closedBy?: Person;
  readonly version: number;
}
export const MAX_LEAVER_LINES = 1000;

export const lineOf = ({ kind, ref }: LeaverFact): string => `${kind}:${ref}`;
const found = (facts: readonly LeaverFact[], at: Instant): readonly LeaverLine[] =>
  facts.map((fact) => ({
    kind: fact.kind,
    ref: fact.ref,
    label: fact.label,
    ...(fact.within !== undefined && { within: fact.within }),
    line: lineOf(fact),
    foundAt: at,
  }));

export function openLeaver(
  facts: readonly LeaverFact[],
  about: Pick<Leaver, 'id' | 'number' | 'person' | 'lastDay' | 'openedAt' | 'openedBy'>,
): Leaver {
  return { ...about, state: 'open', lines: found(facts.slice(0, MAX_LEAVER_LINES), about.openedAt), version: 1 };
}

/** The leaver with what has come to light since: a thing that was settled and is there again opens anew. */
export function withNewFacts(before: Leaver, facts: readonly LeaverFact[], at: Instant): Leaver {
  const known = new Map(before.lines.map((line) => [line.line, line]));
  const fresh = facts.filter((fact) => !known.has(lineOf(fact)));
  // A waived thing is still there, and that is what was waived; one closed with evidence that is back is a new fact.
  const back = facts.filter((fact) => known.get(lineOf(fact))?.closed?.evidence !== undefined);
  if (fresh.length === 0 && back.length === 0) return before;
  const again = new Set(back.map(lineOf));
  const lines = before.lines.filter(({ line }) => !again.has(line));
  return { ...before, lines: [...lines, ...found([...back, ...fresh], at)].slice(0, MAX_LEAVER_LINES), version: before.version + 1 };
}

export interface ClosingLine {
  readonly line: string;
  readonly by: Person;
  readonly at: Instant;
  readonly isFirmOwner: boolean;
  readonly evidence?: string | undefined;
  readonly waiver?: string | undefined;
  /** Whether what was named shows that this line is settled. */
  readonly proves: boolean;
}
/** Closes a line: with evidence that proves it, or waived by an owner who says why. */
export function closeLine(before: Leaver, { line: asked, by, at, isFirmOwner, evidence, waiver, proves }: ClosingLine): Outcome<Leaver> {
  if (before.state !== 'open') return refuse('leaver.closed');
  const line = before.lines.find((each) => each.line === asked);
  if (!line) return refuse('request.not_found');
  if (line.closed) return refuse('leaver.line_closed', { label: line.label });
  if (waiver !== undefined && !isFirmOwner) return refuse('leaver.waiver_owner');
  if (waiver === undefined && !proves) return refuseAt('/evidence', 'leaver.evidence', { label: line.label });
  const closed = { by, at, ...(waiver !== undefined ? { waiver } : evidence !== undefined && { evidence }) };
  return { ...before, lines: before.lines.map((each) => (each === line ? { ...line, closed } : each)), version: before.version + 1 };
}

/** Closes the leaver, once every line is. */
export function closeLeaver(before: Leaver, by: Person, at: Instant): Outcome<Leaver> {
  if (before.state !== 'open') return refuse('leaver.closed');
  const open = openLines(before);
  if (open.length > 0) return refuse('leaver.lines_open', { count: open.length, first: open[0]?.label ?? '' });
  return { ...before, state: 'closed', closedAt: at, closedBy: by, version: before.version + 1 };
}
export const openLines = ({ lines }: Pick<Leaver, 'lines'>): readonly LeaverLine[] => lines.filter(({ closed }) => !closed);
