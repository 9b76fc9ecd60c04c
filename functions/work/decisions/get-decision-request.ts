import { refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { decisionsKeys } from './keys.ts';
import { loadPeople } from './place.ts';
import { receiptOfItem, requestOf } from './request-items.ts';
import type { decisionsRoutes } from './routes.ts';
import { wireRequest } from './wire-request.ts';

/** One request: what is to be authorised, who is asked, who has said what, and what the caller may do. Reading it decides nothing. */
export const getDecisionRequest: Verb<typeof decisionsRoutes.getDecisionRequest> = async (call) => {
  const [item, people] = await Promise.all([
    call.table.get(decisionsKeys.request({ request: call.params.decisionRequestId })),
    loadPeople(call.table),
  ]);
  if (!item) return refuse('request.not_found');
  const request = requestOf(item);
  return { status: 200, body: wireRequest(call, request, people), version: request.version };
};

/** The proof of how it came out, as it was signed then. */
export const getDecisionReceipt: Verb<typeof decisionsRoutes.getDecisionReceipt> = async ({ table, params }) => {
  const id = params.decisionRequestId;
  const { pk, sk } = decisionsKeys.receipt({ request: id, version: '' });
  const [item, { items }] = await Promise.all([
    table.get(decisionsKeys.request({ request: id })),
    table.query({ pk, prefix: sk, descending: true, limit: 1 }),
  ]);
  if (!item) return refuse('request.not_found');
  const [latest] = items;
  return latest ? { status: 200, body: receiptOfItem(latest) } : refuse('decision.no_receipt');
};
