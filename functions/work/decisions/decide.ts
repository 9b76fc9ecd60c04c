import { isRefusal, type Outcome, refuse, refuseAt } from '../../../domain/kernel/decision.ts';
import { decide as decideOutcome, takeSeat } from '../../../domain/work/decisions/decide.ts';
import { currentStep } from '../../../domain/work/decisions/evaluate-step.ts';
import type { DecisionRequest } from '../../../domain/work/decisions/request.ts';
import { tokenHash } from '../../platform/auth/keys.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import type { BodyOf } from '../../platform/http/route.ts';
import { personOf } from '../../platform/person.ts';
import { loadCase } from '../change-case.ts';
import { decisionsKeys } from './keys.ts';
import { itemSaying, loadPeople, type People } from './place.ts';
import { requestOf } from './request-items.ts';
import { requestHappened, requestWrites } from './request-writes.ts';
import type { decisionsRoutes } from './routes.ts';
import { loadSubject } from './subject-store.ts';
import { wireRequest } from './wire-request.ts';

type SentDecision = BodyOf<typeof decisionsRoutes.decideRequest>;

/** Decides about a case: the request that is open on it. */
export const decideOnCase: Verb<typeof decisionsRoutes.decideOnCase> = async (call) => {
  const seen = new Reading(call.table);
  const stored = await loadCase(seen, call.params.caseId);
  if (!stored) return refuse('request.not_found');
  const { approval } = stored.case;
  return approval ? decideOne(call, seen, approval.request, call.body) : refuse('decision.none');
};

/** Decides a request. */
export const decideRequest: Verb<typeof decisionsRoutes.decideRequest> = (call) =>
  decideOne(call, new Reading(call.table), call.params.decisionRequestId, call.body);

/** What somebody said, what it comes to, and what it means for the subject: one commit, conditional on the request, on the subject, and on the right by which they say it. */
async function decideOne(call: FirmCall, seen: Reading, id: DecisionRequest['id'], body: SentDecision) {
  const item = await seen.get(decisionsKeys.request({ request: id }));
  if (!item) return refuse('request.not_found');
  const before = requestOf(item);
  const people = await loadPeople(call.table);
  const facts = { id: call.mint('decision'), by: personOf(call), at: call.now, today: call.today, ...people };
  const after = decideOutcome(before, body, facts);
  if (isRefusal(after)) return after;
  const link = linkUsed(before, body, facts.by.id);
  if (isRefusal(link)) return link;
  restOn(seen, before, body, facts, people);
  const subject = await loadSubject(before.subject, seen, call);
  if (!subject || subject.digest !== before.digest) return refuse('decision.stale');
  const written = await requestWrites(before, after, people, call);
  const made = after.decisions.at(-1);
  const isSettled = after.state !== 'pending';
  return commit(call, {
    seen,
    decide: () => ({
      writes: [...written.writes, ...(isSettled ? subject.point(after) : [])],
      happenings: [
        requestHappened('decision.made', after, {
          decision: made?.id,
          step: made?.step,
          outcome: body.outcome,
          for: made && made.of.id !== made.by.id ? made.of.id : null,
          ...(made?.self && { self: true }),
          ...(link && { link: true }),
        }),
        ...(isSettled ? [requestHappened(settledTypes[after.state], after, { digest: after.digest })] : []),
      ],
      answer: { status: 201 as const, body: wireRequest(call, written.request, people), version: after.version },
    }),
  });
}

const settledTypes = {
  pending: 'decision.requested',
  approved: 'decision.approved',
  rejected: 'decision.rejected',
  'changes-requested': 'decision.changes_requested',
  expired: 'decision.expired',
  withdrawn: 'decision.withdrawn',
  void: 'decision.voided',
} as const;

/** A link of a mail works once, for whom it was sent to; without one a signed-in person decides from the page. */
function linkUsed({ links }: DecisionRequest, { link }: SentDecision, user: string): Outcome<boolean> {
  if (link === undefined) return false;
  const digest = tokenHash(link);
  return links.some((sent) => sent.user === user && sent.digest === digest) ? true : refuseAt('/link', 'link.invalid');
}

/** Whoever loses the role, the membership or the delegation by which they decide loses the race with it. */
function restOn(seen: Reading, before: DecisionRequest, { onBehalfOf }: SentDecision, facts: Parameters<typeof takeSeat>[3], people: People): void {
  const current = currentStep(before);
  const seat = current && takeSeat(before, current, onBehalfOf, facts);
  if (!seat || isRefusal(seat)) return;
  for (const id of new Set([seat.by.id, seat.of.id, ...(seat.delegation ? [seat.delegation.id] : [])])) {
    const saying = itemSaying(people, id);
    if (saying) seen.saw(saying);
  }
}
