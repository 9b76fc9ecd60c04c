import type { Act, Case } from '../../../domain/work/cases/case.ts';
import { isMember } from '../../../domain/work/cases/case.ts';
import { awaited } from '../../../domain/work/decisions/evaluate-step.ts';
import { digestOf } from '../../../domain/work/decisions/material.ts';
import type { DecisionRequest } from '../../../domain/work/decisions/request.ts';
import { dropRequest, voidRequest } from '../../../domain/work/decisions/settle-request.ts';
import { materialOfCase } from '../../../domain/work/decisions/subjects.ts';
import { isEnded } from '../../../domain/work/kinds/states.ts';
import type { Changes, FirmCall } from '../../platform/call.ts';
import type { Reading } from '../../platform/commit.ts';
import { personOf } from '../../platform/person.ts';
import { decisionsKeys } from './keys.ts';
import { notedLetters } from './letters.ts';
import { loadPeople } from './place.ts';
import { requestItem, requestOf } from './request-items.ts';
import { requestHappened, requestWrites } from './request-writes.ts';
import { sha256 } from './seal-receipt.ts';

/**
 * What a change of a case means for the request about it, in the transaction of the change: a material edit voids it, another edit is told to those who
 * are asked, and a case that ends takes the question with it.
 */
export async function followCase(
  call: FirmCall,
  seen: Reading,
  before: Case,
  act: Act,
): Promise<({ readonly approval: NonNullable<Case['approval']> } & Changes) | undefined> {
  const { approval } = before;
  if (!approval || (approval.state !== 'pending' && approval.state !== 'approved')) return undefined;
  const ends = isEnded(act.case.state) && !isEnded(before.state);
  if (act.type !== 'case.changed' && !ends) return undefined;
  const item = await seen.get(decisionsKeys.request({ request: approval.request }));
  if (!item) return undefined;
  const request = requestOf(item);
  const settled = ends ? dropRequest(request, call.now) : isMaterial(request, act.case) ? voidRequest(request, call.now) : undefined;
  const people = await loadPeople(call.table);
  if (settled) {
    const { writes } = await requestWrites(request, settled, people, call);
    const type = settled.state === 'void' ? 'decision.voided' : 'decision.withdrawn';
    return {
      approval: { request: request.id, state: settled.state },
      writes,
      happenings: [requestHappened(type, settled, { from: request.state, because: settled.because ?? null })],
    };
  }
  if (ends || isSame(before, act.case)) return undefined;
  const renamed: DecisionRequest = { ...request, subject: { ...request.subject, title: act.case.title }, version: request.version + 1 };
  const told = [...awaited(request), ...request.decisions.map(({ by }) => by)].filter(isMember);
  return {
    approval,
    // What people call it may follow while nothing is settled; a receipt keeps the name that was decided about.
    writes: [
      ...(request.state === 'pending' && renamed.subject.title !== request.subject.title
        ? [{ kind: 'put' as const, item: requestItem(renamed) }]
        : []),
      ...notedLetters(renamed, told, personOf(call), people, call),
    ],
    happenings: [],
  };
}

const isMaterial = ({ digest }: DecisionRequest, after: Case): boolean => digestOf(materialOfCase(after), sha256) !== digest;

const shown = ({ title, description, fields, impact, urgency, priority, contact }: Case): string =>
  JSON.stringify([title, description, fields, impact, urgency, priority, contact]);
const isSame = (before: Case, after: Case): boolean => shown(before) === shown(after);
