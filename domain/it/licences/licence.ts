import { addDays, addMonths, daysBetween, type Instant, type LocalDate } from '../../kernel/dates.ts';
import { type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Text } from '../../kernel/language.ts';
import type { Person } from '../../kernel/person.ts';
import type { Holder } from '../holder.ts';

export const billingPeriods = {
  once: { en: 'Once', ar: 'مرة واحدة' },
  month: { en: 'Monthly', ar: 'شهري' },
  quarter: { en: 'Quarterly', ar: 'ربع سنوي' },
  year: { en: 'Yearly', ar: 'سنوي' },
} as const satisfies Record<string, Text>;
export type BillingPeriod = keyof typeof billingPeriods;

export const licenceStates = {
  upcoming: { en: 'Not begun', ar: 'لم يبدأ' },
  active: { en: 'Active', ar: 'سارٍ' },
  expiring: { en: 'Expiring', ar: 'يقترب انتهاؤه' },
  expired: { en: 'Expired', ar: 'منتهٍ' },
} as const satisfies Record<string, Text>;
export type LicenceState = keyof typeof licenceStates;

/** One term of a licence. Its dates are never changed: a renewal adds a successor. */
export interface Term {
  readonly startsOn: LocalDate;
  /** Absent: it never ends. */
  readonly endsOn?: LocalDate;
  readonly seats: number;
  /** In minor units of `currency`, for all its seats and one billing period. */
  readonly cost?: number;
  readonly currency?: string;
  readonly period: BillingPeriod;
  readonly autoRenew: boolean;
  /** Days before the end at which its keepers were reminded. */
  readonly reminded: readonly number[];
  readonly addedAt: Instant;
}

/** The right to use a product on so many seats, term after term. Keys of licences are secrets and have no place here. */
export interface Licence {
  readonly id: Id<'licence'>;
  readonly product: string;
  readonly vendor?: string;
  readonly notes?: string;
  /** Oldest first. */
  readonly terms: readonly [Term, ...Term[]];
  readonly createdAt: Instant;
  readonly version: number;
}

/** A seat in somebody's hands, or that was: one that was released stays as the evidence of it. */
export interface Seat {
  readonly id: Id<'seat'>;
  readonly licence: Id<'licence'>;
  readonly holder?: Holder;
  readonly asset?: { readonly id: Id<'asset'>; readonly tag: string };
  readonly assignedAt: Instant;
  readonly assignedBy: Person;
  readonly releasedAt?: Instant;
  readonly releasedBy?: Person;
}

export const MAX_TERMS = 60;
export const MAX_SEATS = 10_000;
/** Reminders, in days before the end, once each; from the first of them on a licence is expiring. */
export const reminderDays = [60, 30, 7] as const;

export const lastTerm = ({ terms }: Pick<Licence, 'terms'>): Term => terms.at(-1) ?? terms[0];
/** The term of a day: of two that touch it the later. */
export const termOn = ({ terms }: Pick<Licence, 'terms'>, day: LocalDate): Term | undefined =>
  terms.findLast(({ startsOn, endsOn }) => startsOn <= day && (endsOn === undefined || day <= endsOn));

export function stateOf(licence: Pick<Licence, 'terms'>, today: LocalDate): LicenceState {
  const { endsOn } = lastTerm(licence);
  if (endsOn !== undefined && endsOn < today) return 'expired';
  if (!termOn(licence, today)) return licence.terms[0].startsOn > today ? 'upcoming' : 'expired';
  return endsOn !== undefined && daysBetween(today, endsOn) <= reminderDays[0] ? 'expiring' : 'active';
}

/** The most seats that may be held from a day on: the fewest of any term that has not ended, so that a smaller successor is never overrun. */
export function seatLimit({ terms }: Pick<Licence, 'terms'>, today: LocalDate): number {
  const ahead = terms.filter(({ endsOn }) => endsOn === undefined || endsOn >= today);
  return Math.min(...(ahead.length > 0 ? ahead : terms.slice(-1)).map(({ seats }) => seats));
}

/** What one seat costs: whole minor units each, and what is left over when they are added up. */
export function costPerSeat({ cost, seats }: Pick<Term, 'cost' | 'seats'>): { readonly each: number; readonly left: number } | undefined {
  if (cost === undefined) return undefined;
  const each = Math.floor(cost / seats);
  return { each, left: cost - each * seats };
}

/** A seat may be taken while there is a term and one is free. */
export function mayTakeSeat(licence: Licence, held: number, today: LocalDate): Outcome<number> {
  const state = stateOf(licence, today);
  if (state === 'expired' || state === 'upcoming') return refuse('licence.not_running', { product: licence.product, state });
  const limit = seatLimit(licence, today);
  return held < limit ? limit : refuse('licence.full', { product: licence.product, seats: limit });
}

export interface SentTerm {
  readonly startsOn: LocalDate;
  readonly endsOn?: LocalDate | undefined;
  readonly seats: number;
  readonly cost?: number | undefined;
  readonly currency?: string | undefined;
  readonly period: BillingPeriod;
  readonly autoRenew: boolean;
}
export function newTerm(sent: SentTerm, at: Instant): Outcome<Term> {
  const { startsOn, endsOn, seats, cost, currency, period, autoRenew } = sent;
  if (endsOn !== undefined && endsOn < startsOn) return refuseAt('/endsOn', 'licence.backwards');
  return {
    startsOn,
    ...(endsOn !== undefined && { endsOn }),
    seats,
    ...(cost !== undefined && { cost }),
    ...(currency !== undefined && { currency }),
    period,
    autoRenew,
    reminded: [],
    addedAt: at,
  };
}

/** Renews by a successor term: it begins after the last one ends, and has room for everybody who holds a seat. */
export function renewLicence(before: Licence, sent: SentTerm, held: number, at: Instant): Outcome<Licence> {
  const last = lastTerm(before);
  if (last.endsOn === undefined) return refuse('licence.endless', { product: before.product });
  if (sent.startsOn <= last.endsOn) return refuseAt('/startsOn', 'licence.overlaps', { endsOn: last.endsOn });
  if (sent.seats < held) return refuseAt('/seats', 'licence.seats_held', { held });
  if (before.terms.length >= MAX_TERMS) return refuse('licence.too_many_terms', { maximum: MAX_TERMS });
  const term = newTerm(sent, at);
  return 'refused' in term ? term : { ...before, terms: [...before.terms, term], version: before.version + 1 };
}

/** The successor of a term that renews itself: as long and as large, from the day after. */
export function successorOf(term: Term): SentTerm | undefined {
  if (term.endsOn === undefined) return undefined;
  const startsOn = addDays(term.endsOn, 1);
  const months = Array.from({ length: 120 }, (_, i) => i + 1).find((count) => addMonths(term.startsOn, count) === startsOn);
  const endsOn = addDays(months === undefined ? addDays(startsOn, daysBetween(term.startsOn, term.endsOn) + 1) : addMonths(startsOn, months), -1);
  return { startsOn, endsOn, seats: term.seats, cost: term.cost, currency: term.currency, period: term.period, autoRenew: true };
}

export interface LicenceChange {
  readonly product?: string | undefined;
  readonly vendor?: string | null | undefined;
  readonly notes?: string | null | undefined;
  readonly seats?: number | undefined;
  readonly autoRenew?: boolean | undefined;
}
/** Changes what a licence says, or buys and gives back seats of its last term: never below what is held. */
export function changeLicence(before: Licence, sent: LicenceChange, held: number): Outcome<Licence> {
  const { product = before.product, vendor = before.vendor, notes = before.notes, seats, autoRenew } = sent;
  if (seats !== undefined && seats < held) return refuseAt('/seats', 'licence.seats_held', { held });
  const last = lastTerm(before);
  const changed: Term = { ...last, ...(seats !== undefined && { seats }), ...(autoRenew !== undefined && { autoRenew }) };
  const { vendor: _, notes: __, ...rest } = before;
  return {
    ...rest,
    product,
    ...(typeof vendor === 'string' && { vendor }),
    ...(typeof notes === 'string' && { notes }),
    terms: before.terms.length === 1 ? [changed] : [before.terms[0], ...before.terms.slice(1, -1), changed],
    version: before.version + 1,
  };
}

/** What a day brings: a reminder of the nearest threshold that was passed (those before it are skipped), a renewal, or the end. */
export type LicenceDue =
  | { readonly kind: 'remind'; readonly days: number; readonly skipped: readonly number[] }
  | { readonly kind: 'renew' }
  | { readonly kind: 'expire' };
export function dueOn(licence: Licence, today: LocalDate): LicenceDue | undefined {
  const last = lastTerm(licence);
  if (last.endsOn === undefined) return undefined;
  if (last.endsOn < today) return last.autoRenew ? { kind: 'renew' } : { kind: 'expire' };
  if (last.autoRenew) return undefined;
  const left = daysBetween(today, last.endsOn);
  const passed = reminderDays.filter((days) => left <= days);
  const nearest = passed.at(-1);
  if (nearest === undefined || last.reminded.includes(nearest)) return undefined;
  return { kind: 'remind', days: nearest, skipped: passed.filter((days) => !last.reminded.includes(days)) };
}

/** The next day on which something is due, after what was done up to today. */
export function nextDueDay(licence: Licence, today: LocalDate, ended: boolean): LocalDate | undefined {
  const last = lastTerm(licence);
  if (last.endsOn === undefined || ended) return undefined;
  const { endsOn } = last;
  const after = addDays(endsOn, 1);
  if (last.autoRenew) return after;
  const ahead = reminderDays.filter((days) => !last.reminded.includes(days)).map((days) => addDays(endsOn, -days));
  const coming = ahead.filter((day) => day > today);
  // A threshold that has passed already is told at once, and once.
  if (ahead.length > coming.length && dueOn(licence, today)) return today;
  return coming[0] ?? after;
}

export function reminded(licence: Licence, days: readonly number[]): Licence {
  const last = lastTerm(licence);
  const told: Term = { ...last, reminded: [...last.reminded, ...days] };
  return {
    ...licence,
    terms: licence.terms.length === 1 ? [told] : [licence.terms[0], ...licence.terms.slice(1, -1), told],
    version: licence.version + 1,
  };
}
