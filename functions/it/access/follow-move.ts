import { type Grant, levelOf, requestAccess, samePerson } from '../../../domain/it/access/access.ts';
import type { Holder } from '../../../domain/it/holder.ts';
import { isRefusal, type Outcome, refuse } from '../../../domain/kernel/decision.ts';
import type { Happening } from '../../../domain/kernel/event.ts';
import { fold } from '../../../domain/kernel/fold.ts';
import type { Person } from '../../../domain/kernel/person.ts';
import type { Case, Tick } from '../../../domain/work/cases/case.ts';
import { membersOf } from '../../firms/members.ts';
import type { FirmCall } from '../../platform/call.ts';
import type { Reading } from '../../platform/commit.ts';
import { personOf } from '../../platform/person.ts';
import type { Write } from '../../platform/table/port.ts';
import { decisionsKeys } from '../../work/decisions/keys.ts';
import { requestOf } from '../../work/decisions/request-items.ts';
import { aboutGrant, grantWrites, liveKey, loadSystem, systemNameKey } from './access-items.ts';
import { aboutLeaver, leaverWrites, loadLeaver } from './leavers.ts';

interface Followed {
  readonly writes: readonly Write[];
  readonly happenings: readonly Happening[];
}
const nothing: Followed = { writes: [], happenings: [] };

/**
 * What a move of a case means for the access register, in the move's own commit: a resolved access request is recorded as a grant with the case as its
 * evidence, and a clearance does not end before its lines are closed.
 */
export async function followMove(call: FirmCall, seen: Reading, after: Case): Promise<Outcome<Followed>> {
  if (after.kind === 'access-request') return after.state === 'resolved' ? recordGrant(call, seen, after) : nothing;
  const leaver = await loadLeaver(seen, after.id);
  if (leaver?.state !== 'open') return nothing;
  if (after.state !== 'cancelled') return refuse('leaver.case');
  const cancelled = { ...leaver, state: 'cancelled' as const, closedAt: call.now, closedBy: personOf(call), version: leaver.version + 1 };
  return { writes: leaverWrites(leaver, cancelled), happenings: [aboutLeaver('leaver.cancelled', cancelled)] };
}

/** The register knows the systems that are entered in it: access to another is left to the case. */
async function recordGrant(call: FirmCall, seen: Reading, one: Case): Promise<Outcome<Followed>> {
  const { system: named, level, person, until, justification } = one.fields;
  if (typeof named !== 'string' || typeof level !== 'string') return nothing;
  const row = await seen.get(systemNameKey(named));
  const system = row && (await loadSystem(seen, String(row.system)));
  if (!system || system.archived || levelOf(system, level) === undefined) return nothing;
  const approved = (await decidedBy(call, one)) ?? tickOf(one, 'approved');
  const implemented = tickOf(one, 'granted');
  const same = approved && implemented && samePerson(system, approved.by, implemented.by);
  if (same) return same;
  const holder = typeof person === 'string' ? await holderNamed(call, person) : requesterOf(one);
  const by = personOf(call);
  const last = typeof until === 'string' ? until : undefined;
  const asked = requestAccess(system, {
    id: call.mint('accessGrant'),
    holder,
    level,
    until: last,
    ...(typeof justification === 'string' && { note: justification }),
    by: requesterAsPerson(one) ?? by,
    at: one.openedAt,
    today: call.today,
  });
  if (isRefusal(asked)) return asked;
  // Resolved a second time after a reopening: the register has it.
  if (await seen.get(liveKey(asked))) return nothing;
  const grant: Grant = {
    ...asked,
    state: 'granted',
    approved: approved ? { by: approved.by, at: approved.at } : { by, at: call.now },
    granted: implemented ? { by: implemented.by, at: implemented.at } : { by, at: call.now },
    case: one.id,
  };
  return { writes: grantWrites(undefined, grant, call.firm), happenings: [aboutGrant('access.granted', grant)] };
}

/** Whoever decided on the case: settled by then, so that it is read and not watched. */
async function decidedBy({ table }: FirmCall, { approval }: Case): Promise<Pick<Tick, 'by' | 'at'> | undefined> {
  const item = approval && (await table.get(decisionsKeys.request({ request: approval.request })));
  return item && requestOf(item).decisions.findLast(({ outcome }) => outcome === 'approve');
}

const tickOf = ({ ticks }: Case, item: string): Tick | undefined => ticks.find((tick) => tick.item === item);
const requesterOf = ({ requester: { id, name } }: Case): Holder => (id === undefined ? { name } : { user: id, name });
const requesterAsPerson = ({ requester: { id, name } }: Case): Person | undefined => (id === undefined ? undefined : { id, name });

/** A member by id, address or name, where exactly one goes by it; anybody else by name. */
async function holderNamed({ table }: FirmCall, said: string): Promise<Holder> {
  const asked = fold(said);
  const members = (await membersOf(table)).filter(({ user, email, name }) => user === said || fold(email) === asked || fold(name) === asked);
  const [member, ...others] = members;
  return member && others.length === 0 ? { user: member.user, name: member.name } : { name: said.trim() };
}
