import type { UserId } from '../../kernel/ids.ts';
import type { DecisionOutcome, DecisionRequest, MadeDecision, Step } from './request.ts';

export type StepStanding = 'open' | 'approved' | 'rejected' | 'changes-requested';

/** The latest word of each of its people. */
export function voicesOf(decisions: readonly MadeDecision[], step: number): ReadonlyMap<UserId, DecisionOutcome> {
  return new Map(decisions.filter((decision) => decision.step === step).map(({ of, outcome }) => [of.id, outcome]));
}

/** Where a step stands: approved with enough voices for it, rejected once too few are left, back for changes as soon as one asks for them. */
export function evaluateStep(
  { required, approvers }: Pick<Step, 'required' | 'approvers'>,
  voices: ReadonlyMap<UserId, DecisionOutcome>,
): StepStanding {
  const said = approvers.map(({ id }) => voices.get(id));
  if (said.includes('request-changes')) return 'changes-requested';
  if (said.filter((voice) => voice === 'approve').length >= required) return 'approved';
  return said.filter((voice) => voice !== 'reject').length < required ? 'rejected' : 'open';
}

/** The step that is open: the first that is not approved. Undefined once all are. */
export function currentStep({
  steps,
  decisions,
}: Pick<DecisionRequest, 'steps' | 'decisions'>): { readonly index: number; readonly step: Step } | undefined {
  const index = steps.findIndex((step, i) => evaluateStep(step, voicesOf(decisions, i)) !== 'approved');
  const step = steps[index];
  return step && { index, step };
}

/** Who has not said anything yet in the step that is open. */
export function awaited(request: DecisionRequest): readonly Step['approvers'][number][] {
  const current = request.state === 'pending' ? currentStep(request) : undefined;
  if (!current) return [];
  const voices = voicesOf(request.decisions, current.index);
  return current.step.approvers.filter(({ id }) => !voices.has(id));
}
