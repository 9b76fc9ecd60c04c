import * as z from 'zod';
import { MAX_APPROVERS, outcomeNames, requestStateNames } from '../../../domain/work/decisions/request.ts';
import { subjectKindNames } from '../../../domain/work/decisions/subjects.ts';
import { anId, bilingual, instant, localDate, person, words } from '../../platform/wire.ts';

/** What decisions look like on the wire. */
export const requestState = z.enum(requestStateNames);
export const outcome = z.enum(outcomeNames);

const need = z
  .union([z.enum(['all', 'any']), z.strictObject({ atLeast: z.int().min(1).max(MAX_APPROVERS) })])
  .meta({ description: 'how many of those who are asked have to agree' });
const newStep = z.strictObject({
  name: bilingual.optional(),
  need,
  people: z.array(anId('user')).min(1).max(MAX_APPROVERS).optional(),
  role: z.enum(['owner', 'accountant', 'staff']).optional().meta({ description: 'everybody who has it when it is asked' }),
});
export const newDecisionRequest = z
  .strictObject({
    steps: z
      .array(newStep.refine(({ people, role }) => (people === undefined) !== (role === undefined), { path: ['people'], error: 'field.required' }))
      .max(5)
      .optional()
      .meta({ description: 'one after the other, after those that the kind of case demands' }),
    expiresOn: localDate.optional().meta({ description: 'the last day on which it can be decided' }),
    note: words.min(1).optional(),
  })
  .meta({ id: 'NewDecisionRequest' });

export const newDecision = z
  .strictObject({
    outcome,
    comment: words.min(1).optional(),
    onBehalfOf: anId('user').optional().meta({ description: 'in whose name, where the caller stands in for somebody' }),
    link: z.string().min(16).max(200).optional().meta({ description: 'the token of a mail’s link: it works once' }),
  })
  .meta({ id: 'NewDecision' });

const subject = z.strictObject({ kind: z.enum(subjectKindNames), id: z.string(), number: z.int().nullable(), title: z.string() });
const summaryMembers = {
  id: anId('decisionRequest'),
  subject,
  state: requestState,
  requestedBy: person,
  requestedAt: instant,
  expiresAt: instant,
  settledAt: instant.nullable(),
  step: z.int().nullable().meta({ description: 'the step that is open, from 1' }),
  stepCount: z.int(),
  waitingFor: z.array(person),
  version: z.int(),
};
export const decisionRequestSummary = z
  .strictObject({ ...summaryMembers, inNameOf: person.nullable().meta({ description: 'for whom the caller would decide it' }) })
  .meta({ id: 'DecisionRequestSummary' });

const allowance = { allowed: z.boolean(), code: z.string().nullable(), reason: z.string().nullable() };
export const decisionRequest = z
  .strictObject({
    ...summaryMembers,
    material: z.array(z.strictObject({ name: z.string(), label: bilingual, value: z.unknown() })),
    digest: z.string().meta({ description: 'SHA-256 of the material fields, in hex' }),
    policy: z.strictObject({ code: z.string(), version: z.int() }),
    note: z.string().nullable(),
    because: z.enum(['asked', 'subject-ended', 'material-edit']).nullable(),
    steps: z.array(
      z.strictObject({
        name: bilingual,
        need: z.enum(['all', 'any', 'k-of-n']),
        required: z.int(),
        state: z.enum(['approved', 'rejected', 'changes-requested', 'open', 'later', 'closed']),
        approvers: z.array(z.strictObject({ ...person.shape, outcome: outcome.nullable(), deputies: z.array(person) })),
      }),
    ),
    decisions: z.array(
      z.strictObject({
        id: anId('decision'),
        step: z.int(),
        by: person,
        for: person.nullable(),
        self: z.boolean(),
        outcome,
        comment: z.string().nullable(),
        at: instant,
      }),
    ),
    hasReceipt: z.boolean(),
    mine: z.strictObject({
      decide: z.array(z.strictObject({ inNameOf: person.nullable(), ...allowance })),
      whyNot: z.string().nullable().meta({ description: 'why the caller decides nothing here, in their language' }),
      withdraw: z.strictObject(allowance),
    }),
  })
  .meta({ id: 'DecisionRequest' });

const receiptStep = z.strictObject({ name: bilingual, need: z.string(), required: z.int(), approvers: z.array(person) });
const receiptDecision = z.strictObject({
  id: anId('decision'),
  step: z.int(),
  by: person,
  for: person.nullable(),
  self: z.literal(true).optional(),
  outcome,
  comment: z.string().optional(),
  at: instant,
});
export const decisionReceipt = z
  .strictObject({
    format: z.string(),
    firm: z.strictObject({ id: anId('firm'), name: z.string() }),
    request: anId('decisionRequest'),
    subject: z.strictObject({ kind: z.enum(subjectKindNames), id: z.string(), number: z.int().optional(), title: z.string() }),
    digest: z.string(),
    material: z.record(z.string(), z.unknown()),
    policy: z.strictObject({ code: z.string(), version: z.int(), steps: z.array(receiptStep) }),
    requestedBy: person,
    requestedAt: instant,
    expiresAt: instant,
    note: z.string().optional(),
    outcome: requestState,
    settledAt: instant.nullable(),
    because: z.string().optional(),
    decisions: z.array(receiptDecision),
    signature: z.strictObject({ algorithm: z.literal('Ed25519'), key: z.string(), value: z.string() }),
  })
  .meta({ id: 'DecisionReceipt', description: 'signed whole: see /v1/receipt-keys' });

export const receiptKeys = z
  .strictObject({
    keys: z.array(
      z.strictObject({
        kty: z.literal('OKP'),
        crv: z.literal('Ed25519'),
        x: z.string(),
        kid: z.string(),
        use: z.literal('sig'),
        alg: z.literal('EdDSA'),
      }),
    ),
  })
  .meta({ id: 'ReceiptKeys' });

export const delegation = z
  .strictObject({
    id: anId('delegation'),
    person: person.meta({ description: 'in whose name' }),
    to: person,
    from: localDate,
    until: localDate,
    active: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Delegation' });
export const newDelegation = z
  .strictObject({ to: anId('user'), from: localDate, until: localDate.meta({ description: 'the last day, included' }) })
  .meta({ id: 'NewDelegation' });
export const delegationChange = z.strictObject({ from: localDate.optional(), until: localDate.optional() }).meta({ id: 'DelegationChange' });

export const aboutCase = { caseId: anId('case') };
export const listFilters = {
  'waiting-for': z
    .union([anId('user'), z.literal('me')])
    .optional()
    .meta({ description: 'whose word is waited for, those included for whom they stand in today' }),
  state: requestState.optional(),
  case: anId('case').optional(),
};
export const delegationFilter = { of: z.union([anId('user'), z.literal('me')]).optional() };
