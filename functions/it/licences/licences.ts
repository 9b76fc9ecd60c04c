import {
  changeLicence as decideChange,
  renewLicence as decideRenewal,
  type Licence,
  lastTerm,
  newTerm,
  type SentTerm,
  stateOf,
} from '../../../domain/it/licences/licence.ts';
import { addDays } from '../../../domain/kernel/dates.ts';
import { isRefusal, type Outcome, refuse } from '../../../domain/kernel/decision.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { pageOf } from '../../platform/lists/page-of.ts';
import { minorOf } from '../amounts.ts';
import { licencesKeys } from './keys.ts';
import { aboutLicence, heldKey, heldOf, licenceWrites, loadLicence, seatSerial, wireLicence } from './licence-items.ts';
import type { licencesRoutes } from './routes.ts';

interface WrittenTerm extends Omit<SentTerm, 'cost'> {
  readonly cost?: string | undefined;
}
/** A term with its cost counted, in the firm’s currency unless another is said. */
function counted({ firm }: Pick<FirmCall, 'firm'>, { cost: written, currency = firm.currency, ...rest }: WrittenTerm): Outcome<SentTerm> {
  const cost = written === undefined ? undefined : minorOf(written, currency, '/cost');
  if (isRefusal(cost)) return cost;
  return { ...rest, ...(cost !== undefined && { cost, currency }) };
}
const timing = ({ today, now, firm }: FirmCall) => ({ today, now, timeZone: firm.timeZone });

/** Enters a licence with its first term. */
export const addLicence: Verb<typeof licencesRoutes.addLicence> = async (call) => {
  const { product, vendor, notes, ...sent } = call.body;
  const asked = counted(call, sent);
  if (isRefusal(asked)) return asked;
  const term = newTerm(asked, call.now);
  if (isRefusal(term)) return term;
  const one: Licence = {
    id: call.mint('licence'),
    product,
    ...(vendor !== undefined && { vendor }),
    ...(notes !== undefined && { notes }),
    terms: [term],
    createdAt: call.now,
    version: 1,
  };
  return commit(call, {
    decide: () => ({
      writes: [...licenceWrites(undefined, one, timing(call)), { kind: 'put', item: { ...heldKey(one.id), held: 0 } }],
      happenings: [aboutLicence('licence.added', one, { seats: term.seats, endsOn: term.endsOn ?? null })],
      answer: { status: 201 as const, body: wireLicence(one, 0, call.today), version: 1 },
    }),
  });
};

export const listLicences: Verb<typeof licencesRoutes.listLicences> = async (call) => {
  const { state } = call.query;
  const query = { index: 'gsi1' as const, pk: licencesKeys.licences({ product: '', licence: '' }).pk };
  const page = await pageOf<Licence>(call, query, (one) => state === undefined || stateOf(one, call.today) === state);
  const held = await call.table.batchGet(page.data.map(({ id }) => heldKey(id)));
  return { status: 200, body: { ...page, data: page.data.map((one, i) => wireLicence(one, Number(held[i]?.held ?? 0), call.today)) } };
};

export const getLicence: Verb<typeof licencesRoutes.getLicence> = async (call) => {
  const { licenceId } = call.params;
  const [one, held] = await Promise.all([loadLicence(call.table, licenceId), heldOf(call.table, licenceId)]);
  return one ? { status: 200, body: wireLicence(one, held, call.today), version: one.version } : refuse('request.not_found');
};

/** Changes a licence: its seats never below what is held, whoever takes one at the same time. */
export const changeLicence: Verb<typeof licencesRoutes.changeLicence> = async (call) => {
  const seen = new Reading(call.table);
  const before = await loadLicence(seen, call.params.licenceId);
  if (!before) return refuse('request.not_found');
  if (before.version !== call.ifMatch) return refuse('version.stale');
  return write(call, seen, before, 'licence.changed', (held) => decideChange(before, call.body, held));
};

/** Renews by a successor term: as the last one but for what is said. */
export const renewLicence: Verb<typeof licencesRoutes.renewLicence> = async (call) => {
  const seen = new Reading(call.table);
  const before = await loadLicence(seen, call.params.licenceId);
  if (!before) return refuse('request.not_found');
  const last = lastTerm(before);
  const {
    startsOn = last.endsOn === undefined ? call.today : addDays(last.endsOn, 1),
    endsOn,
    seats = last.seats,
    cost,
    currency,
    period,
    autoRenew,
  } = call.body;
  const asked = counted(call, { startsOn, endsOn, seats, cost, currency, period: period ?? last.period, autoRenew: autoRenew ?? last.autoRenew });
  if (isRefusal(asked)) return asked;
  const kept = cost === undefined && last.cost !== undefined ? { ...asked, cost: last.cost, currency: last.currency } : asked;
  return write(call, seen, before, 'licence.renewed', (held) => decideRenewal(before, kept, held, call.now));
};

function write(call: FirmCall, seen: Reading, before: Licence, type: `licence.${string}`, decide: (held: number) => Outcome<Licence>) {
  return commit(call, {
    seen,
    serial: seatSerial(before.id),
    decide: ({ held }) => {
      const after = decide(held);
      if (isRefusal(after)) return after;
      const { seats, endsOn } = lastTerm(after);
      return {
        // Moved on the spot: a seat that is taken meanwhile defeats this.
        state: { held },
        writes: licenceWrites(before, after, timing(call)),
        happenings: [aboutLicence(type, after, { seats, endsOn: endsOn ?? null })],
        answer: { status: 200 as const, body: wireLicence(after, held, call.today), version: after.version },
      };
    },
  });
}
