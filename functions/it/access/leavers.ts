import {
  closeLine,
  closeLeaver as decideClosing,
  openLeaver as decideOpening,
  type Leaver,
  openLines,
  withNewFacts,
} from '../../../domain/it/access/leaver.ts';
import { holderKey } from '../../../domain/it/holder.ts';
import { isRefusal, refuse, refuseAt } from '../../../domain/kernel/decision.ts';
import { moveCase } from '../../../domain/work/cases/move-case.ts';
import { openCase } from '../../../domain/work/cases/open-case.ts';
import { queueFor } from '../../../domain/work/cases/routing.ts';
import { memberKey } from '../../platform/auth/keys.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { pageOf } from '../../platform/lists/page-of.ts';
import { personOf, wirePerson } from '../../platform/person.ts';
import type { Reader } from '../../platform/reading.ts';
import { plain, stored } from '../../platform/table/own-item.ts';
import type { Item, Key, Write } from '../../platform/table/port.ts';
import { claimWrites } from '../../platform/table/row-writes.ts';
import { caseWrites } from '../../work/case-items.ts';
import { changeCase, happened } from '../../work/change-case.ts';
import { caseNumbers } from '../../work/open-case.ts';
import { readQueue } from '../../work/queue-store.ts';
import { currentSettings } from '../../work/settings-store.ts';
import { moverOf } from '../../work/wire-case.ts';
import { holderFrom, wireHolder } from '../holders.ts';
import { accessKeys } from './keys.ts';
import { factsOf, proofOf, proves } from './leaver-facts.ts';
import type { accessRoutes } from './routes.ts';

/** The kind of case that a clearance is. */
export const LEAVER_KIND = 'service-request';
/** Lines that are looked up for what would close them: the rest are found when these are done. */
const MAX_PROOFS = 100;

const key = (id: string): Key => accessKeys.leaver({ case: id });
export async function loadLeaver(from: Reader, id: string): Promise<Leaver | undefined> {
  const item = await from.get(key(id));
  return item && stored<Leaver>(item);
}
export function leaverWrites(before: Leaver | undefined, after: Leaver): Write[] {
  const { version, ...rest } = after;
  const place = ({ person, state, id }: Leaver): readonly Item[] =>
    state === 'open' ? [{ ...accessKeys.leaverOf({ holder: holderKey(person) }), v: 1, case: id }] : [];
  return [
    { kind: 'put', item: { ...key(after.id), ...plain(rest), v: version }, ...(!before && { when: { exists: false } }) },
    ...claimWrites(before ? place(before) : [], place(after)),
  ];
}
export const aboutLeaver = (type: `leaver.${string}`, one: Leaver, data: object = {}) => ({
  type,
  entity: { kind: 'case', id: one.id },
  data: { name: one.person.name, number: one.number, ...data },
});

const summary = (one: Leaver) => ({
  id: one.id,
  number: one.number,
  person: wireHolder(one.person),
  lastDay: one.lastDay,
  state: one.state,
  lineCount: one.lines.length,
  openLines: openLines(one).length,
  openedAt: one.openedAt,
  openedBy: wirePerson(one.openedBy),
  closedAt: one.closedAt ?? null,
  closedBy: one.closedBy ? wirePerson(one.closedBy) : null,
  version: one.version,
});
const wire = (one: Leaver, isMember: boolean, proofs: ReadonlyMap<string, string> = new Map()) => ({
  ...summary(one),
  lines: one.lines.map(({ line, kind, ref, within, label, foundAt, closed }) => ({
    line,
    kind,
    ref,
    within: within ?? null,
    label,
    foundAt,
    closed: closed ? { by: wirePerson(closed.by), at: closed.at, evidence: closed.evidence ?? null, waiver: closed.waiver ?? null } : null,
    proof: proofs.get(line) ?? null,
  })),
  isMember,
});
const isMemberOf = async ({ table }: Pick<FirmCall, 'table'>, { person }: Leaver): Promise<boolean> =>
  person.user !== undefined && (await table.get(memberKey(person.user))) !== undefined;

const titles = { en: 'Leaver: ', ar: 'إخلاء طرف: ' } as const;

/** Somebody leaves: a case is opened, with a line for each thing that they have. */
export const openLeaver: Verb<typeof accessRoutes.openLeaver> = async (call) => {
  const seen = new Reading(call.table);
  const holder = await holderFrom(seen, call.body.person, '/person');
  if (isRefusal(holder)) return holder;
  const running = await seen.get(accessKeys.leaverOf({ holder: holderKey(holder) }));
  if (running) {
    const other = await loadLeaver(call.table, String(running.case));
    return refuseAt('/person', 'leaver.exists', { name: holder.name, number: other?.number ?? '' });
  }
  const settings = await currentSettings(seen, call.firm, call.ports);
  const routed = queueFor(LEAVER_KIND, settings);
  const [queue, facts] = await Promise.all([readQueue(seen, routed), factsOf(call.table, holder, call.today, undefined)]);
  const id = call.mint('case');
  const by = personOf(call);
  const isMember = holder.user !== undefined;
  return commit(call, {
    seen,
    serial: caseNumbers,
    decide: ({ last }) => {
      const number = last + 1;
      const title = `${titles[call.firm.language]}${holder.name}`.slice(0, 200);
      const act = openCase(
        { kind: LEAVER_KIND, title, fields: { neededBy: call.body.lastDay } },
        { id, number, by, at: call.now, settings: settings.version, queues: queue ? [queue] : [], routed, contact: undefined },
      );
      if (isRefusal(act)) return act;
      const one = decideOpening(facts, { id, number, person: holder, lastDay: call.body.lastDay, openedAt: call.now, openedBy: by });
      return {
        state: { last: number },
        writes: [...caseWrites(undefined, act.case, settings, call.now), ...leaverWrites(undefined, one)],
        happenings: [happened(act), aboutLeaver('leaver.opened', one, { lastDay: one.lastDay, lines: one.lines.length })],
        answer: { status: 201 as const, body: wire(one, isMember), version: 1 },
      };
    },
  });
};

export const listLeavers: Verb<typeof accessRoutes.listLeavers> = async (call) => {
  const { state } = call.query;
  const page = await pageOf<Leaver>(call, { pk: key('').pk, descending: true }, (one) => state === undefined || one.state === state);
  return { status: 200, body: { ...page, data: page.data.map(summary) } };
};

/** One leaver, and for each open line what would close it. */
export const getLeaver: Verb<typeof accessRoutes.getLeaver> = async (call) => {
  const one = await loadLeaver(call.table, call.params.leaverId);
  if (!one) return refuse('request.not_found');
  const asked = one.state === 'open' ? openLines(one).slice(0, MAX_PROOFS) : [];
  const found = await Promise.all(asked.map(async (line) => [line.line, await proofOf(call.table, one, line)] as const));
  const proofs = new Map(found.flatMap(([line, proof]) => (proof === undefined ? [] : [[line, proof] as const])));
  return { status: 200, body: wire(one, await isMemberOf(call, one), proofs), version: one.version };
};

/** Closes a line with what shows that it is settled, or by an owner's waiver. */
export const closeLeaverLine: Verb<typeof accessRoutes.closeLeaverLine> = async (call) => {
  const seen = new Reading(call.table);
  const before = await loadLeaver(seen, call.params.leaverId);
  if (!before) return refuse('request.not_found');
  const { evidence, waiver } = call.body;
  const line = before.lines.find((each) => each.line === call.params.line);
  const after = closeLine(before, {
    line: call.params.line,
    by: personOf(call),
    at: call.now,
    isFirmOwner: call.role === 'owner',
    evidence,
    waiver,
    proves: line !== undefined && evidence !== undefined && (await proves(call.table, before, line, evidence)),
  });
  if (isRefusal(after)) return after;
  const isMember = await isMemberOf(call, after);
  return commit(call, {
    seen,
    decide: () => ({
      writes: leaverWrites(before, after),
      happenings: [
        aboutLeaver('leaver.line_closed', after, {
          line: line?.label,
          ...(evidence !== undefined && { evidence }),
          ...(waiver !== undefined && { waiver }),
        }),
      ],
      answer: { status: 200 as const, body: wire(after, isMember), version: after.version },
    }),
  });
};

/** Closes the clearance and resolves its case. What has come to light since is written down first, and then stands against it. */
export const closeLeaver: Verb<typeof accessRoutes.closeLeaver> = async (call) => {
  const { leaverId: caseId } = call.params;
  const seen = new Reading(call.table);
  const before = await loadLeaver(seen, caseId);
  if (!before) return refuse('request.not_found');
  const current = before.state === 'open' ? withNewFacts(before, await factsOf(call.table, before.person, call.today, caseId), call.now) : before;
  if (current !== before) {
    await commit(
      { ...call, idempotency: undefined },
      {
        seen,
        decide: () => ({
          writes: leaverWrites(before, current),
          happenings: [aboutLeaver('leaver.lines_added', current, { lines: current.lines.length, open: openLines(current).length })],
          answer: undefined,
        }),
      },
    );
  }
  const after = decideClosing(current, personOf(call), call.now);
  if (isRefusal(after)) return after;
  const isMember = await isMemberOf(call, after);
  return changeCase(
    call,
    caseId,
    async (found, reading) => {
      const again = await loadLeaver(reading, caseId);
      if (again?.version !== current.version) return refuse('request.conflict');
      const writes = leaverWrites(current, after);
      const happenings = [aboutLeaver('leaver.closed', after, { lines: after.lines.length })];
      const act = moveCase(found, { to: 'resolved' }, { ...moverOf(call), at: call.now });
      return isRefusal(act) ? act : { act, writes, happenings };
    },
    () => ({ status: 200 as const, body: wire(after, isMember), version: after.version }),
  );
};
