import type { Happening } from '../../../domain/kernel/event.ts';
import { awaited } from '../../../domain/work/decisions/evaluate-step.ts';
import { receiptOf } from '../../../domain/work/decisions/receipt.ts';
import type { DecisionRequest } from '../../../domain/work/decisions/request.ts';
import { type Dated, datedWrites } from '../../platform/dated/dated.ts';
import { todayIn } from '../../platform/http/today.ts';
import { type ReceiptKey, receiptKeyOf } from '../../platform/receipts/receipt-key.ts';
import type { Write } from '../../platform/table/port.ts';
import { decisionsKeys } from './keys.ts';
import { askedLetters, settledLetters } from './letters.ts';
import type { People, Place } from './place.ts';
import { receiptItem, requestItem } from './request-items.ts';
import { sealReceipt } from './seal-receipt.ts';

export interface WrittenRequest {
  /** With the links that were sent. */
  readonly request: DecisionRequest;
  readonly writes: readonly Write[];
}

/**
 * What a request writes from one state to the next: itself; whose word is waited for, with their mails; its day in the calendar; and once it is settled
 * its receipt, signed in the transaction that settles it.
 */
export async function requestWrites(
  before: DecisionRequest | undefined,
  after: DecisionRequest,
  people: People,
  place: Place,
): Promise<WrittenRequest> {
  const isSettledNow = after.state !== 'pending' && after.state !== before?.state;
  return writesOf(before, after, people, place, isSettledNow ? await receiptKeyOf(place.ports) : undefined);
}

/** The same for a request that is only asked: nothing is signed. */
export const askingWrites = (request: DecisionRequest, people: People, place: Place): WrittenRequest =>
  writesOf(undefined, request, people, place, undefined);

function writesOf(
  before: DecisionRequest | undefined,
  after: DecisionRequest,
  people: People,
  place: Place,
  key: ReceiptKey | undefined,
): WrittenRequest {
  const had = before ? awaited(before) : [];
  const has = awaited(after);
  const added = has.filter(({ id }) => !had.some((person) => person.id === id));
  const gone = had.filter(({ id }) => !has.some((person) => person.id === id));
  const letters = askedLetters(after, added, people, place);
  const request = { ...after, links: [...after.links, ...letters.links] };
  const row = (user: string) => decisionsKeys.waitingFor({ user, request: after.id });
  const { subject } = after;
  return {
    request,
    writes: [
      { kind: 'put', item: requestItem(request), ...(!before && { when: { exists: false } as const }) },
      ...(before
        ? []
        : [
            {
              kind: 'put' as const,
              item: { ...decisionsKeys.requestsAbout({ kind: subject.kind, subject: subject.id, request: after.id }), v: 1, request: after.id },
            },
          ]),
      ...added.map(({ id }): Write => ({ kind: 'put', item: { ...row(id), v: 1, request: after.id } })),
      ...gone.map(({ id }): Write => ({ kind: 'delete', key: row(id) })),
      ...datedWrites(before && datedOf(before, place), datedOf(after, place)),
      ...letters.writes,
      ...(key ? [receiptWrite(request, key, place), ...settledLetters(request, people, place)] : []),
    ],
  };
}

/** A day of the calendar while it is open. */
function datedOf({ id, state, expiresAt, subject }: DecisionRequest, { firm }: Place): Dated | undefined {
  return state === 'pending' ? { on: todayIn(firm.timeZone, expiresAt), source: 'decision-expiry', id, title: subject.title } : undefined;
}

const receiptWrite = (request: DecisionRequest, key: ReceiptKey, { firm }: Place): Write => ({
  kind: 'put',
  item: receiptItem(sealReceipt(receiptOf(request, firm), key), request.version),
  when: { exists: false },
});

/** What is told of it in the chain of events. The words of a comment stay with the decision. */
export const requestHappened = (
  type: `decision.${string}`,
  { id, version, subject }: DecisionRequest,
  data: Readonly<Record<string, unknown>> = {},
): Happening => ({
  type,
  entity: { kind: 'decision-request', id, version },
  data: { subject: { kind: subject.kind, id: subject.id }, ...data },
});
