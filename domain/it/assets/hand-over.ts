import type { Instant } from '../../kernel/dates.ts';
import { type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import { fold } from '../../kernel/fold.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Text } from '../../kernel/language.ts';
import type { Person } from '../../kernel/person.ts';
import { type Holder, isSameHolder } from '../holder.ts';
import type { Asset } from './asset.ts';

export const conditions = {
  new: { en: 'New', ar: 'جديد' },
  good: { en: 'Good', ar: 'جيد' },
  worn: { en: 'Worn', ar: 'مستعمل' },
  damaged: { en: 'Damaged', ar: 'متضرر' },
} as const satisfies Record<string, Text>;
export type Condition = keyof typeof conditions;
export const conditionNames = Object.keys(conditions) as readonly Condition[];

export const handOverStates = {
  pending: { en: 'Waits to be accepted', ar: 'بانتظار القبول' },
  accepted: { en: 'Accepted', ar: 'مقبول' },
  declined: { en: 'Declined', ar: 'مرفوض' },
  withdrawn: { en: 'Withdrawn', ar: 'مسحوب' },
} as const satisfies Record<string, Text>;
export type HandOverState = keyof typeof handOverStates;

/** An asset as it was when it changed hands. */
export interface HandedAsset {
  readonly asset: Id<'asset'>;
  readonly tag: string;
  readonly name: string;
  readonly serial?: string;
  readonly model?: string;
}

/** Who accepted, when and from where, and the digest of exactly what was accepted. */
export interface Acceptance {
  readonly by: Holder;
  readonly at: Instant;
  readonly from: string;
  readonly digest: string;
  /** A person without an account typed this name before the issuer. */
  readonly typedName?: string;
  readonly witness?: Person;
}

/** Things that changed hands: evidence of its own. What was issued is never edited; it is settled once. */
export interface HandOver {
  readonly id: Id<'handOver'>;
  readonly kind: 'hand-over' | 'return';
  readonly assets: readonly HandedAsset[];
  /** Who is given them; of a return, who gives them back. */
  readonly holder: Holder;
  readonly condition: Condition;
  readonly accessories?: string;
  readonly note?: string;
  readonly issuedBy: Person;
  readonly issuedAt: Instant;
  readonly state: HandOverState;
  readonly acceptance?: Acceptance;
  readonly settledAt?: Instant;
  readonly reason?: string;
  readonly version: number;
}

export const handed = ({ id, tag, name, serial, model }: Asset): HandedAsset => ({
  asset: id,
  tag,
  name,
  ...(serial !== undefined && { serial }),
  ...(model !== undefined && { model }),
});

/** What is accepted, in a fixed order: everything of the hand-over that its reader sees. The digest of the acceptance is the SHA-256 of this. */
export function acceptedText(one: HandOver): string {
  return JSON.stringify([
    one.id,
    one.kind,
    one.assets.map(({ asset, tag, name, serial, model }) => [asset, tag, name, serial ?? null, model ?? null]),
    [one.holder.user ?? null, one.holder.name],
    one.condition,
    one.accessories ?? null,
    one.note ?? null,
    [one.issuedBy.id, one.issuedBy.name],
    one.issuedAt,
  ]);
}

export interface Accepting {
  readonly by: Person;
  readonly at: Instant;
  readonly from: string;
  readonly typedName?: string | undefined;
  readonly sha256: (text: string) => string;
}

/** Accepts a hand-over: the custodian signed in as themself, or a person without an account by typing their name before whoever issued it. */
export function acceptHandOver(before: HandOver, { by, at, from, typedName, sha256 }: Accepting): Outcome<HandOver> {
  if (before.state !== 'pending') return refuse('hand_over.settled', { state: before.state });
  const digest = sha256(acceptedText(before));
  const settled = (acceptance: Acceptance): HandOver => ({ ...before, state: 'accepted', acceptance, settledAt: at, version: before.version + 1 });
  if (before.holder.user !== undefined) {
    if (before.holder.user !== by.id) return refuse('hand_over.not_yours', { name: before.holder.name });
    return settled({ by: before.holder, at, from, digest });
  }
  if (before.issuedBy.id !== by.id) return refuse('hand_over.not_witness', { name: before.issuedBy.name });
  if (typedName === undefined || fold(typedName) !== fold(before.holder.name))
    return refuseAt('/typedName', 'hand_over.name_differs', { name: before.holder.name });
  return settled({ by: before.holder, at, from, digest, typedName, witness: by });
}

/** Declines it, with a reason: the custodian, or whoever issued it for a person without an account. */
export function declineHandOver(
  before: HandOver,
  { by, at, reason }: { readonly by: Person; readonly at: Instant; readonly reason: string },
): Outcome<HandOver> {
  if (before.state !== 'pending') return refuse('hand_over.settled', { state: before.state });
  if (by.id !== (before.holder.user ?? before.issuedBy.id)) return refuse('hand_over.not_yours', { name: before.holder.name });
  return { ...before, state: 'declined', reason, settledAt: at, version: before.version + 1 };
}

/** Takes it back before anybody accepted it. */
export function withdrawHandOver(before: HandOver, at: Instant): Outcome<HandOver> {
  if (before.state !== 'pending') return refuse('hand_over.settled', { state: before.state });
  return { ...before, state: 'withdrawn', settledAt: at, version: before.version + 1 };
}

/** Whose the things of a return are: all of one custodian, or it is two returns. */
export function custodianOf(assets: readonly Asset[]): Outcome<Holder> {
  const [first, ...rest] = assets;
  if (!first?.custodian)
    return refuseAt('/assets/0', 'asset.transition', { tag: first?.tag ?? '', from: first?.state ?? '', to: 'in-stock', allowed: '-' });
  const { custodian } = first;
  const other = rest.findIndex((asset) => !asset.custodian || !isSameHolder(asset.custodian, custodian));
  return other < 0 ? custodian : refuseAt(`/assets/${other + 1}`, 'asset.custodian_differs', { tag: rest[other]?.tag ?? '', name: custodian.name });
}
