import { isCountry } from '../kernel/countries.ts';
import { isCurrency } from '../kernel/currencies.ts';
import { addDays, type Instant } from '../kernel/dates.ts';
import { type Fault, type Outcome, refuse } from '../kernel/decision.ts';
import type { Happening } from '../kernel/event.ts';
import type { FirmId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { profileFor } from './country-profiles.ts';
import { type FirmKind, type FirmProfile, type Member, type Seats, timeZoneOf } from './firm.ts';
import { isPlan, type PlanName, planOf } from './plans.ts';

export interface FirmRequest {
  readonly name: string;
  readonly country: string;
  readonly currency: string;
  readonly kind: FirmKind;
  readonly plan: string;
}

export type FirmRequestRefusal = 'request.invalid' | 'country.unknown' | 'currency.unknown' | 'plan.unknown' | 'plan.for_providers';

/** Whether a firm can be founded as asked: a country, a currency and a plan that there are. `pointer` is where the firm stands in the request. */
export function checkFirmRequest(request: FirmRequest, pointer: string): Outcome<FirmRequest & { readonly plan: PlanName }, FirmRequestRefusal> {
  const { country, currency, plan } = request;
  const faults: (Fault & { readonly code: FirmRequestRefusal })[] = [];
  if (!isCountry(country)) faults.push({ pointer: `${pointer}/country`, code: 'country.unknown', values: { country } });
  if (!isCurrency(currency)) faults.push({ pointer: `${pointer}/currency`, code: 'currency.unknown', values: { currency } });
  if (!isPlan(plan)) faults.push({ pointer: `${pointer}/plan`, code: 'plan.unknown', values: { plan } });
  else if (request.kind === 'business' && !planOf(plan).forBusinesses) faults.push({ pointer: `${pointer}/plan`, code: 'plan.for_providers' });
  const [first] = faults;
  if (first || !isPlan(plan))
    return faults.length > 1 ? refuse('request.invalid', undefined, faults) : refuse(first?.code ?? 'plan.unknown', first?.values, faults);
  return { ...request, plan };
}

/** What a founding makes: the firm with its country's first values, its founder as owner, and the first line of its history. */
export interface Founding {
  readonly firm: FirmProfile;
  readonly owner: Member;
  readonly seats: Seats;
  readonly happenings: readonly Happening[];
}

export function foundFirm(
  request: FirmRequest & { readonly plan: PlanName },
  facts: { readonly id: FirmId; readonly now: Instant; readonly language: Language; readonly founder: Pick<Member, 'user' | 'name' | 'email'> },
): Founding {
  const { name, country, currency, kind, plan } = request;
  const profile = profileFor(country);
  const { trialDays } = planOf(plan);
  const firm: FirmProfile = {
    id: facts.id,
    name,
    country,
    currency,
    kind,
    plan,
    language: facts.language,
    timeZone: timeZoneOf(country),
    fiscalYearStart: profile.fiscalYearStartMonth,
    invoicing: { numbering: profile.numbering, taxRounding: profile.taxRounding, dueDays: DUE_DAYS },
    foundedAt: facts.now,
    ...(trialDays !== undefined && { trialEndsOn: addDays(facts.now.slice(0, 10), trialDays) }),
    version: 1,
  };
  return {
    firm,
    owner: { ...facts.founder, role: 'owner', joinedAt: facts.now, version: 1 },
    seats: { owners: 1, members: 1, version: 1 },
    happenings: [
      { type: 'firm.founded', entity: { kind: 'firm', id: firm.id, version: 1 }, data: { name, country, currency, kind, plan } },
      { type: 'member.joined', entity: { kind: 'member', id: facts.founder.user, version: 1 }, data: { name: facts.founder.name, role: 'owner' } },
    ],
  };
}

const DUE_DAYS = 30;
