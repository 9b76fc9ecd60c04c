import type { Delegation } from '../../../domain/work/decisions/delegation.ts';
import type { SealedReceipt } from '../../../domain/work/decisions/receipt.ts';
import { can, type DecisionRequest } from '../../../domain/work/decisions/request.ts';
import type { FirmItem } from '../../platform/table/firm-table.ts';
import { plain, stored } from '../../platform/table/own-item.ts';
import type { Item } from '../../platform/table/port.ts';
import { decisionsKeys, receiptKey } from './keys.ts';

export const DECISION_EXPIRY = 'decision.expiry';

/** A request as it lies in the table: due at its expiry while it is open. */
export function requestItem({ version, ...request }: DecisionRequest): FirmItem {
  const { pk: gsi1pk, sk: gsi1sk } = decisionsKeys.requestsByState({ state: request.state, request: request.id });
  return {
    ...decisionsKeys.request({ request: request.id }),
    ...plain(request),
    v: version,
    gsi1pk,
    gsi1sk,
    ...(can('expire', request.state) && { due: { at: request.expiresAt, handler: DECISION_EXPIRY } }),
  };
}

export const requestOf = (item: Item): DecisionRequest => stored<DecisionRequest>(item);

export const receiptItem = (receipt: SealedReceipt, version: number): Item => ({
  ...receiptKey(receipt.request, version),
  v: 1,
  receipt: plain(receipt),
});
export const receiptOfItem = (item: Item): SealedReceipt => item.receipt as unknown as SealedReceipt;

export const delegationItem = ({ version, ...delegation }: Delegation): Item => ({
  ...decisionsKeys.delegation({ delegation: delegation.id }),
  ...plain(delegation),
  v: version,
});
export const delegationOf = (item: Item): Delegation => stored<Delegation>(item);
