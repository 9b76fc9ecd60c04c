import { isRefusal, type Outcome, refuse } from '../../../domain/kernel/decision.ts';
import { instantOfLocal } from '../../../domain/work/calendars/zone.ts';
import type { Case } from '../../../domain/work/cases/case.ts';
import { askDecision as decideAsking, expiryAfter } from '../../../domain/work/decisions/ask-decision.ts';
import type { StepRule } from '../../../domain/work/decisions/policy.ts';
import type { DecisionRequest } from '../../../domain/work/decisions/request.ts';
import { kindOf } from '../../../domain/work/kinds/case-kinds.ts';
import { isEnded } from '../../../domain/work/kinds/states.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import type { BodyOf } from '../../platform/http/route.ts';
import { personOf } from '../../platform/person.ts';
import { loadCase } from '../change-case.ts';
import { loadPeople, type People } from './place.ts';
import { askingWrites, requestHappened } from './request-writes.ts';
import type { decisionsRoutes } from './routes.ts';
import { type LoadedSubject, loadedCase } from './subject-store.ts';
import { wireRequest } from './wire-request.ts';

/** Those who ask may give it so many days where no policy says. */
const USUAL_DAYS = 14;
const asked = { en: 'Asked for', ar: 'قرار مطلوب' } as const;

/** Asks for a decision about a case: those whom its kind names, then those whom the caller adds. */
export const askDecision: Verb<typeof decisionsRoutes.askDecision> = async (call) => {
  const seen = new Reading(call.table);
  const stored = await loadCase(seen, call.params.caseId);
  if (!stored) return refuse('request.not_found');
  const one = stored.case;
  if (one.mergedInto) return refuse('case.merged', { into: one.mergedInto });
  if (isEnded(one.state)) return refuse('case.ended', { state: one.state });
  if (one.approval?.state === 'pending') return refuse('decision.pending');
  if (one.approval?.state === 'approved') return refuse('decision.approved');
  const [subject, people] = await Promise.all([loadedCase(stored, seen, call), loadPeople(call.table)]);
  const request = requestAbout(call, one, subject, people, call.body);
  if (isRefusal(request)) return request;
  const written = askingWrites(request, people, call);
  return commit(call, {
    seen,
    decide: () => ({
      writes: [...written.writes, ...subject.point(request)],
      happenings: [askedHappening(request)],
      answer: { status: 201 as const, body: wireRequest(call, written.request, people), version: request.version },
    }),
  });
};

type SentAsking = BodyOf<typeof decisionsRoutes.askDecision>;

/** The request that asks about a case under the policy of its kind. The steps that somebody adds come after those of the policy: they never weaken it. */
export function requestAbout(
  call: FirmCall,
  one: Pick<Case, 'kind'>,
  { subject, material, digest, wantedBy }: Omit<LoadedSubject, 'point'>,
  { members }: People,
  { steps = [], expiresOn, note }: SentAsking,
): Outcome<DecisionRequest> {
  const policy = kindOf(one.kind).approval;
  const added = steps.map(
    ({ need, people, role, name = asked }): StepRule => ({ name, need, of: role === undefined ? { people: people ?? [] } : { role } }),
  );
  const fromPolicy = policy?.steps ?? [];
  return decideAsking(
    {
      subject,
      material,
      digest,
      rules: [...fromPolicy, ...added],
      fromPolicy: fromPolicy.length,
      policy: { code: policy ? one.kind : 'asked', version: policy?.version ?? 1 },
      note,
      expiresAt: expiresOn === undefined ? expiryAfter(call.now, policy?.expiresInDays ?? USUAL_DAYS) : endOf(expiresOn, call),
    },
    { id: call.mint('decisionRequest'), by: personOf(call), wantedBy, at: call.now, members },
  );
}

export const askedHappening = (request: DecisionRequest) =>
  requestHappened('decision.requested', request, {
    digest: request.digest,
    policy: { ...request.policy },
    expiresAt: request.expiresAt,
    steps: request.steps.map(({ need, required, approvers }) => ({ need, required, approvers: approvers.map(({ id }) => id) })),
  });

/** The last minute of a day where the firm is. */
const endOf = (date: string, { firm }: Pick<FirmCall, 'firm'>): string => instantOfLocal(firm.timeZone, { date, time: '23:59' });
