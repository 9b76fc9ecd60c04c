import type { Delegation } from '../../../domain/work/decisions/delegation.ts';
import type { SealedReceipt } from '../../../domain/work/decisions/receipt.ts';
import { can, type DecisionRequest } from '../../../domain/work/decisions/request.ts';
import type { FirmItem } from '../../platform/table/firm-table.ts';
import type { Item, Value } from '../../platform/table/port.ts';
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

/** Items are ours: what is read was written here. */
export function requestOf(item: Item): DecisionRequest {
  const { pk: _pk, sk: _sk, gsi1pk: _gsi1pk, gsi1sk: _gsi1sk, duepk: _duepk, duesk: _duesk, v, ...rest } = item;
  return { ...(rest as unknown as Omit<DecisionRequest, 'version'>), version: Number(v) };
}

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
export function delegationOf(item: Item): Delegation {
  const { pk: _pk, sk: _sk, v, ...rest } = item;
  return { ...(rest as unknown as Omit<Delegation, 'version'>), version: Number(v) };
}

/** As JSON has it, without members that are `undefined`. */
const plain = (value: object): Record<string, Value> => JSON.parse(JSON.stringify(value));
