import { isRefusal, type Refusal } from '../../../domain/kernel/decision.ts';
import type { Person } from '../../../domain/kernel/person.ts';
import { sayRefusal } from '../../../domain/refusal-words.ts';
import { isSame } from '../../../domain/work/cases/case.ts';
import { waysToDecide } from '../../../domain/work/decisions/decide.ts';
import { principalsOf } from '../../../domain/work/decisions/delegation.ts';
import { awaited, currentStep, evaluateStep, voicesOf } from '../../../domain/work/decisions/evaluate-step.ts';
import type { DecisionRequest, MadeDecision } from '../../../domain/work/decisions/request.ts';
import { withdrawRequest } from '../../../domain/work/decisions/settle-request.ts';
import type { FirmCall } from '../../platform/call.ts';
import { personOf } from '../../platform/person.ts';
import type { People } from './place.ts';

/** A request as its caller sees it now: what is asked, who has said what, and what they may do themselves. */
export function wireRequest(call: FirmCall, request: DecisionRequest, people: People) {
  const { material, decisions, steps, note, policy, digest } = request;
  return {
    ...summaryOf(request),
    material: material.map(({ name, label, value }) => ({ name, label: { ...label }, value: value ?? null })),
    digest,
    policy: { ...policy },
    note: note ?? null,
    because: request.because ?? null,
    steps: steps.map((step, index) => ({
      name: { ...step.name },
      need: step.need,
      required: step.required,
      state: stateOfStep(request, index),
      approvers: step.approvers.map((person) => ({
        ...person,
        outcome: voicesOf(decisions, index).get(person.id) ?? null,
        deputies: people.delegations
          .filter(({ person: of, from, until }) => of.id === person.id && from <= call.today && call.today <= until)
          .map(({ to }) => ({ ...to })),
      })),
    })),
    decisions: decisions.map(wireDecision),
    hasReceipt: request.state !== 'pending',
    mine: mineOf(call, request, people),
  };
}

/** What a list shows of a request; `inNameOf` where it waits for somebody for whom the caller stands in. */
export function wireRequestSummary(call: FirmCall, request: DecisionRequest, { delegations }: People) {
  const waiting = awaited(request);
  const { user } = call.caller;
  const principal = waiting.some(({ id }) => id === user.id)
    ? undefined
    : principalsOf(user.id, delegations, call.today).find(({ person }) => waiting.some((one) => isSame(one, person)))?.person;
  return { ...summaryOf(request), inNameOf: principal ? { ...principal } : null };
}

function summaryOf(request: DecisionRequest) {
  const { id, subject, state, requestedBy, requestedAt, expiresAt, settledAt, version, steps } = request;
  const current = currentStep(request);
  const open = state === 'pending' ? current : undefined;
  return {
    id,
    subject: { kind: subject.kind, id: subject.id, number: subject.number ?? null, title: subject.title },
    state,
    requestedBy: { ...requestedBy },
    requestedAt,
    expiresAt,
    settledAt: settledAt ?? null,
    step: open ? open.index + 1 : null,
    stepCount: steps.length,
    waitingFor: awaited(request).map((person): Person => ({ ...person })),
    version,
  };
}

function stateOfStep(request: DecisionRequest, index: number): 'approved' | 'rejected' | 'changes-requested' | 'open' | 'later' | 'closed' {
  const step = request.steps[index];
  if (!step) return 'closed';
  const standing = evaluateStep(step, voicesOf(request.decisions, index));
  if (standing !== 'open') return standing;
  if (request.state !== 'pending') return 'closed';
  return currentStep(request)?.index === index ? 'open' : 'later';
}

const wireDecision = ({ id, step, of, by, self, outcome, comment, at }: MadeDecision) => ({
  id,
  step: step + 1,
  by: { ...by },
  for: of.id === by.id ? null : { ...of },
  self,
  outcome,
  comment: comment ?? null,
  at,
});

/** What the buttons may do, decided by what the verbs refuse by. */
function mineOf(call: FirmCall, request: DecisionRequest, people: People) {
  const by = personOf(call);
  const ways = waysToDecide(request, { by, at: call.now, today: call.today, ...people });
  const withdrawn = withdrawRequest(request, { by, isOwner: call.role === 'owner', at: call.now });
  const reasonOf = (refusal: Refusal | undefined) => ({
    allowed: refusal === undefined,
    code: refusal?.refused ?? null,
    reason: refusal ? sayRefusal(refusal.refused, refusal.values, call.language) : null,
  });
  return {
    decide: isRefusal(ways) ? [] : ways.map(({ of, refusal }) => ({ inNameOf: of.id === by.id ? null : { ...of }, ...reasonOf(refusal) })),
    whyNot: isRefusal(ways) ? (reasonOf(ways).reason ?? null) : null,
    withdraw: reasonOf(isRefusal(withdrawn) ? withdrawn : undefined),
  };
}
